import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { Failure } from '../../../shared/contract/failure';
import { voteSingleByte } from './singleByte';

export interface EncodingGuess {
  /** iconv name. */
  readonly encoding: string;
  /** False when a byte order mark or strict decoding settles it. */
  readonly unsure: boolean;
}

/** First bytes of formats that are no text, whatever their file name says. */
const FOREIGN = ['%PDF-', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '\u001f\u008b', 'SQLite format 3', 'Rar!', '7z\u00bc\u00af', 'MZ', '{\\rtf'];
/** Encodings of several bytes per character: hardly ever found by chance, so believed at a lower confidence. */
const MULTIBYTE: Readonly<Record<string, string>> = { Big5: 'big5', GB18030: 'gb18030', Shift_JIS: 'shift_jis', 'EUC-JP': 'euc-jp', 'EUC-KR': 'euc-kr' };

const startsWith = (head: Buffer, mark: string): boolean => head.subarray(0, mark.length).toString('latin1') === mark;

/** `head` without a last character that was cut in half. */
export function wholeCharacters(head: Buffer): Buffer {
  for (let back = 1; back <= 3 && back < head.length; back += 1) {
    const byte = head[head.length - back] ?? 0;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? head.subarray(0, head.length - back) : head;
    }
  }
  return head;
}

/** UTF-16 without a mark shows as zero bytes at every other place. */
function utf16(head: Buffer): string | null {
  const look = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < look.length; at += 1) if (look[at] === 0) at % 2 === 0 ? (even += 1) : (odd += 1);
  const half = look.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function control(head: Buffer): number {
  let count = 0;
  for (const byte of head.subarray(0, 4096)) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) count += 1;
  return count / Math.min(4096, head.length);
}

/**
 * Encoding of a text by its first bytes: mark, then UTF-16 by its zeros, then strict UTF-8, then one of several bytes per character where chardet
 * is sure, then the one of one byte by which its words read best, windows-1252 unless another reads them clearly better. Throws Failure fileNotThisFormat for bytes that are no text.
 */
export function detectEncoding(head: Buffer): EncodingGuess {
  if (startsWith(head, '\u00ef\u00bb\u00bf')) return { encoding: 'utf-8', unsure: false };
  if (startsWith(head, '\u00ff\u00fe\u0000\u0000')) return { encoding: 'utf-32le', unsure: false };
  if (startsWith(head, '\u0000\u0000\u00fe\u00ff')) return { encoding: 'utf-32be', unsure: false };
  if (startsWith(head, '\u00ff\u00fe')) return { encoding: 'utf-16le', unsure: false };
  if (startsWith(head, '\u00fe\u00ff')) return { encoding: 'utf-16be', unsure: false };
  if (FOREIGN.some((mark) => startsWith(head, mark) && (mark !== 'MZ' || control(head) > 0.05))) throw new Failure('fileNotThisFormat');
  const wide = utf16(head);
  if (wide !== null) return { encoding: wide, unsure: true };
  if (control(head) > 0.02) throw new Failure('fileNotThisFormat');
  if (isAscii(head) || isUtf8(wholeCharacters(head))) return { encoding: 'utf-8', unsure: false };
  for (const match of analyse(head.subarray(0, 256 * 1024))) {
    const several = MULTIBYTE[match.name];
    if (several !== undefined && match.confidence >= 90) return { encoding: several, unsure: true };
  }
  return { encoding: voteSingleByte(head) ?? 'windows-1252', unsure: true };
}

export const isEncoding = (name: string): boolean => name !== '' && iconv.encodingExists(name);

export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
  /** True once bytes came by that the encoding does not allow. */
  readonly broken: boolean;
}

/**
 * Decodes a stream, also across the edges of its chunks. iconv-lite does it, because TextDecoder of Node 20 reads windows-1252 as
 * ISO 8859-1 and loses the euro sign. A byte order mark is left out.
 */
export function createDecoder(encoding: string): Decoder {
  if (!isEncoding(encoding)) throw new Failure('mappingInvalid', { fault: 'encoding' });
  const stream = iconv.getDecoder(encoding);
  const strict = /^utf-?8$/i.test(encoding);
  let broken = false;
  let pending = Buffer.alloc(0);
  const check = (bytes: Buffer, last: boolean): void => {
    if (!strict || broken) return;
    const all = pending.length > 0 ? Buffer.concat([pending, bytes]) : bytes;
    const whole = last ? all : wholeCharacters(all);
    pending = Buffer.from(all.subarray(whole.length));
    broken = !isUtf8(whole);
  };
  return {
    write(bytes) {
      check(bytes, false);
      return stream.write(bytes);
    },
    end() {
      check(Buffer.alloc(0), true);
      return stream.end() ?? '';
    },
    get broken() {
      return broken || !strict;
    },
  };
}
