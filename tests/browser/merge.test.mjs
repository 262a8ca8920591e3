// Files in and out: both versions side by side, whole folders, archives, and a file that is saved to again and again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

const sample = JSON.parse(await readFile(new URL('../../assets/cases/3.zh.json', import.meta.url), 'utf8'));
const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
// A deal of one's own, as a file.
const fileOf = (change = () => {}) => {
  const file = structuredClone(sample);
  const [deal] = file.deals;
  delete deal.teaching;
  deal.id = id(1);
  deal.name = '热电联产';
  change(deal, file);
  return file;
};
const temporary = async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
};
const open = async (page, ...files) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(files);
};
const dropped = (page, entries) => page.evaluate((given) => {
  // What a drop of folders gives a page: entries that are read in batches.
  const made = (entry, path) => entry.inside
    ? { isDirectory: true, name: entry.name, fullPath: path + entry.name, createReader: () => {
      const rest = entry.inside.map((inside) => made(inside, path + entry.name + '/'));
      return { readEntries: (done) => done(rest.splice(0, 2)) };
    } }
    : { isFile: true, isDirectory: false, name: entry.name, fullPath: path + entry.name, file: (done) => done(new File([entry.text], entry.name)) };
  const event = new Event('drop', { bubbles: true, cancelable: true });
  event.dataTransfer = { types: ['Files'], files: [], items: given.map((entry) => ({ webkitGetAsEntry: () => made(entry, '/') })) };
  window.dispatchEvent(event);
}, entries);
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const deals = async (page) => {
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('table').getByRole('link').first().waitFor();
  return page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? link.textContent));
};

test('both versions stand side by side; each deal becomes what was chosen, and one undo takes all of it back', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block' });
  await openApp(page);
  const folder = await temporary(t);
  const file = join(folder, 'mine.json');
  await writeFile(file, JSON.stringify(fileOf()));
  await open(page, file);
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const before = await stored(page);
  await writeFile(file, JSON.stringify(fileOf((deal, whole) => {
    deal.owner = '别人';
    whole.deals.push({ ...structuredClone(deal), id: id(2), name: '第二单' });
  })));
  await writeFile(join(folder, 'broken.json'), '{"format":');
  await open(page, file, join(folder, 'broken.json'));
  const dialog = page.getByRole('dialog', { name: '导入后会改变什么' });
  await dialog.getByText('broken.json 有错，整份没有导入：').waitFor();
  await dialog.getByText(/^两边都改过：.*热电联产，负责人：我的 .+，文件的 别人$/).waitFor();
  await dialog.getByText(/^新增：.*第二单/).waitFor();
  assert.equal(await dialog.getByRole('radio', { name: '我的', exact: true }).first().getAttribute('aria-checked'), 'true');
  // By keyboard alone: to the choice, along it, to the button.
  await dialog.getByRole('radio', { name: '我的', exact: true }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await dialog.getByRole('radio', { name: '都留', exact: true }).first().getAttribute('aria-checked'), 'true');
  assert.equal(await stored(page), before);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const names = (await deals(page)).join('|');
  for (const name of ['热电联产', '（文件里的）热电联产', '第二单']) assert.ok(names.includes(name), `${name} in ${names}`);
  await page.keyboard.press('Control+z');
  await page.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
  const after = (await deals(page)).join('|');
  assert.ok(!after.includes('第二单') && !after.includes('（文件里的）'), after);
});

test('a whole folder is read: what can be read of it, at any depth, and a sentence for the rest', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block' });
  await openApp(page);
  const text = (number) => JSON.stringify(fileOf((deal) => { deal.id = id(number); deal.name = `第 ${number} 单`; }));
  await dropped(page, [{ name: '客户', inside: [
    { name: 'a.json', text: text(11) }, { name: 'photo.jpg', text: 'JFIF' }, { name: '.DS_Store', text: 'x' },
    { name: '深', inside: [{ name: '更深', inside: [{ name: 'b.JSON', text: text(12) }] }, { name: 'c.json', text: '{' }, { name: 'd.csv', text: '客户,项目\r\n东海港务,堆场\r\n' }] },
  ] }, { name: 'e.json', text: text(13) }]);
  const dialog = page.getByRole('dialog', { name: '导入后会改变什么' });
  for (const number of [11, 12, 13]) await dialog.getByText(new RegExp(`^新增：.*第 ${number} 单`)).waitFor();
  await dialog.getByText(/^新增：东海港务 · 堆场/).waitFor();
  await dialog.getByText('客户/深/c.json 有错，整份没有导入：').waitFor();
  assert.equal(await dialog.getByText('photo.jpg').count(), 0);
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  await dropped(page, [{ name: '照片', inside: [{ name: 'photo.jpg', text: 'JFIF' }] }]);
  await page.getByRole('dialog', { name: '没有导入' }).getByText('里面没有 .json、.csv 或 .zip 文件。').waitFor();
  await page.keyboard.press('Escape');
  await dropped(page, [{ name: '很多', inside: Array.from({ length: 2100 }, (_, i) => ({ name: `${i}.json`, text: '{}' })) }]);
  await page.getByRole('dialog', { name: '没有导入' }).getByText(/^文件太多或太大/).waitFor();
});

