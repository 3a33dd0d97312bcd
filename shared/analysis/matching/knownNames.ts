import { nameWords, wordOf, type NameWord } from './nameWords';
import { soundCodes, type Rows } from './sounds';
import { MOST_NUMBERED, WordMemory } from './wordMemory';

/** resources/vocabularies/givenNames.json: spellings, translations and pet names of one given name, in any script. */
export interface GivenNamesFile {
  readonly groups: readonly (readonly string[])[];
}

/** resources/vocabularies/commonNames.json: family names that very many bear, spellings of one divided by blanks. */
export interface CommonNamesFile {
  readonly families: readonly string[];
}

type Groups = ReadonlyMap<string, ReadonlySet<number>>;

const SHORTEST_SOUND = 4;
const MOST_REMEMBERED = 1 << 16;
const NO_NUMBER = -1;

/** A row of sounds with its codes. */
export interface Said {
  readonly sounds: string;
  readonly codes: Uint8Array;
}

/** A word that was met before, with all that is asked of it when it is compared. */
export interface MetWord {
  readonly word: NameWord;
  /** By which it is remembered; negative where it is not. */
  readonly number: number;
  /** What it begins with, as far as spellings agree on it: any vowel, any sibilant or what "ch" may be, or the sound. */
  readonly first: string;
  readonly said: Said;
  /** Other ways to say it: without a joined particle, without marks. */
  readonly others: readonly Said[];
  /** Groups of given names that it is listed in, or sounds as one of; and of family names. */
  readonly given: ReadonlySet<number> | undefined;
  readonly heard: ReadonlySet<number> | undefined;
  readonly family: ReadonlySet<number> | undefined;
}

/** Other ways to say a word: without a joined particle, without marks. */
export function othersOf({ sounds, core, bareSounds }: NameWord): readonly string[] {
  if (core === sounds && bareSounds === sounds) return [];
  return [...new Set([core, bareSounds])].filter((other) => other !== sounds);
}

/** What tells a word apart: of persons, all else follows from how it is written. */
const keyOf = ({ text, bare }: NameWord): string => (bare === text ? text : `${text} ${bare}`);

/** A row of sounds, to be compared with others. */
export const saidAs = (sounds: string): Said => ({ sounds, codes: soundCodes(sounds) });

const firstOf = ({ sounds }: NameWord): string => (/^[aeiouhyw]/.test(sounds) ? 'a' : /^[szSZCcqxkjJ]/.test(sounds) ? 's' : sounds.charAt(0));

function enter(groups: Map<string, Set<number>>, key: string, group: number): void {
  const known = groups.get(key);
  if (known) known.add(group);
  else groups.set(key, new Set([group]));
}

/** Sounds without what spellings of one name differ in: doubled letters, h, which of two near vowels, which of two sibilants. */
const soundKey = (sounds: string): string => sounds.replaceAll(/[iyje]/g, 'i').replaceAll(/[uw]/g, 'o').replaceAll('T', 't').replaceAll('D', 'd').replaceAll('G', 'g').replaceAll('Z', 'J').replaceAll(/[cCq]/g, 'S').replaceAll(/[hx]/g, '').replaceAll(/(.)\1+/g, '$1');

function grouped(groups: readonly (readonly string[])[]): { readonly byText: Groups; readonly bySound: Groups } {
  const [byText, bySound] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  groups.forEach((group, index) => group.forEach((written) => {
    const { words, vowelless } = nameWords(written);
    const [word] = words;
    if (word === undefined || words.length > 1) return;
    for (const text of new Set([word.text, word.bare])) enter(byText, text, index);
    if (!vowelless && word.text.length >= SHORTEST_SOUND) for (const sounds of new Set([word.sounds, word.bareSounds])) enter(bySound, soundKey(sounds), index);
  }));
  return { byText, bySound };
}

/** Which names are widely known, and which of them are one. Women's family names in -a are found as men's. */
export class KnownNames {
  private readonly givenNames: ReturnType<typeof grouped>;
  private readonly families: Groups;
  /** Answers by word: names share their words. */
  private readonly heard = new Map<string, ReadonlySet<number> | null>();
  private readonly joinedWords = new Map<string, MetWord>();
  private readonly metWords = new Map<string, MetWord>();
  private readonly classes = new Map<string, string>();
  private numbered = 0;
  /** How alike words are that were compared before. */
  readonly likenesses = new WordMemory();
  /** Room for comparing two words. */
  readonly rows: Rows = { row: [], next: [], gone: [] };

