import type { Handling, Marking } from '../model/evaluation';
import type { Catalogue } from '../schema/catalogue';
import type { Language } from '../values/kind';
import { codesOf } from './gate';

/** A code that pages carry, with its words. */
export interface Mark {
  readonly scheme: string;
  readonly code: string;
  readonly rank: number;
  readonly text: string;
  /** On every page, whatever it holds: what the author chose for the whole. */
  readonly base?: boolean | undefined;
}

/** A scheme of one code marks nothing: it is there to say so. */
const tells = (scheme: { readonly axes: readonly { readonly codes: readonly unknown[] }[] }): boolean => scheme.axes.flatMap((axis) => axis.codes).length > 1;

/** The marks of codes that stand on pages, each once: markings, and handling codes of schemes that are printed (TLP). Codes that nobody can look up are left out. */
export function marksOf(handlings: Iterable<Handling | Marking>, catalogue: Catalogue, language: Language): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const handling of handlings) {
    const key = `${handling.scheme} ${handling.code}`;
    const scheme = catalogue.scheme(handling.scheme);
    if (marks.has(key) || scheme === undefined || !(scheme.use === 'marking' || scheme.onPages === true) || !tells(scheme)) continue;
    const codes = codesOf(scheme, handling);
    const strictest = codes.reduce<(typeof codes)[number] | undefined>((a, b) => (a !== undefined && a.rank >= b.rank ? a : b), undefined);
    if (strictest !== undefined) marks.set(key, { scheme: scheme.id, code: handling.code, rank: strictest.rank, text: strictest.label[language] });
  }
  return [...marks.values()];
}

/** The strictest of each scheme, in the order in which schemes were first met. */
export function strictestMarks(marks: readonly Mark[]): readonly Mark[] {
  const strictest = new Map<string, Mark>();
  for (const mark of marks) {
    const known = strictest.get(mark.scheme);
    if (known === undefined || mark.rank > known.rank) strictest.set(mark.scheme, mark);
  }
  return [...strictest.values()];
}

/** What a page says at its top and bottom. */
export const markText = (marks: readonly Mark[]): string => strictestMarks(marks).map((mark) => mark.text).join(' · ');
