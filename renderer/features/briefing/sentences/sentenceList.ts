import type { Sentence } from '../../../../shared/model/briefing';
import { LANGUAGES, type Language } from '../../../../shared/values/kind';
import { noText, ownWords, textIn, withText } from '../authored';

/** Where the caret belongs after a change: in which sentence, before which character. */
export interface Caret {
  readonly sentence: string;
  readonly at: number;
}

export interface Edited {
  readonly sentences: readonly Sentence[];
  readonly caret: Caret;
}

type NewId = () => string;

export const newSentence = (id: string, language: Language, text = ''): Sentence => ({ id, text: withText(noText(language), language, text), cites: [], assessment: false });

const replaced = (sentences: readonly Sentence[], at: number, removed: number, ...added: readonly Sentence[]): readonly Sentence[] => [...sentences.slice(0, at), ...added, ...sentences.slice(at + removed)];

/** Breaks a sentence in two at the caret. Citations and translations stay with its first part. */
export function splitSentence(sentences: readonly Sentence[], at: number, caret: number, language: Language, newId: NewId): Edited | null {
  const sentence = sentences[at];
  if (!sentence) return null;
  const text = textIn(sentence.text, language);
  const [head, tail] = [text.slice(0, caret).trimEnd(), text.slice(caret).trimStart()];
  // At its very start an empty sentence goes before it, so that citations stay with the words.
  if (head === '' && tail !== '') {
    const before = newSentence(newId(), language);
    return { sentences: replaced(sentences, at, 0, before), caret: { sentence: sentence.id, at: 0 } };
  }
  const next = { ...newSentence(newId(), language, tail), assessment: tail !== '' && sentence.assessment };
  return { sentences: replaced(sentences, at, 1, { ...sentence, text: withText(sentence.text, language, head) }, next), caret: { sentence: next.id, at: 0 } };
}

/** Joins a sentence to the one before it, with what both cite and every translation of them. */
export function joinSentences(sentences: readonly Sentence[], at: number, language: Language): Edited | null {
  const [before, sentence] = [sentences[at - 1], sentences[at]];
  if (!before || !sentence) return null;
  const joint = (each: Language): string => [textIn(before.text, each).trimEnd(), textIn(sentence.text, each).trimStart()].filter((part) => part !== '').join(' ');
  const text = LANGUAGES.reduce((joined, each) => withText(joined, each, joint(each)), before.text);
  const head = textIn(before.text, language).trimEnd();
  const caret = head === '' ? 0 : head.length + (textIn(sentence.text, language) === '' ? 0 : 1);
  const assessment = ownWords(before.text) === '' ? sentence.assessment : before.assessment;
  return { sentences: replaced(sentences, at - 1, 2, { ...before, text, cites: [...new Set([...before.cites, ...sentence.cites])], assessment }), caret: { sentence: before.id, at: caret } };
}

/** What pasting gives: the sentences of this block, and blocks that come after it. */
export interface Pasted extends Edited {
  readonly blocks: readonly (readonly Sentence[])[];
}

/**
 * Puts pasted paragraphs in the place of a selection. What stood before it goes on into the first pasted sentence, what stood after it follows the last; further
 * paragraphs become blocks of their own, and the rest of this block goes with the last of them.
 */
export function pasteSentences(sentences: readonly Sentence[], at: number, [from, to]: readonly [number, number], paragraphs: readonly (readonly string[])[], language: Language, newId: NewId): Pasted | null {
  const sentence = sentences[at];
  const flat = paragraphs.flat();
  if (!sentence || flat.length === 0) return null;
  const text = textIn(sentence.text, language);
  const [head, tail] = [text.slice(0, from).trimEnd(), text.slice(to).trimStart()];
  const made = paragraphs.map((paragraph) => paragraph.map((each) => newSentence(newId(), language, each)));
  const groups: Sentence[][] = made.map((group) => [...group]);
  const first = groups[0];
  const opening = first?.[0];
  if (!first || !opening) return null;
  first[0] = { ...sentence, text: withText(sentence.text, language, [head, textIn(opening.text, language)].filter((part) => part !== '').join(' ')) };
  const closing = groups.at(-1)?.at(-1);
  if (!closing) return null;
  const caret: Caret = { sentence: closing.id, at: textIn(closing.text, language).length };
  if (tail !== '') groups.at(-1)?.push(newSentence(newId(), language, tail));
  const rest = sentences.slice(at + 1);
  groups.at(-1)?.push(...rest);
  return { sentences: [...sentences.slice(0, at), ...first], caret, blocks: groups.slice(1) };
}

/** Words of a pasted text on one line, for fields that hold one sentence. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
