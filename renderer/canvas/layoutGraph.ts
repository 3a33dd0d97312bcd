import type { Core } from 'cytoscape';
import type { EntityView } from '../../shared/contract/views';
import type { DrawnChart } from '../case/drawn/drawnChart';
import { frameOf, type EdgeData, type NodeData } from './elements';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph } from '../../shared/analysis/layout/graph';
import type { LayoutId } from './layouts/offered';
import { shownRows } from './keptRows';
import type { Looks } from './looks';

/** Items of the chart by index, as a layout wants them. */
export interface IndexedGraph {
  readonly ids: readonly string[];
  readonly graph: LayoutGraph;
  /** What each group of the graph has in common: a type, codes of categories, a grading. */
  readonly groups: readonly string[];
}

/** What a layout is read for, and with. */
export interface Reading {
  readonly looks: Looks;
  readonly view: DrawnChart;
  /** All items outside it are fixed; null for none. */
  readonly scope: ReadonlySet<string> | null;
  readonly layout?: LayoutId;
  /** By entity, what "byProperty" puts together; those without are in no group. */
  readonly values?: ReadonlyMap<string, string>;
}

/** What layouts in blocks group by; the empty text is no group. */
const GROUPED_BY: Readonly<Partial<Record<LayoutId, (entity: EntityView) => string>>> = { byType: ({ type }) => type, circleByType: ({ type }) => type, byCategory: ({ category }) => category, byGrading: ({ grading }) => grading };

const CANONICAL = /^~?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T.+)?$/;

/** Milliseconds since 1970 of a canonical date, at the beginning of what it names; NaN for none. Times without a zone are taken as they stand. */
function momentOf(date: string | null): number {
  const [, year, month = '01', day = '01', time = 'T00:00'] = CANONICAL.exec(date ?? '') ?? [];
  if (year === undefined) return Number.NaN;
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? time : `${time}Z`;
  return Date.parse(`${year}-${month}-${day}${zoned}`);
}

/** The first date of each item: its own where its type has one, else the earliest of its lines. */
function datesOf(view: DrawnChart): Map<string, number> {
  const own = new Map<string, number>();
  const note = (dates: Map<string, number>, id: string, moment: number): void => {
    if (!Number.isNaN(moment) && !(dates.get(id)! <= moment)) dates.set(id, moment);
  };
  for (const { id, start } of view.entities) note(own, id, momentOf(start));
  const ofLines = new Map<string, number>();
  for (const { from, to, start } of view.lines) {
    const moment = momentOf(start);
    note(ofLines, from, moment);
    note(ofLines, to, moment);
  }
  return new Map([...ofLines, ...own]);
}

/** Frame of a usual item, and what its name and air take beside it; chart units. */
const FRAME = 36;
const BESIDE = 16;

/** Rooms, where some items are drawn larger than usual. */
function roomsOfItems(data: readonly NodeData[]): Pick<LayoutGraph, 'rooms'> {
  const frames = data.map(frameOf);
  if (frames.every(({ width, height }) => width + BESIDE <= ITEM_WIDTH && height <= FRAME * 1.1)) return {};
  return { rooms: { width: Float64Array.from(frames, ({ width }) => Math.max(ITEM_WIDTH, width + BESIDE)), height: Float64Array.from(frames, ({ height }) => Math.max(ITEM_HEIGHT, height + ITEM_HEIGHT - FRAME)) } };
}

/** Layouts that hold to rows and columns: others have an order of their own. */
const HOLDING: readonly (LayoutId | undefined)[] = ['standard', 'cola', 'hubs'];

/** Rows and columns that the chart keeps, of what is drawn by itself, and which way its lines are to point. */
function rowsOfItems(view: DrawnChart, index: ReadonlyMap<string, number>, layout: LayoutId | undefined): Pick<LayoutGraph, 'rows' | 'pointing'> {
  const { options } = view.chart;
  const rows = (HOLDING.includes(layout) ? shownRows(view) : []).map(({ way, members }) => ({ way, members: Uint32Array.from(members.flatMap((id) => index.get(id) ?? [])) })).filter(({ members }) => members.length > 1);
  return { ...(rows.length > 0 ? { rows } : {}), ...(options?.pointing === undefined ? {} : { pointing: options.pointing }) };
}

/** Reads the chart for a layout. Pinned items are fixed, and with a scope all items outside it. */
export function layoutGraphOf(cy: Core, { looks, view, scope, layout, values }: Reading): IndexedGraph {
  const nodes = cy.nodes().toArray();
  const ids = nodes.map((node) => node.id());
  const index = new Map(ids.map((id, i) => [id, i]));
  const n = ids.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const fixed = new Uint8Array(n);
  const data = nodes.map((node) => node.data() as NodeData);
  nodes.forEach((node, i) => {
    const place = node.position();
    x[i] = place.x;
    y[i] = place.y;
    fixed[i] = data[i]!.pinned || (scope !== null && !scope.has(ids[i]!)) ? 1 : 0;
  });
  const ranked = [...ids.keys()].sort((a, b) => {
    const one = data[a]!;
    const two = data[b]!;
    return looks.rank(one.type) - looks.rank(two.type) || one.caption.localeCompare(two.caption) || (one.id < two.id ? -1 : 1);
  });
  const order = new Uint32Array(n);
  ranked.forEach((v, place) => { order[v] = place; });
  const lines = cy.edges().toArray().map((edge) => edge.data() as EdgeData);
  const dates = layout === 'sequence' ? datesOf(view) : null;
  const keyOf = layout === 'byProperty' ? ({ id }: EntityView) => values?.get(id) ?? '' : layout === undefined ? undefined : GROUPED_BY[layout];
  const entities = new Map(keyOf ? view.entities.map((entity) => [entity.id, keyOf(entity)]) : []);
  // A closed group stands with what most of it is.
  if (layout === 'byType' || layout === 'circleByType') for (const { id, type } of view.closed) entities.set(id, type);
  if (layout === 'byGrading') for (const { id, grading } of view.closed) entities.set(id, grading);
  const groups = [...new Set(entities.values())].filter((key) => key !== '').sort();
  const graph: LayoutGraph = {
    n, x, y, fixed, order,
    from: Uint32Array.from(lines, (line) => index.get(line.source)!),
    to: Uint32Array.from(lines, (line) => index.get(line.target)!),
    directed: Uint8Array.from(lines, (line) => (line.directed ? 1 : 0)),
    ...(dates ? { time: Float64Array.from(ids, (id) => dates.get(id) ?? Number.NaN) } : {}),
    ...roomsOfItems(data),
    ...rowsOfItems(view, index, layout),
    ...(keyOf ? { group: Int32Array.from(ids, (id) => groups.indexOf(entities.get(id) ?? '')) } : {}),
  };
  return { ids, graph, groups };
}
