// What is stored in the browser, locked with a passphrase: nobody reads it there, and nothing of it is lost on the way in and out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, served, whenReady } from './harness.mjs';
import { storedWorkspace } from './stored.mjs';

const passphrase = '海上生明月 2027';
const open = /^deal-compass\/(page|settings|saved|backup|lock|lock-copy)$/;

const keep = async (page, move = /^竞争提升 → 领先/) => {
  await page.getByRole('button', { name: move }).first().click();
  await page.getByRole('button', { name: '保留' }).click();
};
async function settings(page) {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  return page.getByRole('dialog', { name: '设置' });
}
async function lock(page) {
  await (await settings(page)).getByRole('button', { name: '用口令锁住' }).click();
  const dialog = page.getByRole('dialog', { name: '用口令锁住' });
  await dialog.getByText('口令忘了，就再也打不开：没有人能找回。').waitFor();
  await dialog.getByLabel('新口令').fill(passphrase);
  await dialog.getByLabel('再输一次').fill(passphrase);
  await dialog.getByRole('button', { name: '加锁' }).click();
  await page.getByRole('status').filter({ hasText: '已用口令锁住' }).waitFor();
}
async function unlock(page, words = passphrase) {
  await page.getByRole('heading', { name: '已用口令锁住' }).waitFor();
  const field = page.getByLabel('口令'), { x, y, width, height } = await field.boundingBox();
  assert.ok(await field.evaluate((field, [x, y]) => document.elementFromPoint(x, y) === field, [x + width / 2, y + height / 2]), 'nothing lies over it');
  await field.fill(words);
  await page.keyboard.press('Enter');
}
// Everything that stands in the browser beside what is needed before.
const readable = (page) => page.evaluate((open) => Object.entries(localStorage).filter(([key]) => !new RegExp(open).test(key)).map(([key, text]) => key + text).join('\n'), open.source);
const at = (page, words) => page.getByRole('button', { name: new RegExp(`^现在：${words}`) }).waitFor();

test('locked, nothing of a deal stands in the browser; the passphrase opens it, another one does not; unlocked, all is as before', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  const before = await storedWorkspace(page);
  await lock(page);
  const sealed = await readable(page);
  assert.ok(sealed.length > 1000);
  assert.doesNotMatch(sealed, /deal-compass\/(?!~)|临江|节能|competition|deals/);
  await keep(page, /^紧迫|^阶段退回|^竞争提升/);
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'loading');
  await unlock(page, 'not this one');
  await page.getByRole('alert').filter({ hasText: '口令不对，或者内容已经损坏。' }).waitFor();
  await unlock(page);
  await whenReady(page);
  await page.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
  assert.match(await page.evaluate(() => JSON.stringify(Object.keys(Module.space))), /deal-compass\/deal\//);
  await keep(page, /^竞争提升|^阶段退回|^紧迫/);
  for (let i = 0; i < 2; ++i) {
    await page.keyboard.press('Control+z');
    await page.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
  }
  await (await settings(page)).getByRole('button', { name: '取消口令锁' }).click();
  await page.getByRole('status').filter({ hasText: '口令锁已取消' }).waitFor();
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(Object.keys(localStorage))), /~|lock/);
  assert.deepEqual(Object.keys(JSON.parse(await storedWorkspace(page))), Object.keys(JSON.parse(before)));
  await page.reload();
  await whenReady(page);
  await page.getByRole('heading', { name: '临江化工 · 节能改造' }).waitFor();
});

test('another tab asks for the passphrase as well, follows what is done in the first, and edits in its turn', async (t) => {
  const { page, context } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  const other = await context.newPage();
  await openApp(other);
  await lock(page);
  await unlock(other);
  await whenReady(other);
  await at(other, '方案·领先·活跃');
  await keep(page, /^阶段退回/);
  await at(other, '意向·领先·活跃');
  await other.getByRole('button', { name: '在这里编辑' }).click();
  await page.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor();
  await keep(other, /^阶段/);
  await at(page, '方案·领先·活跃');
  await page.reload();
  await unlock(page);
  await whenReady(page);
  await at(page, '方案·领先·活跃');
});

