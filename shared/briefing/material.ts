import type { Handling } from '../model/evaluation';
import type { Id } from '../model/ids';
import type { JudgementRecord } from '../model/records';
import type { Gathered, GatheredChart, GatheredEntity, GatheredLink, GatheredStatement } from './gathered';

/** A statement that a sentence rests on or that was frozen, whether or not it still holds. Handling of one that was retracted is never laxer than of what took its place. */
export interface CitedSaying extends GatheredStatement {
  readonly retracted: boolean;
}

/** A judgement on two records, with who made it and when (ISO, UTC); `theirs` came from another service. */
export interface GatheredJudgement extends JudgementRecord {
  readonly theirs: boolean;
  readonly by: string;
  readonly at: string;
}

/** A chart as it was frozen: its places, and what the case said then. */
export interface FrozenChart {
  readonly snapshot: Id;
  /** What the snapshot is called; `chart.name` is the chart's own name. */
  readonly name: string;
  /** Journal number at which it was frozen, and when (ISO, UTC). */
  readonly seq: number;
  readonly at: string;
  readonly chart: GatheredChart;
  readonly entities: readonly GatheredEntity[];
  readonly links: readonly GatheredLink[];
  readonly statements: readonly CitedSaying[];
  /** Judgements as they stood then. */
  readonly judgements: readonly GatheredJudgement[];
}

/** A picture of the case: base64 of the bytes that were kept, size in pixels. Whoever writes it encodes it anew, since it may hold traces. */
export interface GatheredPicture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** A kept document that a briefing shows or names. */
export interface GatheredExhibit {
  readonly source: Id;
  readonly title: string;
  readonly supplier: string;
  readonly sha256: string | null;
  /** ISO time, UTC. */
  readonly receivedAt: string;
  readonly handling: readonly Handling[];
  /** Handling of its live statements, each set once: a document is at least as strict as what it says. */
  readonly said: readonly (readonly Handling[])[];
  /** Null when it is no picture that can be printed. */
  readonly picture: GatheredPicture | null;
}

/** All that a briefing is composed from: what its charts and blocks show, and what its sentences rest on. Not yet past the gate. */
export interface Material extends Gathered {
  readonly frozen: readonly FrozenChart[];
  readonly cited: readonly CitedSaying[];
  readonly exhibits: readonly GatheredExhibit[];
  /** Live judgements on what was gathered. */
  readonly judgements: readonly GatheredJudgement[];
}
