// Files that are broken in every way: each is refused with a sentence that says where, and nothing changes.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { launchChromium, openApp } from './harness.mjs';

const sample = JSON.parse(await readFile(new URL('../../assets/cases/3.zh.json', import.meta.url), 'utf8'));
const changed = (change) => {
  const copy = structuredClone(sample);
  change(copy);
  return JSON.stringify(copy);
};

const broken = {
  'cut off in the middle': { text: JSON.stringify(sample).slice(0, 3000) },
  'a wrong type deep inside': { text: changed((file) => { file.deals[0].people[0].support = 'very much'; }), path: '/deals/0/people/0/support' },
  'an unknown major version': { text: changed((file) => { file.version = '2.0'; }), path: '/version' },
  '300 levels deep': { text: `{"format":"deal-compass","version":"1.0","later":${'['.repeat(300)}${']'.repeat(300)}}` },
  'a lone surrogate': { text: JSON.stringify(sample).replace('临江化工', '\\ud800') },
  'a NUL byte': { text: JSON.stringify(sample).replace('临江化工', '临\\u0000江') },
  'the same id twice': { text: changed((file) => { file.deals.push(file.deals[0]); }), path: '/deals/1/id' },
  'no JSON at all': { text: 'PK\u0003\u0004 this is a spreadsheet' },
  'an empty file': { text: '' },
};

test('every broken file is refused with a sentence and the place, and nothing changes', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  const before = await stored();
  for (const [name, { text, path }] of Object.entries(broken)) {
    const file = join(folder, `${name}.json`);
    await writeFile(file, text);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await chooser.setFiles(file);
    const dialog = page.getByRole('dialog', { name: '没有导入' });
    await dialog.getByText(`${name}.json 有错，整份没有导入：`).waitFor();
    await dialog.getByText('你的单子没有任何改动。').waitFor();
    if (path) await dialog.getByText(path).first().waitFor();
    assert.doesNotMatch(await dialog.innerText(), /error_|[a-z]+_[a-z]+_/, name);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await dialog.waitFor({ state: 'detached' });
  }
  assert.equal(await stored(), before);
  await page.getByRole('button', { name: /^现在：方案·平手·活跃/ }).waitFor();
});

test('a good file of 20 MB is imported, and one beside it that is too large is named', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  const many = structuredClone(sample);
  const one = many.deals[0];
  delete one.teaching;
  many.deals = Array.from({ length: 900 }, (_, i) => ({ ...one, id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, name: `第 ${i} 单` }));
  const text = JSON.stringify(many);
  assert.ok(text.length > 12e6 && Buffer.byteLength(text) > 18e6, `${Buffer.byteLength(text)} bytes`);
  const good = join(folder, 'good.json'), large = join(folder, 'large.json');
  await writeFile(good, text);
  await writeFile(large, ' '.repeat(65 * 1024 * 1024));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles([large, good]);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('large.json').waitFor();
  await dialog.getByText('文件超过 64 MB').waitFor();
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '单子', exact: true }).click();
  await page.getByRole('link', { name: /第 0 单/ }).waitFor();
});

test('a file of 50 MB ends in a sentence', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page);
  const file = join(await mkdtemp(join(tmpdir(), 'compass-')), 'large.json');
  await writeFile(file, `{"format":"deal-compass","version":"1.0","deals":[${'{"id":1},'.repeat(5_600_000)}{}]}`);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(file);
  await page.getByRole('dialog', { name: '没有导入' }).getByText('large.json 有错，整份没有导入：').waitFor();
});
