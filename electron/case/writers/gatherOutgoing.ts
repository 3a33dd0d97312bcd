import type { Database } from 'better-sqlite3';
import { markingWords } from '../../../shared/briefing/cover';
import { markingsOf, passGate } from '../../../shared/briefing/gate';
import type { Audience } from '../../../shared/briefing/compose';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { ItemStyle } from '../../../shared/model/drawing';
import type { Handling, Marking } from '../../../shared/model/evaluation';
import { captionOf } from '../../../shared/schema/caption';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { spanOf } from '../../../shared/schema/dates';
import type { Language } from '../../../shared/values/kind';
import { Evaluations } from '../db/evaluation';
import { gather } from '../db/gather';
import type { SaidRow } from '../db/gather';
import { chartView } from '../queries/chartView';
import { foldId } from '../queries/lines';
import { storedGrading, storedHandling, storedLocator } from '../queries/stored';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from './outgoing';

/** Subjects whose statements are held at a time. */
const SLICE = 1000;

interface StatementRow extends SaidRow {
  readonly id: string;
  readonly row: number | null;
  readonly locator: string;
  readonly title: string;
  readonly supplier: string;
}
interface Passed {
  readonly rows: readonly StatementRow[];
  readonly statements: readonly OutgoingStatement[];
}
interface EntityKey { readonly n: number; readonly id: string; readonly type: string }
interface LinkKey { readonly n: number; readonly id: string; readonly type: string; readonly from: string; readonly to: string }

const STATEMENTS = `SELECT s.id, s.subject, s.row, s.locator, s."values", s.basis, source.n AS source, source.title, source.supplier,
    coalesce(s.grading, source.grading) AS grading, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling
  FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL ORDER BY s.n`;

const HANDLINGS = `SELECT DISTINCT CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL`;

const LINKS = 'SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to"';
const ENDS = 'JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n';

function* slices<T>(keys: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < keys.length; at += SLICE) yield keys.slice(at, at + SLICE);
}

/** Short keys of the links between those entities that a chart does not hide, in the order of their making. */
function linksAmong(db: Database, catalogue: Catalogue, entities: readonly number[], hidden: ReadonlySet<string>): readonly number[] {
  const among = new Set(entities);
  const from = db.prepare<[string], { readonly n: number; readonly to: number }>('SELECT l.n, l.to_n AS "to" FROM json_each(?) wanted CROSS JOIN link l ON l.from_n = wanted.value WHERE l.seq_retracted IS NULL');
  const found: number[] = [];
  for (const slice of slices(entities)) for (const { n, to } of from.iterate(JSON.stringify(slice))) if (among.has(to)) found.push(n);
  found.sort((one, other) => one - other);
  if (hidden.size === 0) return found;
  const keys = db.prepare<[string], LinkKey>(`${LINKS} FROM json_each(?) wanted CROSS JOIN link l ON l.n = wanted.value ${ENDS} ORDER BY l.n`);
  return [...slices(found)].flatMap((slice) => keys.all(JSON.stringify(slice)).filter((link) => !hidden.has(link.id) && !hidden.has(foldOf(link, catalogue))).map(({ n }) => n));
}

function placeOf(row: number | null, locator: string): string {
  const { page, sheet, ...rest } = storedLocator(row, locator);
  return [sheet, rest.row === undefined ? undefined : String(rest.row), page === undefined ? undefined : `p. ${page}`].filter((part) => part !== undefined).join(' ');
}

