// Tables of deals: pasted from a spreadsheet or opened as a file, in the encodings spreadsheets write; shown before anything changes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp, paste } from './harness.mjs';
import { storedWorkspace } from './stored.mjs';

const table = [
  ['客户名称', '商机', '金额（万元）', '预计成交日期', '备注'],
  ['东海港务', '堆场自动化', '1,250', '3/4/2027', '老客户'],
  ['西岭水泥', '窑头改造', '380', '05/06/2027', ''],
  ['北川电力', '巡检机器人', '很多', '7/8/2027', ''],
];
const copied = table.map((row) => row.join('\t')).join('\r\n');  // as a spreadsheet copies cells
const asCsv = table.map((row) => row.map((cell) => cell.includes(',') ? `"${cell}"` : cell).join(';')).join('\r\n');

async function chooseFile(page, name, bytes) {
  const path = join(await mkdtemp(join(tmpdir(), 'compass-')), name);
  await writeFile(path, bytes);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(path);
}

test('pasted cells are shown with what each column is read as, corrected, and become deals', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  await paste(page, copied);
  const dialog = page.getByRole('dialog', { name: '导入后会改变什么' });
  await dialog.getByRole('button', { name: '“商机”读作：项目' }).waitFor();
  await dialog.getByRole('button', { name: '“金额（万元）”读作：金额 · 万' }).waitFor();
  await dialog.getByRole('button', { name: '“备注”读作：不导入' }).waitFor();
  // No date says whether the day or the month comes first: no row is guessed at.
  await dialog.getByText('3 行没有读进来：').waitFor();
  await dialog.getByText('第 2 行 · 预计成交日期：“3/4/2027”分不清先日还是先月，请先选定').waitFor();
  await dialog.getByRole('radio', { name: '日/月/年' }).click();
  await dialog.getByText('1 行没有读进来：').waitFor();
  await dialog.getByText('第 4 行 · 金额（万元）：看不懂金额“很多”').waitFor();
  // Another meaning for a column.
  await dialog.getByRole('button', { name: '“备注”读作：不导入' }).click();
  await dialog.getByRole('radio', { name: '负责人' }).click();
  await dialog.getByRole('button', { name: '“备注”读作：负责人' }).waitFor();
  assert.equal(await storedWorkspace(page), null, 'nothing is stored before it is confirmed');

  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已导入' }).waitFor();
  const { deals } = JSON.parse(await storedWorkspace(page));
  const port = deals.find(({ name }) => name === '堆场自动化');
  assert.deepEqual([port.objective.amount.minor, port.objective.signing_date, port.owner], [1250 * 10000 * 100, '2027-04-03', '老客户']);
  assert.equal(deals.some(({ name }) => name === '巡检机器人'), false);
  // Once more: the same deals are recognised, not doubled.
  await paste(page, copied);
  await page.getByRole('dialog').getByRole('radio', { name: '日/月/年' }).click();
  await page.getByRole('dialog').getByText('没有变化').first().waitFor();
});

test('tables in UTF-8, GB18030 and UTF-16 are opened, a workbook is answered with what to do', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals');
  for (const [encoding, prefix] of [['UTF-8', []], ['GB18030', []], ['UTF-16LE', [0xff, 0xfe]], ['UTF-16BE', [0xfe, 0xff]]]) {
    const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: asCsv });
    await chooseFile(page, `${encoding}.csv`, Buffer.concat([Buffer.from(prefix), bytes]));
    const dialog = page.getByRole('dialog', { name: '导入后会改变什么' });
    await dialog.getByText(`${encoding}.csv：0 行读成单子`).waitFor();
    await dialog.getByRole('button', { name: '“客户名称”读作：客户' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await chooseFile(page, '商机.xlsx', Buffer.from('PK\x03\x04 and more', 'latin1'));
  await page.getByText(/这是 Excel 工作簿，打不开。.*复制/).waitFor();
  await page.keyboard.press('Escape');
  await chooseFile(page, '笔记.txt', Buffer.from('周三拜访了李明\n下周再去'));
  await page.getByRole('dialog').getByText('还没有哪一行能读成单子').waitFor();
});

// By keys, through the clipboard of the system.
async function copyAndPaste(page, text) {
  await page.evaluate((words) => {
    const box = document.createElement('textarea');
    box.value = words;
    document.body.append(box);
    box.select();
  }, text);
  await controlKey(page, 'c');
  await page.evaluate(() => document.activeElement.remove());
  await controlKey(page, 'v');
}

test('Firefox takes pasted cells, too', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page, '#/deals');
  await copyAndPaste(page, copied);
  await page.waitForSelector('aria/“商机”读作：项目');
  await (await page.waitForSelector('aria/月/日/年[role="radio"]')).click();
  await page.waitForSelector('text/1 行没有读进来');
});
