// What leaves the page: files that really arrive, in both browsers; pictures that are the screen's; texts that stay texts.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium, launchFirefox, openApp } from './harness.mjs';
import { pictureOf } from './picture.mjs';

const sizeOfPng = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const openMenu = (page, name = '导出') => page.getByRole('button', { name, exact: true }).click();

async function taken(page, item, menu) {
  await openMenu(page, menu);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// Every element and attribute of a finished HTML or SVG text, as the browser reads it; and what would run or load.
// On a page without a policy, which would speak of styles even in a document that is only looked at.
async function shapeOf(page, text, type) {
  const other = await page.context().newPage();
  const shape = await other.evaluate(([words, kind]) => {
  const parsed = new DOMParser().parseFromString(words, kind);
  const all = [...parsed.querySelectorAll('*')];
  return {
    broken: !!parsed.querySelector('parsererror'),
    active: all.filter((one) => /^(script|img|iframe|object|embed|link|a|foreignobject|image|use|animate|set|form|input)$/i.test(one.localName) ||
      [...one.attributes].some(({ name, value }) => /^on|href|src$|^style$/i.test(name) || /javascript:|url\((?!#)/i.test(value))).map((one) => one.outerHTML.slice(0, 80)),
    text: parsed.documentElement.textContent,
    names: all.map((one) => one.localName + [...one.attributes].map(({ name }) => ` ${name}`).join('')),
  };
}, [text, type]);
  await other.close();
  return shape;
}

const types = { html: 'text/html', svg: 'image/svg+xml' };

for (const [locale, say] of [
  ['zh-CN', { menu: '导出', json: 'JSON 文件', page: '一页纸（HTML）', svg: '罗盘图（SVG）', png: '罗盘图（PNG）', people: '人物图（SVG）', csv: '人物表（CSV）', five: '商机五要素', first: '方案' }],
  ['en-US', { menu: 'Export', json: 'JSON file', page: 'One page (HTML)', svg: 'Compass (SVG)', png: 'Compass (PNG)', people: 'People map (SVG)', csv: 'People (CSV)', five: 'Five elements', first: 'Solution' }],
]) {
  test(`a deal leaves as file, page, drawing and table, ${locale}`, async (t) => {
    const { page } = await launchChromium({ t, locale, acceptDownloads: true, serviceWorkers: 'block' });
    await openApp(page);
    const take = (item) => taken(page, item, say.menu);
    const json = await take(say.json);
    assert.match(json.name, /\d{4}-\d\d-\d\d\.json$/);
    assert.equal(JSON.parse(json.bytes).format, 'deal-compass');

    const paper = await take(say.page);
    assert.match(paper.name, /\d{4}-\d\d-\d\d\.html$/);
    const read = await shapeOf(page, paper.bytes.toString(), 'text/html');
    assert.deepEqual(read.active, []);
    for (const words of [say.five, 'BANTCC', say.first]) assert.ok(read.text.includes(words), words);
    assert.ok(read.names.some((name) => name.startsWith('svg')), 'the compass stands in it');

    for (const item of [say.svg, say.people]) {
      const drawing = await take(item);
      assert.ok(drawing.bytes.length < 300_000, `${drawing.name}: ${drawing.bytes.length} bytes`);
      const shape = await shapeOf(page, drawing.bytes.toString(), 'image/svg+xml');
      assert.ok(!shape.broken);
      assert.deepEqual(shape.active, []);
    }
    const png = await take(say.png);
    assert.match(png.name, /\.png$/);
    assert.deepEqual(sizeOfPng(png.bytes), [2400, 1560]);
    const picture = pictureOf(png.bytes), seen = new Set();
    for (let y = 0; y < picture.height; y += 9) for (let x = 0; x < picture.width; x += 9) seen.add(String(picture.at(x, y)));
    assert.ok(seen.size > 50, `${seen.size} colours: it is not blank`);
    const table = await take(say.csv);
    assert.equal(table.bytes.subarray(0, 3).toString('hex'), 'efbbbf');
    assert.ok(table.bytes.toString().split('\r\n').length > 3);
  });
}

test('the funnel leaves as report, drawing and tables; the menu works by keyboard', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true, serviceWorkers: 'block' });
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队：36 张单子' }).waitFor();
  const paper = await taken(page, '漏斗报告（HTML）');
  const read = await shapeOf(page, paper.bytes.toString(), 'text/html');
  assert.deepEqual(read.active, []);
  assert.ok(read.text.includes('四个季度的预测'));
  const table = (await taken(page, '单子表（CSV）')).bytes.toString().trim().split('\r\n');
  assert.equal(table.length, 24, 'a header and the 23 open deals');
  assert.deepEqual(sizeOfPng((await taken(page, '漏斗图（PNG）')).bytes), [2400, 880]);
  await page.getByRole('button', { name: '导出', exact: true }).focus();
  await page.keyboard.press('Enter');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.json$/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent), '导出');
});

