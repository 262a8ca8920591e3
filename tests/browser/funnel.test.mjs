// The funnel's screen by roles and names: the sample team, what a press on a step shows, the way to a deal, 10,000 deals.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp, served, whenReady } from './harness.mjs';

const links = (page, table = '单子') => page.getByRole('table', { name: table }).getByRole('link');

async function openTeam(page) {
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '已打开示例团队：36 张单子' }).waitFor();
}

test('the sample team is asked for behind the first frame and comes without a request, as one step', async (t) => {
  const { page } = await launchChromium({ t, serviceWorkers: 'block' });
  await openApp(page);
  const [frame, asked] = await page.evaluate(() => {
    const file = performance.getEntriesByType('resource').find(({ name }) => /\/library-\w+\.json$/.test(name));
    return [performance.getEntriesByName('first-frame')[0].startTime, file.startTime];
  });
  assert.ok(asked >= frame, `asked at ${asked}, first frame at ${frame}`);
  await page.getByRole('button', { name: '漏斗', exact: true }).click();
  await openTeam(page);
  assert.match(page.url(), /#\/funnel$/);
  await page.getByText(/ 23 张在跟 /).waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await page.getByText(/ 1 张在跟 /).waitFor();
});

test('without its samples the page works and says so when they are asked for', async (t) => {
  const { page, allow } = await launchChromium({ t, serviceWorkers: 'block' });
  allow(/ERR_FAILED/);
  await page.route(/\/library-/, (route) => route.abort());
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: '打开示例团队' }).click();
  await page.getByRole('status').filter({ hasText: '示例团队没有下载下来' }).waitFor();
});

test('steps, quarters, order and groups say what the table shows; a deal leads to its compass and back', async (t) => {
  const { page } = await launchChromium({ t });
  await openApp(page, '#/funnel');
  await openTeam(page);
  const steps = page.getByRole('table', { name: '七步漏斗' });
  assert.equal(await steps.getByRole('button').count(), 7);
  const row = (step) => steps.getByRole('row').filter({ has: page.getByRole('button', { name: new RegExp(`^${step} `) }) });
  const count = Number(await row('P6').getByRole('cell').nth(1).textContent());
  await row('P6').getByRole('button').click();
  await page.getByRole('button', { name: '筛选：P6' }).waitFor();
  assert.equal(await links(page).count(), count);
  await row('P6').getByRole('button').press('Enter');
  await page.getByRole('button', { name: '筛选', exact: true }).waitFor();

  await page.getByRole('radio', { name: '按金额' }).click();
  await page.getByRole('button', { name: '分组', exact: true }).click();
  await page.getByRole('menuitem', { name: '负责人' }).click();
  await page.getByRole('button', { name: '分组：负责人' }).waitFor();
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('menuitem', { name: '签约', exact: true }).click();
  await page.getByRole('table', { name: '单子' }).getByRole('columnheader', { name: '签约' }).waitFor({ state: 'detached' });

  const first = await links(page).first().getAttribute('aria-label');
  await links(page).first().press('Enter');
  await page.getByRole('heading', { name: first, level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '漏斗与预测', level: 1 }).waitFor();
});

test('whom to look at first, and the 64 positions, by keyboard', async (t) => {
  const { page } = await launchChromium({ t, locale: 'en-US' });
  await openApp(page, '#/funnel');
  await page.getByRole('button', { name: 'Open the sample team' }).click();
  await page.getByText(/ 23 open deals /).waitFor();
  await page.getByRole('tab', { name: 'Look here first' }).press('Enter');
  await page.getByRole('heading', { name: /^Help .+ first: .+, worth ¥/ }).waitFor();
  assert.ok(await page.getByRole('list', { name: 'Look here first' }).getByRole('link').count() >= 10);
  await page.getByRole('tab', { name: '64 positions' }).press('Enter');
  const positions = page.getByRole('group', { name: '64 positions' }).getByRole('button');
  const names = await positions.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await positions.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const where = names[1].split(':')[0];
  await page.getByRole('heading', { name: where }).waitFor();
  assert.equal(await page.getByRole('list', { name: where }).getByRole('link').count(), Number(/(\d+) deal/.exec(names[1])[1]));
});

test('the team is there after a visit without a network', async (t) => {
  const { page, context } = await launchChromium({ t });
  await openApp(page, '#/funnel');
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
  });
  await context.setOffline(true);
  await page.reload();
  await whenReady(page);
  await openTeam(page);
});

// 2,000 deals, as many as a browser stores: those of the sample team again and again, without their people and papers.
function manyDeals() {
  const team = JSON.parse(readFileSync(new URL('../../assets/cases/portfolio.zh.json', import.meta.url), 'utf8'));
  const deals = Array.from({ length: 2_000 }, (_, i) => {
    const { customer, name, owner, objective, trail, funnel_stage, stage_history, status, ended, end_reason, position: { claimed }, id } = team.deals[i % team.deals.length];
    return { customer, name, owner, objective, trail, funnel_stage, stage_history, status, ended, end_reason, position: { claimed }, id: id.slice(0, 24) + i.toString(16).padStart(12, '0') };
  });
  const text = JSON.stringify(JSON.stringify({ ...team, deals }));
  return `location.protocol === "about:" || localStorage.setItem('deal-compass/workspace', ${text})`;
}

test('of many deals the table holds only what is in sight, and scrolls to the others', async (t) => {
  const { page } = await launchChromium({ t, init: manyDeals() });
  await openApp(page, '#/funnel');
  await page.getByText(/ 1,\d{3} 张在跟 /).waitFor({ timeout: 60_000 });
  assert.ok(await page.locator('#mirror *').count() < 1500);
  assert.ok(await links(page).count() < 60);
  const before = await links(page).first().getAttribute('aria-label');
  const { x, y } = await page.getByRole('table', { name: '单子' }).boundingBox();
  await page.mouse.move(x + 200, y + 120);
  for (let i = 0; i < 20; ++i) await page.mouse.wheel(0, 2000);
  await page.waitForFunction((label) => document.querySelector('[role="rowgroup"] [role="link"]').getAttribute('aria-label') !== label, before);
});

test('Firefox: the sample team, a step, a deal', async (t) => {
  const { page } = await launchFirefox({ t });
  await page.goto(new URL('#/funnel', await served()).href);
  await whenReady(page);
  const find = (name) => page.waitForSelector(`aria/${name}`);
  await (await find('打开示例团队[role="button"]')).click();
  const step = await page.waitForSelector('::-p-xpath(//*[@role="button" and starts-with(@aria-label, "P6 ")])');
  await step.click();
  await find('筛选：P6[role="button"]');
  await (await page.waitForSelector('[role="table"] [role="link"]')).click();
  await page.waitForFunction(() => /#\/deal\//.test(location.hash));
});
