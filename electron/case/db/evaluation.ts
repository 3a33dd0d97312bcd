import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Strength } from '../../../shared/model/strength';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { SchemeAxis } from '../../../shared/schema/types';

export interface Graded {
  /** Codes of all axes: "A1". */
  readonly text: string;
  /** Sum of the codes' ranks: lower is better. */
  readonly weight: number;
  readonly strength: Strength;
}

export interface Handled {
  readonly code: string;
  /** Higher is stricter. */
  readonly rank: number;
}

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
/** How many codes of an axis, from the best, make a link confirmed and unconfirmed; all below are tentative. */
const CONFIRMED_CODES = 2;
const UNCONFIRMED_CODES = 3;

/** Number of distinct better codes on the axis; a code that the scheme lacks counts as the weakest. */
function place(axis: SchemeAxis, code: string | undefined): number {
  const found = axis.codes.find((candidate) => candidate.code === code);
  const ranks = new Set(axis.codes.map((candidate) => candidate.rank));
  return found ? [...ranks].filter((rank) => rank < found.rank).length : ranks.size;
}

/**
 * Reads the evaluation columns. Texts repeat by the hundred thousand after an import, so each is read once.
 * The last axis of a grading scheme is that of the information; the ones before it are of its source.
 */
export class Evaluations {
  private readonly catalogue: Catalogue;
  private readonly gradings = new Map<string, Graded | null>();
  private readonly handlings = new Map<string, Handled | null>();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  /** Null for none, and for a scheme that is not known here. */
  grading(json: string | null): Graded | null {
    if (json === null || json === '') return null;
    let graded = this.gradings.get(json);
    if (graded === undefined) this.gradings.set(json, (graded = this.readGrading(JSON.parse(json) as Grading | null)));
    return graded;
  }

  private readGrading(grading: Grading | null): Graded | null {
    const scheme = grading && this.catalogue.scheme(grading.scheme);
    if (!grading || !scheme) return null;
    const information = scheme.axes.at(-1);
    const at = information ? place(information, grading.codes[information.id]) : UNCONFIRMED_CODES;
    return {
      text: scheme.axes.map((axis) => grading.codes[axis.id] ?? '').join(''),
      weight: scheme.axes.reduce((sum, axis) => sum + place(axis, grading.codes[axis.id]), 0),
      strength: at < CONFIRMED_CODES ? 'confirmed' : at < UNCONFIRMED_CODES ? 'unconfirmed' : 'tentative',
    };
  }

  /** The strictest of the codes; null for none. A code that is not known here counts as stricter than all that are. */
  handling(json: string): Handled | null {
    if (json === '') return null;
    let handled = this.handlings.get(json);
    if (handled === undefined) {
      const codes = (JSON.parse(json) as Handling[]).map((handling) => ({ code: handling.code, rank: this.rankOf(handling) }));
      handled = codes.reduce<Handled | null>((strictest, code) => (strictest && strictest.rank >= code.rank ? strictest : code), null);
      this.handlings.set(json, handled);
    }
    return handled;
  }

  private rankOf({ scheme, axis, code }: Handling): number {
    const axes = this.catalogue.scheme(scheme)?.axes.filter((candidate) => axis === undefined || candidate.id === axis) ?? [];
    return axes.flatMap((candidate) => candidate.codes).find((candidate) => candidate.code === code)?.rank ?? Number.MAX_SAFE_INTEGER;
  }
}

/**
 * How far one statement carries a link. Ungraded is "unconfirmed": nobody has doubted it, nobody has vouched for it.
 * An assessment is at most "unconfirmed", whatever its grading: it is a person's view, not a fact.
 */
export function strengthOf(graded: Graded | null, basis: string): Strength {
  const strength = graded?.strength ?? 'unconfirmed';
  return basis === 'assessment' && strength === 'confirmed' ? 'unconfirmed' : strength;
}

export const stronger = (a: Strength, b: Strength): Strength => (STRENGTHS.indexOf(a) <= STRENGTHS.indexOf(b) ? a : b);
