// Chinese input: whatever an input method does, no character is lost, doubled or moved; the pre-edit stands in the text at the caret,
// the program gets a text only when it is committed, and the candidate window finds its place. An operating system's own input
// method is not part of this: Chromium plays one over its debugging protocol, Firefox gets the events that one would cause.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium, launchFirefox, openApp } from './harness.mjs';
import { differs, pictureOf } from './picture.mjs';

const dialog = (page) => page.getByRole('dialog', { name: '新建单子' });

// Where people write: how to get there, the box, and another one to go to. `lines`: Enter makes a line; `alone`: the other
// place is no text box.
const fields = [
  {
    name: 'single line',
    lines: false,
    open: async (page) => {
      await page.getByRole('button', { name: '单子', exact: true }).click();
      await page.getByRole('button', { name: '新建单子' }).click();
    },
    box: (page) => dialog(page).getByRole('textbox', { name: '客户' }),
    other: (page) => dialog(page).getByRole('textbox', { name: '项目' }),
    stays: dialog,
  },
  {
    name: 'several lines',
    lines: true,
    open: async (page) => {
      await openApp(page);
      await page.getByRole('button', { name: /^紧迫程度：/ }).click();
      await page.getByRole('button', { name: '记一条事实' }).click();
    },
    box: (page) => page.getByRole('textbox', { name: '看到、听到了什么' }),
    other: (page) => page.getByRole('textbox', { name: '哪天' }),
    stays: (page) => page.getByRole('button', { name: '返回' }),
  },
  {
    name: 'search',
    alone: true,
    lines: false,
    open: async (page) => {
      await page.keyboard.press('Control+f');
    },
    box: (page) => page.getByRole('textbox', { name: '找什么' }),
    other: (page) => page.getByRole('dialog').getByRole('status'),
    stays: (page) => page.getByRole('dialog', { name: '查找' }),
  },
];

// mulberry32: the same sequences in every run.
function generator(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (n) => Math.floor(next() * n), pick: (list) => list[Math.floor(next() * list.length)] };
}

// What any text box does, as simply as it can be said.
class Model {
  text = '';
  from = 0;
  to = 0;
  composing = null;  // where the pre-edit begins and ends
  replace(words) {
    const [from, to] = this.composing ?? [this.from, this.to];
    this.text = this.text.slice(0, from) + words + this.text.slice(to);
    this.from = this.to = from + words.length;
    return from;
  }
  compose(words, caret) {
    const from = this.replace(words);
    this.composing = words ? [from, from + words.length] : null;
    this.from = this.to = from + caret;
  }
  commit(words) {
    this.replace(words);
    this.composing = null;
  }
  move(step) {
    if (this.from !== this.to) this.from = this.to = step < 0 ? this.from : this.to;
    else this.from = this.to = Math.min(this.text.length, Math.max(0, this.from + step));
  }
  erase() {
    if (this.from === this.to) this.from = Math.max(0, this.from - 1);
    this.replace('');
  }
}

class Typist {
  constructor(page, cdp, field, places) {
    Object.assign(this, { page, cdp, field, places, model: new Model(), log: [] });
  }
  async compose(words, caret = words.length) {
    await this.cdp.send('Input.imeSetComposition', { text: words, selectionStart: caret, selectionEnd: caret });
    this.model.compose(words, caret);
    await this.check(`compose "${words}" at ${caret}`);
  }
  async commit(words) {
    await this.cdp.send('Input.insertText', { text: words });
    this.model.commit(words);
    await this.check(`commit "${words}"`);
  }
  // A key that the input method keeps for itself.
  async swallowed(key) {
    const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: { Enter: 13, Escape: 27, Backspace: 8 }[key] ?? 0 });
    await this.check(`${key} for the input method`);
  }
  async press(key, change) {
    await this.page.keyboard.press(key);
    change();
    await this.check(key);
  }
  async click([x, y], words) {
    await this.page.mouse.click(x, y);
    this.model.composing = null;
    this.log.push(words);
  }
  async check(step) {
    this.log.push(step);
    const { model } = this;
    const { result } = await this.cdp.send('Runtime.evaluate', {
      expression: '(({ value, selectionStart, selectionEnd }) => [value, selectionStart, selectionEnd])(document.activeElement)', returnByValue: true,
    });
    assert.deepEqual(result.value, [model.text, model.from, model.to], this.log.join('\n'));
  }
}

