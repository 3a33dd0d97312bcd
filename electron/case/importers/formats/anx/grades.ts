import i2 from '../../../../../resources/vocabularies/i2.json';
import type { Grading } from '../../../../../shared/model/evaluation';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { foldHeading } from '../../../../../shared/schema/heading';
import type { SchemeAxis } from '../../../../../shared/schema/types';

/** Names of the three collections of grades, and of the attributes that point into them. */
const COLLECTIONS = ['GradeOne', 'GradeTwo', 'GradeThree'] as const;
type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>;
const WORDS: Words = i2.grades;
const UNGRADED: ReadonlySet<string> = new Set(i2.ungraded);

/** What the texts of a collection are in one axis of a scheme, by place; null unless every one of them is a code of it, none twice. */
function codesOf(scheme: string, axis: SchemeAxis, texts: readonly string[]): readonly (string | null)[] | null {
  const byWord = new Map<string, string>();
  for (const { code, label } of axis.codes) {
    const words = [...Object.values(label), ...(WORDS[scheme]?.[axis.id]?.[code] ?? [])].map(foldHeading);
    for (const word of words) for (const form of [word, `${foldHeading(code)} ${word}`]) if (!byWord.has(form)) byWord.set(form, code);
  }
  const bare = new Set(axis.codes.map(({ code }) => code.toLowerCase()));
  const said = texts.map((text) => foldHeading(text));
  const graded = said.filter((text) => !UNGRADED.has(text));
  if (graded.length === 0) return null;
  // Bare letters and figures are those of a scheme only when they are all of them: every scheme has an A and a 1.
  const allBare = graded.length === bare.size && graded.every((text) => bare.has(text));
  const codes = said.map((text) => (UNGRADED.has(text) ? null : allBare ? text.toUpperCase() : byWord.get(text)));
  if (codes.some((code) => code === undefined)) return null;
  const found = codes.filter((code): code is string => typeof code === 'string');
  return new Set(found).size === found.length ? codes.map((code) => code ?? null) : null;
}

/** Grades of a chart: lists of texts, and the scheme that they are, where they are beyond doubt one that the case knows. */
export class Grades {
  private readonly texts: Record<string, readonly string[]> = {};
  private scheme: { readonly id: string; readonly axes: readonly { readonly id: string; readonly codes: readonly (string | null)[] | null }[] } | null = null;

  add(collection: string, texts: readonly string[]): void {
    if (texts.length > 0) this.texts[collection] ??= texts;
  }

  /** To be called when all collections are known. */
  settle(catalogue: Catalogue): void {
    const lists = COLLECTIONS.slice(0, 2).map((name) => this.texts[name] ?? []);
    const fitting = catalogue.schemes.flatMap((scheme) => {
      if (scheme.use !== 'grading' || scheme.axes.length !== 2) return [];
      const axes = scheme.axes.map((axis, at) => ({ id: axis.id, codes: codesOf(scheme.id, axis, lists[at] ?? []) }));
      return axes.every(({ codes }, at) => codes !== null || (lists[at] ?? []).every((text) => UNGRADED.has(foldHeading(text)))) && axes.some(({ codes }) => codes !== null) ? [{ id: scheme.id, axes }] : [];
    });
    this.scheme = fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** What the grades of an item or card say: as a grading where they are of a known scheme, and always in the file's own words. */
  of(attributes: Readonly<Record<string, string>>): { readonly grading: Grading | null; readonly words: readonly (readonly [name: string, text: string])[] } {
    const words: [string, string][] = [];
    const codes: Record<string, string> = {};
    COLLECTIONS.forEach((name, at) => {
      const index = Number(attributes[`${name}Index`] ?? Number.NaN);
      if (!Number.isInteger(index) || index < 0) return;
      const list = this.texts[name];
      const text = list?.[index];
      // Without a list, and beyond it, only the number is known; writers put 0 there for nothing.
      if (text === undefined) {
        if (index > 0) words.push([name, String(index)]);
        return;
      }
      if (UNGRADED.has(foldHeading(text))) return;
      words.push([name, text]);
      const axis = this.scheme?.axes[at];
      const code = axis?.codes?.[index];
      if (axis !== undefined && typeof code === 'string') codes[axis.id] = code;
    });
    return { grading: this.scheme === null || Object.keys(codes).length === 0 ? null : { scheme: this.scheme.id, codes }, words };
  }
}
