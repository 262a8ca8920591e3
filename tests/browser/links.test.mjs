// Deals as a link: what is in it is said before it is copied, and it arrives as a copy beside what is there; hostile ones end in a sentence.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, paste, served, whenReady } from './harness.mjs';
import { linkOf } from './link_text.mjs';
import { storedCases, storedWorkspace } from './stored.mjs';

const passphrase = '海上生明月 2027';
const phone = { width: 390, height: 844 };

const sample = JSON.parse(await readFile(new URL('../../assets/cases/3.zh.json', import.meta.url), 'utf8'));
const changed = (change) => {
  const copy = structuredClone(sample);
  change(copy);
  return JSON.stringify(copy);
};

// What the system's clipboard holds.
async function pasted(page) {
  await page.context().grantPermissions(['clipboard-read']);
  return page.evaluate(() => navigator.clipboard.readText());
}
async function openShare(page) {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: '复制链接' }).click();
  return page.getByRole('dialog', { name: '复制链接' });
}
const noPayload = async (page) => assert.doesNotMatch(await page.evaluate(() => location.hash), /[A-Za-z0-9_-]{60}/);

test('a deal goes by link into another browser: said what is in it, previewed, added beside what is there, undone', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await page.getByRole('button', { name: /^竞争提升 → 领先/ }).click();
  await page.getByRole('button', { name: '保留' }).click();
  const share = await openShare(page);
  await share.getByText(/里面有 \d+ 个人的名字.*严/).waitFor();
  await share.getByText(/不经过任何服务器/).waitFor();
  await share.getByText(/^链接长 [\d,]+ 个字符。/).waitFor();
  await share.getByRole('button', { name: '复制链接' }).click();
  await page.getByRole('status').filter({ hasText: '链接已复制' }).waitFor();
  const link = await pasted(page);
  assert.ok(link.startsWith(await served()), link.slice(0, 60));
  t.diagnostic(`the sample as a link: ${link.length} characters`);

  const { page: other } = await launchChromium({ t, viewport: phone });
  await other.goto(link);
  await whenReady(other);
  await noPayload(other);
  const dialog = other.getByRole('dialog', { name: '链接里的单子' });
  await dialog.getByRole('list').getByText(/你也有，加为副本：临江化工 · 节能改造/).waitFor({ state: 'attached' });
  assert.equal(await storedWorkspace(other), null, 'nothing is stored before it is accepted');
  await dialog.getByRole('button', { name: '加为副本' }).click();
  await other.getByRole('button', { name: /^现在：方案·领先·活跃/ }).waitFor();
  const deals = JSON.parse(await storedWorkspace(other)).deals;
  assert.deepEqual(deals.map(({ name }) => name), ['节能改造', '节能改造（副本）']);
  assert.deepEqual(deals.map(({ position }) => position.claimed.competition), ['level', 'ahead']);
  assert.notEqual(deals[0].id, deals[1].id);
  await noPayload(other);
  // The same link again: all of it is there.
  await other.evaluate((hash) => location.hash = hash, new URL(link).hash);
  await other.getByText('链接里的内容你都有了。').waitFor();
  await noPayload(other);
  await other.getByRole('button', { name: '关闭' }).last().click();
  await other.keyboard.press('Control+z');
  await other.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
  assert.equal(JSON.parse(await storedWorkspace(other)).deals.length, 1);
});

test('a link that is declined, or left with Esc, changes nothing, and its address is gone from the history', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(page, '#/deals');
  await page.getByRole('button', { name: '漏斗' }).click();
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  for (const leave of [() => page.getByRole('button', { name: '不要' }).click(), () => page.keyboard.press('Escape')]) {
    await page.evaluate((hash) => location.hash = hash, linkOf(JSON.stringify(sample)));
    await page.getByRole('dialog', { name: '链接里的单子' }).waitFor();
    await noPayload(page);
    await leave();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => location.hash === '#/funnel');
  }
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), before);
  await page.goBack();
  await page.waitForFunction(() => location.hash === '#/deals');
  await page.goForward();
  await noPayload(page);
  await page.goForward().catch(() => {});
  await noPayload(page);
});

