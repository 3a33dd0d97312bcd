import { folded } from './searchTerms';
import type { Terms } from './searchTerms';

const BEFORE = '\u0002';
const AFTER = '\u0003';
/** Characters of context kept on each side of a match in a long text. */
const CONTEXT = 60;

/** A text as it is compared, with the place that each of its characters has in the original. */
interface Compared {
  readonly text: string;
  readonly places: readonly number[];
}

function compared(text: string, keep: (character: string) => boolean): Compared {
  let out = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const unit of keep(character) ? folded(character) : '') {
      out += unit;
      for (let part = 0; part < unit.length; part += 1) places.push(at);
    }
    at += character.length;
  }
  places.push(text.length);
  return { text: out, places };
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);

/** First place where a word of `text` begins with `word`; -1 when none does. */
function beginning(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isWordCharacter(text[at - 1] ?? '')) return at;
  }
  return -1;
}

function marked(text: string, from: number, to: number): string {
  // U+0002 and U+0003 of the text itself would be taken for marks.
  // A cut may halve a character outside the basic plane.
  const clean = (part: string): string => part.replace(/[\u0002\u0003]/g, ' ').replace(/\p{Cs}/gu, '');
  const first = from > CONTEXT ? from - CONTEXT : 0;
  const last = text.length - to > CONTEXT ? to + CONTEXT : text.length;
  const before = first > 0 ? `…${text.slice(first, from)}` : text.slice(0, from);
  const after = last < text.length ? `${text.slice(to, last)}…` : text.slice(to);
  return `${clean(before)}${BEFORE}${clean(text.slice(from, to))}${AFTER}${clean(after)}`;
}

/** End in the original of a match that ends before place `at` of the compared text; accents that follow belong to it. */
function endOf({ places }: Compared, text: string, at: number): number {
  let end = places[at] ?? text.length;
  while (end > 0 && end < text.length && places[at - 1] === end) end += 1;
  return end;
}

/** The text with the first word of the query that begins one of its words between U+0002 and U+0003, or null when none does. Long texts are cut around it. */
export function markWord(text: string, { words }: Terms): string | null {
  const all = compared(text, () => true);
  // The longest word tells most.
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const at = beginning(all.text, word);
    if (at >= 0) return marked(text, all.places[at] ?? 0, endOf(all, text, at + word.length));
  }
  return null;
}

/** The same for identifiers: blanks and punctuation between characters do not count, and a number may lack its calling code. */
export function markIdentifier(text: string, { joined, digits }: Terms): string | null {
  if (!/\d/.test(joined)) return null;
  const all = compared(text, isWordCharacter);
  for (const form of [joined, ...digits]) {
    const at = all.text.indexOf(form);
    if (at >= 0 && form !== '') return marked(text, all.places[at] ?? 0, (all.places[at + form.length - 1] ?? 0) + 1);
  }
  return null;
}
