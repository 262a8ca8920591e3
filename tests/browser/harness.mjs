// Opens the finished page in real browsers. Whatever a user would not see but a browser complains about fails the test:
// console errors, uncaught errors and rejections, violations of the content security policy, requests after load.
//
//   const { page } = await launchChromium({ t, locale: 'en-US', viewport: { width: 1366, height: 768 } });
//   await openApp(page, '#/deal/1/compass');
//
// With `t` the browser closes after the test and the test fails unless the page stayed clean; without it, call close().
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { serve } from '../../web/serve.mjs';

const fromTop = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const servers = new Map();

// The address of a served folder, relative to the top of the checkout.
export async function served(folder = 'dist') {
  if (!servers.has(folder)) servers.set(folder, await serve({ root: fromTop(folder) }));
  const server = servers.get(folder);
  server.unref();
  return server.url;
}

function program(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
    }
  }
  throw new Error(`${names.join(' or ')} is not installed`);
}

// Runs in every document before the page's own scripts; the console carries what it sees, in both browsers.
function reportToHarness() {
  addEventListener('securitypolicyviolation', (event) =>
    console.error(`content security policy: ${event.violatedDirective} blocked ${event.blockedURI}`));
  addEventListener('unhandledrejection', (event) => console.error(`unhandled rejection: ${event.reason}`));
  const visit = Math.random();
  console.debug(`harness: begins ${visit}`);
  new MutationObserver(() => document.documentElement?.dataset.state === 'ready' && console.debug(`harness: ready ${visit}`))
    .observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true });
}

// After load a page asks for nothing. Outside it the browser may fetch the manifest and the icons that it names, when it looks whether
// the page can be installed; and the service worker fetches itself, the page, and files named by their content, to keep them.
const icons = JSON.parse(readFileSync(fromTop('assets/manifest.webmanifest'), 'utf8')).icons.map(({ src }) => src);
const lastPart = (request) => new URL(request.url()).pathname.split('/').pop();
const typeOf = (request) => {
  try {
    return request.resourceType();
  } catch {
    return 'other';  // Firefox does not say
  }
};
const forInstallation = (request) => typeOf(request) === 'manifest' || (typeOf(request) === 'other' && icons.includes(lastPart(request)));
const forKeeping = (request) => /^(|sw\.js|\w+-[0-9a-f]{10}\.(css|js|json|txt|wasm))$/.test(lastPart(request)) && !new URL(request.url()).search;