test('a link opened in a tab that only follows is taken over there as well', async (t) => {
  const { page, context } = await launchChromium({ t });
  await openApp(page);
  const reader = await context.newPage();
  await openApp(reader);
  await reader.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor();
  await reader.evaluate((hash) => location.hash = hash, linkOf(changed((file) => { file.deals[0].owner = '别人'; })));
  await reader.getByRole('button', { name: '加为副本' }).click();
  await reader.getByRole('heading', { name: /节能改造（副本）/ }).waitFor();
  await page.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor();
  assert.equal(JSON.parse(await storedWorkspace(page)).deals.length, 2);
});

test('500 hostile links are refused with a sentence each, in no time, and nothing is stored', async (t) => {
  // Chromium holds back pages that change their address more often than a person can.
  const { page } = await launchChromium({ t, args: ['--disable-ipc-flooding-protection'], init: storedCases('1.zh') });
  await openApp(page);
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const good = linkOf(JSON.stringify(sample)), hostile = [];
  let seed = 3;
  const random = (n) => (seed = seed * 48271 % 2147483647) % n;
  for (let i = 0; i < 160; ++i) hostile.push(good.slice(0, 8 + random(good.length - 8)));
  for (let i = 0; i < 160; ++i) {
    const at = 10 + random(good.length - 10);
    hostile.push(good.slice(0, at) + (good[at] === 'A' ? 'b' : 'A') + good.slice(at + 1));
  }
  for (const mark of ['3.', '12.', '0.', '', 'x.', '1', '..', '-']) hostile.push('#/link/' + mark + good.slice(9));
  for (const end of ['.', '%20', '=', '。', ')', '?a=1', '/deals', '"', '<b>', '%00']) hostile.push(good + end);
  for (const size of [2, 8, 32]) hostile.push(linkOf(' '.repeat(size << 20)));
  for (let deep = 65; deep < 105; ++deep) hostile.push(linkOf(JSON.stringify(sample).replace('"version":"1.0"', `"version":"1.0","x":${'['.repeat(deep)}${']'.repeat(deep)}`)));
  for (let control = 1; control < 32; ++control) hostile.push(linkOf(JSON.stringify(sample).replace('临江化工', `临\\u${control.toString(16).padStart(4, '0')}江`)));
  for (const text of ['\\ud800', '\\u0000', '\\udfff', '\\u007f']) hostile.push(linkOf(JSON.stringify(sample).replace('临江化工', `x${text}x`)));
  for (const field of ['id', 'name', 'people', 'objective', 'position', 'tasks', 'trail', 'status', 'customer', 'links']) {
    for (const value of [7, null, true, [[]], -0.5, 'x'.repeat(9000), [1, 2, 3]]) hostile.push(linkOf(changed((file) => { file.deals[0][field] = value; })));
  }
  for (const json of ['', '{', '[]', 'null', '{}', '<script>alert(1)</script>', '{"format":"deal-compass","version":"1.0"}', '{"format":"deal-compass","version":"2.0"}']) hostile.push(linkOf(json));
  hostile.push(linkOf(changed((file) => { file.deals = Array(60).fill(0).map((none, i) => ({ ...file.deals[0], people: [], links: [], id: `00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}` })); })));
  for (let i = 0; hostile.length < 500; ++i) hostile.push('#/link/1.' + Buffer.from(Array.from({ length: 20 + i }, () => random(256))).toString('base64url') + '.00000000');
  const times = [];
  for (const hash of hostile) {
    const { took, title, words, address } = await page.evaluate(async (hash) => {
      const start = performance.now();
      const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = hash;
      await heard;
      const dialog = document.querySelector('[role=dialog]');
      return { took: performance.now() - start, title: dialog?.getAttribute('aria-label'), words: dialog?.innerText, address: location.hash };
    }, hash);
    assert.equal(title, '链接没有打开', hash.slice(0, 90));
    assert.match(words, /这个链接.*。/);
    assert.doesNotMatch(words, /error_|[a-z]+_[a-z]+_/);
    assert.ok(address.length < 80, address.slice(0, 90));
    times.push(took);
  }
  times.sort((a, b) => a - b);
  t.diagnostic(`${times.length} hostile links: half within ${times[times.length >> 1].toFixed(1)} ms, the slowest ${times.at(-1).toFixed(1)} ms`);
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), before);
});

