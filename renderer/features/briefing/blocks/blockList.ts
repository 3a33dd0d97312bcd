import type { AuthoredText, BriefingBlock, BriefingRecord } from '../../../../shared/model/briefing';
import type { Language } from '../../../../shared/values/kind';
import { noText } from '../authored';
import { newSentence } from '../sentences/sentenceList';

export type BlockKind = BriefingBlock['kind'];
export type BlockOf<K extends BlockKind> = Extract<BriefingBlock, { kind: K }>;

/** What a new block is: its kind, and what it is of where the kind has several. */
export type NewBlock =
  | { readonly kind: 'heading' | 'text' | 'figure' | 'timeline' | 'profile' | 'exhibit' | 'grid' | 'pageBreak' }
  | { readonly kind: 'table'; readonly of: BlockOf<'table'>['of'] }
  | { readonly kind: 'generated'; readonly of: BlockOf<'generated'>['of'] };

export const TABLES = ['persons', 'others', 'links', 'chronology'] as const satisfies readonly BlockOf<'table'>['of'][];
export const GENERATED = ['contents', 'exhibits', 'persons', 'glossary', 'legend', 'sources', 'withheld'] as const satisfies readonly BlockOf<'generated'>['of'][];

/** Everything that can be added, in the order of the menu. */
export const ADDABLE: readonly NewBlock[] = [
  { kind: 'heading' }, { kind: 'text' }, { kind: 'figure' }, { kind: 'timeline' }, ...TABLES.map((of) => ({ kind: 'table', of }) as const),
  { kind: 'profile' }, { kind: 'exhibit' }, { kind: 'grid' }, ...GENERATED.map((of) => ({ kind: 'generated', of }) as const), { kind: 'pageBreak' },
];

/** What blocks that show something of the case are first filled with; null where the case has none. */
export interface BlockStart {
  readonly chart: string | null;
  readonly entity: string | null;
  readonly source: string | null;
}

/** A new block, ready to be filled in; null where the case has nothing that it could show. `newId` gives a fresh id at each call. */
export function newBlock(wanted: NewBlock, start: BlockStart, language: Language, newId: () => string): BriefingBlock | null {
  const id = newId();
  switch (wanted.kind) {
    case 'heading': return { kind: 'heading', id, level: 1, text: noText(language) };
    case 'text': return { kind: 'text', id, sentences: [newSentence(newId(), language)] };
    case 'figure': return start.chart === null ? null : { kind: 'figure', id, chart: start.chart, snapshot: null, places: 'drawn', caption: null };
    case 'timeline': return { kind: 'timeline', id, scope: { kind: 'charts' } };
    case 'table': return { kind: 'table', id, of: wanted.of, scope: { kind: 'charts' } };
    case 'profile': return start.entity === null ? null : { kind: 'profile', id, entity: start.entity };
    case 'exhibit': return start.source === null ? null : { kind: 'exhibit', id, source: start.source, caption: null, show: 'mention' };
    case 'grid': return { kind: 'grid', id, caption: null, columns: [noText(language), noText(language)], rows: [emptyRow(newId(), 2, language)] };
    case 'generated': return { kind: 'generated', id, of: wanted.of };
    case 'pageBreak': return { kind: 'pageBreak', id };
  }
}

export const emptyRow = (id: string, columns: number, language: Language): BlockOf<'grid'>['rows'][number] => ({ id, cells: Array.from({ length: columns }, () => noText(language)), cites: [] });

type Blocks = BriefingRecord['blocks'];

/** Puts blocks after another; `after` null: at the end. */
export function addBlocks(blocks: Blocks, added: readonly BriefingBlock[], after: string | null): Blocks {
  const at = after === null ? -1 : blocks.findIndex((each) => each.id === after);
  return at < 0 ? [...blocks, ...added] : [...blocks.slice(0, at + 1), ...added, ...blocks.slice(at + 1)];
}

export const removeBlock = (blocks: Blocks, id: string): Blocks => blocks.filter((each) => each.id !== id);

/** Moves a block by some places; at the ends it stays. */
export function moveBlock(blocks: Blocks, id: string, by: number): Blocks {
  const from = blocks.findIndex((each) => each.id === id);
  const block = blocks[from];
  if (!block) return blocks;
  const to = Math.min(blocks.length - 1, Math.max(0, from + by));
  return to === from ? blocks : blocks.toSpliced(from, 1).toSpliced(to, 0, block);
}

/** Moves a block to stand right before or after another. */
export function placeBlock(blocks: Blocks, id: string, target: string, side: 'before' | 'after'): Blocks {
  const block = blocks.find((each) => each.id === id);
  if (!block || id === target) return blocks;
  const rest = removeBlock(blocks, id);
  const at = rest.findIndex((each) => each.id === target);
  return at < 0 ? blocks : rest.toSpliced(side === 'before' ? at : at + 1, 0, block);
}

/** A copy with ids of its own. */
export function copyBlock(block: BriefingBlock, newId: () => string): BriefingBlock {
  const id = newId();
  if (block.kind === 'text') return { ...block, id, sentences: block.sentences.map((each) => ({ ...each, id: newId() })) };
  if (block.kind === 'grid') return { ...block, id, rows: block.rows.map((each) => ({ ...each, id: newId() })) };
  return { ...block, id };
}

/** Every authored text of a block, in order. */
export function textsOf(block: BriefingBlock): readonly AuthoredText[] {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'text': return block.sentences.map((each) => each.text);
    case 'figure':
    case 'exhibit': return block.caption === null ? [] : [block.caption];
    case 'grid': return [...(block.caption === null ? [] : [block.caption]), ...block.columns, ...block.rows.flatMap((row) => row.cells)];
    case 'timeline':
    case 'table':
    case 'profile':
    case 'generated':
    case 'pageBreak': return [];
  }
}

/** Statements that a briefing cites, each once. */
export function citedIn(blocks: Blocks): string[] {
  const cited = blocks.flatMap((block) => (block.kind === 'text' ? block.sentences.flatMap((each) => each.cites) : block.kind === 'grid' ? block.rows.flatMap((each) => each.cites) : []));
  return [...new Set(cited)];
}

/** Puts citations to a sentence or a row of an author's table, which may stand in any block. */
export function citeIn(blocks: Blocks, place: string, statements: readonly string[]): Blocks {
  const more = <T extends { readonly id: string; readonly cites: readonly string[] }>(each: T): T => (each.id === place ? { ...each, cites: [...new Set([...each.cites, ...statements])].slice(0, 500) } : each);
  return blocks.map((block) => (block.kind === 'text' ? { ...block, sentences: block.sentences.map(more) } : block.kind === 'grid' ? { ...block, rows: block.rows.map(more) } : block));
}