test('cut off at any write while it is locked, edited or opened, all of it is there', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  await page.waitForFunction(() => localStorage.getItem('deal-compass/saved'));
  const told = await page.evaluate(async (passphrase) => {
    // Every state that the storage was in, one after the other.
    const { setItem, removeItem } = Storage.prototype, states = [];
    const look = () => states.push({ ...localStorage });
    Storage.prototype.setItem = function(...all) { setItem.apply(this, all); look(); };
    Storage.prototype.removeItem = function(...all) { removeItem.apply(this, all); look(); };
    const plain = { ...localStorage };
    await Module.vault.lockAll(passphrase);
    const locking = states.splice(0);
    const { space } = Module;
    const name = Object.keys(space).find((key) => key.includes('/index/'));
    for (const text of ['one', 'two', plain[name]]) space.setItem(name, text);
    await space.settled();
    const editing = states.splice(0);
    await Module.vault.openAll();
    const opening = states.splice(0);
    Object.assign(Storage.prototype, { setItem, removeItem });
    const ours = (key) => key.startsWith('deal-compass/') && !/\/(page|settings|saved|backup|lock|~.*)$/.test(key);
    const wanted = Object.keys(plain).filter(ours), lost = [];
    for (const [phase, all] of Object.entries({ locking, editing, opening })) {
      all.forEach((state, i) => {
        const locked = 'deal-compass/lock' in state;
        if (!locked && wanted.some((key) => state[key] !== plain[key])) lost.push(`${phase} ${i}: plain`);
        const whole = Object.entries(state).filter(([key, text]) => key.startsWith('deal-compass/~') && /[^\u4000]/.test(text)).length;
        if (locked && whole < wanted.length) lost.push(`${phase} ${i}: ${whole} of ${wanted.length} records`);
      });
    }
    return { lost, counts: [locking.length, editing.length, opening.length], same: wanted.every((key) => localStorage.getItem(key) === plain[key]) };
  }, passphrase);
  t.diagnostic(`storage states: ${told.counts}`);
  assert.deepEqual(told.lost, []);
  assert.ok(told.same);
});