test('a link locked with a passphrase: another one is refused with a sentence, the right one opens it', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const share = await openShare(page);
  await share.getByRole('checkbox', { name: '用口令加锁' }).click();
  await share.getByText('口令忘了，就再也打不开：没有人能找回。').waitFor();
  const first = share.getByLabel('新口令'), again = share.getByLabel('再输一次');
  assert.equal(await first.getAttribute('type'), 'password');
  assert.equal(await first.getAttribute('autocomplete'), 'new-password');
  await first.fill('short');
  await again.fill('short');
  await share.getByRole('button', { name: '加锁' }).click();
  await share.getByText(/^太短/).waitFor();
  await first.fill(passphrase);
  await share.getByRole('button', { name: '加锁' }).click();
  await share.getByText('两次不一样').waitFor();
  await again.fill(passphrase);
  await share.getByRole('button', { name: '加锁' }).click();
  await share.getByText(/^链接长 [\d,]+ 个字符。/).waitFor();
  await share.getByRole('button', { name: '复制链接' }).click();
  const link = await pasted(page);
  assert.match(link, /#\/link\/2\.[\w-]+$/);

  const { page: other } = await launchChromium({ t, init: storedCases('1.zh') });
  await other.goto(link);
  await whenReady(other);
  await noPayload(other);
  const dialog = other.getByRole('dialog', { name: '需要口令' }), field = dialog.getByLabel('口令', { exact: true });
  assert.equal(await field.getAttribute('type'), 'password');
  await field.fill('not this one');
  await dialog.getByRole('button', { name: '解锁' }).click();
  await dialog.getByText('口令不对，或者内容已经损坏。').first().waitFor();
  await dialog.getByRole('checkbox', { name: '显示口令' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await field.fill(passphrase);
  await other.keyboard.press('Enter');
  await other.getByRole('dialog', { name: '链接里的单子' }).getByRole('button', { name: '加为副本' }).click();
  await other.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
});

test('a file with a passphrase opens with it, chosen, pasted and cut off', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true });
  await openApp(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: '加口令的文件' }).click();
  const dialog = page.getByRole('dialog', { name: '导出加口令的文件' });
  await dialog.getByLabel('新口令').fill(passphrase);
  await dialog.getByLabel('再输一次').fill(passphrase);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /^节能改造 .* 加锁\.txt$/);
  const text = await readFile(await download.path(), 'utf8');
  assert.match(text, /^deal-compass-locked\/1\n[\w-]{76}\n/);
  assert.doesNotMatch(Buffer.from(text.split('\n').slice(1).join(''), 'base64url').toString('latin1'), /deal-compass|"name"/);

  const { page: other } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(other);
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  const whole = join(folder, 'whole.txt'), cut = join(folder, 'cut.txt');
  await writeFile(whole, text);
  await writeFile(cut, text.slice(0, 22 + 7 * 77));  // whole lines: what is left is base64
  const ask = other.getByRole('dialog', { name: '需要口令' });
  const give = async () => {
    await ask.getByLabel('口令', { exact: true }).fill(passphrase);
    await other.keyboard.press('Enter');
  };
  for (const file of [cut, whole]) {
    const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.keyboard.press('Control+o')]);
    await chooser.setFiles(file);
    await ask.getByText(/用口令锁住了/).waitFor();
    await give();
    if (file === cut) {
      await ask.getByText('口令不对，或者内容已经损坏。').first().waitFor();
      await other.keyboard.press('Escape');
    } else {
      await other.getByRole('dialog', { name: '导入后会改变什么' }).getByText(/新增：临江化工 · 节能改造/).waitFor({ state: 'attached' });
      await other.keyboard.press('Escape');
    }
    await other.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await paste(other, text);
  await give();
  await other.getByRole('button', { name: '导入', exact: true }).click();
  await other.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
});

