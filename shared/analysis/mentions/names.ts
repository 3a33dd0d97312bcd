import anyAscii from 'any-ascii';
import type { NameMention, Span } from './mention';
import { Sentences } from './sentences';

/** A name that the case knows. */
export interface KnownName {
  /** Whose it is; several entities may bear one name, and one entity several. */
  readonly bearer: number;
  readonly name: string;
}

/** Forms of companies that texts leave out as often as not, in plain letters. */
const LEGAL_FORMS = new Set(['bv', 'bvba', 'nv', 'cv', 'cvba', 'vof', 'vzw', 'comm', 'commv', 'gcv', 'sa', 'srl', 'sprl', 'sarl', 'sas', 'scrl', 'asbl', 'snc', 'gmbh', 'ag', 'kg', 'ug', 'ohg', 'ev', 'ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'co', 'spa', 'sl', 'oy', 'ab', 'as', 'aps', 'se']);
/** A name of one word shorter than this is met everywhere. */
const SHORTEST_SINGLE = 5;
const MOST_WORDS = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’`]*/gu;
const SEPARATES = /[.!?;:()[\]{}|\t]|\n\s*\n/u;

/** Plain letters without case and accents, whatever the script; the words of what is one word only here. */
export function plainWords(text: string): readonly string[] {
  return anyAscii(text).toLowerCase().replace(/['’`]/g, '').split(/[^a-z0-9]+/).filter((word) => word !== '');
}

interface Word extends Span {
  readonly plain: readonly string[];
  readonly capital: boolean;
  /** A mark stands between this word and the one before that no name runs across. */
  readonly apart: boolean;
}

/** Known names, prepared for finding: by their words in any order that a name may be written in. */
export class NameIndex {
  private readonly byWords = new Map<string, Set<number>>();
  /** Most words of names that begin with this word. */
  private readonly longest = new Map<string, number>();

  constructor(names: Iterable<KnownName>) {
    for (const name of names) this.enter(name);
  }

  /** Takes in one more name. */
  enter({ bearer, name }: KnownName): void {
    for (const order of ordersOf(name)) this.add(order, bearer);
  }

  private add(words: readonly string[], bearer: number): void {
    const [first] = words;
    if (first === undefined || words.length > MOST_WORDS) return;
    if (words.length === 1 && (first.length < SHORTEST_SINGLE || /^\d+$/.test(first))) return;
    const key = words.join(' ');
    const bearers = this.byWords.get(key);
    if (bearers === undefined) this.byWords.set(key, new Set([bearer]));
    else bearers.add(bearer);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, words.length));
  }

  /** Most words of a name that begins with this word; 0 when none does. */
  reach(first: string): number {
    return this.longest.get(first) ?? 0;
  }

  bearers(words: readonly string[]): ReadonlySet<number> | undefined {
    return this.byWords.get(words.join(' '));
  }
}

/** Orders in which a name is written: "Driss Amellal", "Amellal Driss", "AMELLAL, Driss"; with and without the form of a company. */
function ordersOf(name: string): readonly (readonly string[])[] {
  const parts = name.split(',').map(plainWords).filter((part) => part.length > 0);
  const words = parts.flat();
  if (words.length === 0) return [];
  const orders = [words];
  const core = [...words];
  while (core.length > 1 && LEGAL_FORMS.has(core.at(-1) ?? '')) core.pop();
  if (core.length < words.length) orders.push(core);
  else if (parts.length === 2) orders.push([...(parts[1] ?? []), ...(parts[0] ?? [])]);
  else if (words.length > 1 && parts.length === 1) {
    orders.push([...words.slice(1), words[0] ?? '']);
    if (words.length > 2) orders.push([words.at(-1) ?? '', ...words.slice(0, -1)]);
  }
  return orders;
}

function wordsIn(text: string): Word[] {
  const plain = new Map<string, readonly string[]>();
  const words: Word[] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const written = found[0].replace(/['’`]s?$/u, '');
    const known = plain.get(written) ?? plainWords(written);
    plain.set(written, known);
    const between = text.slice(end, found.index);
    words.push({
      start: found.index, end: found.index + written.length, plain: known, capital: /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(written),
      // The full stop of an initial is part of the name.
      apart: SEPARATES.test(end - (words.at(-1)?.start ?? end) <= 2 ? between.replace(/^\./, '') : between),
    });
    end = found.index + written.length;
  }
  return words;
}

/** A name of one word is believed only where it could not be a common word: capital inside a sentence, or in capitals. */
function credible(text: string, words: readonly Word[], sentences: Sentences): boolean {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || !first.capital || !(last.capital || LEGAL_FORMS.has(last.plain.at(-1) ?? ''))) return false;
  if (words.length > 1) return true;
  const written = text.slice(first.start, first.end);
  return (written === written.toUpperCase() && /\p{L}/u.test(written)) || !sentences.begins(first.start);
}

/** Known names that stand in a text, the longest at each place, accents and case aside. Work grows with the text, not with the number of names. */
export function findNames(text: string, names: NameIndex): readonly NameMention[] {
  const words = wordsIn(text);
  const sentences = new Sentences(text);
  const found: NameMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reach = names.reach(words[at]?.plain[0] ?? '');
    let best: { readonly count: number; readonly bearers: ReadonlySet<number> } | null = null;
    const sought: string[] = [];
    for (let count = 1; count <= MOST_WORDS && sought.length < reach; count += 1) {
      const word = words[at + count - 1];
      if (word === undefined || (count > 1 && word.apart)) break;
      sought.push(...word.plain);
      const bearers = names.bearers(sought);
      if (bearers !== undefined && credible(text, words.slice(at, at + count), sentences)) best = { count, bearers };
    }
    const first = words[at];
    const last = words[at + (best?.count ?? 1) - 1];
    if (best === null || first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    found.push({ ...span, raw: text.slice(span.start, span.end).replace(/\s+/gu, ' '), bearers: [...best.bearers], sentence: sentences.around(span) });
    at += best.count - 1;
  }
  return found;
}
