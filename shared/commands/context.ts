import type { ChartItemRecord, ChartRecord } from '../model/drawing';
import type { Grading, Handling } from '../model/evaluation';
import type { Id } from '../model/ids';
import type { ImagedTable } from '../model/patch';
import type { EntityRecord, JudgementRecord, LinkRecord, StatementRecord } from '../model/records';
import type { Catalogue } from '../schema/catalogue';
import type { Patch } from '../model/patch';
import type { ItemMove, MoveStep } from './chartMoves';

/** Everything that goes with a source when it is taken out. */
export interface SourceContent {
  readonly statements: readonly Id[];
  /** Entities and links of which no other source says anything. */
  readonly entities: readonly Id[];
  readonly links: readonly Id[];
}

/** A source as it is evaluated now. */
export interface EvaluatedSource {
  readonly supplier: string;
  readonly grading: Grading | null;
  readonly handling: readonly Handling[];
}

/** The case as a plan may read it. Each answers null, or leaves out, what does not exist or is retracted. */
export interface CaseReader {
  entity(id: Id): EntityRecord | null;
  link(id: Id): LinkRecord | null;
  statement(id: Id): StatementRecord | null;
  /** True when the source is in the case. */
  hasSource(id: Id): boolean;
  /** What plans look at of a source: who supplied it, and how it is evaluated now. */
  sourceEvaluation(id: Id): EvaluatedSource | null;
  /** Statements by id, statements about subjects, or all of a source; `limit` of them at most. A statement that is asked for twice comes once. */
  evaluable(targets: { readonly statements?: readonly Id[] | undefined; readonly subjects?: readonly Id[] | undefined; readonly source?: Id | undefined }, limit: number): readonly StatementRecord[];
  /** True when a live statement or source, or the case's settings, carry codes of the scheme. */
  usesScheme(id: string): boolean;
  /** Source under which a person's own entries stand. */
  entrySource(person: string, service: string): Id | null;
  sourceContent(source: Id): SourceContent;
  /** Links that begin or end at one of the entities. */
  linksOf(entities: readonly Id[]): readonly Id[];
  /** Statements about the subjects. */
  statementsOf(subjects: readonly Id[]): readonly Id[];
  /** Judgements about exactly this pair, in either order. */
  judgementsOf(a: Id, b: Id): readonly JudgementRecord[];
  /** One of our own judgements. */
  judgement(id: Id): JudgementRecord | null;
  /** How many of our own judgements stand against this verdict on a pair: the chain by which the two, or those that it would join, are held to be the contrary. 0: none. */
  judgedAgainst(pair: { readonly left: Id; readonly right: Id }, verdict: JudgementRecord['verdict']): number;
  /** True when a live link of this type leads from one to the other. */
  linked(type: string, from: Id, to: Id): boolean;
  charts(): readonly ChartRecord[];
  chart(id: Id): ChartRecord | null;
  chartItem(chart: Id, subject: string): ChartItemRecord | null;
  chartItems(chart: Id): readonly ChartItemRecord[];
  /** Items of these subjects on all charts. */
  itemsOf(subjects: readonly string[]): readonly ChartItemRecord[];
  /** Record of a table that is changed in place, by its primary key; null when there is none. */
  row(table: ImagedTable, ...key: readonly string[]): unknown;
  /** True when a briefing or presentation shows this snapshot. */
  showsSnapshot(id: Id): boolean;
  /** Steps that moved items of a chart and are done, oldest first; and what such a step moved. */
  moveSteps(chart: Id): readonly MoveStep[];
  movesOf(seq: number): readonly ItemMove[];
  /** Records of such a table that belong to a chart. */
  rowsOfChart(table: 'chart_group' | 'annotation', chart: Id): readonly { readonly id: Id }[];
}

/** What a plan may know: pure, so that it gives the same patch for the same case. */
export interface PlanContext {
  readonly reader: CaseReader;
  readonly catalogue: Catalogue;
  /** ISO time, UTC. */
  readonly now: string;
  readonly newId: () => Id;
  readonly actor: { readonly name: string; readonly service: string };
  /** All that whoever gives the command takes for one with an entity, the one that is shown first; only itself when it stands alone. */
  readonly sameAs: (id: Id) => readonly Id[];
  /** Journal number that the case stands at. */
  readonly seq: number;
}

/** What a command will do, and the counts and type ids that its line in the history is made of. */
export interface Plan {
  readonly patch: Patch;
  readonly label: Readonly<Record<string, string | number>>;
  /** Words that are content, kept beside the journal's entry where an erasure of what they are about reaches them: `about` names it by ids. */
  readonly beside?: { readonly reason: string; readonly about: string };
}
