import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Bytes } from './bytes';
import { wholeCharacters } from './encoding';

const MARK = Buffer.from('\uFEFF');
const withoutMark = (bytes: Buffer): Buffer => (bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes);

/**
 * A text as sound UTF-8 without a byte order mark, in pieces of about `size` bytes that end between characters. `position.at` tells how much of it
 * was read. Throws Failure fileUnreadable.
 */
export function* utf8Pieces(bytes: Bytes, encoding: string, size: number, position: { at: number }): Generator<Buffer> {
  // What is UTF-8 already is handed on as it is.
  const plain = /^utf-?8$/i.test(encoding);
  const decoder = plain ? null : iconv.getDecoder(encoding);
  let cut = Buffer.alloc(0);
  let first = true;
  while (position.at < bytes.size) {
    const read = bytes.read(position.at, size);
    position.at += read.length;
    let piece: Buffer;
    if (decoder === null) {
      const all = cut.length === 0 ? read : Buffer.concat([cut, read]);
      piece = position.at < bytes.size ? wholeCharacters(all) : all;
      cut = Buffer.from(all.subarray(piece.length));
      if (!isUtf8(piece)) piece = Buffer.from(piece.toString('utf8'), 'utf8');
    } else piece = Buffer.from(decoder.write(read) ?? '', 'utf8');
    if (piece.length === 0) continue;
    yield first ? withoutMark(piece) : piece;
    first = false;
  }
  const last = decoder?.end() ?? '';
  if (last !== '') yield Buffer.from(last, 'utf8');
}
