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
export const NUMBERS: readonly Column[] = ['count', 'sources'];

/** A column beside these: a property of the entities, or what another part of the window put there. */
export interface ExtraColumn {
  readonly id: string;
  readonly label: string;
  readonly numeric: boolean;
  readonly sortable: boolean;
  /** What stands in the cell, as people read it. */
  readonly text: (row: TableRow) => string;
  /** What it is sorted by. */
  readonly sort: (row: TableRow) => number | string;
  /** Property whose values these are, where the cell can be edited. */
  readonly property?: string;
}

/** By which column rows are put in order; `column` is one of COLUMNS or the id of an extra one. */
export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** The order after a press on a heading: by it alone, or, adding, also by it after the others. A press on the same heading turns it round. */
export function pressedOrder(orders: readonly Order[], column: string, numeric: boolean, adding: boolean): readonly Order[] {
  const before = orders.find((each) => each.column === column);
  const next = { column, descending: before === undefined ? numeric : !before.descending };
  if (!adding) return [next];
  return before === undefined ? [...orders, next] : orders.map((each) => (each === before ? next : each));
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

const isOwn = (column: string): column is Column => COLUMNS.some((each) => each === column);

/** Rows in which every word of the filter occurs, by the first of the orders, then by the next; equal rows stay in the order of their captions. Empty cells come last. */
export function arrange(rows: readonly TableRow[], filter: string, orders: readonly Order[], language: Language, extra: readonly ExtraColumn[] = []): TableRow[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const others = new Map(extra.map((each) => [each.id, each]));
  const read = (row: TableRow, column: string): number | string => (isOwn(column) ? row[column] : (others.get(column)?.sort(row) ?? ''));
  const compare = (a: TableRow, b: TableRow, { column, descending }: Order): number => {
    const [x, y] = [read(a, column), read(b, column)];
    if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
    return (descending ? -1 : 1) * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  };
  const kept = words.length === 0 ? [...rows] : rows.filter((row) => { const text = fold(`${row.typeName} ${row.caption} ${row.key} ${row.start} ${row.grading} ${row.handling} ${row.category} ${row.basis} ${extra.map((each) => each.text(row)).join(' ')}`); return words.every((word) => text.includes(word)); });
  return kept.sort((a, b) => {
    for (const order of orders) {
      const found = compare(a, b, order);
      if (found !== 0) return found;
    }
    return collator.compare(a.caption, b.caption);
  });
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
