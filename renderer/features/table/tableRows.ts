import type { EntityView, LineView } from '../../../shared/contract';
import type { Types } from '../../case/types';
import type { Language } from '../../../shared/values/kind';

/** One row of the table: an entity or a line of the chart, as plain texts. */
export interface TableRow {
  readonly id: string;
  readonly isEntity: boolean;
  readonly type: string;
  readonly typeName: string;
  readonly caption: string;
  readonly key: string;
  readonly start: string;
  readonly count: number;
  readonly sources: number;
  readonly grading: string;
  readonly handling: string;
  /** Categories of data subject, by name. */
  readonly category: string;
  /** Fact or assessment, in words. */
  readonly basis: string;
}

export const COLUMNS = ['typeName', 'caption', 'key', 'category', 'start', 'count', 'sources', 'grading', 'handling', 'basis'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** Names of the two kinds of basis. */
export interface BasisNames {
  readonly fact: string;
  readonly assessment: string;
}

export function entityRows(entities: readonly EntityView[], types: Types, language: Language, basis: BasisNames): TableRow[] {
  return entities.map((each) => ({ id: each.id, isEntity: true, type: each.type, typeName: types.label(each.type, language), caption: each.caption, key: types.keyText(each, language), start: each.start ?? '', count: each.links, sources: each.sources, grading: each.grading, handling: types.codeText(each.handling, language), category: types.categories(each, language).join(', '), basis: each.assessed ? basis.assessment : basis.fact }));
}

/** Lines with the captions of their ends; a folded line counts the links that it stands for. */
export function lineRows(lines: readonly LineView[], entities: readonly EntityView[], types: Types, language: Language, basis: BasisNames): TableRow[] {
  const captions = new Map(entities.map((each) => [each.id, each.caption]));
  return lines.map((each) => ({
    id: each.id, isEntity: false, type: each.type, typeName: types.label(each.type, language),
    caption: `${captions.get(each.from) ?? ''} ${types.link(each.type)?.directed ? '→' : '–'} ${captions.get(each.to) ?? ''}`,
    key: each.amount ?? '', start: each.start ?? '', count: each.count, sources: 0, grading: each.grading, handling: types.codeText(each.handling, language), category: '', basis: each.assessed ? basis.assessment : basis.fact,
  }));
}

/** Rows in which every word of the filter occurs, in the wanted order; equal rows stay in the order of their captions. */
export function arrange(rows: readonly TableRow[], filter: string, { column, descending }: Order, language: Language): TableRow[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const compare = (a: TableRow, b: TableRow): number => {
    const [x, y] = [a[column], b[column]];
    return typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
  };
  const kept = words.length === 0 ? [...rows] : rows.filter((row) => { const text = fold(`${row.typeName} ${row.caption} ${row.key} ${row.start} ${row.grading} ${row.handling} ${row.category} ${row.basis}`); return words.every((word) => text.includes(word)); });
  return kept.sort((a, b) => (descending ? -1 : 1) * compare(a, b) || collator.compare(a.caption, b.caption));
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
