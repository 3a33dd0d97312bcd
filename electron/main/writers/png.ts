const HEAD = 8;
/** Chunks that a picture needs: size, palette, transparency, pixels, end. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** A PNG with nothing in it but its pixels: no text, times, profiles, resolution. */
export function onlyPixels(png: Buffer): Buffer {
  const kept = [png.subarray(0, HEAD)];
  for (let at = HEAD; at + 12 <= png.length;) {
    const end = at + 12 + png.readUInt32BE(at);
    if (NEEDED.has(png.toString('latin1', at + 4, at + 8))) kept.push(png.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
