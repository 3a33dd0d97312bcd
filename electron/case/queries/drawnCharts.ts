import type { Database } from 'better-sqlite3';
import type { GatheredChart, GatheredLink } from '../../../shared/briefing/gathered';
import type { AnnotationRecord, ChartGroupRecord, ChartItemRecord, ChartOptions, ItemStyle } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { foldId } from './foldRow';
import { query } from './statements';

/** An item as a chart or a snapshot holds it. */
export type StoredItem = Pick<ChartItemRecord, 'subject' | 'kind' | 'x' | 'y' | 'hidden' | 'style'>;

/** A chart with its items; which links are drawn follows once these are known. */
export interface StoredChart {
  readonly id: Id;
  readonly name: string;
  readonly options?: ChartOptions;
  readonly items: readonly StoredItem[];
}

const CHARTS = 'SELECT id, name, options FROM chart WHERE id IN (SELECT value FROM json_each(@ids))';
const ITEMS = 'SELECT chart, subject, kind, x, y, hidden, style FROM chart_item WHERE chart IN (SELECT value FROM json_each(@ids)) ORDER BY chart, subject';

/** Charts that still exist, in the order in which they were asked for. */
export function storedCharts(db: Database, ids: readonly Id[]): StoredChart[] {
  const wanted = [...new Set(ids)];
  const names = new Map(query<{ id: Id; name: string; options: string | null }>(db, CHARTS).all({ ids: JSON.stringify(wanted) }).map(({ id, name, options }) => [id, { name, ...(options === null ? {} : { options: JSON.parse(options) as ChartOptions }) }]));
  const items = new Map<Id, StoredItem[]>([...names.keys()].map((id) => [id, []]));
  for (const { chart, hidden, style, ...item } of query<Omit<StoredItem, 'hidden' | 'style'> & { chart: Id; hidden: number; style: string | null }>(db, ITEMS).all({ ids: JSON.stringify([...names.keys()]) })) items.get(chart)?.push({ ...item, hidden: hidden !== 0, ...(style === null ? {} : { style: JSON.parse(style) as ItemStyle }) });
  return wanted.flatMap((id) => {
    const found = names.get(id);
    return found === undefined ? [] : [{ id, ...found, items: items.get(id) ?? [] }];
  });
}

/** Places of the entities that are visible. */
export const placesAmong = (items: readonly StoredItem[]): GatheredChart['places'] => items.filter((item) => item.kind === 'entity' && !item.hidden).map(({ subject, x, y }) => ({ entity: subject, x, y }));

/** What is taken together on a chart. */
export const groupsAmong = (groups: readonly ChartGroupRecord[]): Pick<GatheredChart, 'groups'> => (groups.length === 0 ? {} : { groups });

/** What is written and drawn on a chart, without what its author keeps to it. */
export const annotationsAmong = (annotations: readonly AnnotationRecord[]): Pick<GatheredChart, 'annotations'> => {
  const released = annotations.filter(({ style }) => style?.ownOnly !== true);
  return released.length === 0 ? {} : { annotations: released };
};

/** Pictures that stand for entities on a chart: ids of their sources. */
export const photosOn = ({ styles = {} }: Pick<GatheredChart, 'styles'>): Id[] => Object.values(styles).flatMap(({ representation, picture }) => (representation === 'picture' && picture !== undefined ? [picture.source] : []));

/** How visible things are drawn where that differs from their type. */
export const stylesAmong = (items: readonly StoredItem[]): Pick<GatheredChart, 'styles'> => {
  const styles = Object.fromEntries(items.flatMap(({ subject, hidden, style }) => (hidden || style === undefined ? [] : [[subject, style]])));
  return Object.keys(styles).length === 0 ? {} : { styles };
};

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