const spelt = ['n', 'ni', "ni'h", "ni'hao", 'shi', "shi'yong", 'xiangmu', 'zhuren', 'caigou', 'z', 'women'];
const chosen = ['你好', '使用', '项目', '主任', '采购', '在', '我们，', '“试试”', '2027 年', '合同。'];

async function sequence(typist, random) {
  const { page, field, model } = typist;
  for (let step = 0; step < 2; ++step) {
    // The pre-edit grows, shrinks, is replaced, its caret moves.
    const edits = 1 + random.below(3);
    for (let i = 0; i < edits; ++i) {
      const words = random.pick(random.below(4) ? spelt : chosen);
      await typist.compose(words, random.below(3) ? words.length : random.below(words.length + 1));
      if (random.below(4) === 0) await typist.swallowed(random.pick(['Backspace', 'Enter', 'Escape', 'ArrowLeft', 'ArrowDown', 'Process']));
    }
    // And comes to an end.
    const end = random.below(8);
    if (end === 0) {
      await typist.swallowed('Escape');
      await typist.compose('');
    } else if (end === 1) {
      // A click elsewhere keeps what stands there.
      await typist.click(typist.places.other, 'click another box');
      assert.equal(await field.box(page).inputValue(), model.text, typist.log.join('\n'));
      if (!field.alone) await typist.cdp.send('Input.imeSetComposition', { text: 'qita', selectionStart: 4, selectionEnd: 4 });
      await typist.click(typist.places.box, 'click back');
      await page.keyboard.press('Control+End');
      model.from = model.to = model.text.length;
      await typist.check('end of the text');
    } else if (end === 2) {
      await typist.swallowed('Enter');
      const [from, to] = model.composing;
      await typist.commit(model.text.slice(from, to));
    } else {
      await typist.commit(random.pick(chosen));
      if (random.below(4) === 0) {
        // What comes back is the browser's affair; ours is that redo brings back what was there.
        const before = model.text;
        await page.keyboard.press('Control+z');
        await page.keyboard.press('Control+Shift+z');
        assert.equal(await field.box(page).inputValue(), before, [...typist.log, 'redo'].join('\n'));
        await page.keyboard.press('Control+End');
        model.from = model.to = model.text.length;
        await typist.check('undo, redo');
      }
    }
    // Ordinary keys in between.
    const key = random.pick(['7', 'k', 'ArrowLeft', 'ArrowRight', 'Backspace', 'Shift+ArrowLeft', 'Enter']);
    if (key.length === 1) await typist.press(key, () => model.commit(key));
    else if (key === 'Backspace') await typist.press(key, () => model.erase());
    else if (key === 'Enter') field.alone || (await typist.press(key, () => field.lines && model.commit('\n')));  // there it leads away
    else if (key === 'Shift+ArrowLeft') {
      if (model.from === model.to) await typist.press(key, () => model.from = Math.max(0, model.from - 1));
    } else await typist.press(key, () => model.move(key === 'ArrowLeft' ? -1 : 1));
  }
}

for (const field of fields) {
  test(`200 compositions, ${field.name}: no character lost, doubled or moved`, async (t) => {
    const { page, context } = await launchChromium({ t, viewport: { width: 1000, height: 480 } });
    const cdp = await context.newCDPSession(page);
    await openApp(page);
    await field.open(page);
    const random = generator(20261122);
    const middle = async (box) => {
      const { x, y, width, height } = await box.boundingBox();
      return [x + width / 2, y + height / 2];
    };
    const places = { box: await middle(field.box(page)), other: await middle(field.other(page)) };
    for (let i = 0; i < 200; ++i) {
      const typist = new Typist(page, cdp, field, places);
      await typist.click(places.box, `sequence ${i}`);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await sequence(typist, random);
      // What the program shows after the box was left is what it was given.
      await typist.click(places.other, 'leave');
      assert.equal(await field.box(page).inputValue(), typist.model.text, typist.log.join('\n'));
      assert.equal(await field.stays(page).count(), 1, typist.log.join('\n'));
    }
  });
}

