import { foldHeading } from '../schema/heading';

/** A heading as columns are found again by: folded, with "BirthDate" read as two words. */
export const normaliseHeading = (heading: string): string => foldHeading(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** Fingerprint of a text, 16 hex digits: FNV-1a of the text's UTF-16 units, 64 bits: not for security, only to find a recipe again. */
export function fingerprintOf(text: string): string {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= BigInt(text.charCodeAt(at));
    hash = BigInt.asUintN(64, hash * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}

/** Fingerprint of a table by its headings, whatever their order: 16 hex digits. Tables without headings differ by their width. */
export function fingerprint(headings: readonly string[]): string {
  const names = headings.map(normaliseHeading);
  return fingerprintOf(names.every((name) => name === '') ? `\u0000${names.length}` : [...names].sort().join('\u0000'));
}
