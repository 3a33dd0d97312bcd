import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { asksApart, foldingsOf } from '../../../shared/analysis/drawing/folding';
import { keyText } from '../../../shared/commands/image';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord, ChartRecord, ItemStyle } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { ImagedRows } from '../db/imaged';
import { ENTITY_COLUMNS, entityView } from './entityRows';
import type { EntityRow } from './entityRows';
import type { Apart } from './apartLines';
import { linesAmong, shownFold, type End } from './lines';
import { mergedViews } from './mergedViews';
import { query } from './statements';

type Request = CaseService['requests']['case.chart'];
type View = ResultOf<Request>;
type ItemRow = Omit<ChartItemRecord, 'pinned' | 'hidden' | 'style'> & { pinned: number; hidden: number; style: string | null };
type Placed = EntityRow & { readonly n: number };

/** What stands on the chart: rows as they are drawn, under the ids that they are shown as, and the entities behind them. */
interface Standing {
  readonly items: readonly ItemRow[];
  readonly entities: View['entities'];
  /** Ends between which lines are drawn: all members of what is not hidden. */
  readonly ends: readonly End[];
}

function standsAlone(items: readonly ItemRow[], rows: readonly Placed[]): Standing {
  const live = new Set(rows.map((row) => row.id));
  const hidden = new Set(items.filter((item) => item.hidden !== 0).map((item) => item.subject));
  return { items: items.filter((item) => item.kind === 'link' || live.has(item.subject)), entities: rows.map(entityView), ends: rows.filter((row) => !hidden.has(row.id)) };
}

/**
 * Entities that are taken for one are drawn once, where the row of the first of them stands (their own first): rows of the others stay as they are, unseen, so that parting them
 * shows all as it was.
 */
function standsTogether(db: Database, catalogue: Catalogue, identity: Identity, items: readonly ItemRow[], rows: readonly Placed[]): Standing {
  const itemOf = new Map(items.map((item) => [item.subject, item]));
  // The last row of each: a single one's own.
  const tops = new Map(rows.map((row) => [identity.topOf(row.n), row]));
  const merged = mergedViews(db, catalogue, identity, tops.keys());
  const drawn: ItemRow[] = [];
  const ends: End[] = [];
  for (const [n, row] of tops) {
    const id = identity.topId(row.id);
    const ids = identity.memberIds(id);
    const item = ids.map((member) => itemOf.get(member)).find((each) => each !== undefined);
    if (item === undefined) continue;
    drawn.push({ ...item, subject: id });
    if (item.hidden === 0) identity.membersOf(n).forEach((member, at) => ends.push({ n: member, id: ids[at] ?? '' }));
  }
  return { items: [...drawn, ...items.filter((item) => item.kind === 'link')], entities: [...tops].map(([n, row]) => merged.get(n)?.view ?? entityView(row)), ends };
}

/** A row that only says how a line is drawn goes by the line that is shown now; one that hides a part of a line does not hide the rest of it. */
function linkItems(items: readonly ItemRow[], lines: View['lines'], catalogue: Catalogue, identity: Identity): readonly ItemRow[] {
  if (!identity.any || items.every((item) => item.kind !== 'link')) return items;
  const shown = new Set(lines.map((line) => line.id));
  const styled = new Set(items.map((item) => item.subject));
  return items.flatMap((item) => {
    if (item.kind !== 'link') return [item];
    if (item.hidden !== 0) return shown.has(item.subject) ? [] : [item];
    const subject = shownFold(item.subject, catalogue, identity);
    if (subject === item.subject) return [item];
    if (styled.has(subject)) return [];
    styled.add(subject);
    return [{ ...item, subject }];
  });
}

/**
 * A chart as it is drawn: its items, views of the entities on it, lines between those that are not hidden, annotations.
 * Items whose entity is no longer in the case are left out; rows of hidden links are given, so that they can be shown again.
 * Throws Failure("chartNotFound").
 */
export function chartView(db: Database, catalogue: Catalogue, identity: Identity, { id }: ParsedArgumentsOf<Request>): View {
  const records = new ImagedRows(db);
  const chart = records.read('chart', keyText(id)) as ChartRecord | null;
  if (chart === null) throw new Failure('chartNotFound');
  const all = query<ItemRow>(db, 'SELECT chart, subject, kind, x, y, pinned, hidden, style FROM chart_item WHERE chart = @id').all({ id });
  const rows = query<Placed>(
    db,
    `SELECT e.n, ${ENTITY_COLUMNS} FROM chart_item item CROSS JOIN entity e ON e.id = item.subject WHERE item.chart = @id AND item.kind = 'entity' AND e.seq_retracted IS NULL`,
  ).all({ id });
  const { items, entities, ends } = identity.any ? standsTogether(db, catalogue, identity, all, rows) : standsAlone(all, rows);
  const folding = asksApart(chart.options) ? foldingsOf(chart.options, (each) => identity.topId(each)) : null;
  const apart: Apart | null = folding === null ? null : (type, from, to) => folding(type, from, to).folding === 'apart';
  const lines = linesAmong(db, catalogue, identity, ends, all.filter((item) => item.hidden !== 0).map((item) => item.subject), apart);
  return {
    chart,
    items: linkItems(items, lines, catalogue, identity)
      .map(({ subject, kind, x, y, pinned, hidden, style }) => ({ chart: id, subject, kind, x, y, pinned: pinned !== 0, hidden: hidden !== 0, ...(style === null ? {} : { style: JSON.parse(style) as ItemStyle }) })),
    entities,
    lines,
    groups: records.list('chart_group', { chart: id }) as View['groups'],
    annotations: records.list('annotation', { chart: id }) as View['annotations'],
    seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0,
  };
}
