// Reads a screenshot: the PNG that browsers write (8 bits, RGB or RGBA, not interlaced), decoded without a package.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

const paeth = (a, b, c) => {
  const pa = Math.abs(b - c), pb = Math.abs(a - c), pc = Math.abs(a + b - 2 * c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

// { width, height, at(x, y) → [red, green, blue] }, in device pixels.
export function pictureOf(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.deepEqual([png[24], png[28]], [8, 0], 'a plain PNG');
  const channels = { 2: 3, 6: 4 }[png[25]];
  const parts = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const packed = inflateSync(Buffer.concat(parts)), stride = width * channels, bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = packed[y * (stride + 1)], from = y * (stride + 1) + 1, to = y * stride;
    for (let i = 0; i < stride; ++i) {
      const left = i < channels ? 0 : bytes[to + i - channels], up = y ? bytes[to + i - stride] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, y && i >= channels ? bytes[to + i - stride - channels] : 0);
      bytes[to + i] = packed[from + i] + guess;
    }
  }
  return { width, height, bytes, at: (x, y) => [...bytes.subarray((y * width + x) * channels, (y * width + x) * channels + 3)] };
}

// Whether two colours differ by at least `least` in one channel.
export const differs = (one, other, least) => one.some((value, i) => Math.abs(value - other[i]) >= least);

// Where two screenshots are not the same, in words; empty when they are.
export function difference(one, other) {
  if (one.equals(other)) return '';
  const [a, b] = [pictureOf(one), pictureOf(other)];
  let [left, top, right, bottom, count] = [Infinity, Infinity, -1, -1, 0];
  for (let y = 0; y < a.height; ++y) {
    for (let x = 0; x < a.width; ++x) {
      if (!differs(a.at(x, y), b.at(x, y), 1)) continue;
      [left, top, right, bottom, count] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y), count + 1];
    }
  }
  return count ? `${count} pixels differ between ${left},${top} and ${right},${bottom}` : '';
}
