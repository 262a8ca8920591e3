// What was done is there again: after a kill at any moment, beside other tabs, with storage full, blocked or damaged.
//
//   KILLS=1000 node --test tests/browser/storage.test.mjs       the long form; tests/run kills
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { launchChromium, openApp, whenReady } from './harness.mjs';
import { storedCases, storedWorkspace } from './stored.mjs';

const kills = Number(process.env.KILLS || 50);
// How far the long form is.
const count = (done, of, what) => done % 100 === 0 && done < of && console.log(`${done} of ${of} ${what}`);
const randoms = (seed) => (n) => (seed = seed * 48271 % 2147483647) % n;
const editsHere = '在这里编辑';
const levels = ['落后', '平手', '领先', '单一'];

async function setCompetition(page, level) {
  const now = page.getByRole('button', { name: /^竞争形势：/ });
  if (!(await page.getByRole('radio', { name: level, exact: true }).count())) await now.click();
  await page.getByRole('radio', { name: level, exact: true }).click();
}
// On the button of the axis, or in its editor where that is open.
const shows = (page, level) => page.getByRole('button', { name: `竞争形势：${level}` })
  .or(page.getByRole('radio', { name: level, exact: true, checked: true })).first().waitFor();
const competition = async (page) => JSON.parse(await storedWorkspace(page))?.deals[0].position.claimed.competition;
const words = { behind: '落后', level: '平手', ahead: '领先', sole: '单一' };

test('a workspace of the form before opens, is taken over with the first edit, and an edit among 100 deals writes little', async (t) => {
  const { page } = await launchChromium({ t, init: storedCases('1.zh') });
  await openApp(page, '#/deals');
  const before = JSON.parse(await storedWorkspace(page));
  await page.evaluate((before) => {
    const deals = [...Array(100).keys()].map((i) => ({ ...before.deals[0], id: before.deals[0].id.slice(0, -3) + String(i + 100) }));
    localStorage.setItem('deal-compass/workspace', JSON.stringify({ ...before, deals }));
  }, before);
  await page.reload();
  await whenReady(page);
  const single = await page.evaluate(() => localStorage.getItem('deal-compass/workspace'));
  await page.getByRole('link').first().click();
  await page.evaluate(() => {
    globalThis.written = 0;
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function(key, value) {
      globalThis.written += key.length + String(value).length;
      set.call(this, key, value);
    };
  });
  await setCompetition(page, '落后');
  assert.equal(await page.evaluate(() => localStorage.getItem('deal-compass/workspace')), single, 'the old form stays as it was');
  await page.evaluate(() => globalThis.written = 0);
  await setCompetition(page, '领先');
  const written = await page.evaluate(() => globalThis.written);
  t.diagnostic(`an edit writes ${written} characters; the workspace has ${single.length}`);
  assert.ok(written > 0 && written < single.length / 10, `${written}`);
  assert.equal(JSON.parse(await storedWorkspace(page)).deals.length, 100);
  await page.reload();
  await whenReady(page);
  assert.equal(await competition(page), 'ahead');
});

// The tab is killed as a crash does it, and what it stored is opened in another one.
async function killed(tab, context) {
  const fresh = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await Promise.race([cdp.send('Page.crash').catch(() => {}), tab.waitForEvent('crash').catch(() => {})]);
  await tab.close();
  await openApp(fresh);
  return fresh;
}

test(`killed at ${kills} moments after an edit: what was said to be saved is there, whole`, async (t) => {
  const { page, context } = await launchChromium({ t });
  await openApp(page);
  let tab = page, last = '平手', lost = 0;
  const random = randoms(11);
  for (let i = 0; i < kills; ++i) {
    const next = levels.filter((level) => level !== last)[random(3)];
    await setCompetition(tab, next);
    last = next;
    await tab.waitForTimeout(random(500));
    tab = await killed(tab, context);
    if (words[await competition(tab)] !== next) ++lost;
    await shows(tab, next);
    count(i + 1, kills, `kills, ${lost} lost`);
  }
  t.diagnostic(`${kills} kills after an edit, ${lost} lost`);
  assert.equal(lost, 0);
});

