import { shoot } from './zz_shots.mjs';
const gates = async (page, say) => { await page.getByRole('tab', { name: say('阶段门', 'Gates') }).click(); await page.getByRole('list', { name: say('过关条件', 'Gate conditions') }).waitFor(); };
const walk = async (page, say, shot) => {
  await gates(page, say); await shot();
  await page.getByRole('button', { name: say('：记一条事实', ': add a fact') }).nth(1).click(); await shot('-fact');
};
await shoot('zh-light-1366', { width: 1366, height: 768 }, walk);
await shoot('en-dark-1366', { width: 1366, height: 768, english: true, dark: true }, walk);
await shoot('zh-dark-1920', { width: 1920, height: 1080, dark: true }, walk);
await shoot('en-light-1024', { width: 1024, height: 700, english: true }, walk);
const phone = async (page, say, shot) => {
  await page.getByRole('button', { name: say(/更多页面|更多/, /More/) }).first().click().catch(() => {});
  await shot('-menu');
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/compass.*/, 'gates'));
  await page.getByRole('list', { name: say('过关条件', 'Gate conditions') }).waitFor(); await shot();
  await page.mouse.move(200, 500); await page.mouse.wheel(0, 900); await shot('-2'); await page.mouse.wheel(0, 1500); await shot('-3');
};
await shoot('zh-phone', { width: 390, height: 844, dpr: 2 }, phone);
await shoot('en-phone', { width: 320, height: 640, dpr: 2, english: true, dark: true }, phone);
await shoot('zh-end', { width: 1366, height: 900 }, async (page, say, shot) => {
  await gates(page, say);
  await page.getByRole('radio', { name: /^P7/ }).click();
  await page.getByRole('button', { name: say('修改：合同与首付款', 'Change: Contract and first payment') }).click(); await shot('-pay');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('结束这张单子', 'Close the deal') }).click(); await shot('-end');
  await page.getByRole('radio', { name: say('输单', 'Lost') }).click(); await shot('-lost');
});
await shoot('en-end', { width: 1366, height: 900, english: true, dark: true }, async (page, say, shot) => {
  await gates(page, say);
  await page.getByRole('button', { name: say('结束这张单子', 'Close the deal') }).click();
  await page.getByRole('radio', { name: say('输单', 'Lost') }).click();
  await page.getByRole('button', { name: 'Reason' }).click(); await page.getByRole('menuitem').first().click();
  await page.getByRole('textbox', { name: 'What it taught us' }).fill('We met the CFO too late.');
  await shot('-lost');
  await page.getByRole('button', { name: 'Save' }).click(); await shot('-closed');
});
