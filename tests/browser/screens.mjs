// Every screen of the app on a desktop, for tests of what must hold on each.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openApp, paste } from './harness.mjs';

// A table of deals as a spreadsheet copies cells.
const cells = [['客户', '项目', '金额（万元）', '签约日期'], ['东海港务', '堆场自动化', '1250', '2027-05-01'], ['西岭水泥', '窑头改造', '很多', '2027-06-01']]
  .map((row) => row.join('\t')).join('\r\n');

// A file with another version of the first deal that is here.
async function theirs(page) {
  await page.getByRole('button', { name: /^(漏斗|Funnel)$/ }).first().click();
  await page.getByRole('button', { name: /^(导出|Export)$/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /JSON/ }).click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  file.deals.length = 1;
  file.customers = file.customers.filter(({ id }) => id === file.deals[0].customer);
  Object.assign(file.deals[0], { owner: '钱多多', status: 'suspended', lessons: 'Wait for the budget.' });
  return JSON.stringify(file);
}
const openFile = (page, name, text) => page.evaluate(([called, words]) => {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  event.dataTransfer = { types: ['Files'], items: [], files: [new File([words], called)] };
  window.dispatchEvent(event);
}, [name, text]);

// Walks from the start of a new user through all screens and calls visit(name) on each, where name is fit for a file.
export async function eachScreen(page, { english = false, path = '' }, visit) {
  const say = (chinese, inEnglish) => (english ? inEnglish : chinese);
  const button = (chinese, inEnglish) => page.getByRole('button', { name: say(chinese, inEnglish), exact: typeof chinese === 'string' }).first();
  const dialog = (chinese, inEnglish) => page.getByRole('dialog', { name: say(chinese, inEnglish) });
  const leave = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  let seen = 0;
  const at = async (name, mark) => {
    await mark.waitFor();
    await visit(name);
    ++seen;
  };
  await openApp(page, path);
  // Who comes for the first time is shown around once.
  await button('看一圈', 'Take the tour').click();
  await at('tour', dialog('单子站在客户心里的哪一点', 'Where the deal stands in their mind'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const best = button('试最好的一步', 'Try the best step'), back = button('返回', 'Back');
  await at('compass', best);
  await page.getByRole('radio', { name: say('平面', 'Flat') }).click();
  await at('compass-flat', page.getByRole('radio', { name: say('平面', 'Flat'), checked: true }));
  await page.getByRole('radio', { name: say('立体', '3-D') }).click();
  await best.click();
  await at('trial', button('保留', 'Keep'));
  await button('放弃', 'Drop').click();
  await button(/^紧迫程度：/, /^Urgency: /).click();
  await at('axis', back);
  await button('记一条事实', 'Add a fact').click();
  await at('fact', page.getByRole('textbox', { name: say('看到、听到了什么', 'What was seen or heard') }));
  await back.click();
  await page.getByRole('tab', { name: say('影响力', 'People') }).click();
  await at('people', button(/^严总，/, /^Yan Guodong, /));
  await button(/^魏副总，/, /^Wei Dong, /).click();
  await at('person', page.getByRole('checkbox', { name: say('只是试一试，先不改', 'Only try it, change nothing yet') }));
  await button('改资料', 'Edit details').click();
  await at('person-form', page.getByRole('textbox', { name: say('职务', 'Title') }));
  await button('加一个人', 'Add a person').click();
  await page.getByRole('textbox', { name: say('一行写一个人', 'A person in one line') }).fill(say('王强 财务总监 EB 高 +9', 'Anna Wang, Finance Director, EB, high, +9'));
  await at('person-line', page.getByRole('list', { name: say('看懂了这些', 'What was understood') }));
  await page.getByRole('textbox', { name: say('一行写一个人', 'A person in one line') }).fill('');
  await page.getByRole('radio', { name: say('表格', 'Table') }).click();
  await at('people-table', page.getByRole('table'));
  await page.getByRole('radio', { name: say('影响 × 支持', 'Influence × support') }).click();
  await page.getByRole('tab', { name: say('一页纸', 'Sheet') }).click();
  await at('sheet', page.getByRole('heading', { name: say('商机五要素', 'Five elements') }));
  await button(/^需求 N：/, /^Need: /).click();
  await at('sheet-answer', page.getByRole('textbox', { name: say('现在知道什么', 'What we know') }));
  await button('加一件事', 'Add an action').click();
  await page.getByRole('textbox', { name: say('要做什么', 'What is to be done') }).fill(say('12月5日 请何工安排试用', '5 Dec ask for a trial'));
  await at('sheet-task', page.getByRole('list', { name: say('看懂了这些', 'What was understood') }));
  await button('取消', 'Cancel').click();
  await page.getByRole('tab', { name: say('阶段门', 'Gates') }).click();
  await at('gates', page.getByRole('list', { name: say('过关条件', 'Gate conditions') }));
  await button('结束这张单子', 'Close the deal').click();
  await at('gates-end', page.getByRole('textbox', { name: say('学到了什么', 'What it taught us') }));
  await button('取消', 'Cancel').click();
  await page.getByRole('tab', { name: say('拜访', 'Visit') }).click();
  await at('visit', page.getByRole('region', { name: say('拜访卡', 'Visit card') }));
  const note = page.getByRole('textbox', { name: say('听到了什么', 'What was heard') });
  await note.fill(say('刘部长说停机日期已公布\n魏副总 +3 会上替我们说话\n天气很好', 'Liu Wei says the shutdown date is announced\nWei Dong +3 spoke up for us\nfine weather'));
  await at('visit-note', page.getByRole('list', { name: say('看懂了这些', 'Understood;') }));
  await note.fill('');
  await page.getByRole('tab', { name: say('走势', 'Story') }).click();
  await at('story', page.getByRole('slider', { name: say('看哪一天', 'Day shown') }));
  await page.getByRole('tab', { name: say('罗盘', 'Compass') }).click();
  await best.waitFor();
  await page.keyboard.press('F9');
  await at('presentation', page.getByRole('table', { name: say('为什么是这个数', 'Why this number') }));
  await page.keyboard.press('Escape');
  await best.waitFor();
  await button('修改基本信息', 'Edit basics').click();
  await at('form', dialog('修改基本信息', 'Edit basics'));
  await leave();
  await button('单子', 'Deals').click();
  await at('list', page.getByRole('table'));
  await button(/：更多操作$/, /^More actions for /).click();
  await at('deal-menu', page.getByRole('menuitem').first());
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  // What was: an earlier version, and what was deleted.
  const close = () => page.getByRole('region', { name: say('提示', 'Notice') }).getByRole('button', { name: say('关闭', 'Close') }).click();
  const choose = async (chinese, inEnglish) => {
    await button(/：更多操作$/, /^More actions for /).click();
    await page.getByRole('menuitem', { name: say(chinese, inEnglish), exact: true }).click();
  };
  await choose('改名', 'Rename');
  await page.keyboard.type(say('改造二期', 'Second phase'));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox').waitFor({ state: 'detached' });
  await choose('以前的版本', 'Earlier versions');
  await at('versions', button('恢复这个版本', 'Restore this version'));
  await button('恢复这个版本', 'Restore this version').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await choose('删除', 'Delete');
  await button(/^回收站 /, /^Trash /).click();
  await at('trash', page.getByRole('list', { name: say('回收站', 'Trash') }));
  await page.getByRole('dialog').getByRole('button', { name: say('恢复', 'Restore'), exact: true }).click();
  await page.getByRole('list', { name: say('回收站', 'Trash') }).waitFor({ state: 'detached' });
  await leave();
  await close();
  await paste(page, cells);
  await at('import-table', dialog('导入后会改变什么', 'What the import changes'));
  await leave();
  await paste(page, '{"format": "deal-compass", "version": "1.0", "deals": [{"id": 7}]}');
  await at('import-refused', dialog('没有导入', 'Nothing imported'));
  await leave();
  await button('设置', 'Settings').click();
  await at('settings', dialog('设置', 'Settings'));
  await leave();
  await button('方法', 'Method').click();
  await at('handbook', page.getByRole('list', { name: say('词条', 'Terms') }));
  await button('关于', 'About').click();
  await at('about', dialog('关于赢单罗盘', 'About Deal Compass'));
  await leave();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: say('找什么', 'What to find') }).fill(say('lj', 'li'));
  await at('search', page.getByRole('dialog').getByRole('link').first());
  await leave();
  // A team's deals.
  await button('漏斗', 'Funnel').click();
  await button('打开示例团队', 'Open the sample team').click();
  await page.getByRole('status').filter({ hasText: say('已打开示例团队', 'The sample team is here') }).waitFor();
  await page.getByRole('region', { name: say('提示', 'Notice') }).getByRole('button', { name: say('关闭', 'Close') }).click();
  await at('funnel', page.getByRole('table', { name: say('七步漏斗', 'Seven steps') }));
  await page.getByRole('tab', { name: say('先看谁', 'Look here first') }).click();
  await at('funnel-reasons', page.getByRole('list', { name: say('先看谁', 'Look here first') }));
  await page.getByRole('tab', { name: say('生产力', 'Output') }).click();
  await at('funnel-productivity', page.getByRole('list', { name: say('生产力', 'Output') }));
  await page.getByRole('tab', { name: say('64 个位置', '64 positions') }).click();
  await at('funnel-positions', page.getByRole('group', { name: say('64 个位置', '64 positions') }));
  await page.getByRole('tab').first().click();
  await button(/^P4.*，改/, /^P4, change/).click();
  await page.getByRole('menuitem', { name: /^P6/ }).click();
  await at('gate', page.getByRole('dialog'));
  await leave();
  // Customers, and one of them.
  await button('客户', 'Customers').click();
  await at('customers', page.getByRole('table', { name: say('客户', 'Customers') }));
  await page.getByRole('table').getByRole('link').first().click();
  await at('customer', page.getByRole('group', { name: say('客户关系房', 'Relationship house') }));
  await button('改评分标准', 'Edit criteria').click();
  await at('criteria', page.getByRole('dialog'));
  await leave();
  // Both versions of a deal; the copy without names.
  await openFile(page, 'theirs.json', await theirs(page));
  await at('import-differs', page.getByRole('dialog').getByRole('radio', { name: say('都留', 'Both') }).first());
  await leave();
  await button('漏斗', 'Funnel').click();
  await button('导出', 'Export').click();
  await page.getByRole('menuitem', { name: say('匿名副本…', 'Anonymised copy…') }).click();
  await at('anonymise', page.getByRole('list', { name: say('换成什么', 'What is replaced') }));
  await leave();
  await button('复盘', 'Review').click();
  await at('review', page.getByRole('table', { name: say('行动', 'Actions') }));
  await page.getByRole('tab', { name: say(/^该复盘的/, /^Due for review/) }).click();
  await at('review-due', page.getByRole('table', { name: say('该复盘的', 'Due for review') }));
  await button(/^开始复盘会/, /^Start the meeting/).click();
  await at('review-meeting', page.getByRole('radiogroup', { name: say('决定', 'Decision') }));
  await page.getByRole('tab', { name: say('交接', 'Handover') }).click();
  await page.getByRole('list', { name: say('交接哪张单子？', 'Which deal is handed over?') }).getByRole('button').first().click();
  await at('handover', page.getByRole('heading', { name: say('现在在哪', 'Where it stands') }));
  await button('最近改动', 'Recent changes').click();
  await at('recent', dialog('最近改动', 'Recent changes'));
  await leave();
  await button('单子', 'Deals').click();
  await page.getByRole('checkbox', { name: say(/^选中：/, /^Select: /) }).first().click();
  await at('several', page.getByRole('group', { name: say('选中的单子', 'Selected deals') }));
  await button('取消选择', 'Clear selection').click();
  await page.getByRole('table').waitFor();
  assert.equal(seen, 47);
}
