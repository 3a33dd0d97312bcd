import type { ItemStyle } from '../../../shared/model/drawing';
import type { Grading, Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import type { Strength } from '../../../shared/model/strength';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { ExportFormat } from '../../../shared/contract/exporting';
import type { Language } from '../../../shared/values/kind';

/** One statement that may leave, as it stands. */
export interface OutgoingStatement {
  readonly id: string;
  readonly values: Values;
  readonly grading: Grading | null;
  readonly handling: readonly Handling[];
  readonly basis: 'fact' | 'assessment';
  /** Title and supplier of its source, and row or page there. */
  readonly source: string;
  readonly supplier: string;
  readonly place: string;
}

export interface OutgoingEntity {
  readonly id: string;
  readonly type: string;
  /** Id of the entity that it was judged to be the same as, the smallest of theirs; its own where it is alone or is that one. */
  readonly sameAs: string;
  /** What it is called by what may leave of it. */
  readonly caption: string;
  /** Everything that its statements say, each value once, best graded first. */
  readonly values: Values;
  readonly statements: readonly OutgoingStatement[];
  /** Where the chart draws it; null when it leaves without a drawing. */
  readonly place: { readonly x: number; readonly y: number; readonly style: ItemStyle | null } | null;
}

export interface OutgoingLink {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
  readonly statements: readonly OutgoingStatement[];
  /** ISO, as precise as known; null when nothing is said. */
  readonly start: string | null;
  readonly end: string | null;
  readonly strength: Strength;
  readonly style: ItemStyle | null;
}

/**
 * What leaves a case, already past the release gate: writers see nothing else, so that they cannot let anything else out. Entities and links may be
 * walked more than once; links only join entities that are among them. An entity or link of which nothing may leave is not there.
 */
export interface Outgoing {
  readonly title: string;
  /** ISO, UTC. */
  readonly at: string;
  readonly language: Language;
  /** "BEPERKTE VERSPREIDING": highest marking of what is in it, in words; empty when it has none. */
  readonly marking: string;
  readonly catalogue: Catalogue;
  /** True when places are given: a chart leaves, not only what it shows. */
  readonly drawn: boolean;
  /** True when some of it was judged to be the same: writers then say at each entity which. */
  readonly joined: boolean;
  readonly counts: { readonly entities: number; readonly links: number };
  entities(): Iterable<OutgoingEntity>;
  links(): Iterable<OutgoingLink>;
}

/** Takes what a writer has ready; called in order. */
export type Sink = (piece: Uint8Array | string) => void;

/** One format that a case can leave in: one file in this folder that exports `writer`, found by itself. */
export interface Writer {
  readonly id: ExportFormat;
  readonly mediaType: string;
  /** With dot. */
  readonly ending: string;
  /** Times that it walks everything, each with its steps; 1 when left out. */
  readonly passes?: number;
  /** Writes all of it, in pieces, in bounded memory where the format allows. `step` is called after each entity or link and may throw to stop. */
  write(outgoing: Outgoing, sink: Sink, step: () => void): void | Promise<void>;
}

