import { latinOf, withoutMarks } from './letters';
import { soundsOf, weightOf } from './sounds';

/** Words of names that belong to the next one: "van den", "el", "bin", "de la". Written apart, joined or left out. */
export const PARTICLES: ReadonlySet<string> = new Set(['van', 'von', 'vom', 'zu', 'zum', 'zur', 'den', 'der', 'des', 'de', 'di', 'da', 'do', 'dos', 'das', 'del', 'della', 'du', 'la', 'le', 'les', 'lo', 'los', 'las', 'el', 'al', 'ibn', 'bin', 'ben', 'bel', 'bint', 'bt', 'abu', 'abou', 'abi', 'oulad', 'ould', 'ait', 'ter', 'ten', 'op', 'het', 'mac', 'mc', 'st', 'san', 'santa', 'saint', 'sint']);
/** Those that carry so little that they may be joined to a longer word: "Vandenbossche", "Elbakraoui". Longest first. */
const JOINED = ['vanden', 'vander', 'vande', 'vant', 'van', 'von', 'della', 'del', 'dela', 'de', 'el', 'al', 'le', 'ben', 'bel', 'bin', 'ait', 'oulad', 'abou', 'abu', 'abw', 'ter', 'vonder', 'vonden', 'mac', 'mc', 'lo', 'la', 'di', 'du', 'd', 'l'].toSorted((a, b) => b.length - a.length);
const SHORTEST_CORE = 4;
/** After these, less is a word: "Vanthof". */
const LONG_JOINED = 4;
const SHORTEST_AFTER = 3;
/** Particles that are names of their own where they stand last: "Duc Minh Le". */
const LAST_NAMES: ReadonlySet<string> = new Set(['mac', 'ben', 'do', 'le', 'lo', 'san', 'ten', 'das', 'di', 'du', 'st']);
/** Particles of scripts without vowels, spelled out: ibn, abu, bint, ould. */
const VOWELLESS_PARTICLES: ReadonlySet<string> = new Set(['bn', 'abn', 'bnt', 'abw', 'bw', 'aby', 'wld', 'awld', 'al']);
/** Letters that are particles where a mark or their place says so: "'t Serstevens", "García y Pérez". */
const APOSTROPHED = /(^| )'[tsn] /g;
const BETWEEN: ReadonlySet<string> = new Set(['y', 'e', 'i', 'ul', 'ur', 'as', 'ad', 'at', 'an', 'az']);
/** "Abd el Kader", "Abdul Qadir", "عبد القادر": a servant's name is one word, however it is written. */
const SERVANT = /\b(?:abd|bd)[ -]?(?:[aeiou]{0,2}(?:l(?=[ -]|[a-z]{3})|(?:r|s|sh|n|d|t|z)(?=[ -])|([rsndtz])(?=\1))|[aeiou]{1,2}(?=[^aeiou ]))?[ -]?([a-z]{3,})/g;
/** Titles and forms of address. */
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'mme', 'mlle', 'mevr', 'dhr', 'heer', 'mevrouw', 'monsieur', 'madame', 'herr', 'frau', 'dr', 'prof', 'ing', 'ir', 'drs', 'jr', 'sr', 'geb', 'nee', 'ne', 'alias', 'genaamd', 'dit']);

/** Titles that are family names where they stand last: "Hasna Belhaj", "Bel Haj". */
const LEADING: ReadonlySet<string> = new Set(['haj', 'hadj', 'hajj', 'sheikh', 'cheikh', 'sidi', 'sayyid', 'sayed']);
/** "Kamal al-Din", "Kamal Eldin", "Kamaleddine": one word, however it is written. */
const OF_FAITH = /(?<=[a-z]{2})(?: (?:[aeiu]?[ld] ?d|d)|[aeu]dd?|eld)(?:in|ine|een|ien|yn)(?= |$)/g;