/** Reads a case for its writers, through the release gate. Throws Failure chartNotFound, and noRows when nothing may leave. */
export function gatherOutgoing(db: Database, catalogue: Catalogue, scope: ExportScope, audience: Audience, about: { readonly title: string; readonly language: Language; readonly at: string; readonly marking: Marking }): Outgoing {
  const evaluations = new Evaluations(catalogue);
  const handlings = db.prepare<{ keys: string; kind: string }, string>(HANDLINGS).pluck();
  const said = db.prepare<{ keys: string; kind: string }, StatementRow>(STATEMENTS);
  const view = scope.kind === 'chart' ? chartView(db, catalogue, { id: scope.chart }) : null;
  const hidden = new Set(view?.items.filter((item) => item.hidden).map((item) => item.subject));
  const places = new Map(view?.items.filter((item) => item.kind === 'entity' && !item.hidden).map((item) => [item.subject, item]));
  const styles = new Map(view?.items.flatMap((item): [string, ItemStyle][] => (item.kind === 'link' && item.style !== undefined ? [[item.subject, item.style]] : [])));
  const wanted = view === null ? (scope.kind === 'entities' ? [...scope.ids] : null) : [...places.keys()];

  const entityKeys = db.prepare<[string], EntityKey>('SELECT e.n, e.id, e.type FROM json_each(?) wanted CROSS JOIN entity e ON e.n = wanted.value ORDER BY e.n');
  const linkKeys = db.prepare<[string], LinkKey>(`${LINKS} FROM json_each(?) wanted CROSS JOIN link l ON l.n = wanted.value ${ENDS} ORDER BY l.n`);

  const passed = (kind: 'entity' | 'link', keys: readonly number[]): Map<number, Passed> => {
    const bySubject = new Map<number, StatementRow[]>();
    for (const row of said.all({ keys: JSON.stringify(keys), kind })) {
      const rows = bySubject.get(row.subject);
      if (rows === undefined) bySubject.set(row.subject, [row]);
      else rows.push(row);
    }
    return new Map([...bySubject].flatMap(([subject, rows]): [number, Passed][] => {
      const judged = rows.map((row) => ({ row, handling: storedHandling(row.handling) }));
      const { allowed } = passGate<{ readonly row: StatementRow; readonly handling: readonly Handling[] }>(judged, audience.rights, audience.purpose, catalogue.schemes);
      if (allowed.length === 0) return [];
      const statements = allowed.map(({ row, handling }): OutgoingStatement => ({
        id: row.id, values: JSON.parse(row.values) as OutgoingStatement['values'], grading: storedGrading(row.grading), handling, basis: row.basis, source: row.title, supplier: row.supplier, place: placeOf(row.row, row.locator),
      }));
      return [[subject, { rows: allowed.map(({ row }) => row), statements }]];
    }));
  };

  const all = audience.rights === null && audience.purpose === 'internal';
  /** Those of which something may leave. */
  const leaving = (kind: 'entity' | 'link', keys: readonly number[]): readonly number[] => (all ? keys : [...slices(keys)].flatMap((slice) => {
    const may = passed(kind, slice);
    return slice.filter((n) => may.has(n));
  }));
  // Only short keys are held of what leaves: a case of a million links is walked slice by slice.
  const kept = leaving('entity', wanted === null
    ? db.prepare<[], number>('SELECT n FROM entity WHERE seq_retracted IS NULL ORDER BY n').pluck().all()
    : db.prepare<[string], number>('SELECT e.n FROM json_each(?) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL ORDER BY e.n').pluck().all(JSON.stringify(wanted)));
  if (kept.length === 0) throw new Failure('noRows', { rejected: 0 });
  const links = leaving('link', linksAmong(db, catalogue, kept, hidden));

  /** The case's marking, raised to the strictest of what may leave. */
  const markingOf = (): string => {
    const among = (kind: 'entity' | 'link', keys: readonly number[]): { handling: Handling[] }[] => [...slices(keys)].flatMap((slice) => handlings.all({ keys: JSON.stringify(slice), kind }).map((handling) => ({ handling: storedHandling(handling) })));
    const { allowed } = passGate([...among('entity', kept), ...among('link', links)], audience.rights, audience.purpose, catalogue.schemes);
    return markingWords(markingsOf(about.marking, allowed, catalogue.schemes), catalogue, about.language);
  };

  return {
    title: about.title, at: about.at, language: about.language, marking: markingOf(), catalogue, drawn: view !== null, counts: { entities: kept.length, links: links.length },
    *entities() {
      for (const slice of slices(kept)) {
        const found = passed('entity', slice);
        for (const { n, id, type } of entityKeys.all(JSON.stringify(slice))) {
          const { rows, statements } = found.get(n) ?? { rows: [], statements: [] };
          const { values } = gather(rows, evaluations);
          const item = places.get(id);
          const known = catalogue.entityType(type);
          const entity: OutgoingEntity = {
            id, type, caption: known === undefined ? '' : captionOf(known, values, about.language).caption, values: values as OutgoingEntity['values'], statements,
            place: item === undefined ? null : { x: item.x, y: item.y, style: item.style ?? null },
          };
          yield entity;
        }
      }
    },
    *links() {
      for (const slice of slices(links)) {
        const found = passed('link', slice);
        for (const key of linkKeys.all(JSON.stringify(slice))) {
          const { rows, statements } = found.get(key.n) ?? { rows: [], statements: [] };
          const { values, strength } = gather(rows, evaluations);
          const known = catalogue.linkType(key.type);
          const { start, end } = known === undefined ? {} : spanOf(known, values);
          const link: OutgoingLink = { id: key.id, type: key.type, from: key.from, to: key.to, values: values as OutgoingLink['values'], statements, start: start ?? null, end: end ?? null, strength, style: styles.get(foldOf(key, catalogue)) ?? styles.get(key.id) ?? null };
          yield link;
        }
      }
    },
  };
}

function foldOf({ type, from, to }: LinkKey, catalogue: Catalogue): string {
  return catalogue.linkType(type)?.directed === false && to < from ? foldId(type, to, from) : foldId(type, from, to);
}
