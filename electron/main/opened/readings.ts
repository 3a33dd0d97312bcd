/** A run this long may be something encoded. */
const BASE64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const HEX = /(?:[0-9A-Fa-f]{2}[\s:]?){6,}/g;
const ESCAPED = /%[0-9A-Fa-f]{2}/;
const WRITTEN_OUT = /\\u[0-9A-Fa-f]{4}/;

/** Signs of which texts are made; what is decoded to anything else was not encoded text. */
const READABLE = /[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{Zs}\p{S}]{2,}/gu;

const latin = /^[\x20-\x7e\u00a0-\u024f\n\r\t]*$/;

/** Bytes read in each way in which text is kept: only stretches of signs, so that chance makes no words. */
export function stretchesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  const wide = bytes.length - (bytes.length % 2);
  const read = [bytes.toString('utf8'), bytes.toString('latin1'), ...[0, 1].flatMap((from) => {
    const even = bytes.subarray(from, from + wide - (from === 1 ? 2 : 0));
    if (even.length < 8) return [];
    return [even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')].map((text) => (text.match(/[\x20-\u024f\u0370-\u06ff]{4,}/g) ?? []).join('\n'));
  })];
  for (const text of read) for (const [run] of text.matchAll(READABLE)) if (run.length >= 4) found.push(run);
  return found;
}

function decoded(bytes: Buffer): string[] {
  const texts = [bytes.toString('utf8'), bytes.toString('latin1')];
  if (bytes.length >= 8) {
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
    texts.push(even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le'));
  }
  return texts.filter((text) => latin.test(text) || !/[\0-\x08\x0e-\x1f\ufffd]/.test(text)).concat(stretchesIn(bytes).filter((run) => run.length >= 6));
}

/**
 * Other ways in which a text may say something: percent signs of addresses, escapes of programs, hexadecimal digits and base64, the latter two from each place
 * at which what is encoded may begin. Only what comes out as readable is given.
 */
export function* hiddenReadings(text: string): Iterable<string> {
  if (ESCAPED.test(text)) yield Buffer.from(text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
  if (WRITTEN_OUT.test(text)) yield text.replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  for (const [run] of text.matchAll(HEX)) {
    const digits = run.replaceAll(/[\s:]/g, '');
    for (const from of [0, 1]) yield* decoded(Buffer.from(digits.slice(from), 'hex'));
  }
  for (const [run] of text.matchAll(BASE64)) {
    const plain = run.replaceAll('-', '+').replaceAll('_', '/');
    for (const from of [0, 1, 2, 3]) yield* decoded(Buffer.from(plain.slice(from), 'base64'));
  }
}
