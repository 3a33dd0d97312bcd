import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { dayOf } from '../../../shared/analysis/quality';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { loadCatalogue } from '../catalogue';
import { openDatabase } from '../db/database';
import { identityOf } from '../db/identity';
import { judgedPairs } from '../db/judged';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { Pace, type Watch } from '../importers/watch';
import { birthsOf, checkEntity, checkMembers } from './entityChecks';
import { Findings, type FoundGroup } from './findings';
import { checkLinks } from './linkChecks';
import { Namesakes } from './namesakes';
import { saidEntities, type SaidEntity } from './said';

export interface QualityRequest {
  /** Day on which it is looked: "2026-05-03". */
  readonly today: string;
}

const LIVE_ID = 'SELECT n FROM entity WHERE id = ? AND seq_retracted IS NULL';
/** Identifiers that rest on live statements and that both have. */
const BOTH = `SELECT DISTINCT a.kind, a.value, a.statement AS "left", b.statement AS "right" FROM identifier a JOIN identifier b ON b.kind = a.kind AND b.value = a.value
  JOIN statement sa ON sa.n = a.statement JOIN statement sb ON sb.n = b.statement WHERE a.entity = ? AND b.entity = ? AND sa.seq_retracted IS NULL AND sb.seq_retracted IS NULL`;

/** Pairs that somebody judged different, and that have a number in common all the same. */
function checkSharedIdentifiers(db: Database, catalogue: Catalogue, findings: Findings): void {
  const live = db.prepare<[string], number>(LIVE_ID).pluck();
  const both = db.prepare<[number, number], { kind: string; value: string; left: number; right: number }>(BOTH);
  const typeOf = db.prepare<[number], string>('SELECT type FROM entity WHERE n = ?').pluck();
  for (const { left: leftId, right: rightId } of judgedPairs(db).filter(({ verdict }) => verdict === 'different')) {
    const [left, right] = [live.get(leftId), live.get(rightId)];
    if (left === undefined || right === undefined) continue;
    for (const { kind, value, left: one, right: other } of both.all(left, right)) {
      const propertyOf = (n: number): string => catalogue.entityType(typeOf.get(n) ?? '')?.properties.find((property) => property.identifier === kind)?.id ?? kind;
      findings.add({ check: 'sharedIdentifier', entities: [left, right], property: propertyOf(left), values: [{ of: 0, property: propertyOf(left), value: { v: value }, statements: [one] }, { of: 1, property: propertyOf(right), value: { v: value }, statements: [other] }] });
    }
  }
}

const UNSOURCED = "SELECT e.n FROM entity e WHERE e.seq_retracted IS NULL AND e.sources = 0 ORDER BY e.n";
const UNGRADED = `SELECT n FROM source WHERE seq_retracted IS NULL AND (grading IS NULL OR grading = '') AND EXISTS (SELECT 1 FROM statement s WHERE s.source = source.n AND s.seq_retracted IS NULL AND (s.grading IS NULL OR s.grading = '')) ORDER BY n`;
const UNNAMED = "SELECT n FROM source WHERE seq_retracted IS NULL AND trim(supplier) = '' AND EXISTS (SELECT 1 FROM statement s WHERE s.source = source.n AND s.seq_retracted IS NULL) ORDER BY n";

/** Looks through a whole case for what is doubtful, wrong or missing. Roles and types are read from the catalogue. `step` may throw to give up. */
export function lookThrough(db: Database, catalogue: Catalogue, { today }: QualityRequest, step: (done: number, total: number) => void): FoundGroup[] {
  const findings = new Findings();
  const identity = identityOf(db, 'judged');
  const namesakes = new Namesakes();
  const births = new Map<number, string>();
  const joined = new Map<number, SaidEntity[]>();
  const nameProperties = new Map(catalogue.entityTypes.filter((type) => type.matchAs === 'person').map((type) => [type.id, { type, whole: type.properties.filter(({ match }) => match === 'name').map(({ id }) => id), parts: type.caption.filter((parts) => parts.length > 1) }]));
  for (const entity of saidEntities(db, step)) {
    checkEntity(catalogue, entity, today, findings);
    const type = catalogue.entityType(entity.type);
    const born = type === undefined ? [] : birthsOf(type, entity);
    const first = born.flatMap((birth) => dayOf(birth, 'first') ?? []).toSorted()[0];
    if (first !== undefined) births.set(entity.n, first);
    const naming = nameProperties.get(entity.type);
    if (naming !== undefined) {
      const textsOf = (id: string): string[] => (entity.said.get(id) ?? []).map(({ value }) => value.v);
      const together = naming.parts.flatMap((parts) => (parts.every((id) => textsOf(id).length > 0) ? [parts.map((id) => textsOf(id)[0]).join(' ')] : []));
      namesakes.add(entity.n, [...naming.whole.flatMap(textsOf), ...together], born);
    }
    const top = identity.topOf(entity.n);
    if (identity.membersOf(entity.n).length > 1) joined.set(top, [...(joined.get(top) ?? []), entity]);
  }
  for (const members of joined.values()) checkMembers(catalogue, members, findings);
  checkSharedIdentifiers(db, catalogue, findings);
  namesakes.check(db, identity, findings, () => step(0, 0));
  for (const n of db.prepare<[], number>(UNSOURCED).pluck().iterate()) findings.add({ check: 'noSource', entities: [n] });
  checkLinks(db, catalogue, births, today, findings, step);
  for (const source of db.prepare<[], number>(UNGRADED).pluck().iterate()) findings.add({ check: 'ungradedSource', entities: [], source });
  for (const source of db.prepare<[], number>(UNNAMED).pluck().iterate()) findings.add({ check: 'unnamedSource', entities: [], source });
  return findings.all();
}

/** The same in a thread, over a connection that cannot write. */
export async function qualityWork({ folder, key }: CasePlace, request: QualityRequest, watch: Watch): Promise<FoundGroup[]> {
  const db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true, cacheMiB: 32 });
  const pace = new Pace(watch);
  try {
    return lookThrough(db, loadCatalogue(db).catalogue, request, (done, total) => pace.step('checking', done, total));
  } finally {
    db.close();
  }
}
