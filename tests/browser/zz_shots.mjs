// throw-away
import { launchChromium, openApp } from './harness.mjs';
const out = process.env.OUT ?? '/tmp/gates';
const what = process.argv.slice(2);
export async function shoot(name, { width, height, english, dark, dpr = 1, touch = false }, walk) {
  if (what.length && !what.some((w) => name.includes(w))) return;
  const { page, close } = await launchChromium({ viewport: { width, height }, locale: english ? 'en-US' : 'zh-CN', colorScheme: dark ? 'dark' : 'light', deviceScaleFactor: dpr, hasTouch: touch });
  try {
    await openApp(page);
    await walk(page, (zh, en) => (english ? en : zh), async (suffix = '') => { await page.waitForTimeout(250); await page.screenshot({ path: `${out}/${name}${suffix}.png` }); });
  } catch (error) { console.log(name, String(error).slice(0, 600)); await page.screenshot({ path: `${out}/${name}-failed.png` }); }
  await close().catch((e) => console.log(name, String(e).slice(0, 400)));
}