/** One word of a name with its sounds. */
export interface NameWord {
  readonly text: string;
  readonly sounds: string;
  /** Sounds without a particle that is joined in front ("bakrawi" of "elbakrawi"); the same where there is none. */
  readonly core: string;
  /** The word with the marks of its letters left off, and its sounds: "saric" of "sharitch", which was "Šarić". The same where there are none. */
  readonly bare: string;
  readonly bareSounds: string;
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
export function wordOf(text: string, bare: string = text): NameWord {
  const joined = JOINED.find((particle) => text.startsWith(particle) && text.length - particle.length >= (particle.length >= LONG_JOINED && particle.startsWith('van') ? SHORTEST_AFTER : SHORTEST_CORE));
  const sounds = soundsOf(text);
  const core = joined === undefined ? sounds : soundsOf(text.slice(joined.length));
  let weight = 0;
  for (const sound of core) weight += weightOf(sound);
  return { text, sounds, core, bare, bareSounds: bare === text ? sounds : soundsOf(bare), initial: text.length === 1, weight: text.length === 1 ? 0.5 : Math.min(5, Math.max(1, weight)) };
}

/** Two or three capitals in a name that has small letters too are initials: "JP Dupont". */
const withInitials = (name: string): string => (/\p{Ll}/u.test(name) ? name.replaceAll(/(?<![\p{L}.])(\p{Lu}{2,3})(?![\p{L}.])/gu, (_whole, letters: string) => (PARTICLES.has(letters.toLowerCase()) ? letters : [...letters].join('. ').concat('.'))) : name);

/** A letter by itself is an initial in any alphabet, though its sound may be written with two: "Ž.", "Ш." */
const LONE = /(?<![\p{L}'’ʼ-])[\p{Script=Cyrillic}\p{Script=Greek}\u00C0-\u024F](?![\p{L}'’ʼ-])/gu;

/** "O Shaughnessy", which is no initial. */
const IRISH = /(?<!\p{L})(O)[ ’](?=\p{Lu}\p{Ll})/gu;

/** A letter that a hyphen joins to small ones is a syllable, no initial: "Ji-a", "I-chun". */
const SYLLABLE = /(?<=(?<!\p{L})\p{L})-(?=\p{Ll})|(?<=\p{L})-(?=\p{Ll}(?!\p{L}))/gu;

/** The words that tell, in letters. */
function tellingOf(name: string): { readonly telling: readonly string[]; readonly vowelless: boolean } {
  const { text, vowelless } = latinOf(withInitials(name.replaceAll(SYLLABLE, '').replaceAll(LONE, (letter) => (/\p{Script=Latin}/u.test(letter) ? withoutMarks(letter) : latinOf(letter).text.charAt(0))).replaceAll(IRISH, '$1')));
  const plain = text.replaceAll(APOSTROPHED, '$1').replaceAll("'", '').replaceAll('.', ' ').replaceAll(/ +/g, ' ').trim().replaceAll(SERVANT, 'abde$2').replaceAll(OF_FAITH, 'eddin');
  const all = plain.split(' ').filter((word, at, of) => word !== '' && (vowelless || !(TITLES.has(word) || (LEADING.has(word) && at < of.length - 1))));
  const particles = vowelless ? VOWELLESS_PARTICLES : PARTICLES;
  const telling = all.filter((word, at) => !(particles.has(word) && !(at === all.length - 1 && LAST_NAMES.has(word))) && !(BETWEEN.has(word) && at > 0 && at < all.length - 1));
  return { telling: telling.length > 0 ? telling : all, vowelless };
}

/** The words of a name that tell: particles and titles are left out unless nothing else is there; "J.P." is two initials. */
export function nameWords(name: string): NameWords {
  const { telling, vowelless } = tellingOf(name);
  const unmarked = withoutMarks(name);
  const bare = unmarked === name ? telling : tellingOf(unmarked).telling;
  // The article of an Arabic name is joined to its word.
  const words = telling.map((word, at) => (vowelless ? wordOf(/^al.{3}/.test(word) ? word.slice(2) : word) : wordOf(word, bare.length === telling.length ? bare[at] : word)));
  return { words, vowelless, key: keyOf(words) };
}

const keyOf = (words: readonly NameWord[]): string => words.map((word) => word.text).sort().join(' ');

/** Words that were read before, as a name. */
export const nameOfWords = (words: readonly NameWord[], vowelless: boolean): NameWords => ({ words, vowelless, key: keyOf(words) });

/** What a part of a name between blanks is by itself: a word, a particle that goes beside one, or null where the whole name must be read. */
type Token = NameWord | 'particle' | null;

function tokenOf(written: string): Token {
  // Of other scripts the whole name says how they are read: Ukrainian "г" is "h".
  if (!/^\p{Script=Latin}+$/u.test(written) || /^(?:\p{Lu}{2,3}|O)$/u.test(written)) return null;
  const { text, vowelless } = latinOf(written);
  if (vowelless || !/^[a-z]+$/.test(text) || /^a?bd/.test(text) || TITLES.has(text) || LEADING.has(text) || BETWEEN.has(text) || /d(?:in|ine|een|ien|yn)$/.test(text)) return null;
  const { text: bare } = latinOf(withoutMarks(written));
  return LAST_NAMES.has(text) ? null : PARTICLES.has(text) ? 'particle' : wordOf(text, bare);
}

/**
 * Reads very many names: the same as `nameWords`, but each distinct word is read once, for a million names are written with far fewer words. Keeps every word that it
 * has met; let it go with the index that it was made for.
 */
export class NameReader {
  private readonly tokens = new Map<string, Token>();

  /** `most`: so many words are kept, then all are let go. */
  constructor(private readonly most = Infinity) {}

  /** The telling words of a name, and whether its script leaves vowels out. */
  read(name: string): { readonly words: readonly NameWord[]; readonly vowelless: boolean } {
    const words: NameWord[] = [];
    for (const written of name.split(/[ ,]+/)) {
      if (written === '') continue;
      let token = this.tokens.get(written);
      if (token === undefined) {
        token = tokenOf(written);
        if (this.tokens.size >= this.most) this.tokens.clear();
        this.tokens.set(written, token);
      }
      if (token === null) return nameWords(name);
      if (token !== 'particle') words.push(token);
    }
    return words.length === 0 ? nameWords(name) : { words, vowelless: false };
  }
}