test('everything is found in the search, on a phone as well', async (t) => {
  const { page } = await launchChromium({ t, viewport: { width: 390, height: 844 }, hasTouch: true, acceptDownloads: true, serviceWorkers: 'block' });
  await openApp(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '找什么' }).fill('罗盘图（PNG）');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /: 导出：罗盘图（PNG）$/ }).tap()]);
  assert.deepEqual(sizeOfPng(await readFile(await download.path())), [2400, 1120], 'the boards, as on a phone');
});

test('the drawing is the screen: the same pixels but for the edges of letters', async (t) => {
  const { page } = await launchChromium({ t, locale: 'zh-CN', colorScheme: 'light', acceptDownloads: true, serviceWorkers: 'block', reducedMotion: 'reduce' });
  await openApp(page);
  // The window in which the drawing is as large as in the file: 1,144 × 692 below its two lines of words.
  const place = () => page.getByRole('group', { name: '64 个位置' }).boundingBox();
  let box = await place();
  for (let i = 0; i < 4 && (Math.round(box.width) !== 1144 || Math.round(box.height) !== 680); ++i) {
    const { width, height } = page.viewportSize();
    await page.setViewportSize({ width: width + 1144 - Math.round(box.width), height: height + 680 - Math.round(box.height) });
    for (const before = box, end = Date.now() + 8000; Date.now() < end && box.width === before.width && box.height === before.height; await pause(200)) box = await place();
    await pause(500);
    box = await place();
  }
  assert.deepEqual([Math.round(box.width), Math.round(box.height)], [1144, 680]);
  await page.mouse.move(2, 2);
  const screen = pictureOf(Buffer.from(await page.screenshot({ clip: { x: box.x, y: box.y, width: 1144, height: 680 } })));
  const svg = (await taken(page, '罗盘图（SVG）')).bytes.toString();
  const other = await page.context().newPage();
  await other.setViewportSize({ width: 1200, height: 780 });
  await other.setContent(`<body style="margin:0">${svg}</body>`);
  const drawn = pictureOf(await other.screenshot({ clip: { x: 28, y: 80, width: 1144, height: 680 } }));
  const background = screen.at(2, 2);
  let apart = 0, inked = 0;
  for (let y = 0; y < 680; ++y) {
    for (let x = 0; x < 1144; ++x) {
      // The file stands on white, the screen on the page's own paper: what matters is how far each is from its ground.
      const a = screen.at(x, y).map((value, i) => background[i] - value), b = drawn.at(x, y).map((value) => 255 - value);
      if (a.some((value) => Math.abs(value) > 24)) ++inked;
      if (a.some((value, i) => Math.abs(value - b[i]) > 64)) ++apart;
    }
  }
  t.diagnostic(`${apart} of ${inked} inked pixels differ`);
  assert.ok(inked > 20_000 && apart < 0.12 * inked, `${apart} of ${inked} inked pixels differ`);
});

