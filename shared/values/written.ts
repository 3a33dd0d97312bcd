import type { DoubtCode, StoredValue } from './kind';

/** Longest text that an identifier, a date or an amount can sensibly have; anything longer is kept unread. */
export const LONGEST_READABLE = 200;

/** One line of text: NFC, without control characters, blanks collapsed, trimmed. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Upper case, letters and digits only: the form in which identifiers are compared. Bounded work on any text. */
export function compact(text: string): string {
  return text.normalize('NFC').toUpperCase().normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A value that was understood as `v`; what the source wrote is kept where it differs. */
export function settled(v: string, text: string): StoredValue {
  const raw = text.trim();
  return raw === v ? { v } : { v, raw };
}

/** A value that could not be confirmed: kept as written, with the reason. Null for blank text. */
export function doubtful(text: string, doubt: DoubtCode): StoredValue | null {
  const v = oneLine(text);
  if (v === '') return null;
  const raw = text.trim();
  return raw === v ? { v, doubt } : { v, raw, doubt };
}

/** Plain order of UTF-16 units, for canonical forms that are their own sort key. */
export function plainOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Reads the text of an identifier-like kind: blank gives null, text beyond all reason is kept with doubt "length",
 * otherwise `read` decides: it returns the canonical form, or the code of a doubt under `doubt`.
 */
export function readShort(
  text: string,
  read: (line: string) => string | { readonly doubt: DoubtCode },
): StoredValue | null {
  if (text.length > LONGEST_READABLE && text.trim().length > LONGEST_READABLE) return doubtful(text, 'length');
  const line = oneLine(text);
  if (line === '') return null;
  const outcome = read(line);
  return typeof outcome === 'string' ? settled(outcome, text) : doubtful(text, outcome.doubt);
}

/** True when `text` is short enough to be guessed at; the guards of looksLike start with it. */
export function isReadable(text: string): boolean {
  return text.length <= LONGEST_READABLE;
}
