import { latinOf } from './letters';
import { soundsOf, weightOf } from './sounds';

/** Words of names that belong to the next one: "van den", "el", "bin", "de la". Written apart, joined or left out. */
export const PARTICLES: ReadonlySet<string> = new Set(['van', 'von', 'vom', 'zu', 'zum', 'zur', 'den', 'der', 'des', 'de', 'di', 'da', 'do', 'dos', 'das', 'del', 'della', 'du', 'la', 'le', 'les', 'lo', 'los', 'las', 'el', 'al', 'ibn', 'bin', 'ben', 'bint', 'bt', 'abu', 'abou', 'abi', 'oulad', 'ould', 'ait', 'ter', 'ten', 'op', 'het', 'mac', 'mc', 'st', 'san', 'santa', 'saint', 'sint']);
/** Those that carry so little that they may be joined to a longer word: "Vandenbossche", "Elbakraoui". Longest first. */
const JOINED = ['vanden', 'vander', 'vande', 'van', 'von', 'della', 'del', 'dela', 'de', 'el', 'al', 'abd', 'ben', 'bin', 'ait', 'oulad', 'mac', 'mc', 'd', 'l'].toSorted((a, b) => b.length - a.length);
const SHORTEST_CORE = 4;
/** Letters that are particles where a mark or their place says so: "'t Serstevens", "García y Pérez". */
const APOSTROPHED = /(^| )'[tsn] /g;
const BETWEEN: ReadonlySet<string> = new Set(['y', 'e', 'i', 'ul', 'ur', 'as', 'ad', 'at', 'an', 'az']);
/** "Abd el Kader", "Abdul Qadir", "عبد القادر": a servant's name is one word, however it is written. */
const SERVANT = /\b(?:abd|bd)[ -]?(?:[aeiou]{0,2}(?:l|r|s|sh|n|d|t|z)(?=[ -]|[a-z]{3}))?[ -]?([a-z]{3,})/g;
/** Titles and forms of address. */
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'mme', 'mlle', 'mevr', 'dhr', 'heer', 'mevrouw', 'monsieur', 'madame', 'herr', 'frau', 'dr', 'prof', 'ing', 'ir', 'drs', 'jr', 'sr', 'haj', 'hadj', 'hajj', 'sheikh', 'cheikh', 'sidi', 'sayyid', 'sayed', 'geb', 'nee', 'ne', 'alias', 'genaamd', 'dit']);

/** One word of a name with its sounds. */
export interface NameWord {
  readonly text: string;
  readonly sounds: string;
  /** Sounds without a particle that is joined in front ("bakrawi" of "elbakrawi"); the same where there is none. */
  readonly core: string;
  readonly initial: boolean;
  readonly weight: number;
}

export interface NameWords {
  readonly words: readonly NameWord[];
  readonly vowelless: boolean;
  /** All letters in order of the alphabet of words: equal for the same words in another order. */
  readonly key: string;
}

/** A word in the letters a to z with all that is asked of it. */
export function wordOf(text: string): NameWord {
  const joined = JOINED.find((particle) => text.startsWith(particle) && text.length - particle.length >= SHORTEST_CORE);
  const sounds = soundsOf(text);
  const core = joined === undefined ? sounds : soundsOf(text.slice(joined.length));
  let weight = 0;
  for (const sound of core) weight += weightOf(sound);
  return { text, sounds, core, initial: text.length === 1, weight: text.length === 1 ? 0.5 : Math.min(5, Math.max(1, weight)) };
}

/** Two or three capitals in a name that has small letters too are initials: "JP Dupont". */
const withInitials = (name: string): string => (/\p{Ll}/u.test(name) ? name.replaceAll(/(?<![\p{L}.])(\p{Lu}{2,3})(?![\p{L}.])/gu, (_whole, letters: string) => (PARTICLES.has(letters.toLowerCase()) ? letters : [...letters].join('. ').concat('.'))) : name);

/** The words of a name that tell: particles and titles are left out unless nothing else is there; "J.P." is two initials. */
export function nameWords(name: string): NameWords {
  const { text, vowelless } = latinOf(withInitials(name));
  const plain = text.replaceAll(APOSTROPHED, '$1').replaceAll("'", '').replaceAll('.', ' ').replaceAll(/ +/g, ' ').trim().replaceAll(SERVANT, 'abd$1');
  const all = plain.split(' ').filter((word) => word !== '' && !TITLES.has(word));
  const telling = all.filter((word, at) => !PARTICLES.has(word) && !(BETWEEN.has(word) && at > 0 && at < all.length - 1));
  // The article of an Arabic name is joined to its word.
  const words = (telling.length > 0 ? telling : all).map((word) => wordOf(vowelless && /^al.{3}/.test(word) ? word.slice(2) : word));
  return { words, vowelless, key: keyOf(words) };
}

const keyOf = (words: readonly NameWord[]): string => words.map((word) => word.text).sort().join(' ');

/** Words that were read before, as a name. */
export const nameOfWords = (words: readonly NameWord[], vowelless: boolean): NameWords => ({ words, vowelless, key: keyOf(words) });

/** What a part of a name between blanks is by itself: a word, a particle that goes beside one, or null where the whole name must be read. */
type Token = NameWord | 'particle' | null;

function tokenOf(written: string): Token {
  if (!/^\p{L}+$/u.test(written) || /^\p{Lu}{2,3}$/u.test(written)) return null;
  const { text, vowelless } = latinOf(written);
  if (vowelless || !/^[a-z]+$/.test(text) || /^a?bd/.test(text) || TITLES.has(text) || BETWEEN.has(text)) return null;
  return PARTICLES.has(text) ? 'particle' : wordOf(text);
}

/**
 * Reads very many names: the same as `nameWords`, but each distinct word is read once, for a million names are written with far fewer words. Keeps every word that it
 * has met; let it go with the index that it was made for.
 */
export class NameReader {
  private readonly tokens = new Map<string, Token>();

  /** The telling words of a name, and whether its script leaves vowels out. */
  read(name: string): { readonly words: readonly NameWord[]; readonly vowelless: boolean } {
    const words: NameWord[] = [];
    for (const written of name.split(/[ ,-]+/)) {
      if (written === '') continue;
      let token = this.tokens.get(written);
      if (token === undefined) {
        token = tokenOf(written);
        this.tokens.set(written, token);
      }
      if (token === null) return nameWords(name);
      if (token !== 'particle') words.push(token);
    }
    return words.length === 0 ? nameWords(name) : { words, vowelless: false };
  }
}