const attacks = ['</script><img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='alert(1)", '=HYPERLINK("https://example.org";"x")', ']]><!--', 'javascript:alert(1)', '&#60;b&#62;'];

test('hostile names open in the browser as text: nothing runs, loads or becomes an element', async (t) => {
  const stored = JSON.parse(readFileSync(new URL('../../assets/cases/3.zh.json', import.meta.url), 'utf8'));
  const attack = (value, at = 0) => {
    for (const [key, inside] of Object.entries(value ?? {})) {
      if (typeof inside === 'object') attack(inside, at + key.length);
      else if (/^(name|title|owner|sentence|product|unit|text|what|purpose|personal_win|business_result|customers_view|our_unique_value|industry|notes|reason|result)$/.test(key))
        value[key] = attacks[(at + key.length + String(inside).length) % attacks.length] + inside.slice(0, 20);
    }
  };
  attack(stored);
  const { page, context } = await launchChromium({
    t, acceptDownloads: true, serviceWorkers: 'block',
    init: `location.protocol !== 'http:' || localStorage.getItem('deal-compass/workspace') || localStorage.setItem('deal-compass/workspace', ${JSON.stringify(JSON.stringify(stored))})`,
  });
  await openApp(page, `#/deal/${stored.deals[0].id}/compass`);
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [item, type] of [['一页纸（HTML）', 'html'], ['罗盘图（SVG）', 'svg'], ['人物图（SVG）', 'svg'], ['人物表（CSV）', 'csv']]) {
    const file = await taken(page, item);
    assert.doesNotMatch(file.name, /[<>:"/\\|?*]/);
    if (type === 'csv') {
      for (const cell of file.bytes.toString().slice(1).split(/\r\n|,/)) assert.doesNotMatch(cell, /^"?[=@]/);
      continue;
    }
    const shape = await shapeOf(page, file.bytes.toString(), types[type]);
    assert.ok(!shape.broken, item);
    assert.deepEqual(shape.active, [], item);
    const other = await context.newPage();
    let alarms = 0;
    other.on('dialog', (dialog) => (++alarms, dialog.dismiss()));
    const { writeFile } = await import('node:fs/promises');
    const path = join(folder, `file.${type}`);
    await writeFile(path, file.bytes);
    await other.goto(pathToFileURL(path).href);
    await pause(200);
    assert.equal(alarms, 0);
    await other.close();
  }
});

test('the one page is printed as paper: its own styles, nothing of the canvas, and afterwards it is gone', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block', init: () => { globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1); } });
  await openApp(page);
  await openMenu(page);
  await page.getByRole('menuitem', { name: '打印一页纸' }).click();
  await page.waitForFunction(() => globalThis.printed === 1);
  const paper = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const root = document.getElementById('print').shadowRoot;
    const seen = { text: root.textContent, svg: root.querySelectorAll('svg').length, scripts: root.querySelectorAll('script, style, link').length, sheets: root.adoptedStyleSheets.length };
    dispatchEvent(new Event('afterprint'));
    return { ...seen, left: !!document.getElementById('print') };
  });
  assert.ok(paper.text.includes('商机五要素') && paper.text.includes('临江化工 · 节能改造'));
  assert.ok(paper.svg >= 2 && paper.scripts === 0 && paper.sheets === 1 && !paper.left);
});

// What the browser's own command would print: the words of a report, or of the screen.
const printedNow = (page) => page.evaluate(() => {
  dispatchEvent(new Event('beforeprint'));
  const paper = document.getElementById('print'), report = !!paper.shadowRoot;
  const text = (paper.shadowRoot ?? paper).textContent;
  dispatchEvent(new Event('afterprint'));
  return { report, text };
});
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

for (const [locale, words, tabs] of [['zh-CN', '商机五要素', ['影响力', '阶段门']], ['en-US', 'Five elements', ['People', 'Gates']]]) {
  test(`Ctrl+P on a deal prints its report, on one page of A4, ${locale}`, async (t) => {
    const { page } = await launchChromium({ t, locale, serviceWorkers: 'block' });
    await openApp(page);
    for (const tab of ['', ...tabs]) {
      if (tab) await page.getByRole('tab', { name: tab }).click();
      const { report, text } = await printedNow(page);
      assert.ok(report && text.includes(words), tab);
    }
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
    assert.equal(await page.locator('#print').count(), 0);
  });
}

test('Ctrl+P on the funnel and in the review prints their reports; other screens and dialogs print themselves', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block' });
  await openApp(page, '#/review');
  assert.ok(!(await printedNow(page)).report, 'nothing was reviewed yet');
  await page.goto(`${page.url().split('#')[0]}#/funnel`);
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队：36 张单子' }).waitFor();
  const funnel = await printedNow(page);
  assert.ok(funnel.report && funnel.text.includes('四个季度的预测'));
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '找什么' }).waitFor();
  assert.ok(!(await printedNow(page)).report, 'the dialog is what is seen');
  await page.keyboard.press('Escape');
  for (const [name, report] of [['复盘', true], ['客户', false], ['单子', false]]) {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.equal((await printedNow(page)).report, report, name);
  }
});

test('Firefox: page, drawing and picture arrive, too', async (t) => {
  const downloads = await mkdtemp(join(tmpdir(), 'reports-'));
  t.after(() => rm(downloads, { recursive: true }));
  const { page } = await launchFirefox({ t, downloads });
  await openApp(page);
  const find = (selector) => page.waitForSelector(`aria/${selector}`);
  const arrived = async (end) => {
    for (let i = 0; i < 100; ++i) {
      const name = (await readdir(downloads)).find((one) => one.endsWith(end));
      if (name && (await stat(join(downloads, name))).size) return readFile(join(downloads, name));
      await pause(100);
    }
    throw new Error(`no ${end} arrived`);
  };
  for (const [item, end] of [['罗盘图（PNG）', '.png'], ['罗盘图（SVG）', '.svg'], ['一页纸（HTML）', '.html']]) {
    await (await find('导出[role="button"]')).click();
    await (await find(`${item}[role="menuitem"]`)).click();
    const bytes = await arrived(end);
    if (end === '.png') assert.deepEqual(sizeOfPng(bytes), [2400, 1560]);
    else assert.ok(bytes.toString().includes('</svg>'));
  }
});