test('the program gets a text when it is committed, not before', async (t) => {
  const { page, context } = await launchChromium({ t });
  const cdp = await context.newCDPSession(page);
  await openApp(page);
  await fields[0].open(page);
  // An empty form is refused until the program knows a name.
  await dialog(page).getByRole('button', { name: '建好' }).click();
  const box = fields[0].box(page);
  const refused = () => box.getAttribute('aria-invalid');
  await box.click();
  assert.equal(await refused(), 'true');
  await cdp.send('Input.imeSetComposition', { text: 'beifang', selectionStart: 7, selectionEnd: 7 });
  assert.equal(await refused(), 'true', 'while composing');
  await cdp.send('Input.imeSetComposition', { text: '北方', selectionStart: 2, selectionEnd: 2 });
  assert.equal(await refused(), 'true', 'while choosing');
  await cdp.send('Input.insertText', { text: '北方' });
  assert.equal(await refused(), null, 'committed');
  assert.equal(await dialog(page).count(), 1);
});

// The browser puts the candidate window at the caret of the box, so it must lie exactly over the drawn one.
test('the box lies over the drawn field, at every pixel ratio and zoom, in scrolled regions too', async (t) => {
  // Width and ratio of a 1366 px wide window; 1.1 and 0.8 are page zooms.
  for (const dpr of [1, 1.5, 2, 1.1, 0.8]) {
    const { page, close } = await launchChromium({ t, deviceScaleFactor: dpr, viewport: { width: Math.round(1366 / (dpr === 1.1 || dpr === 0.8 ? dpr : 1)), height: 500 } });
    await openApp(page);
    for (const field of fields) {
      await field.open(page);
      const box = field.box(page);
      await box.click();
      await page.mouse.move(0, 0);
      const place = await box.boundingBox();
      const picture = pictureOf(await page.screenshot({ scale: 'device' }));
      const at = (x, y) => picture.at(Math.round(x * dpr), Math.round(y * dpr));
      const [left, top, right, bottom] = [place.x, place.y, place.x + place.width, place.y + place.height];
      const x = left + place.width / 2, y = top + place.height / 2, outside = 2, edge = 0.5 / dpr;
      const words = `${field.name}, ratio ${dpr}`;
      // The bright outline stands just inside each edge, the ground just outside.
      for (const [side, inside, beyond] of [
        ['left', at(left + edge, y), at(left - outside, y)], ['right', at(right - 2 * edge, y), at(right + outside, y)],
        ['top', at(x, top + edge), at(x, top - outside)], ['bottom', at(x, bottom - 2 * edge), at(x, bottom + outside)],
      ]) assert.ok(differs(inside, beyond, 60), `${words}, ${side}: ${inside} beside ${beyond}`);
    }
    await close();
  }
});

test('Firefox: compositions as the input methods of the systems send them', async (t) => {
  const { page } = await launchFirefox({ t });
  await openApp(page, '#/deals');
  await (await page.waitForSelector('aria/新建单子[role="button"]')).click();
  const box = await page.waitForSelector('aria/客户[role="textbox"]');
  await box.click();
  const seen = await page.evaluate(async () => {
    const field = document.activeElement;
    const results = [];
    const write = (text) => {
      field.value = text;
      field.setSelectionRange(text.length, text.length);
    };
    const input = (isComposing) => field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
    const composition = (type, data) => field.dispatchEvent(new CompositionEvent(type, { bubbles: true, data }));
    const key = (type, name, more) => field.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, key: name, code: name, ...more }));
    const orders = {
      'input before the end': () => { write('北'); input(true); composition('compositionend', '北'); },
      'input after the end': () => { write('北'); composition('compositionend', '北'); input(false); },
      'both': () => { write('北'); input(true); composition('compositionend', '北'); input(false); },
      'the end before the key, as in Safari': () => { write('北'); composition('compositionend', '北'); key('keydown', 'Enter', { keyCode: 229 }); },
    };
    for (const [name, finish] of Object.entries(orders)) {
      for (const spelt of ['b', 'bei']) {
        if (spelt === 'b') composition('compositionstart', '');
        key('keydown', 'Process', { keyCode: 229, isComposing: true });
        write(spelt);
        input(true);
      }
      key('keydown', 'Escape', { keyCode: 27, isComposing: true });
      key('keydown', 'Enter', { keyCode: 13, isComposing: true });
      finish();
      const open = !!document.querySelector('[role="dialog"]');
      // Leaving the box shows what the program knows.
      field.blur();
      await new Promise((done) => setTimeout(done, 50));
      results.push([name, field.value, open]);
      field.focus();
      write('');
      input(false);
    }
    return results;
  });
  assert.deepEqual(seen.map(([, text, open]) => [text, open]), seen.map(() => ['北', true]), JSON.stringify(seen));
});
