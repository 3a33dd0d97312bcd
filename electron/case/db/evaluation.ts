import { gradingText, strengthOf, strictness, weakness } from '../../../shared/analysis/evaluation';
import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Strength } from '../../../shared/model/strength';
import type { Catalogue } from '../../../shared/schema/catalogue';

export interface Graded {
  /** Codes of all axes: "A1". */
  readonly text: string;
  /** Lower is better. */
  readonly weight: number;
  /** What a fact with this grading gives a link. */
  readonly strength: Strength;
}

export interface Handled {
  readonly code: string;
  /** Higher is stricter. */
  readonly rank: number;
}

/** Reads the evaluation columns. Texts repeat by the hundred thousand after an import, so each is read once. */
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
    if (!grading || !this.catalogue.scheme(grading.scheme)) return null;
    return { text: gradingText(grading, this.catalogue), weight: weakness(grading, this.catalogue), strength: strengthOf(grading, this.catalogue) };
  }

  /** The strictest of the codes; null for none. A code that is not known here counts as stricter than all that are. */
  handling(json: string): Handled | null {
    if (json === '') return null;
    let handled = this.handlings.get(json);
    if (handled === undefined) {
      const codes = (JSON.parse(json) as Handling[]).map((handling) => ({ code: handling.code, rank: strictness(handling, this.catalogue) }));
      handled = codes.reduce<Handled | null>((strictest, code) => (strictest && strictest.rank >= code.rank ? strictest : code), null);
      this.handlings.set(json, handled);
    }
    return handled;
  }
}
