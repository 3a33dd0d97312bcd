/** Size of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Frames of a JPEG that hold its size: all kinds of start-of-frame, without the tables that share their row of numbers. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Markers that stand alone have no length.
    at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** What a PNG or JPEG says of its own size; null for anything else, and for what is damaged. */
export function pictureSize(bytes: Uint8Array): (PictureSize & { readonly mediaType: 'image/png' | 'image/jpeg' }) | null {
  const starts = (...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);
  const png = starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length > 24;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = png ? { width: view.getUint32(16), height: view.getUint32(20) } : starts(0xff, 0xd8, 0xff) ? jpegSize(bytes) : null;
  if (size === null || size.width < 1 || size.height < 1) return null;
  return { ...size, mediaType: png ? 'image/png' : 'image/jpeg' };
}
