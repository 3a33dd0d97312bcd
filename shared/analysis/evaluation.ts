import type { Grading, Handling } from '../model/evaluation';
import type { Strength } from '../model/strength';
import type { Scheme, SchemeAxis } from '../schema/types';

/** What finds a scheme: a catalogue, or its data. */
export interface SchemeSource {
  readonly schemes: Iterable<Scheme>;
}

/** A grading as people write it ("A1") and how weak it is: 0 the strongest that its scheme knows, 1 the weakest. */
export interface RankedGrading {
  readonly text: string;
  readonly rank: number;
}

export const UNGRADED: RankedGrading = { text: '', rank: 1 };

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

/** How weak a grading is: the mean over the axes of its scheme. Unknown schemes and missing gradings rank weakest. */
export function rankedGrading(grading: Grading | null, source: SchemeSource): RankedGrading {
  if (grading === null) return UNGRADED;
  const scheme = schemeOf(grading.scheme, source);
  const text = gradingText(grading, source);
  if (scheme === undefined || scheme.axes.length === 0) return { text, rank: 1 };
  const sum = scheme.axes.reduce((total, axis) => total + placeOn(axis, grading.codes[axis.id]), 0);
  return { text, rank: sum / scheme.axes.length };
}

/** The strongest of several gradings; among equals the first. Empty text when none says anything. */
export function bestGrading(gradings: Iterable<Grading | null>, source: SchemeSource): RankedGrading {
  let best = UNGRADED;
  for (const grading of gradings) {
    const ranked = rankedGrading(grading, source);
    if (ranked.text !== '' && (best.text === '' || ranked.rank < best.rank)) best = ranked;
  }
  return best;
}

/** Limits between solid, dashed and dotted: in a 4x4 or 6x6 scheme A1, A2 and B1 are confirmed, down to C3 unconfirmed. */
const CONFIRMED_BELOW = 0.2;
const UNCONFIRMED_UP_TO = 0.5;

/** Strength of a line whose best grading has this rank. What was never graded is tentative: no answer counts as the lowest. */
export function strengthOfRank({ text, rank }: RankedGrading): Strength {
  if (text === '') return 'tentative';
  if (rank < CONFIRMED_BELOW) return 'confirmed';
  return rank <= UNCONFIRMED_UP_TO ? 'unconfirmed' : 'tentative';
}

/** How far something with this grading can be relied on. */
export function strengthOf(grading: Grading | null, source: SchemeSource): Strength {
  return strengthOfRank(rankedGrading(grading, source));
}

const STRENGTH_ORDER: Readonly<Record<Strength, number>> = { confirmed: 0, unconfirmed: 1, tentative: 2 };

/** The stronger of two. */
export function strongerOf(a: Strength, b: Strength): Strength {
  return STRENGTH_ORDER[a] <= STRENGTH_ORDER[b] ? a : b;
}

/** Rank of a handling code within its scheme, as a share of the strictest, so that codes of several schemes can be set side by side. */
function strictness(handling: Handling, source: SchemeSource): number {
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

/** The strictest of several handlings, null when there are none; among equals the first. */
export function strictestHandling(handlings: Iterable<Handling>, source: SchemeSource): Handling | null {
  let worst: Handling | null = null;
  let worstRank = -1;
  for (const handling of handlings) {
    const rank = strictness(handling, source);
    if (rank > worstRank) {
      worst = handling;
      worstRank = rank;
    }
  }
  return worst;
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
      else if (scheme.use === 'handling') this.#addHandlings(scheme, source);
    }
  }

  #addGradings(scheme: Scheme, source: SchemeSource, from: number, codes: Readonly<Record<string, string>>): void {
    const axis = scheme.axes[from];
    if (axis === undefined) {
      const { text, rank } = rankedGrading({ scheme: scheme.id, codes }, source);
      this.#gradings.set(text, Math.max(rank, this.#gradings.get(text) ?? 0));
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