  constructor(given: GivenNamesFile, common: CommonNamesFile = { families: [] }) {
    this.givenNames = grouped(given.groups);
    this.families = grouped(common.families.map((spellings) => spellings.split(' '))).byText;
  }

  /** Groups of given names that a word is listed in as it is written. */
  given({ text, bare }: NameWord): ReadonlySet<number> | undefined {
    return this.givenNames.byText.get(text) ?? this.givenNames.byText.get(bare);
  }

  /** Groups of family names that very many bear, as the word is written. */
  family({ text, bare }: NameWord): ReadonlySet<number> | undefined {
    const { families } = this;
    // Letters of other scripts are spelled out by their sound: "Шевченко" is "shevtchenko".
    return families.get(text) ?? families.get(bare) ?? (text.includes('tch') ? families.get(text.replaceAll('tch', 'ch')) : undefined) ?? (/(?:[oe]v|sk|in)a$/.test(text) ? families.get(text.slice(0, -1)) ?? families.get(`${text.slice(0, -1)}i`) : undefined);
  }

  /** Groups of given names that sound as a word that is in no list. */
  soundsGiven(word: NameWord): ReadonlySet<number> | undefined {
    if (word.text.length < SHORTEST_SOUND) return undefined;
    const known = this.heard.get(word.text);
    if (known !== undefined) return known ?? undefined;
    const found = this.family(word) === undefined ? this.givenNames.bySound.get(soundKey(word.sounds)) ?? this.givenNames.bySound.get(soundKey(word.bareSounds)) ?? (word.sounds.includes('w') ? this.givenNames.bySound.get(soundKey(word.sounds.replaceAll('w', 'v'))) : undefined) : undefined;
    if (this.heard.size >= MOST_REMEMBERED) this.heard.clear();
    this.heard.set(word.text, found ?? null);
    return found;
  }

  /** Two words of a name as one. */
  joined(text: string): MetWord {
    const known = this.joinedWords.get(text);
    if (known !== undefined) return known;
    if (this.joinedWords.size >= MOST_REMEMBERED) this.joinedWords.clear();
    // Hardly two names give the same one: what it is like is not worth remembering.
    const made = this.made(wordOf(text), NO_NUMBER);
    this.joinedWords.set(text, made);
    return made;
  }

  /** What is remembered of a word: the same number never stands for two. */
  met(word: NameWord): MetWord {
    const key = keyOf(word);
    const known = this.metWords.get(key);
    if (known !== undefined) return known;
    // Words that are met again get another number: what was remembered of them by the old one is never asked for.
    if (this.metWords.size >= MOST_REMEMBERED) this.metWords.clear();
    const made = this.made(word, this.numbered < MOST_NUMBERED ? this.numbered : NO_NUMBER);
    this.numbered += 1;
    this.metWords.set(key, made);
    return made;
  }

  private made(word: NameWord, number: number): MetWord {
    const given = this.given(word);
    return {
      word,
      number,
      first: firstOf(word),
      said: saidAs(word.sounds),
      others: othersOf(word).map(saidAs),
      given,
      heard: given ?? this.soundsGiven(word),
      family: this.family(word),
    };
  }

  /** What a word is counted as: its given name in whatever spelling, or how it sounds. */
  classOf(word: NameWord): string {
    const key = keyOf(word);
    let known = this.classes.get(key);
    if (known === undefined) {
      if (this.classes.size >= MOST_REMEMBERED) this.classes.clear();
      this.classes.set(key, (known = this.classed(word)));
    }
    return known;
  }

  private classed(word: NameWord): string {
    const [group] = this.given(word) ?? this.soundsGiven(word) ?? [];
    return group === undefined ? soundKey(word.core) : `#${group}`;
  }

  /** Whether very many bear a word as a name. */
  isCommon(word: NameWord): boolean {
    return this.given(word) !== undefined || this.family(word) !== undefined;
  }
}

/** Whether two sets of groups have one in common. */
export function meet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const group of a) if (b.has(group)) return true;
  return false;
}
