const HEAD = 8;
/** Chunks that a picture needs: size, palette, transparency, pixels, end. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** A PNG with nothing in it but its pixels: no text, times, profiles, resolution. */
export function onlyPixels(png: Buffer): Buffer {
  const kept = [png.subarray(0, HEAD)];
  for (let at = HEAD, ended = false; !ended && at + 12 <= png.length;) {
    const end = at + 12 + png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    if (NEEDED.has(kind)) kept.push(png.subarray(at, end));
    ended = kind === 'IEND';
    at = end;
  }
  return Buffer.concat(kept);
}
