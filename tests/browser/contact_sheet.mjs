// Pictures of every screen in both languages, both themes and four sizes, as one page to look through:
//
//   node tests/browser/contact_sheet.mjs [FOLDER [FOLDER_OF_MOCK_UPS]]        writes FOLDER/index.html, build/contact_sheet where none is named
//
// Needs what tests/run browser builds and installs. A mock-up named like 3-funnel-light.png stands beside the pictures of `funnel`.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchChromium, openApp } from './harness.mjs';
import { eachScreen } from './screens.mjs';
import { storedCases } from './stored.mjs';

const [folder = 'build/contact_sheet', mockUps] = process.argv.slice(2);
const languages = { zh: 'zh-CN', en: 'en-US' };
const desktops = [[1366, 768], [1920, 1080]], phones = [[390, 844], [360, 640]];
// What has an address of its own; on a phone nothing else is walked to.
const tabs = ['compass', 'people', 'sheet', 'gates', 'visit', 'story'];
const addresses = ['deals', 'funnel', 'customers', 'review', 'handbook', 'deals/settings', 'deals/search'];

const pictures = new Map();  // screen → files
async function take(page, screen, look) {
  const file = join(folder, `${screen}-${look}.png`);
  await page.screenshot({ path: file });
  pictures.set(screen, [...pictures.get(screen) ?? [], file]);
}

async function desktop(language, colorScheme, [width, height]) {
  const { page, close } = await launchChromium({ locale: languages[language], colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
  await eachScreen(page, { english: language === 'en' }, (name) => take(page, name, `${language}-${colorScheme}-${width}`));
  await close();
}

async function phone(language, colorScheme, [width, height]) {
  const { page, close } = await launchChromium({
    locale: languages[language], colorScheme, viewport: { width, height }, deviceScaleFactor: 2, isMobile: true, hasTouch: true,
    reducedMotion: 'reduce', init: storedCases(`1.${language}`, `3.${language}`),
  });
  await openApp(page, '#/deals');
  const workspace = await page.evaluate(() => globalThis.Module.rescue());
  const { id } = JSON.parse(workspace).deals[1];
  for (const address of [...addresses, ...tabs.map((tab) => `deal/${id}/${tab}`)]) {
    await page.evaluate((hash) => location.hash = hash, `#/${address}`);
    await page.waitForTimeout(600);
    await take(page, address.split('/').at(-1), `${language}-${colorScheme}-${width}`);
  }
  await close();
}

await mkdir(folder, { recursive: true });
for (const language of Object.keys(languages)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const size of desktops) await desktop(language, colorScheme, size);
    for (const size of phones) await phone(language, colorScheme, size);
  }
}
const drawn = mockUps ? (await readdir(mockUps)).filter((name) => name.endsWith('.png')) : [];
const figure = (file, words) => `<figure><a href="${file}"><img src="${file}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
const section = ([screen, files]) => {
  const beside = drawn.filter((name) => name.includes(screen.split('-')[0])).map((name) => figure(relative(folder, join(mockUps, name)), name));
  return `<h2>${screen}</h2>\n${[...beside, ...files.map((file) => figure(relative(folder, file), relative(folder, file)))].join('\n')}`;
};
await writeFile(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Deal Compass: every screen</title>
<style>body { font: 13px sans-serif; margin: 24px } figure { display: inline-block; margin: 8px; vertical-align: top } img { max-width: 420px; max-height: 420px; border: 1px solid #ccc }</style>
${[...pictures].map(section).join('\n')}\n`);
console.log(`${[...pictures.values()].flat().length} pictures of ${pictures.size} screens in ${join(folder, 'index.html')}`);
