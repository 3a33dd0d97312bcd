import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { ChartRecord } from '../../../shared/model/drawing';
import type { Image, ImagedTable } from '../../../shared/model/patch';
import { keyText } from '../../../shared/commands/image';
import type { ImagedRows } from '../db/imaged';
import type { BroughtChart } from './rows';

/** Longest name that a chart may have. */
const LONGEST_NAME = 200;

/** An id of its own for the copy of something, the same each time that it is made from the same. */
function copyId(bundle: string, id: string): string {
  const hex = createHash('sha256').update(`${bundle}/${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether our drawing of that id shows all that theirs does, where they have it: a part of our own chart that comes home is no news. */
function showsAll(rows: ImagedRows, { chart, items, groups, annotations }: BroughtChart): boolean {
  const ours = (table: ImagedTable): Set<string> => new Set(rows.list(table, { chart: chart.id }).map((record) => canonicalJson(record)));
  const held = { items: ours('chart_item'), groups: ours('chart_group'), annotations: ours('annotation') };
  return items.every((item) => held.items.has(canonicalJson(item))) && groups.every((group) => held.groups.has(canonicalJson(group))) && annotations.every((note) => held.annotations.has(canonicalJson(note)));
}

function copied({ chart, items, groups, annotations }: BroughtChart, bundle: string, service: string): BroughtChart {
  const id = copyId(bundle, chart.id);
  const renamed = new Map(groups.map((group) => [group.id, copyId(bundle, group.id)]));
  const of = (subject: string): string => renamed.get(subject) ?? subject;
  return {
    chart: { ...chart, id, name: `${chart.name.slice(0, LONGEST_NAME - service.length - 3)} (${service})`.slice(0, LONGEST_NAME) },
    items: items.map((item) => ({ ...item, chart: id, subject: of(item.subject) })),
    groups: groups.map((group) => ({ ...group, id: of(group.id), chart: id, members: group.members.map(of) })),
    annotations: annotations.map((note) => ({ ...note, id: copyId(bundle, note.id), chart: id, ...(note.style?.anchor === undefined ? {} : { style: { ...note.style, anchor: of(note.style.anchor) } }) })),
  };
}

/**
 * Images of the charts that a bundle brings, as charts of their own. One that is here already is passed over, unless it was drawn on over there: then it comes
 * beside ours, under the sender's name. An empty one is passed over.
 */
export function chartImages(rows: ImagedRows, charts: readonly BroughtChart[], bundle: string, service: string): Image[] {
  let position = Math.max(0, ...(rows.list('chart') as ChartRecord[]).map((chart) => chart.position));
  const images: Image[] = [];
  const free = (table: ImagedTable, id: string): boolean => rows.read(table, keyText(id)) === null;
  for (const brought of charts) {
    if (brought.items.length + brought.annotations.length === 0) continue;
    const known = !free('chart', brought.chart.id);
    if (known && showsAll(rows, brought)) continue;
    // Ids of groups and notes are keys of their own: what would write over one of ours comes as a copy, too.
    const clashes = known || [...brought.groups.map(({ id }) => free('chart_group', id)), ...brought.annotations.map(({ id }) => free('annotation', id))].includes(false);
    const { chart, items, groups, annotations } = clashes ? copied(brought, bundle, service) : brought;
    if (!free('chart', chart.id)) continue;
    const add = (table: ImagedTable, key: string, after: unknown): void => void images.push({ table, key, before: null, after });
    add('chart', keyText(chart.id), { ...chart, position: (position += 1) });
    for (const item of items) add('chart_item', keyText(item.chart, item.subject), item);
    for (const group of groups) add('chart_group', keyText(group.id), group);
    for (const note of annotations) add('annotation', keyText(note.id), note);
  }
  return images;
}