// Collects what goes wrong on a page of either browser.
function watch(page, problems) {
  let visit = '', loaded = false;  // words of the last document may arrive when the next one is asked for already
  page.on('console', (message) => {
    const [, event, of] = /^harness: (\w+) (.*)/.exec(message.text()) ?? [];
    if (event === 'begins') visit = of;
    if (event === 'ready') loaded = of === visit;
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error}`));
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) visit = '', loaded = false;
    else if (loaded && /^https?:/.test(request.url()) && !forInstallation(request)) problems.push(`request after load: ${request.url()}`);
  });
}

function session(t, leave) {
  const problems = [];
  const allowed = [];
  let closed = false;
  const opened = {
    problems,
    // What this test provokes on purpose.
    allow: (...patterns) => allowed.push(...patterns),
    close: async () => {
      if (closed) return;
      closed = true;
      await leave();
      const left = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      assert.deepEqual(left, [], 'the page did not stay clean');
    },
  };
  t?.after(opened.close);
  return opened;
}

const chromiumArgs = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

// Tests of one file that want the same Chromium share it, each in a context of its own. It ends when none has come for a while.
const chromiums = new Map();
async function shareChromium(args) {
  const key = args.join(' ');
  const shared = chromiums.get(key) ?? {
    users: 0,
    browser: chromium.launch({
      executablePath: program('chromium', 'google-chrome'),
      env: { ...process.env, LC_ALL: 'C.UTF-8' },  // elsewhere a Chinese file name becomes "download"
      args: [...chromiumArgs, ...args],
    }),
  };
  chromiums.set(key, shared);
  clearTimeout(shared.end);
  shared.users += 1;
  const browser = await shared.browser;
  browser.once('disconnected', () => chromiums.get(key) === shared && chromiums.delete(key));
  const leave = () => {
    shared.users -= 1;
    if (shared.users === 0) shared.end = setTimeout(() => (chromiums.delete(key), browser.close()), 500);
  };
  return { browser, leave };
}

// Options beside `t`, `args` and `init` (a function or source text, run in every document first) are those of Playwright's browser
// contexts: viewport, deviceScaleFactor, locale, colorScheme, reducedMotion, hasTouch, permissions …
export async function launchChromium({ t, args = [], init, ...context } = {}) {
  const { browser, leave } = await shareChromium(args);
  const opened = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...context });
  const { problems, ...rest } = session(t, async () => {
    await opened.close();
    leave();
  });
  await opened.addInitScript(reportToHarness);
  // A new page stands on about:blank first, where no storage is.
  if (init) await opened.addInitScript(typeof init === 'function' ? `location.protocol === "about:" || (${init})()` : init);
  opened.on('page', (page) => {
    watch(page, problems);
    page.on('filechooser', () => {});  // choosers stay intercepted between two waitForEvent, or one in a while would get away
  });
  opened.on('request', (request) => {
    if (request.serviceWorker() && !forKeeping(request)) problems.push(`request of the service worker: ${request.url()}`);
  });
  return { context: opened, page: await opened.newPage(), ...rest };
}

// Chromium without Playwright, under which every page is always seen: here a page behind another one is hidden.
export async function launchTabs({ t, init } = {}) {
  const browser = await puppeteer.launch({
    executablePath: program('chromium', 'google-chrome'), args: chromiumArgs, defaultViewport: { width: 1366, height: 768 },
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(reportToHarness);
  if (init) await page.evaluateOnNewDocument(init);
  const { problems, ...rest } = session(t, () => browser.close());
  watch(page, problems);
  return { page, browser, ...rest };
}

// Headless Firefox has no WebGL2 with software rendering, so that it gets a screen of its own.
async function virtualScreen() {
  const server = spawn(program('Xvfb'), ['-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((done, failed) => {
    server.once('exit', () => failed(new Error('Xvfb did not start')));
    server.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
  });
  return { display, close: () => server.kill() };
}

// `init` as in launchChromium; `downloads` is the folder that takes them.
export async function launchFirefox({ t, init, locale = 'zh-CN', viewport = { width: 1366, height: 768 }, downloads = tmpdir() } = {}) {
  const screen = await virtualScreen();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('firefox-esr', 'firefox'),
    headless: false,
    defaultViewport: viewport,
    env: { ...process.env, DISPLAY: screen.display, MOZ_ENABLE_WAYLAND: '0' },
    extraPrefsFirefox: {
      'intl.accept_languages': locale,
      'webgl.force-enabled': true,
      'security.fileuri.strict_origin_policy': true,  // as users have it; Puppeteer turns it off
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(reportToHarness);
  if (init) await page.evaluateOnNewDocument(init);
  const { problems, ...rest } = session(t, async () => {
    await browser.close();
    screen.close();
  });
  watch(page, problems);
  return { page, ...rest };
}

// Opens the app and waits until it can be used. `path` may carry a route.
export async function openApp(page, path = '') {
  await page.goto(new URL(path, await served()).href);
  await whenReady(page);
}

// For after a reload.
export async function whenReady(page) {
  await page.waitForFunction(() => ['ready', 'failed'].includes(document.documentElement.dataset.state));
  const state = await page.evaluate(() => document.documentElement.dataset.state);
  assert.equal(state, 'ready', 'the page says that it failed to start');
}

// A paste event as the browser makes it, outside a text box, without asking for the clipboard.
export const paste = (page, text) => page.evaluate((words) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', words);
  document.getElementById('app').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, text);

// For `init`: counts animation-frame callbacks and timers that fire, from the start of the document on; ran() tells.
export const countRuns = () => {
  globalThis.ran = { frames: 0, timers: 0 };
  const counted = (kind, callback) => (...args) => (globalThis.ran[kind] += 1, callback(...args));
  const { requestAnimationFrame: frame, setTimeout: timer, setInterval: interval } = globalThis;
  globalThis.requestAnimationFrame = (callback) => frame(counted('frames', callback));
  globalThis.setTimeout = (callback, ...more) => timer(counted('timers', callback), ...more);
  globalThis.setInterval = (callback, ...more) => interval(counted('timers', callback), ...more);
};
export const ran = (page) => page.evaluate(() => ({ ...globalThis.ran }));

// For `init`: keeps the program's graphics context within reach of loseContext().
export const reachContext = () => {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function(type, ...more) {
    const context = get.call(this, type, ...more);
    if (type === 'webgl2') globalThis.losing ??= context.getExtension('WEBGL_lose_context');
    return context;
  };
};
// Loses the context now and gives it back after `frames` animation frames; resolves when it is back and painted.
export const loseContext = (page, frames) => page.evaluate(async (count) => {
  const canvas = document.getElementById('canvas');
  const happens = (type) => new Promise((done) => canvas.addEventListener(type, done, { once: true }));
  const lost = happens('webglcontextlost'), restored = happens('webglcontextrestored');
  globalThis.losing.loseContext();
  await lost;
  const pass = () => new Promise((done) => requestAnimationFrame(done));
  for (let i = 0; i <= count; ++i) await pass();  // at least one: it cannot be given back inside the event
  globalThis.losing.restoreContext();
  await restored;
  for (let i = 0; i < 3; ++i) await pass();
}, frames);

// Control and a letter, in either browser.
export async function controlKey(page, letter) {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

// Runs one of the `twin_programs` of tests/CMakeLists.txt in the page's browser; resolves to what it printed.
export async function runWasm(page, name, ...commandLine) {
  await page.goto(new URL(`${name}.js`, await served('build/web/tests')).href);
  return page.evaluate(({ source, commandLine }) => new Promise((done, failed) => {
    const lines = [];
    globalThis.Module = {
      arguments: commandLine,
      print: (line) => lines.push(line),
      printErr: (line) => lines.push(line),
      onExit: () => done(lines.join('\n')),
      onAbort: (why) => failed(new Error(`${why}\n${lines.join('\n')}`)),
    };
    const script = document.createElement('script');
    script.src = source;
    script.onerror = () => failed(new Error(`cannot load ${source}`));
    document.head.append(script);
  }), { source: `${name}.js`, commandLine });
}
