import type { ForbiddenTexts } from './searched';

/** Signs that a text must have to be sought in what was decoded: shorter ones stand in any decoded noise by chance. */
const SURE = 6;
/** Signs from which on it counts even where more stands beside it: nobody knows where in a row of digits a text begins and ends. */
const CERTAIN = 8;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: string, base: number): string {
  const point = Number.parseInt(code, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

const withoutXml = (text: string): string => text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|_x([0-9a-f]{4})_/gi, (_whole, decimal?: string, hex?: string, name?: string, sheet?: string) => (name !== undefined ? (NAMED[name.toLowerCase()] ?? ' ') : character(decimal ?? hex ?? sheet ?? '20', decimal === undefined ? 16 : 10)));
const withoutJson = (text: string): string => text.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gi, (_whole, code?: string, sign?: string) => (code !== undefined ? character(code, 16) : sign !== undefined && /["\\/]/.test(sign) ? sign : ' '));

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const bytesOfHex = (digits: string): Uint8Array => Uint8Array.from({ length: digits.length >> 1 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));

/** "%C3%A9" and "=C3=A9": bytes as addresses and mails write them. */
const withoutEscapes = (text: string): string => text.replaceAll(/(?:[%=][0-9a-f]{2})+/gi, (run) => utf8(bytesOfHex(run.replaceAll(/[%=]/g, ''))));

/** A text as it stands, and as whoever opens the file gets to see it: references of XML, escapes of JSON, of addresses and of mails undone. */
function* readings(text: string): Generator<string> {
  yield text;
  let last = text;
  for (const undo of [withoutXml, withoutJson, withoutEscapes]) {
    const next = undo(last);
    if (next !== last) yield next;
    last = next;
  }
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte !== 0x7f;

/** Whether so many bytes on end could be text in UTF-8. */
function holdsText(bytes: Uint8Array): boolean {
  let run = 0;
  for (let at = 0; at < bytes.length && run < SURE; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      run = isPrintable(byte) ? run + 1 : 0;
      continue;
    }
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let fits = more > 0;
    for (let next = 1; next <= more && fits; next += 1) fits = ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    run = fits ? run + 1 : 0;
    if (fits) at += more;
  }
  return run >= SURE;
}

/** Highest first byte of a sign of an alphabet in UTF-16; above it are marks, and the scripts that `wide` is about. */
const ALPHABETS = 0x1f;
/** Signs on end that make a text in UTF-16. */
const SIGNS = 4;

/** Stretches that read as text of an alphabet in UTF-16, whichever byte of a sign comes first and wherever the first one begins. */
function* wideStretches(bytes: Uint8Array): Generator<string> {
  for (const high of [0, 1] as const) {
    for (const start of [0, 1] as const) {
      let signs: number[] = [];
      for (let at = start; at + 1 < bytes.length; at += 2) {
        const [upper, lower] = [bytes[at + high] ?? 0, bytes[at + 1 - high] ?? 0];
        if (upper <= ALPHABETS && (upper > 0 || isPrintable(lower))) {
          signs.push(upper * 256 + lower);
          continue;
        }
        if (signs.length >= SIGNS) yield signs.map((sign) => String.fromCharCode(sign)).join('');
        signs = [];
      }
      if (signs.length >= SIGNS) yield signs.map((sign) => String.fromCharCode(sign)).join('');
    }
  }
}

type Search = (text: string) => string | null;

function wideHit(bytes: Uint8Array, wide: boolean, search: Search): string | null {
  for (const stretch of wideStretches(bytes)) {
    const found = search(stretch);
    if (found !== null) return found;
  }
  if (!wide) return null;
  for (const start of [0, 1]) {
    for (const name of ['utf-16le', 'utf-16be']) {
      const found = search(new TextDecoder(name).decode(bytes.subarray(start)));
      if (found !== null) return found;
    }
  }
  return null;
}

/** What decoded bytes say, as UTF-8 or UTF-16. */
function decodedHit(bytes: Uint8Array, forbidden: ForbiddenTexts): string | null {
  const found = holdsText(bytes) ? forbidden.firstIn(utf8(bytes), SURE, CERTAIN) : null;
  return found ?? wideHit(bytes, forbidden.wide, (text) => forbidden.firstIn(text, SURE, CERTAIN));
}

const SIXTY_FOUR = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Value of each ASCII sign in base64, the variant for addresses included; 255 for none. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  const value = SIXTY_FOUR.indexOf(sign === '-' ? '+' : sign === '_' ? '/' : sign);
  return value < 0 ? 255 : value;
});

/** The bytes that base64 gives from its sign `from` on. */
function fromBase64(run: string, from: number): Uint8Array {
  const bytes = new Uint8Array(((run.length - from) * 3) >> 2);
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let at = from; at < run.length; at += 1) {
    held = ((held << 6) | (VALUES[run.charCodeAt(at)] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Eight signs hold six bytes; lines may be broken in between. */
const BASE64 = /[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*/g;
const HEX = /(?:[0-9a-f]{2}[\s:]?){6,}[0-9a-f]?/gi;

function encodedHit(text: string, forbidden: ForbiddenTexts): string | null {
  for (const [whole] of text.matchAll(HEX)) {
    const digits = whole.replaceAll(/[\s:]/g, '');
    // What stands before may have taken the first digit of the first byte.
    const found = decodedHit(bytesOfHex(digits), forbidden) ?? decodedHit(bytesOfHex(digits.slice(1)), forbidden);
    if (found !== null) return found;
  }
  for (const [whole] of text.matchAll(BASE64)) {
    const run = whole.replaceAll(/\r?\n/g, '');
    for (let from = 0; from < 4; from += 1) {
      const found = decodedHit(fromBase64(run, from), forbidden);
      if (found !== null) return found;
    }
  }
  return null;
}

/**
 * The first forbidden text that a text holds: as it stands or behind the escapes of XML, JSON, addresses and mails, in whatever case, with or without accents and
 * blanks; and in hexadecimal digits or base64 of UTF-8 or UTF-16. Null when there is none.
 */
export function forbiddenInText(text: string, forbidden: ForbiddenTexts): string | null {
  for (const reading of readings(text)) {
    const found = forbidden.firstIn(reading);
    if (found !== null) return found;
  }
  return encodedHit(text, forbidden);
}

/** Control signs that no text in UTF-8 has: what holds one may be written in UTF-16. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;

/** The same for bytes of which nobody knows how they are written: UTF-8 or Latin letters, UTF-16 either way round. */
export function forbiddenInBytes(bytes: Uint8Array, forbidden: ForbiddenTexts): string | null {
  const text = utf8(bytes);
  const found = forbiddenInText(text, forbidden);
  if (found !== null) return found;
  // A piece of a file may begin and end in the middle of a sign.
  const broken = text.indexOf('\ufffd', 3);
  const foreign = broken >= 0 && broken < text.length - 3;
  if (foreign) {
    const latin = forbidden.firstIn(new TextDecoder('windows-1252').decode(bytes));
    if (latin !== null) return latin;
  }
  return foreign || forbidden.wide || bytes.some(isControl) ? wideHit(bytes, forbidden.wide, (wide) => forbiddenInText(wide, forbidden)) : null;
}
