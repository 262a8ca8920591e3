// The same sources give the same numbers natively and as WebAssembly in the browser.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'node:test';
import { launchChromium, runWasm } from './harness.mjs';

const native = fileURLToPath(new URL('../../build/native/tests/golden_twin', import.meta.url));

test('index and navigator in the browser equal the native ones to 1e-12', async (t) => {
  const { page, allow } = await launchChromium({ t });
  allow(/404/);  // the bare program's folder has no icon
  const inBrowser = (await runWasm(page, 'golden_twin')).trim().split('\n');
  const { stdout } = await promisify(execFile)(native, { maxBuffer: 1 << 28 });
  const here = stdout.trim().split('\n');
  assert.equal(inBrowser.length, here.length);
  assert.ok(here.length > 50_000, 'the programs printed what they should');
  let worst = 0;
  here.forEach((line, i) => {
    const [what, value] = line.split(' '), [other, otherValue] = inBrowser[i].split(' ');
    assert.equal(other, what);
    worst = Math.max(worst, Math.abs(value - otherValue));
  });
  t.diagnostic(`largest difference ${worst}`);
  assert.ok(worst <= 1e-12, `differs by ${worst}`);
});
