import type { Basis, Grading, Handling } from '../model/evaluation';
import type { Strength } from '../model/strength';
import type { Scheme, SchemeAxis } from '../schema/types';

/** What finds a scheme: a catalogue, or its data. */
export interface SchemeSource {
  readonly schemes: Iterable<Scheme>;
}

function schemeOf(id: string, source: SchemeSource): Scheme | undefined {
  for (const scheme of source.schemes) if (scheme.id === id) return scheme;
  return undefined;
}

/** Place of a code between the strongest (0) and the weakest (1) of its axis: an axis without an answer counts as weakest. */
function placeOn(axis: SchemeAxis, code: string | undefined): number {
  let low = Infinity;
  let high = -Infinity;
  let own: number | null = null;
  for (const entry of axis.codes) {
    low = Math.min(low, entry.rank);
    high = Math.max(high, entry.rank);
    if (entry.code === code) own = entry.rank;
  }
  if (own === null) return 1;
  return high > low ? (own - low) / (high - low) : 0;
}

/** The codes of a grading in the order of its scheme's axes: "A1". A grading of an unknown scheme shows its codes as they stand. */
export function gradingText(grading: Grading | null, source: SchemeSource): string {
  if (grading === null) return '';
  const scheme = schemeOf(grading.scheme, source);
  if (scheme === undefined) return Object.values(grading.codes).join('');
  return scheme.axes.map((axis) => grading.codes[axis.id] ?? '').join('');
}

/** How weak a grading is, from 0 (the strongest that its scheme knows) to 1: the mean over the axes. Of an unknown scheme: 1. */
export function weakness(grading: Grading, source: SchemeSource): number {
  const axes = schemeOf(grading.scheme, source)?.axes ?? [];
  return axes.length === 0 ? 1 : axes.reduce((total, axis) => total + placeOn(axis, grading.codes[axis.id]), 0) / axes.length;
}

/** How many codes of the information axis, from the best, make a link confirmed and unconfirmed; all below are tentative. */
const CONFIRMED_CODES = 2;
const UNCONFIRMED_CODES = 3;

/**
 * How far information with this grading carries a link, by the last axis of its scheme: the one of the information, not of its source.
 * Ungraded, or graded by a scheme that is not known here, is "unconfirmed": nobody has doubted it, nobody has vouched for it.
 */
export function strengthOf(grading: Grading | null, source: SchemeSource): Strength {
  const scheme = grading === null ? undefined : schemeOf(grading.scheme, source);
  if (grading === null || scheme === undefined) return 'unconfirmed';
  const axis = scheme.axes.at(-1);
  const found = axis?.codes.find((candidate) => candidate.code === grading.codes[axis.id]);
  if (!axis || !found) return 'tentative';
  const better = new Set(axis.codes.map((candidate) => candidate.rank).filter((rank) => rank < found.rank)).size;
  return better < CONFIRMED_CODES ? 'confirmed' : better < UNCONFIRMED_CODES ? 'unconfirmed' : 'tentative';
}

/** The strength that a statement on this basis can give: an assessment is at most "unconfirmed", whatever its grading, because it is a person's view, not a fact. */
export const onBasis = (strength: Strength, basis: Basis): Strength => (basis === 'assessment' && strength === 'confirmed' ? 'unconfirmed' : strength);

const STRENGTH_ORDER: Readonly<Record<Strength, number>> = { confirmed: 0, unconfirmed: 1, tentative: 2 };

/** The stronger of two. */
export function strongerOf(a: Strength, b: Strength): Strength {
  return STRENGTH_ORDER[a] <= STRENGTH_ORDER[b] ? a : b;
}

/** Rank of a handling code within its scheme, as a share of the strictest, so that codes of several schemes can be set side by side. */
export function strictness(handling: Handling, source: SchemeSource): number {
  const scheme = schemeOf(handling.scheme, source);
  let own: number | null = null;
  let strictest = 0;
  for (const axis of scheme?.axes ?? []) {
    for (const entry of axis.codes) {
      strictest = Math.max(strictest, entry.rank);
      if (entry.code === handling.code && (handling.axis === undefined || handling.axis === axis.id)) own = Math.max(own ?? 0, entry.rank);
    }
  }
  // A code that nobody can look up is treated as the strictest of all: it may not be let out by mistake.
  if (own === null) return Infinity;
  return strictest === 0 ? 0 : own / strictest;
}

/**
 * Ranks of materialised texts, for folding links whose best grading and strictest handling are known only by their text ("A1", "H2").
 * Built once per answer. A text that several schemes know gets the weakest grading and the strictest handling of these.
 */
export class TextRanks {
  readonly #gradings = new Map<string, number>();
  readonly #handlings = new Map<string, number>();

  constructor(source: SchemeSource) {
    for (const scheme of source.schemes) {
      if (scheme.use === 'grading') this.#addGradings(scheme, source, 0, {});
      else this.#addHandlings(scheme, source);
    }
  }

  #addGradings(scheme: Scheme, source: SchemeSource, from: number, codes: Readonly<Record<string, string>>): void {
    const axis = scheme.axes[from];
    if (axis === undefined) {
      const text = gradingText({ scheme: scheme.id, codes }, source);
      this.#gradings.set(text, Math.max(weakness({ scheme: scheme.id, codes }, source), this.#gradings.get(text) ?? 0));
      return;
    }
    for (const { code } of axis.codes) this.#addGradings(scheme, source, from + 1, { ...codes, [axis.id]: code });
  }

  #addHandlings(scheme: Scheme, source: SchemeSource): void {
    for (const axis of scheme.axes) {
      for (const { code } of axis.codes) {
        const rank = strictness({ scheme: scheme.id, axis: axis.id, code }, source);
        this.#handlings.set(code, Math.max(rank, this.#handlings.get(code) ?? 0));
      }
    }
  }

  /** The stronger of two grading texts; an empty one loses to any other. */
  betterGrading(a: string, b: string): string {
    if (a === '' || a === b) return b;
    if (b === '') return a;
    return (this.#gradings.get(b) ?? 1) < (this.#gradings.get(a) ?? 1) ? b : a;
  }

  /** The stricter of two handling codes; an empty one loses to any other, an unknown one wins. */
  stricterHandling(a: string, b: string): string {
    if (a === '' || a === b) return b;
    if (b === '') return a;
    return (this.#handlings.get(b) ?? Infinity) > (this.#handlings.get(a) ?? Infinity) ? b : a;
  }
}