test('storage that is full is said, locked as well, and locking without room changes nothing', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  const fill = () => page.evaluate(() => {
    for (let size = 1 << 20, i = 0; size >= 1;) {
      try {
        localStorage.setItem(`filler-${i++}-${size}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });
  const empty = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('filler')).forEach((key) => localStorage.removeItem(key)));
  await fill();
  const before = await storedWorkspace(page);
  await (await settings(page)).getByRole('button', { name: '用口令锁住' }).click();
  await page.getByLabel('新口令').fill(passphrase);
  await page.getByLabel('再输一次').fill(passphrase);
  await page.getByRole('button', { name: '加锁' }).click();
  await page.getByText(/^没有锁成/).waitFor();
  assert.equal(await storedWorkspace(page), before);
  await page.keyboard.press('Escape');
  await empty();
  await page.keyboard.press('Escape');
  await lock(page);
  await fill();
  await keep(page, /^阶段退回/);
  await page.getByRole('alert').filter({ hasText: /存储空间满了/ }).waitFor();
  await empty();
  await keep(page, /^阶段/);
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
});

test('without input for so long it is locked by itself; what was begun stays behind the screen', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  await lock(page);
  await page.getByRole('button', { name: '修改基本信息' }).click();
  await page.getByRole('textbox', { name: '项目' }).fill('还没保存的名字');
  await page.evaluate(() => {
    Module.idle = 0.02;
    Module.vault.watch();
  });
  await unlock(page);
  await page.getByRole('heading', { name: '已用口令锁住' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('textbox', { name: '项目' }).inputValue(), '还没保存的名字');
  await page.evaluate(() => Module.idle = 0);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('cleared away while it is open, what is saved then opens with the passphrase; so it does where one of its signs is damaged', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await keep(page);
  await lock(page);
  await page.evaluate(() => localStorage.clear());
  await keep(page, /^阶段退回/);
  await page.evaluate(() => Module.space.settled());
  await page.reload();
  await unlock(page);
  await whenReady(page);
  await at(page, '意向·领先·活跃');
  await page.evaluate(() => {
    localStorage.clear();
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.getByRole('button', { name: '重新保存' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.evaluate(() => Module.space.settled());
  for (const name of ['lock', 'lock-copy']) {
    await page.evaluate((name) => localStorage.setItem(`deal-compass/${name}`, 'bm90aGluZw=='), name);
    await page.reload();
    await unlock(page);
    await whenReady(page);
    await at(page, '意向·领先·活跃');
    assert.equal(await page.evaluate(() => localStorage.getItem('deal-compass/lock')), await page.evaluate(() => localStorage.getItem('deal-compass/lock-copy')));
  }
});

test('the search locks it now; the screen stands in English, too', async (t) => {
  const { page } = await launchChromium({ t, locale: 'en-US' });
  await openApp(page);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Lock with a passphrase' }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('Once more').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: /^Locked with a passphrase/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'What to find' }).fill('lock now');
  await page.getByRole('dialog').getByText('Lock now').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Locked with a passphrase' }).waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Open' }).click();
  await whenReady(page);
});

test('where a locked workspace cannot start, the passphrase gives the data out all the same', async (t) => {
  // Without the service worker, which would answer when the network does not.
  const { page, allow } = await launchChromium({ t, serviceWorkers: 'block', acceptDownloads: true });
  await openApp(page);
  await keep(page);
  await lock(page);
  const here = { ...await page.evaluate(() => ({ ...localStorage })) };
  allow(/Failed to load resource|net::ERR_FAILED/);
  await page.route('**/app*.wasm', (route) => route.abort());
  await page.route('**/vault*.js', (route) => route.abort());
  await page.reload();
  await page.getByRole('heading', { name: '赢单罗盘没有下载完整' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^下载我的数据/ }).count(), 0);
  await page.getByRole('button', { name: '用口令取出我的数据' }).click();
  await page.getByRole('button', { name: '现在下载不了，请联网后再试' }).waitFor();
  await page.unroute('**/vault*.js');
  await page.getByRole('button', { name: '现在下载不了，请联网后再试' }).click();
  await unlock(page, 'not this one');
  await page.getByRole('alert').filter({ hasText: '口令不对，或者内容已经损坏。' }).waitFor();
  await unlock(page);
  await page.getByRole('heading', { name: '赢单罗盘没有下载完整' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: '临江化工 · 节能改造' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^下载我的数据/ }).click()]);
  assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).deals[0].position.claimed.competition, 'ahead');
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), here);
  await page.unroute('**/app*.wasm');
  await page.getByRole('button', { name: '重新打开' }).click();
  await unlock(page);
  await whenReady(page);
  await at(page, '方案·领先·活跃');
});

test('where the browser offers no cryptography, that is said', async (t) => {
  const { page } = await launchChromium({ t, init: () => Object.defineProperty(crypto, 'subtle', { value: undefined }) });
  await openApp(page);
  await (await settings(page)).getByText(/^这里不能用口令/).waitFor();
  assert.equal(await page.getByRole('button', { name: '用口令锁住' }).count(), 0);
});

test('Firefox: locked, opened again with the passphrase', async (t) => {
  const { page } = await launchFirefox({ t });
  const find = (name) => page.waitForSelector(`[role=button][aria-label="${name}"]`);
  await openApp(page);
  await (await find('设置')).click();
  await (await find('用口令锁住')).click();
  for (const name of ['新口令', '再输一次']) {
    const field = await page.waitForSelector(`input[aria-label="${name}"]`);
    await field.click();
    await field.type('a long passphrase');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => localStorage.getItem('deal-compass/lock'));
  await page.reload();
  const field = await page.waitForSelector('#passphrase');
  await field.type('a long passphrase');
  await page.keyboard.press('Enter');
  await whenReady(page);
});
