// The page is a page: addresses, back and forward, searching, printing, pasting.
import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, launchChromium, launchFirefox, openApp, paste, whenReady } from './harness.mjs';
import { storedWorkspace } from './stored.mjs';

const hash = (page) => page.evaluate(() => location.hash);
const printed = (page) => page.evaluate(() => {
  dispatchEvent(new Event('beforeprint'));
  const page = document.getElementById('print');
  const seen = { text: page.textContent, tags: [...page.querySelectorAll('*')].map((element) => element.localName), title: page.querySelector('h1, h2').textContent };
  dispatchEvent(new Event('afterprint'));
  return { ...seen, left: document.getElementById('print') !== null };
});

test('back and forward move between screens and close dialogs; what was typed is not lost', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const compass = await hash(page);
  assert.match(compass, /^#\/deal\/[0-9a-f-]{36}\/compass$/);
  assert.equal(await page.title(), '临江化工 · 节能改造 · 赢单罗盘');
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.waitForFunction(() => location.hash === '#/deals');
  assert.equal(await page.title(), '单子 · 赢单罗盘');
  await page.getByRole('button', { name: '新建单子' }).click();
  await page.getByRole('textbox', { name: '客户' }).fill('长江港务');
  assert.equal(await hash(page), '#/deals/new');
  await page.goBack();
  await page.getByRole('button', { name: '继续填写' }).click();
  assert.equal(await page.getByRole('textbox', { name: '客户' }).inputValue(), '长江港务');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => location.hash === '#/deals');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.goBack();
  await page.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
  assert.equal(await hash(page), compass);
  await page.goForward();
  await page.getByRole('heading', { name: '单子' }).waitFor();
});

test('a route opens directly, and closing its dialog stays on the page', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/deals/about');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => location.hash === '#/deals');
  await page.getByRole('link', { name: '临江化工 · 节能改造' }).waitFor();
});

test('Ctrl+F finds people, Chinese also by initials of their pinyin, and leads there', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.keyboard.press('Control+f');
  const box = page.getByRole('textbox', { name: '找什么' });
  await box.fill('lbz');
  await page.getByRole('link', { name: /^人: 刘部长/ }).waitFor();
  await box.fill('刘部');
  await page.getByRole('link', { name: /^人: 刘部长/ }).waitFor();
  await box.fill('zzzz');
  await page.getByRole('status').filter({ hasText: '没有找到' }).waitFor();
  await box.fill('停机');
  await page.getByRole('link', { name: /停机/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(await hash(page), /\/compass$/);
});

test('printing gives the words of the screen as plain HTML', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('tab', { name: '拜访' }).click();
  await page.getByRole('region', { name: '拜访卡' }).waitFor();
  const card = await printed(page);
  assert.equal(card.title, '临江化工 · 节能改造');
  for (const words of ['严总', '先问什么', '最终决策者严总还没有覆盖']) assert.ok(card.text.includes(words), words);
  assert.ok(!card.text.includes('导出') && !card.text.includes('复制拜访卡'), 'no tools on paper');
  assert.ok(!card.tags.includes('canvas') && !card.left);
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('heading', { name: '单子' }).waitFor();
  const list = await printed(page);
  assert.ok(list.tags.includes('table') && list.text.includes('¥860 万') && !list.text.includes('更多操作'));
  const size = (await page.pdf({ format: 'A4' })).length;
  assert.ok(size > 1000, `${size} bytes of PDF`);
});

test('tables are printed whole: every row, every cell below its header', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队' }).waitFor();
  for (const [address, title] of [['deals', '单子'], ['customers', '客户']]) {
    await page.evaluate((to) => location.hash = `#/${to}`, address);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const table = await page.evaluate(() => {
      const rows = document.querySelector('#mirror [aria-rowcount]').getAttribute('aria-rowcount') - 1;
      dispatchEvent(new Event('beforeprint'));
      const of = (selector) => [...document.querySelectorAll(`#print ${selector}`)];
      const widths = of('tr').map((row) => row.children.length), names = of('td:first-child').map((cell) => cell.textContent);
      dispatchEvent(new Event('afterprint'));
      return { rows, widths, names, left: document.querySelectorAll('#mirror [role="row"]').length };
    });
    assert.equal(table.widths.length, table.rows + 1, `${address}: rows`);
    assert.equal(new Set(table.widths).size, 1, `${address}: ${table.widths}`);
    assert.ok(table.names.every((name) => name), `${address}: a row without a name`);
    assert.ok(table.rows > 15);
  }
});

test('a deal pasted anywhere is offered for import; other text changes nothing', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await paste(page, '今天天气不错');
  await page.getByRole('status').filter({ hasText: '粘贴的不是单子文件，也不是第一行带列名的表' }).waitFor();
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  const stored = await storedWorkspace(page);
  await paste(page, stored.replaceAll('节能改造', '余热回收'));
  await page.getByRole('listitem').filter({ hasText: '余热回收' }).waitFor();
});

test('Firefox searches by pinyin and prints, too', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page);
  await controlKey(page, 'f');
  await (await page.waitForSelector('aria/找什么[role="textbox"]')).type('lbz');
  await page.waitForFunction(() => [...document.querySelectorAll('[role="link"]')].some((link) => /刘部长/.test(link.getAttribute('aria-label'))));
  assert.match((await printed(page)).text, /刘部长/);
  await page.reload();
  await whenReady(page);
});
