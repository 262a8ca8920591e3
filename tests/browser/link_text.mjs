// Links as anybody could write them.
import { deflateRawSync } from 'node:zlib';

const checkOf = (bytes) => {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; ++i) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, '0');
};

// What stands behind the page's address.
export const linkOf = (json) => {
  const stream = deflateRawSync(Buffer.from(json));
  return `#/link/1.${stream.toString('base64url')}.${checkOf(stream)}`;
};
// Asks for a passphrase that nobody knows.
export const lockedLink = `#/link/2.${Buffer.from('DCL\u0001' + 'x'.repeat(80)).toString('base64url')}`;
