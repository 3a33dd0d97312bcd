import type { Catalogue } from '../../../shared/schema/catalogue';
import { BELGIAN_CONTEXT } from '../../../shared/values/kind';
import { identifierOf, parseValue } from '../../../shared/values/index';
import { identifierKinds } from './catalogueFacts';

/** Words beyond these narrow nothing any more. */
const MOST_WORDS = 12;
/** Fewest letters and digits that are sought as the beginning of an identifier. */
const SHORTEST_PREFIX = 3;
/** Longest text that can be an identifier as someone types it. */
const LONGEST_IDENTIFIER = 80;

/** A span of the identifier index: values from `low` up to, without, `high`. */
export interface Span {
  readonly kind: string;
  readonly low: string;
  readonly high: string;
}

/** What is sought for one text. */
export interface Terms {
  /** Words as the full-text index knows them: folded, letters and digits only; the last may be the beginning of a word. */
  readonly words: readonly string[];
  /** Letters and digits of the whole text in one, folded: "be68 5390" gives "be685390". */
  readonly joined: string;
  /** Forms of a number without and with its calling code ("47055"): what excerpts are sought by. Empty when the text is no number. */
  readonly digits: readonly string[];
  readonly exact: readonly { readonly kind: string; readonly value: string }[];
  readonly spans: readonly Span[];
}

/** Lower case without accents: how texts are compared here, close to the tokenizer of the index. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
}

/** Words of a text as the index divides it: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Beginnings that a number may have in the index: as typed, and with the calling code that a national number lacks. */
function numberForms(text: string): string[] {
  if (!/^[+(]?[\d\s()./-]+$/.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  if (digits.length < SHORTEST_PREFIX) return [];
  if (text.startsWith('+')) return [digits];
  if (digits.startsWith('00')) return [digits.slice(2)];
  return digits.startsWith('0') ? [digits.slice(1), digits] : [digits];
}

/** Calling code of BELGIAN_CONTEXT: what a number without one is dialled with. */
const HOME = '32';

function spansOf(text: string, kinds: readonly string[]): Span[] {
  const line = text.trim();
  const compact = line.normalize('NFC').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (compact.length < SHORTEST_PREFIX || line.length > LONGEST_IDENTIFIER || !/\d/.test(compact)) return [];
  const beginnings = new Set([compact]);
  for (const form of numberForms(line)) {
    beginnings.add(`+${form}`);
    if (!/^\+|^00/.test(line) && !form.startsWith('0')) beginnings.add(`+${HOME}${form}`);
  }
  // The last code point sorts behind every character that an identifier has.
  return kinds.flatMap((kind) => [...beginnings].map((low) => ({ kind, low, high: `${low}\u{10FFFF}` })));
}

/** Reads a text as everything that it may mean: words, an identifier of any kind in any notation, the beginning of one. Never throws. */
export function termsOf(text: string, catalogue: Catalogue): Terms {
  // NUL ends a text for SQLite; lone halves of a surrogate pair are no characters.
  const line = text.replace(/\p{Cs}/gu, ' ').replace(/[\0\s]+/gu, ' ').trim();
  const words = wordsOf(line);
  const pairs = identifierKinds(catalogue);
  const exact = new Map<string, { kind: string; value: string }>();
  if (line !== '' && line.length <= LONGEST_IDENTIFIER) {
    for (const { identifier, kind } of pairs) {
      const value = parseValue(kind, line, BELGIAN_CONTEXT)?.v;
      for (const form of value === undefined ? [line] : [value, line]) {
        const joined = identifierOf(kind, form);
        if (joined !== '') exact.set(`${identifier} ${joined}`, { kind: identifier, value: joined });
      }
    }
  }
  return {
    words: words.slice(0, MOST_WORDS),
    joined: words.join(''),
    digits: numberForms(line),
    exact: [...exact.values()],
    spans: spansOf(line, [...new Set(pairs.map((pair) => pair.identifier))]),
  };
}

/** A word or beginning of a word in the syntax of FTS5: always a quoted string, so that nothing in it is an operator. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/**
 * Queries to the full-text index, the most telling first: all words whole, then the last as a beginning, then all written as one
 * ("0470 55" is the beginning of the word 0470550127).
 */
export function fullTextQueries({ words, joined, digits }: Terms): string[] {
  if (words.length === 0) return [];
  const whole = words.map(quoted).join(' AND ');
  const queries = [whole, `${whole}*`];
  if (words.length > 1 && /\d/.test(joined)) queries.push(`${quoted(joined)}*`);
  for (const form of digits) if (form !== joined) queries.push(`${quoted(form)}*`);
  return queries;
}