test(`killed at ${kills / 5} moments while writing: what was written is there, but for the last moment`, async (t) => {
  const { page, context } = await launchChromium({ t });
  await openApp(page);
  let tab = page, latest = 0;
  const random = randoms(7), text = [...'临江化工二期节能改造，严总让刘部长先看看样板，下周三去锅炉房谈停机那几天怎么安排'];
  for (let i = 0; i < kills / 5; ++i) {
    await tab.evaluate(() => location.hash = '#/deals/new');
    const box = tab.getByRole('textbox', { name: '项目' });
    await box.click();
    const written = [], ends = Date.now() + 150 + random(500);
    while (Date.now() < ends && written.length < text.length) {
      await tab.keyboard.insertText(text[written.length]);
      written.push(Date.now());
    }
    await tab.waitForTimeout(random(150));
    const at = Date.now();
    tab = await killed(tab, context);
    // Of what was written long enough before the kill nothing may be missing.
    const due = written.filter((time) => at - time > 1000).length;
    const offer = tab.getByRole('button', { name: '看看' });
    let kept = 0;
    if (due || await offer.waitFor({ timeout: 2000 }).then(() => true, () => false)) {
      await offer.click();
      const words = await tab.getByRole('dialog', { name: '没存下的文字' }).innerText();
      while (kept < written.length && words.includes(text.slice(0, kept + 1).join(''))) ++kept;
      await tab.getByRole('button', { name: '不要了' }).click();
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
    }
    assert.ok(kept >= due, `${kept} of ${due} characters`);
    if (kept < written.length) latest = Math.max(latest, at - written[kept]);
    count(i + 1, kills / 5, `kills while writing, ${latest} ms`);
  }
  t.diagnostic(`what was lost had been written ${latest} ms before the kill at most`);
});

