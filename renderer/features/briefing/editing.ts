import { createContext, useContext } from 'react';
import type { EntityView, ResultOf, CaseService, SourceView } from '../../../shared/contract';
import type { BriefingFinding, CitedStatement } from '../../../shared/contract/briefings';
import type { BriefingBlock } from '../../../shared/model/briefing';
import type { Language } from '../../../shared/values/kind';

type Requests = CaseService['requests'];
export type ListedChart = ResultOf<Requests['case.charts']>[number];
export type Snapshot = ResultOf<Requests['case.snapshots']>[number];

/** What can be done with the blocks of the open briefing; the same object as long as it is open. */
export interface BlockEdits {
  /** Shows a changed block while one types; saved when the field is left or typing pauses. */
  readonly type: (block: BriefingBlock) => void;
  /** Saves what was typed. */
  readonly save: () => void;
  /** Shows and saves a changed block, with blocks that come right after it. */
  readonly set: (block: BriefingBlock, following?: readonly BriefingBlock[]) => void;
  readonly add: (blocks: readonly BriefingBlock[], after: string | null) => void;
  readonly remove: (id: string) => void;
  readonly move: (id: string, by: number) => void;
  readonly place: (id: string, target: string, side: 'before' | 'after') => void;
  readonly copy: (id: string) => void;
}

/** What the fields of a briefing look at besides their own block. */
export interface Editing {
  /** Language that is written in now. */
  readonly writing: Language;
  readonly charts: readonly ListedChart[];
  readonly snapshots: readonly Snapshot[];
  readonly sources: readonly SourceView[];
  /** Entities that blocks name, by id. */
  readonly entities: ReadonlyMap<string, EntityView>;
  /** Statements that are cited, by id. One that is missing is gone, once they were fetched. */
  readonly statements: ReadonlyMap<string, CitedStatement>;
  readonly statementsFetched: boolean;
  /** Findings of each sentence, by its id. */
  readonly findings: ReadonlyMap<string, readonly BriefingFinding[]>;
  readonly edits: BlockEdits;
}

const EditingContext = createContext<Editing | null>(null);

export const EditingProvider = EditingContext.Provider;

/** Throws outside of the editor. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('outside of the briefing editor');
  return editing;
}
