/** Names of files may be any bytes on Linux. A byte that is no UTF-8 becomes this much above itself: a character of private use that nobody writes. */
const ESCAPE = 0xf700;
const ESCAPED = /[\uF780-\uF7FF]/u;
/** What would make a name look like another: signs that cannot be seen, and those that turn the direction of reading. */
const DECEIVING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uF780-\uF7FF\uFEFF]/gu;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = strict.decode(bytes);
    return ESCAPED.test(text) ? null : text;
  } catch {
    return null;
  }
}

const lengthAt = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** The name as text, whatever its bytes: `bytesOfName` gives the very same bytes back. */
export function textOfName(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== null) return whole;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const piece = bytes.subarray(at, at + lengthAt(lead));
    const character = decoded(piece);
    text += character ?? String.fromCharCode(ESCAPE + lead);
    at += character === null ? 1 : piece.length;
  }
  return text;
}

/** The bytes of a name that `textOfName` made. */
export function bytesOfName(text: string): Buffer {
  if (!ESCAPED.test(text)) return Buffer.from(text, 'utf8');
  return Buffer.concat([...text].map((character) => (ESCAPED.test(character) ? Buffer.of(character.charCodeAt(0) - ESCAPE) : Buffer.from(character, 'utf8'))));
}

/** A name as people may see it: what cannot be read or would deceive stands as "�". */
export const shownName = (name: string): string => name.replace(DECEIVING, '\uFFFD');