test('every bit of a locked text that is another one is refused', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const { size, flips, opened, derived, took } = await page.evaluate(async () => {
    const { vault } = Module, secret = 'a passphrase', start = performance.now();
    const locked = await vault.lock(secret, new TextEncoder().encode('x'.repeat(1024 - 52)), 100000);
    const key = await vault.keyOf(secret, vault.headOf(locked));
    let opened = 0, derived = 0, flips = 0;
    for (let at = 0; at < locked.length; ++at) {
      for (let bit = 0; bit < 8; ++bit, ++flips) {
        const other = locked.slice();
        other[at] ^= 1 << bit;
        // Where neither salt nor iterations are others the key is the same; else it is made anew, unless the head is refused before.
        const tried = async () => {
          if (at < 4 || at >= 24) return vault.open(key, other);
          const made = await vault.keyOf(secret, vault.headOf(other));
          ++derived;
          return vault.open(made, other);
        };
        await tried().then(() => ++opened, () => {});
      }
    }
    return { size: locked.length, flips, opened, derived, took: performance.now() - start };
  });
  t.diagnostic(`${flips} flips of ${size} bytes, ${derived} keys, ${Math.round(took)} ms`);
  assert.equal(opened, 0);
  assert.equal(flips, size * 8);
  const bounds = await page.evaluate(async () => {
    const locked = await Module.vault.lock('a passphrase', new Uint8Array(9), 100000), refused = [];
    for (const rounds of [0, 1, 99999, 2000001, 0xffffffff]) {
      const other = locked.slice(), start = performance.now();
      new DataView(other.buffer).setUint32(4, rounds);
      await Module.vault.unlock('a passphrase', other).catch(() => refused.push(performance.now() - start));
    }
    return refused;
  });
  assert.equal(bounds.length, 5);
  assert.ok(Math.max(...bounds) < 20, 'refused before any work');
});

test('a page from a file copies what can be pasted onto another page, and takes it', async (t) => {
  const { page } = await launchChromium({ t });
  await page.goto(new URL('../../dist/deal-compass.html', import.meta.url).href);
  await whenReady(page);
  const share = await openShare(page);
  await share.getByText(/没有别人能打开的网址/).waitFor();
  await share.getByRole('button', { name: '复制这一段' }).click();
  const text = await pasted(page);
  assert.match(text, /^#\/link\/1\.[\w-]+\.[0-9a-f]{8}$/);
  const { page: other } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(other);
  await paste(other, `请看：${text} 谢谢`);
  await other.getByRole('dialog', { name: '链接里的单子' }).getByRole('button', { name: '加为副本' }).click();
  await other.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
});

test('Firefox: a link is opened and taken over, a file is locked', async (t) => {
  const { page } = await launchFirefox({ t });
  const find = (role, name) => page.waitForSelector(`[role=${role}][aria-label="${name}"]`);
  await openApp(page, linkOf(changed((file) => { file.deals[0].owner = '别人'; })));
  await (await find('button', '加为副本')).click();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=heading]')].some((one) => one.textContent === '临江化工 · 节能改造（副本）'));
  await noPayload(page);
  const opened = await page.evaluate(async () => {
    const locked = await Module.vault.lock('a passphrase', new TextEncoder().encode('words'));
    return new TextDecoder().decode(await Module.vault.unlock('a passphrase', locked));
  });
  assert.equal(opened, 'words');
});
