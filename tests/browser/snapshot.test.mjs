// What a screen reader is given on every screen, in both languages: the tree of roles, names, values and states as it was agreed on.
// After a change that is meant, `UPDATE_SNAPSHOTS=1 node --test tests/browser/snapshot.test.mjs` writes the files anew; read them.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from './harness.mjs';
import { eachScreen } from './screens.mjs';

// As it stands once it stands still: what a screen computes may come a frame after its first.
async function settledTree(page) {
  for (let before;;) {
    const tree = `${await page.locator('body').ariaSnapshot()}\n`;
    if (tree === before) return tree;
    before = tree;
    // However slow the machine: what was asked for a frame has had it, and what that asked for another.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await pause(200);
  }
}

const folder = new URL('snapshots/', import.meta.url);

for (const [locale, language] of [['zh-CN', 'zh'], ['en-US', 'en']]) {
  test(`the accessibility tree of every screen, ${language}`, async (t) => {
    const { page } = await launchChromium({ t, locale, timezoneId: 'Asia/Shanghai' });
    await page.clock.setFixedTime(new Date('2026-11-21T10:42:00+08:00'));
    await eachScreen(page, { english: language === 'en' }, async (name) => {
      const file = new URL(`${name}.${language}.yml`, folder);
      const tree = await settledTree(page);
      if (process.env.UPDATE_SNAPSHOTS) {
        await mkdir(folder, { recursive: true });
        await writeFile(file, tree);
      }
      assert.equal(tree, await readFile(file, 'utf8'), name);
    });
  });
}
