import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import { markText, marksOf } from '../../../shared/briefing/marks';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { ChartItemRecord, ItemStyle } from '../../../shared/model/drawing';
import type { Marking } from '../../../shared/model/evaluation';
import type { SubjectKind } from '../../../shared/model/ids';
import { captionOf } from '../../../shared/schema/caption';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { spanOf } from '../../../shared/schema/dates';
import type { Language } from '../../../shared/values/kind';
import { Evaluations } from '../db/evaluation';
import { gather } from '../db/gather';
import type { SaidRow } from '../db/gather';
import { STRICT } from '../db/identity';
import { chartView } from '../queries/chartView';
import { foldId } from '../queries/foldRow';
import { storedGrading, storedLocator } from '../queries/stored';
import { HANDLING_AS_IT_STANDS, selectReleasable, slices, type Selection } from '../releasable/selection';
import type { JudgedRow } from '../releasable/verdicts';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from './outgoing';

interface StatementRow extends SaidRow, JudgedRow {
  readonly source: number;
  readonly handling: string;
  readonly id: string;
  readonly row: number | null;
  readonly locator: string;
  readonly title: string;
}
interface Passed {
  readonly rows: readonly StatementRow[];
  readonly statements: readonly OutgoingStatement[];
}
interface EntityKey { readonly n: number; readonly id: string; readonly type: string }
interface LinkKey { readonly n: number; readonly id: string; readonly type: string; readonly from: string; readonly to: string }

const STATEMENTS = `SELECT s.id, s.subject, s.row, s.locator, s."values", s.basis, source.n AS source, source.id AS sourceId, source.title, source.supplier,
    coalesce(s.grading, source.grading) AS grading, ${HANDLING_AS_IT_STANDS}
  FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL ORDER BY s.n`;

/** How far apart, in chart units, records of one item are set where each gets a place. */
const BESIDE = 48;

const LINKS = 'SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to"';
const ENDS = 'JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n';

function placeOf(row: number | null, locator: string): string {
  const { page, sheet, ...rest } = storedLocator(row, locator);
  return [sheet, rest.row === undefined ? undefined : String(rest.row), page === undefined ? undefined : `p. ${page}`].filter((part) => part !== undefined).join(' ');
}

/** What leaves, with what its release must say of it: the statements that went, the permissions they rest on, how many stayed. */
export interface Gathering {
  readonly outgoing: Outgoing;
  readonly released: Pick<Selection, 'said' | 'permissions' | 'withheld'>;
}

/** Reads a case for its writers, through the release gate. Throws Failure chartNotFound, and noRows when nothing may leave. */
export function gatherOutgoing(db: Database, catalogue: Catalogue, scope: ExportScope, audience: Audience, about: { readonly title: string; readonly language: Language; readonly at: string; readonly marking: Marking }, step: () => void = () => undefined): Gathering {
  const evaluations = new Evaluations(catalogue);
  const said = db.prepare<{ keys: string; kind: SubjectKind }, StatementRow>(STATEMENTS);
  const view = scope.kind === 'chart' ? chartView(db, catalogue, STRICT, { id: scope.chart }) : null;
  const places = new Map(view?.items.filter((item) => item.kind === 'entity' && !item.hidden).map((item) => [item.subject, item]));
  const styles = new Map(view?.items.flatMap((item): [string, ItemStyle][] => (item.kind === 'link' && item.style !== undefined ? [[item.subject, item.style]] : [])));
  const entityKeys = db.prepare<[string], EntityKey>('SELECT e.n, e.id, e.type FROM json_each(?) wanted CROSS JOIN entity e ON e.n = wanted.value ORDER BY e.n');
  const linkKeys = db.prepare<[string], LinkKey>(`${LINKS} FROM json_each(?) wanted CROSS JOIN link l ON l.n = wanted.value ${ENDS} ORDER BY l.n`);

  const { entities, links, handlings, verdicts, said: went, permissions, withheld, joined } = selectReleasable(db, catalogue, scope, audience, step);
  if (entities.length === 0) throw new Failure('noRows', { rejected: 0 });

  /** A record without a place of its own stands beside the one whose item it is behind. */
  const placeFor = (id: string): Pick<ChartItemRecord, 'x' | 'y' | 'style'> | undefined => {
    const own = places.get(id);
    const members = own === undefined ? joined.clusters.get(joined.topOf(id)) : undefined;
    const shown = members?.map((each) => places.get(each)).find((each) => each !== undefined);
    if (members === undefined || shown === undefined) return own;
    const aside = BESIDE * (members.filter((each) => !places.has(each)).indexOf(id) + 1);
    return { x: shown.x + aside, y: shown.y + aside, ...(shown.style === undefined ? {} : { style: shown.style }) };
  };

  const passed = (kind: SubjectKind, keys: readonly number[]): Map<number, Passed> => {
    const bySubject = new Map<number, { rows: StatementRow[]; statements: OutgoingStatement[] }>();
    for (const row of said.iterate({ keys: JSON.stringify(keys), kind })) {
      if (!verdicts.passes(row)) continue;
      let subject = bySubject.get(row.subject);
      if (subject === undefined) bySubject.set(row.subject, (subject = { rows: [], statements: [] }));
      subject.rows.push(row);
      subject.statements.push({
        id: row.id, values: JSON.parse(row.values) as OutgoingStatement['values'], grading: storedGrading(row.grading), handling: verdicts.of(row).handling, basis: row.basis, source: row.title, supplier: row.supplier, place: placeOf(row.row, row.locator),
      });
    }
    return bySubject;
  };

  const outgoing: Outgoing = {
    title: about.title, at: about.at, language: about.language, catalogue, drawn: view !== null, joined: joined.clusters.size > 0, counts: { entities: entities.length, links: links.length },
    // The case's own marking, raised to the strictest of all that leaves.
    marking: markText(marksOf([about.marking, ...handlings], catalogue, about.language)),
    *entities() {
      for (const slice of slices(entities)) {
        const found = passed('entity', slice);
        for (const { n, id, type } of entityKeys.all(JSON.stringify(slice))) {
          const { rows, statements } = found.get(n) ?? { rows: [], statements: [] };
          const { values } = gather(rows, evaluations);
          const item = placeFor(id);
          const known = catalogue.entityType(type);
          const entity: OutgoingEntity = {
            id, type, sameAs: joined.topOf(id), caption: known === undefined ? '' : captionOf(known, values, about.language).caption, values: values as OutgoingEntity['values'], statements,
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
  return { outgoing, released: { said: went, permissions, withheld } };
}

function foldOf({ type, from, to }: LinkKey, catalogue: Catalogue): string {
  return catalogue.linkType(type)?.directed === false && to < from ? foldId(type, to, from) : foldId(type, from, to);
}