test('everything goes out as a ZIP file that other programs open, and comes in again as it was', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true, serviceWorkers: 'block' });
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队' }).waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '全部打包（ZIP）' }).click()]);
  assert.match(download.suggestedFilename(), /^赢单罗盘 全部 \d{4}-\d\d-\d\d\.zip$/);
  const folder = await temporary(t);
  const zip = join(folder, 'all.zip');
  await download.saveAs(zip);
  const listed = JSON.parse(execFileSync('python3', ['-c',
    'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps(z.namelist()))', zip], { encoding: 'utf8' }));
  assert.equal(listed.length, 1 + 37 + 3);
  assert.equal(listed.filter((name) => name.startsWith('单子/') && name.endsWith('.json')).length, 37);
  await open(page, zip);
  await page.getByRole('dialog').getByText('文件里的内容你都有了。').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // In another browser, which has none of it.
  const other = await launchChromium({ t, serviceWorkers: 'block' });
  await openApp(other.page);
  await open(other.page, zip);
  await other.page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
  await other.page.getByRole('dialog').waitFor({ state: 'detached' });
  await other.page.getByRole('button', { name: '单子', exact: true }).click();
  assert.ok(Number(await other.page.getByRole('table').getAttribute('aria-rowcount')) >= 37);
});

// The browser's own dialog cannot be driven: it is answered with a real file of the origin's own file system, which is really written.
const answerPicker = () => {
  globalThis.asked = 0;
  globalThis.showSaveFilePicker = async (options) => {
    ++globalThis.asked;
    globalThis.suggested = options.suggestedName;
    if (globalThis.refuses) throw new DOMException('closed', 'AbortError');
    return (await navigator.storage.getDirectory()).getFileHandle(globalThis.fileName ?? 'backup.json', { create: true });
  };
};
const written = (page, name = 'backup.json') => page.evaluate(async (file) => (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(), name);
const changeOutside = (page, text) => page.evaluate(async (words) => {
  const stream = await (await (await navigator.storage.getDirectory()).getFileHandle('backup.json', { create: true })).createWritable();
  await stream.write(words);
  await stream.close();
}, text);
const save = async (page, name) => {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
};

test('everything is saved to the same file again; what somebody else wrote there is merged, never overwritten', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: answerPicker });
  await openApp(page, '#/funnel');
  await page.evaluate(() => { globalThis.refuses = true; });
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队' }).waitFor();
  await save(page, '保存到文件…');
  await page.waitForFunction(() => globalThis.asked === 1);
  await page.evaluate(() => { globalThis.refuses = false; });
  await save(page, '保存到文件…');
  await page.getByRole('status').filter({ hasText: '已保存到 backup.json' }).waitFor();
  const first = JSON.parse(await written(page));
  assert.equal(first.deals.length, 37);
  assert.equal(await page.evaluate(() => globalThis.suggested), '赢单罗盘.json');
  await save(page, '保存到 backup.json');
  await page.getByRole('status').filter({ hasText: '已保存到 backup.json' }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.asked), 2, 'nobody is asked again');
  // On another computer one deal was added and one changed.
  const there = structuredClone(first);
  there.deals.push({ ...fileOf().deals[0], customer: there.customers[0].id });
  there.deals[0].owner = '别人';
  await changeOutside(page, JSON.stringify(there));
  await save(page, '保存到 backup.json');
  const dialog = page.getByRole('dialog', { name: '文件在别处改过，先合并' });
  await dialog.getByText(/热电联产/).first().waitFor();
  assert.equal(JSON.parse(await written(page)).deals[0].owner, '别人', 'it was not overwritten');
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  await save(page, '保存到 backup.json');
  await dialog.getByRole('button', { name: '合并并保存' }).click();
  await page.getByRole('status').filter({ hasText: '已保存到 backup.json' }).waitFor();
  const merged = JSON.parse(await written(page));
  assert.equal(merged.deals.length, 38);
  assert.equal(merged.deals[0].owner, first.deals[0].owner, 'where both differ one\'s own stays unless chosen otherwise');
  await page.evaluate(() => { location.hash = '#/funnel'; });  // one deal came, and it is shown
  await page.getByRole('table').first().waitFor();
  await save(page, '保存到 backup.json');
  await page.getByRole('status').filter({ hasText: '已保存到 backup.json' }).waitFor();
  // What is no file of deals is never overwritten either.
  await changeOutside(page, 'my diary');
  await save(page, '保存到 backup.json');
  await page.getByRole('dialog', { name: '没有导入' }).getByText('backup.json 有错').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await written(page), 'my diary');
  await page.evaluate(() => { globalThis.fileName = 'other.json'; });
  await save(page, '换一个文件保存…');
  await page.getByRole('status').filter({ hasText: '已保存到 other.json' }).waitFor();
  assert.equal(JSON.parse(await written(page, 'other.json')).deals.length, 38);
});

test('where the browser cannot save to a file, nothing offers it', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: () => { delete globalThis.showSaveFilePicker; } });
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队' }).waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: '全部打包（ZIP）' }).waitFor();
  assert.equal(await page.getByRole('menuitem', { name: /保存到/ }).count(), 0);
});

test('an anonymous copy is shown before it is downloaded, and holds no name', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true, serviceWorkers: 'block' });
  await openApp(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: '匿名副本…' }).click();
  const dialog = page.getByRole('dialog', { name: '匿名副本' });
  await dialog.getByRole('list', { name: '换成什么' }).getByText(/^临江化工 换成 客户甲，\d+ 处$/).waitFor();
  await dialog.getByRole('checkbox', { name: /^金额也改/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载匿名副本' }).click()]);
  assert.match(download.suggestedFilename(), /^客户甲 · 项目甲 匿名\.json$/);
  const bytes = await readFile(await download.path(), 'utf8');
  const copy = JSON.parse(bytes), [deal] = copy.deals;
  for (const name of ['临江化工', sample.deals[0].name, ...sample.deals[0].people.map((person) => person.name)]) assert.ok(!bytes.includes(name), name);
  assert.notEqual(deal.objective.amount.minor, sample.deals[0].objective.amount.minor);
  assert.notEqual(deal.id, sample.deals[0].id);
});
