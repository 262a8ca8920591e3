// Serves a finished page: node web/serve.mjs [--port N] [--host ADDRESS] [DIRECTORY]
import { createServer } from 'node:http';
import { open } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

const compressions = [['br', '.br'], ['gzip', '.gz']];
// The page in one file allows its own scripts by their hashes, which no header of the other page may forbid.
const ownPolicy = /deal-compass\.html$/;
const namedByContent = /-[0-9a-f]{10}\.[a-z]+$/;

const accepts = (request, coding) =>
  (request.headers['accept-encoding'] ?? '').split(',').some((item) => {
    const [name, ...parameters] = item.trim().toLowerCase().split(/\s*;\s*/);
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

// The path of a file inside `root`, or nothing when the URL is malformed or leads outside.
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = resolve(join(root, path.endsWith('/') ? path + 'index.html' : path));
  return file.startsWith(root + sep) && !path.includes('\0') ? file : undefined;
}

async function contents(path) {
  let file;
  try {
    file = await open(path);
    return (await file.stat()).isFile() ? await file.readFile() : undefined;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

async function answer(root, request, response) {
  const plain = (status, text, headers = {}) => {
    response.writeHead(status, { ...securityHeaders, 'Content-Type': types['.txt'], ...headers });
    response.end(text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'GET or HEAD\n', { Allow: 'GET, HEAD' });
  const file = fileFor(root, request.url);
  if (!file) return plain(400, 'Bad path\n');

  let body, coding;
  for (const [name, suffix] of compressions) {
    if (!body && accepts(request, name)) {
      body = await contents(file + suffix);
      coding = body && name;
    }
  }
  body ??= await contents(file);
  if (!body) return plain(404, 'Not found\n');

  const { 'Content-Security-Policy': policy, ...headers } = securityHeaders;
  response.writeHead(200, {
    ...headers,
    ...(!ownPolicy.test(file) && { 'Content-Security-Policy': policy }),
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': namedByContent.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Vary': 'Accept-Encoding',
    ...(coding && { 'Content-Encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

// Port 0 takes a free one. Resolves once it listens; after unref() the server does not keep the process alive.
export function serve({ root, port = 0, host = '127.0.0.1' }) {
  const directory = resolve(root);
  const server = createServer((request, response) => answer(directory, request, response));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () =>
      done({
        url: `http://${host}:${server.address().port}/`,
        unref: () => server.unref(),
        close: () => {
          server.closeAllConnections();
          return new Promise((closed) => server.close(closed));
        },
      }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '8080' }, host: { type: 'string', default: '127.0.0.1' } },
    allowPositionals: true,
  });
  const root = positionals[0] ?? join(dirname(fileURLToPath(import.meta.url)), '../dist');
  try {
    const { url } = await serve({ root, port: Number(values.port), host: values.host });
    console.log(`Deal Compass is at ${url} (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`cannot serve on port ${values.port}: ${error.code ?? error.message}`);
    process.exit(1);
  }
}
