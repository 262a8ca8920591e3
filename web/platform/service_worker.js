// Keeps the files of one build so that the page opens without a network. The build fills in what it made: '@VERSION@', the hash of the
// page, and '@FILES@', named by their hashes. Every build is a new service worker with a cache of its own. The browser lets it wait while
// tabs of the older one are open; it takes over at once only when the user accepts it there. So no tab ever gets files of two builds.
const version = '@VERSION@';
const files = '@FILES@'.split(' ');
// Other copies of the page may live on the same origin.
const ours = `deal-compass ${registration.scope} `;

// Nothing is kept that is not whole and of this build: a page that stands between two builds on its server is not installed.
async function fetched(path, hash) {
  const response = await fetch(path, { cache: path === './' ? 'no-cache' : 'default' });
  const bytes = await response.arrayBuffer();
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!digest.startsWith(hash)) throw new Error(`${path} is not of the build ${version}`);
  return [path, new Response(bytes, { headers: response.headers })];
}

async function install() {
  const all = await Promise.all([fetched('./', version), ...files.map((file) => fetched(file, file.match(/-(\w+)\.\w+$/)[1]))]);
  const cache = await caches.open(ours + version);
  await Promise.all(all.map(([path, response]) => cache.put(path, response)));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== ours + version).map((name) => caches.delete(name)));
  // The first tab of all: from now on it counts as open, and the next version waits for it too.
  await clients.claim();
}

// The kept file that answers a request; nothing for what is not of the page.
function kept({ url, mode }) {
  const path = url.replace(/[?#].*/, '');
  if (!path.startsWith(registration.scope)) return undefined;
  const name = path.slice(registration.scope.length);
  if (mode === 'navigate') return name === '' || name === 'index.html' ? './' : undefined;
  return files.includes(name) ? name : undefined;
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => event.data === 'accepted' && skipWaiting());
addEventListener('fetch', (event) => {
  const path = kept(event.request);
  if (path) event.respondWith(caches.open(ours + version).then((cache) => cache.match(path)).then((found) => found || fetch(event.request)));
});
