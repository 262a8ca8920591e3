// The page in one file, opened from the disk as by a double click, alone in its folder.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium, launchFirefox, served, whenReady } from './harness.mjs';

const built = fileURLToPath(new URL('../../dist/deal-compass.html', import.meta.url));

// A copy of the file, alone in a new folder.
async function alone(t) {
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, '赢单罗盘.html');
  await copyFile(built, path);
  return { folder, path, url: pathToFileURL(path).href };
}

// Every address that the page asks for; what stands inside the page itself is no request.
function requests(page) {
  const asked = new Set();
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || asked.add(request.url().replace(/#.*/, '')));
  return asked;
}

const open = async (page, url) => {
  await page.goto(url);
  await whenReady(page);
};

test('Chromium: one file from the disk works alone, keeps what is done and says where', async (t) => {
  const { page, context } = await launchChromium({ t, acceptDownloads: true });
  const { folder, url } = await alone(t);
  const asked = requests(page);
  await open(page, url);
  const now = (words) => page.getByRole('button', { name: new RegExp(`^现在：${words}`) }).waitFor();
  await now('方案·平手·活跃');
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await now('方案·领先·活跃');
  await page.getByRole('status').filter({ hasText: /^浏览器已存 \d+:\d\d$/ }).waitFor();
  await page.reload();
  await whenReady(page);
  await now('方案·领先·活跃');

  // A file out, and in again.
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'JSON 文件' }).click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(file.deals[0].position.claimed.competition, 'ahead');
  file.deals[0].name = '余热回收';
  await writeFile(join(folder, 'deals.json'), JSON.stringify(file));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(join(folder, 'deals.json'));
  await page.getByRole('dialog').getByRole('radio', { name: '文件的' }).first().click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('heading', { name: '临江化工 · 余热回收' }).waitFor();

  // Typing, also with an input method, and the other language.
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('button', { name: '新建单子' }).click();
  await page.getByRole('textbox', { name: '项目' }).fill('Cranes');
  await page.getByRole('textbox', { name: '客户' }).click();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'beifeng', selectionStart: 7, selectionEnd: 7 });
  await cdp.send('Input.insertText', { text: '北风' });
  await page.getByRole('button', { name: '建好' }).click();
  await page.getByRole('heading', { name: '北风 · Cranes' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'About', exact: true }).click();
  await page.getByText(/^Not in this file but in the browser that opened it/).waitFor();

  // What About says of other files on this computer.
  const other = await alone(t);
  const second = await context.newPage();
  await open(second, other.url);
  await second.getByRole('link', { name: '北风 · Cranes' }).waitFor();
  assert.deepEqual([...asked], [url]);
});

test('Firefox: one file from the disk works alone, keeps what is done and says where', async (t) => {
  const { folder, url } = await alone(t);
  const { page } = await launchFirefox({ t, downloads: folder });
  const asked = requests(page);
  const find = (name) => page.waitForSelector(`aria/${name}`);
  await open(page, `${url}#/deals`);
  await (await find('新建单子[role="button"]')).click();
  await (await find('客户[role="textbox"]')).click();
  await page.keyboard.type('Northwind');
  await (await find('建好[role="button"]')).click();
  await find('Northwind[role="heading"]');
  await page.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => /^浏览器已存 \d+:\d\d$/.test(textContent)));
  await page.reload();
  await whenReady(page);
  await find('Northwind[role="heading"]');

  await (await find('导出[role="button"]')).click();
  await (await find('JSON 文件[role="menuitem"]')).click();
  const exported = async () => {
    const [name] = (await readdir(folder)).filter((one) => one.endsWith('.json'));
    return name && (await stat(join(folder, name))).size ? JSON.parse(await readFile(join(folder, name), 'utf8')) : undefined;
  };
  let file;
  while (!(file = await exported())) await new Promise((done) => setTimeout(done, 100));
  assert.equal(file.customers[0].name, 'Northwind');

  // Another copy of the file has data of its own here.
  const other = await alone(t);
  await open(page, other.url);
  await find('临江化工 · 节能改造[role="heading"]');
  // It does not report the file itself.
  assert.deepEqual([...asked].filter((one) => one !== url && one !== other.url), []);
});

test('where the browser keeps nothing for a local file, that is said and the data can be downloaded', async (t) => {
  const init = () => {
    Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('', 'SecurityError'); } });
  };
  const { page } = await launchChromium({ t, init, acceptDownloads: true });
  const { url } = await alone(t);
  await open(page, url);
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  await page.getByRole('alert').filter({ hasText: '这个浏览器不为本机文件保存数据' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载全部数据' }).click()]);
  assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).deals[0].position.claimed.competition, 'ahead');
});

test('the file allows what stands in it and no connection', async () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await readFile(built, 'utf8'));
  const sources = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
  assert.deepEqual(sources.get('default-src'), ["'none'"]);
  for (const name of ['connect-src', 'worker-src', 'manifest-src']) assert.equal(sources.has(name), false, name);
  for (const source of [...sources.get('script-src'), ...sources.get('style-src')]) assert.match(source, /^'(sha256-[\w+/=]+|wasm-unsafe-eval)'$/);
});

test('a file that was cut off says so', async (t) => {
  const { page } = await launchChromium({ t });
  const { path, url } = await alone(t);
  const whole = await readFile(path);
  for (const left of [0.5, 0.985]) {
    await writeFile(path, whole.subarray(0, Math.floor(whole.length * left)));
    await page.goto(url);
    await page.getByRole('heading', { name: '赢单罗盘没有下载完整' }).waitFor();
  }
});

test('the file works from a server too', async (t) => {
  const { page } = await launchChromium({ t });
  await open(page, new URL('deal-compass.html', await served()).href);
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});
