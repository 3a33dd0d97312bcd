import iconv from 'iconv-lite';
import { CHUNK } from './bytes';
import type { Bytes } from './bytes';
import { detectEncoding } from './encoding';

/** A line longer than this is handed on in pieces of this length: no text format has such lines, only files made to exhaust memory. */
export const LONGEST = 4 * 1024 * 1024;

export interface LineReader {
  /** Batches of lines with their numbers from 1, without line ends (LF, CRLF, CR). To be walked once. */
  lines(): Generator<{ readonly line: number; readonly text: string }[]>;
  done(): number;
  readonly encoding: string;
}

/** Streams a text file line by line. `encoding` null: by its mark or bytes. Throws Failure fileNotThisFormat for bytes that are no text. */
export function readLines(bytes: Bytes, encoding: string | null = null): LineReader {
  const chosen = encoding ?? detectEncoding(bytes.read(0, 65_536)).encoding;
  let at = 0;
  return {
    encoding: chosen,
    done: () => at,
    *lines() {
      const decoder = iconv.getDecoder(chosen);
      let rest = '';
      let number = 0;
      while (at < bytes.size) {
        const piece = bytes.read(at, Math.min(CHUNK, 262_144));
        at += piece.length;
        let text = rest + (decoder.write(piece) ?? '');
        if (number === 0 && text.startsWith('\uFEFF')) text = text.slice(1);
        // A CR at the end may be half of a CRLF.
        const held = text.endsWith('\r') && at < bytes.size ? '\r' : '';
        const parts = (held === '' ? text : text.slice(0, -1)).split(/\r\n|\n|\r/);
        rest = (parts.pop() ?? '') + held;
        const batch = parts.map((line) => ({ line: (number += 1), text: line }));
        while (rest.length > LONGEST) {
          batch.push({ line: (number += 1), text: rest.slice(0, LONGEST) });
          rest = rest.slice(LONGEST);
        }
        if (batch.length > 0) yield batch;
      }
      rest += decoder.end() ?? '';
      if (rest !== '') yield rest.split(/\r\n|\n|\r/).filter((line, index, all) => line !== '' || index < all.length - 1).map((text) => ({ line: (number += 1), text }));
    },
  };
}
