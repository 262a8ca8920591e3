// Workspaces that an earlier visit left in the browser.
import { readFileSync } from 'node:fs';

// Text for `init` of the launchers: the named files of assets/cases ('1.zh' …) together in one workspace; none is an empty one.
export function storedCases(...names) {
  const workspace = { format: 'deal-compass', version: '1.0', customers: [], deals: [] };
  for (const name of names) {
    const { customers, deals } = JSON.parse(readFileSync(new URL(`../../assets/cases/${name}.json`, import.meta.url), 'utf8'));
    workspace.customers.push(...customers);
    workspace.deals.push(...deals);
  }
  const text = JSON.stringify(JSON.stringify(workspace));
  return `location.protocol === "about:" || localStorage.getItem('deal-compass/workspace') || localStorage.setItem('deal-compass/workspace', ${text})`;
}

// What the page has stored, as the text of a file; null where nothing is.
export const storedWorkspace = (page) => page.evaluate(() => {
  const read = (key) => localStorage.getItem(`deal-compass/${key}`);
  const sequence = (slot) => Number((read(slot) ?? '').split(' ')[1] ?? 0);
  const [newest] = ['index/a', 'index/b'].sort((one, other) => sequence(other) - sequence(one));
  if (!sequence(newest)) return read('workspace');
  const lines = read(newest).split('\n').slice(1);
  const all = (kind) => lines.filter((line) => line.startsWith(kind)).map((key) => JSON.parse(read(key)));
  return JSON.stringify({ ...all('rest/')[0], customers: all('customer/'), deals: all('deal/') });
});
