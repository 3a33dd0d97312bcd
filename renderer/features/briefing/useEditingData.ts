import { useMemo } from 'react';
import type { BriefingFinding } from '../../../shared/contract/briefings';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { Language } from '../../../shared/values/kind';
import { useCase } from '../../case/queries';
import { grouped } from '../../ui/grouped';
import { citedIn } from './blocks/blockList';
import type { BlockEdits, Editing } from './editing';

/** Entities that are asked for, for the names on collapsed lines and in lists. */
const MOST_NAMED = 2000;
const MOST_CITED = 5000;

const NONE: readonly never[] = [];

/** Entities that blocks name, each once. */
function namedIn(blocks: BriefingRecord['blocks']): string[] {
  const named = blocks.flatMap((block) => (block.kind === 'profile' ? [block.entity] : (block.kind === 'timeline' || block.kind === 'table') && block.scope.kind === 'entities' ? block.scope.ids : []));
  return [...new Set(named)].slice(0, MOST_NAMED);
}

/** What the fields of a briefing look at, asked from the case. */
export function useEditingData(draft: BriefingRecord, writing: Language, findings: readonly BriefingFinding[], edits: BlockEdits): Editing {
  const { data: charts = NONE } = useCase('case.charts', {});
  const { data: snapshots = NONE } = useCase('case.snapshots', {});
  const { data: sources = NONE } = useCase('case.sources', {});
  const named = useMemo(() => namedIn(draft.blocks), [draft.blocks]);
  const cited = useMemo(() => citedIn(draft.blocks).slice(0, MOST_CITED), [draft.blocks]);
  const { data: entities = NONE } = useCase('case.entities', { ids: named }, named.length > 0);
  const { data: statements = NONE, isPlaceholderData, isFetched } = useCase('case.statements', { ids: cited }, cited.length > 0);
  return useMemo(() => ({
    writing, charts, snapshots, sources, edits, statementsFetched: isFetched && !isPlaceholderData,
    entities: new Map(entities.map((each) => [each.id, each])),
    statements: new Map(statements.map((each) => [each.id, each])),
    findings: grouped(findings.filter((each) => each.sentence !== null), (each) => each.sentence ?? ''),
  }), [writing, charts, snapshots, sources, edits, entities, statements, isFetched, isPlaceholderData, findings]);
}
