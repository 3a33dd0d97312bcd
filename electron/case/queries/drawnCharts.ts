import type { Database } from 'better-sqlite3';
import type { GatheredChart, GatheredLink } from '../../../shared/briefing/gathered';
import type { ChartItemRecord } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { foldId } from './foldRow';
import { query } from './statements';

/** An item as a chart or a snapshot holds it. */
export type StoredItem = Pick<ChartItemRecord, 'subject' | 'kind' | 'x' | 'y' | 'hidden'>;

/** A chart with its items; which links are drawn follows once these are known. */
export interface StoredChart {
  readonly id: Id;
  readonly name: string;
  readonly items: readonly StoredItem[];
}

const CHARTS = 'SELECT id, name FROM chart WHERE id IN (SELECT value FROM json_each(@ids))';
const ITEMS = 'SELECT chart, subject, kind, x, y, hidden FROM chart_item WHERE chart IN (SELECT value FROM json_each(@ids)) ORDER BY chart, subject';

/** Charts that still exist, in the order in which they were asked for. */
export function storedCharts(db: Database, ids: readonly Id[]): StoredChart[] {
  const wanted = [...new Set(ids)];
  const names = new Map(query<{ id: Id; name: string }>(db, CHARTS).all({ ids: JSON.stringify(wanted) }).map(({ id, name }) => [id, name]));
  const items = new Map<Id, StoredItem[]>([...names.keys()].map((id) => [id, []]));
  for (const { chart, hidden, ...item } of query<Omit<StoredItem, 'hidden'> & { chart: Id; hidden: number }>(db, ITEMS).all({ ids: JSON.stringify([...names.keys()]) })) items.get(chart)?.push({ ...item, hidden: hidden !== 0 });
  return wanted.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name, items: items.get(id) ?? [] }];
  });
}

/** Places of the entities that are visible. */
export const placesAmong = (items: readonly StoredItem[]): GatheredChart['places'] => items.filter((item) => item.kind === 'entity' && !item.hidden).map(({ subject, x, y }) => ({ entity: subject, x, y }));

/** What was put out of sight: ids of entities, links and folds. */
export const hiddenAmong = (items: readonly StoredItem[]): string[] => items.filter((item) => item.hidden).map((item) => item.subject);

/** Links that are drawn: both ends are visible, and neither the link nor its fold is hidden. `on` are the entities that stand on the chart, and those that may be one with them. */
export function drawnLinks(on: ReadonlySet<Id>, items: readonly StoredItem[], links: readonly GatheredLink[], catalogue: Catalogue): Id[] {
  const hidden = new Set(hiddenAmong(items));
  return links.filter(({ id, type, from, to }) => {
    if (!on.has(from) || !on.has(to) || hidden.has(id)) return false;
    const turned = catalogue.linkType(type)?.directed === false && to < from;
    return !hidden.has(turned ? foldId(type, to, from) : foldId(type, from, to));
  }).map((link) => link.id);
}
