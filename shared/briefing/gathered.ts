import type { BriefingRecord } from '../model/briefing';
import type { AnnotationRecord, ChartGroupRecord, CaseSettings, ChartOptions, ItemStyle } from '../model/drawing';
import type { Basis, Grading, Handling } from '../model/evaluation';
import type { Id, SubjectKind } from '../model/ids';
import type { LocatorUnit, Values } from '../model/records';
import type { Strength } from '../model/strength';

/** One live statement with its evaluation as it stands: its own, or its source's where it has none. */
export interface GatheredStatement {
  readonly id: Id;
  readonly subject: Id;
  readonly subjectKind: SubjectKind;
  readonly source: Id;
  /** Row or page in the source; null where the source has none. */
  readonly row: number | null;
  /** What `row` counts where it is no row of a table. */
  readonly unit: LocatorUnit | null;
  readonly page: number | null;
  readonly values: Values;
  /** Service that its source names as supplier. */
  readonly originator: string;
  /** Scheme and codes behind `grading`; null when ungraded. */
  readonly codes: Grading | null;
  /** "A1", empty when ungraded; `gradingWeight` lower is better. */
  readonly grading: string;
  readonly gradingWeight: number;
  readonly strength: Strength;
  readonly handling: readonly Handling[];
  readonly basis: Basis;
}

export interface GatheredEntity { readonly id: Id; readonly type: string }
export interface GatheredLink { readonly id: Id; readonly type: string; readonly from: Id; readonly to: Id }

export interface GatheredSource {
  readonly id: Id;
  readonly title: string;
  readonly supplier: string;
  readonly sha256: string | null;
  /** ISO time, UTC. */
  readonly receivedAt: string;
  readonly grading: string;
}

/** One chart with what is visible on it: places of entities in chart units, y down, and the ids of links that are drawn, those of records that may be one with what stands on it among them. */
export interface GatheredChart {
  readonly id: Id;
  readonly name: string;
  readonly places: readonly { readonly entity: Id; readonly x: number; readonly y: number }[];
  readonly links: readonly Id[];
  /** What was put out of sight on it: entities, links, and lines that stand for several links ("type|from|to"). */
  readonly hidden: readonly string[];
  /** How it is drawn as a whole. */
  readonly options?: ChartOptions;
  /** How single things are drawn, by their ids; of lines by a link's id or "type|from|to". */
  readonly styles?: Readonly<Record<string, ItemStyle>>;
  /** What is taken together on it. */
  readonly groups?: readonly ChartGroupRecord[];
  /** What is written and drawn on it. */
  readonly annotations?: readonly AnnotationRecord[];
}

/** All that a briefing is composed from: plain records, not yet past the gate. Statements in the order in which they were said. */
export interface Gathered {
  readonly briefing: BriefingRecord;
  readonly settings: CaseSettings;
  readonly charts: readonly GatheredChart[];
  readonly entities: readonly GatheredEntity[];
  readonly links: readonly GatheredLink[];
  readonly statements: readonly GatheredStatement[];
  readonly sources: readonly GatheredSource[];
  /** Last entry of the journal. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** When it is composed: ISO time, UTC. */
  readonly at: string;
}
