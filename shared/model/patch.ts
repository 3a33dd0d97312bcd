import type { Id } from './ids';
import type { EntityRecord, JudgementRecord, LinkRecord, SourceRecord, StatementRecord } from './records';

/** Tables whose rows are only added and retracted. */
export const APPENDED_TABLES = ['source', 'entity', 'link', 'statement', 'judgement'] as const;
export type AppendedTable = (typeof APPENDED_TABLES)[number];

/** Tables whose rows are changed in place, with an image before and after. */
export const IMAGED_TABLES = ['chart', 'chart_item', 'chart_group', 'annotation', 'snapshot', 'presentation', 'briefing', 'recipient', 'release', 'recipe', 'setting', 'user_type', 'user_scheme', 'source_evaluation', 'source_review', 'evaluation_change', 'taken_bundle', 'watch_list', 'watch_verdict'] as const;
export type ImagedTable = (typeof IMAGED_TABLES)[number];

/** One row of an imaged table before and after: null when it did not, or no longer does, exist. `key` is its primary key as JSON. */
export interface Image {
  readonly table: ImagedTable;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The only form of change. Added rows carry the journal number under which they came in, so their inverse needs no copy of them;
 * a bulk import journals only that number (see DESIGN.md 3).
 */
export interface Patch {
  readonly add: {
    readonly source?: readonly SourceRecord[];
    readonly entity?: readonly EntityRecord[];
    readonly link?: readonly LinkRecord[];
    readonly statement?: readonly StatementRecord[];
    readonly judgement?: readonly JudgementRecord[];
  };
  readonly retract: Partial<Record<AppendedTable, readonly Id[]>>;
  readonly images: readonly Image[];
}
