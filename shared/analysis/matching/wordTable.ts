import { BoneTable } from './boneTable';
import { othersOf, type KnownNames } from './knownNames';
import type { NameWord } from './nameWords';

import { codedLikeness, soundCodes, type Rows } from './sounds';
import { TypingTable, typingLikeness } from './typing';

function grown<T extends Uint8Array | Uint32Array>(values: T, length: number): T {
  if (length <= values.length) return values;
  const larger = new (values.constructor as new (length: number) => T)(Math.max(length, values.length * 2));
  larger.set(values);
  return larger;
}

/** A word of the table that is like the one sought, 0 to 1. */
export interface AlikeWord {
  readonly word: number;
  readonly likeness: number;
}

/** As in personName.ts: pairs below are different words. */
const SHARED_GROUP = 0.95;
const CORE = 0.98;
const SHORT = 0.9;
const MOST_REMEMBERED = 8192;

/**
 * The distinct words of very many names, with their sounds packed beside each other. Words like a given one are found by their bones (BoneTable): what has other
 * consonants is never looked at, the rest is compared sound by sound.
 */
export class WordTable {
  readonly words: NameWord[] = [];
  private readonly vowelless: boolean[] = [];
  private readonly ids = new Map<string, number>();
  private readonly byGroup = new Map<number, number[]>();
  private readonly initials = new Map<string, number[]>();
  private codes = new Uint8Array(1 << 14);
  private starts = new Uint32Array(1 << 11);
  private owners = new Uint32Array(1 << 11);
  private readonly bones = new BoneTable();
  private readonly typing = new TypingTable();
  private cored = new Uint8Array(1 << 11);
  private forms = 0;
  /** What was answered since the table last grew: names share their words. */
  private readonly memory = new Map<string, readonly AlikeWord[]>();
  private remembered = 0;
  private readonly rows: Rows = { row: [], next: [], gone: [] };

  constructor(private readonly known: KnownNames) {}

  get size(): number {
    return this.words.length;
  }

  /** The number of a word, entered when it is new. Words of scripts without vowels are words of their own. */
  idOf(word: NameWord, vowelless: boolean): number {
    const key = vowelless ? `\u0001${word.text}` : word.text;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.ids.set(key, id);
    this.words.push(word);
    this.vowelless.push(vowelless);
    if (word.initial) {
      const first = word.sounds[0] ?? '';
      this.initials.set(first, [...(this.initials.get(first) ?? []), id]);
      return id;
    }
    this.enter(word.sounds, id, false);
    for (const sounds of othersOf(word)) this.enter(sounds, id, true);
    if (!vowelless) this.typing.enter(word.text, id);
    for (const group of this.groupsOf(word) ?? []) {
      const members = this.byGroup.get(group);
      if (members) members.push(id);
      else this.byGroup.set(group, [id]);
    }
    return id;
  }

  /** Whether a word comes from a script that leaves vowels out. */
  isVowelless(word: number): boolean {
    return this.vowelless[word] ?? false;
  }

  private groupsOf(word: NameWord): ReadonlySet<number> | undefined {
    return this.known.given(word) ?? this.known.soundsGiven(word);
  }

  /** The number of a word that is written just so; undefined where there is none. */
  exact(text: string): number | undefined {
    return this.ids.get(text);
  }

  private enter(sounds: string, owner: number, core: boolean): void {
    const form = this.forms;
    const codes = soundCodes(sounds);
    const from = this.starts[form] ?? 0;
    this.codes = grown(this.codes, from + codes.length);
    this.starts = grown(this.starts, form + 2);
    this.owners = grown(this.owners, form + 1);
    this.cored = grown(this.cored, form + 1);
    this.codes.set(codes, from);
    this.starts[form + 1] = from + codes.length;
    this.owners[form] = owner;
    this.bones.enter(codes, form);
    this.cored[form] = core ? 1 : 0;
    this.forms += 1;
  }

  /** All words at least so like a given one, as comparePersonNames would find them, the likest first. */
  alike(word: NameWord, vowelless: boolean, least: number): readonly AlikeWord[] {
    if (this.remembered !== this.words.length || this.memory.size >= MOST_REMEMBERED) {
      this.memory.clear();
      this.remembered = this.words.length;
    }
    const key = `${word.text} ${String(vowelless)} ${least}`;
    const known = this.memory.get(key);
    if (known !== undefined) return known;
    const answer = this.compared(word, vowelless, least);
    this.memory.set(key, answer);
    return answer;
  }

  private compared(word: NameWord, vowelless: boolean, least: number): readonly AlikeWord[] {
    const found = new Map<number, number>();
    const raise = (id: number, likeness: number): void => {
      if (likeness >= least && likeness > (found.get(id) ?? 0)) found.set(id, likeness);
    };
    const groups = this.groupsOf(word);
    const listed = this.known.given(word);
    this.scan(word.sounds, vowelless, word, listed, 1, least, raise);
    for (const sounds of othersOf(word)) this.scan(sounds, vowelless, word, listed, CORE, least, raise);
    for (const id of this.typing.near(word.text)) {
      const other = this.words[id];
      if (other !== undefined && (listed === undefined || this.known.given(other) === undefined)) raise(id, typingLikeness(word.text, other.text));
    }
    for (const group of groups ?? []) for (const id of this.byGroup.get(group) ?? []) raise(id, SHARED_GROUP);
    for (const key of [word.text, `\u0001${word.text}`]) {
      const same = this.ids.get(key);
      if (same !== undefined) raise(same, 1);
    }
    return [...found].map(([id, likeness]) => ({ word: id, likeness })).sort((a, b) => b.likeness - a.likeness || a.word - b.word);
  }

  /** Initials that a word may be shortened to. */
  initialsOf(word: NameWord): readonly number[] {
    return this.initials.get(word.sounds[0] ?? '') ?? [];
  }

  private scan(sounds: string, vowelless: boolean, word: NameWord, listed: ReadonlySet<number> | undefined, share: number, least: number, raise: (id: number, likeness: number) => void): void {
    const own = soundCodes(sounds);
    const { starts, owners, cored, codes, rows } = this;
    for (const group of this.bones.near(own, least)) for (const form of group) {
      const owner = owners[form] ?? 0;
      const other = this.words[owner];
      const likeness = codedLikeness(own, 0, own.length, codes, starts[form] ?? 0, starts[form + 1] ?? 0, vowelless, this.vowelless[owner] ?? false, least, rows) * (share === CORE || cored[form] === 1 ? CORE : 1);
      if (likeness < least || other === undefined) continue;
      // Two given names that are known to be different are; those that are known to be one come by their group.
      if (listed !== undefined && this.known.given(other) !== undefined) continue;
      raise(owner, Math.min(word.text.length, other.text.length) <= 3 && likeness < 0.97 ? likeness * SHORT : likeness);
    }
  }
}