test('storage that is full says so, goes on in memory, and saves again once there is room', async (t) => {
  const { page } = await launchChromium({ t, acceptDownloads: true });
  await openApp(page);
  await setCompetition(page, '落后');
  const before = await storedWorkspace(page);
  await page.evaluate(() => {
    let size = 1 << 20;
    for (let i = 0; size >= 1;) {
      try {
        localStorage.setItem(`filler-${i++}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await setCompetition(page, '单一');
  await page.getByRole('alert').filter({ hasText: /存储空间满了/ }).waitFor();
  assert.equal(await storedWorkspace(page), before, 'what was saved stays');
  await shows(page, '单一');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载全部数据' }).click()]);
  assert.match(await readFile(await download.path(), 'utf8'), /"competition": "sole"/);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('filler')).forEach((key) => localStorage.removeItem(key)));
  await setCompetition(page, '领先');
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  assert.equal(await competition(page), 'ahead');
});

test('what another tab, or the browser itself, cleared away is told, and saved again on demand', async (t) => {
  const { page, context, allow } = await launchChromium({ t });
  allow(/favicon|404/);  // of the other tab, which is no page
  await openApp(page);
  await setCompetition(page, '落后');
  const other = await context.newPage();
  await other.goto(new URL('manifest.webmanifest', page.url()).href);
  const cleared = page.getByRole('alert').filter({ hasText: /被清空了/ });
  for (const clear of [() => other.evaluate(() => localStorage.clear()), () => page.evaluate(() => {
    localStorage.clear();
    document.dispatchEvent(new Event('visibilitychange'));
  })]) {
    await clear();
    await cleared.waitFor();
    assert.ok(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))), 'leaving asks');
    assert.equal(await storedWorkspace(page), null);
    await page.getByRole('button', { name: '重新保存' }).click();
    await cleared.waitFor({ state: 'detached' });
    assert.equal(await competition(page), 'behind');
  }
  await page.reload();
  await whenReady(page);
  await shows(page, '落后');
});

test('a later version of the program that saves here is told at once; what was not saved any more is offered', async (t) => {
  const { page, context, allow } = await launchChromium({ t, acceptDownloads: true });
  allow(/favicon|404/);
  await openApp(page);
  await setCompetition(page, '落后');
  const other = await context.newPage();
  await other.goto(new URL('manifest.webmanifest', page.url()).href);
  const later = 'deal-compass-store/2 whatever comes then';
  await other.evaluate((later) => localStorage.setItem('deal-compass/index/a', later), later);
  await page.getByRole('alert').filter({ hasText: '请刷新页面' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '下载全部数据' }).count(), 0);
  await setCompetition(page, '领先');
  await page.getByRole('alert').filter({ hasText: '最近的修改没有保存' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载全部数据' }).click()]);
  assert.match(await readFile(await download.path(), 'utf8'), /"competition": "ahead"/);
  assert.equal(await page.evaluate(() => localStorage.getItem('deal-compass/index/a')), later);
  await page.getByRole('button', { name: '刷新' }).waitFor();
});

test('storage that is blocked says so and goes on in memory', async (t) => {
  const { page } = await launchChromium({
    t, init: () => {
      for (const name of ['getItem', 'setItem', 'removeItem']) {
        Storage.prototype[name] = () => {
          throw new DOMException('blocked', 'SecurityError');
        };
      }
    },
  });
  await openApp(page);
  await setCompetition(page, '落后');
  await page.getByRole('alert').filter({ hasText: /不允许保存数据/ }).waitFor();
  await shows(page, '落后');
});

test('a damaged record opens the generation before, keeps the text, and says so', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  await setCompetition(page, '落后');
  await setCompetition(page, '领先');
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('deal-compass/deal/') && /"competition":"ahead"/.test(localStorage.getItem(key)));
    localStorage.setItem(key, localStorage.getItem(key).slice(0, 300));
  });
  await page.reload();
  await whenReady(page);
  await page.getByRole('alert').filter({ hasText: /有一部分损坏/ }).waitFor();
  await shows(page, '落后');
  assert.match(await page.evaluate(() => localStorage.getItem('deal-compass/unreadable')), /^deal\/|\ndeal\//);
});

test('of two tabs one edits and the other follows; in 50 random interleavings no edit is lost', async (t) => {
  const { page: one, context } = await launchChromium({ t });
  await openApp(one);
  await setCompetition(one, '落后');
  const other = await context.newPage();
  await openApp(other);
  await other.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor();
  await setCompetition(one, '单一');
  await shows(other, '单一');

  await other.getByRole('button', { name: editsHere }).click();
  await one.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor();
  let lost = 0, last = '单一';
  const random = randoms(5);
  for (let i = 0; i < 50; ++i) {
    const tab = random(2) ? one : other;
    const next = levels.filter((level) => level !== last)[random(3)];
    // In the tab that follows an edit takes over by itself. Either may hear of the last edit before or after its own.
    if (random(2)) await shows(tab, last);
    await setCompetition(tab, next);
    await shows(tab, next);
    for (let look = 0; look < 40 && words[await competition(tab)] !== next; ++look) await tab.waitForTimeout(50);
    if (words[await competition(tab)] !== next) ++lost;
    last = next;
  }
  assert.equal(lost, 0);
  for (const tab of [one, other]) await shows(tab, last);
  // The one that edits closes: the other goes on by itself.
  const editing = await one.getByRole('button', { name: editsHere }).count() ? other : one, left = editing === one ? other : one;
  await editing.close();
  await left.getByRole('status').filter({ hasText: /另一个标签页正在编辑/ }).waitFor({ state: 'detached' });
  await setCompetition(left, last === '平手' ? '领先' : '平手');
  assert.equal(words[await competition(left)], last === '平手' ? '领先' : '平手');
});
