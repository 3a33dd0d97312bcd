import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../shared/mapping/mapping';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Contents } from '../db/contents';
import { identifiersOf } from '../db/identifiers';
import { rangesOf } from '../db/ranges';
import type { Pace } from '../importers/watch';
import type { RetractedRows } from '../journal';
import type { Generation } from './lineage';
import { rowsOf, sideOfSource } from './side';

export interface Retracted {
  readonly retract: RetractedRows;
  readonly entities: readonly number[];
  readonly links: readonly number[];
}

interface Statement {
  readonly n: number;
  readonly kind: 'entity' | 'link';
  readonly subject: number;
  readonly type: string;
  readonly row: number;
  readonly values: string;
}

/** Other statements of a thing that are searched for an identifier. */
const SEARCHED = 200;

const json = (keys: Iterable<number>): string => JSON.stringify([...keys]);

/** Statements of one version at rows that are taken back. */
function saidAt(db: Database, { source, rows }: Generation): Statement[] {
  if (rows.length === 0) return [];
  return db.prepare<[string, number], Statement>(`SELECT statement.n, subject_kind AS kind, subject, coalesce(entity.type, '') AS type, row, "values" FROM json_each(?) wanted
    CROSS JOIN statement ON statement.source = ? AND statement.row = wanted.value LEFT JOIN entity ON subject_kind = 'entity' AND entity.n = subject
    WHERE statement.seq_retracted IS NULL ORDER BY statement.n`).all(json(rows), source.n);
}

/**
 * Leaves out what rows that stand say as well: a source states of the end of a link only once what many of its rows say. `mapping` is how the rows were
 * taken.
 */
async function withoutStanding(contents: Contents, generation: Generation, said: readonly Statement[], mapping: Mapping, catalogue: Catalogue, pace: Pace): Promise<Statement[]> {
  const wanted = new Set(said.flatMap(({ kind, type, values }) => (kind === 'entity' ? [`${type}\u0000${values}`] : [])));
  if (wanted.size === 0) return [...said];
  const standing = new Set<string>();
  const gone = new Set(generation.rows);
  const stands = generation.standing === null ? null : new Set(generation.standing);
  for await (const { outcomes, done } of rowsOf(await sideOfSource(contents, generation.source, mapping), catalogue)) {
    for (const outcome of outcomes) {
      if (outcome.kind !== 'row' || gone.has(outcome.row) || stands?.has(outcome.row) === false) continue;
      for (const entity of outcome.mapped.entities) {
        if (entity.identifiers.length === 0 && entity.sameKey === null) continue;
        const mark = `${entity.type}\u0000${entity.json ?? JSON.stringify(entity.values)}`;
        if (wanted.has(mark)) standing.add(mark);
      }
    }
    pace.step('comparing', Math.round(done * 1000), 1000);
  }
  return said.filter(({ kind, type, values }) => kind === 'link' || !standing.has(`${type}\u0000${values}`));
}

interface Lost {
  readonly kind: string;
  readonly value: string;
  readonly entity: number;
  readonly type: string;
  readonly source: number;
}

/**
 * Identifiers that stood with statements that went are set on another statement of the same source that says them of the same thing, where one is left, so
 * that later files still find it: an import notes each only once.
 */
function keepIdentifiers(db: Database, catalogue: Catalogue, statements: string): void {
  const lost = db.prepare<[string], Lost>(`SELECT identifier.kind, identifier.value, identifier.entity, entity.type, went.source FROM json_each(?) given CROSS JOIN statement went ON went.n = given.value
    CROSS JOIN identifier ON identifier.entity = went.subject AND identifier.statement = went.n JOIN entity ON entity.n = identifier.entity WHERE went.subject_kind = 'entity' AND entity.seq_retracted IS NULL`).all(statements);
  const others = db.prepare<[number, number, number], { n: number; values: string }>(`SELECT n, "values" FROM statement WHERE subject_kind = 'entity' AND subject = ? AND source = ? AND seq_retracted IS NULL LIMIT ?`);
  const put = db.prepare('INSERT OR IGNORE INTO identifier (kind, value, entity, statement) VALUES (?, ?, ?, ?)');
  for (const { kind, value, entity, type, source } of lost) {
    // The name space of a supplier's own numbers stands before them.
    const says = (values: string): boolean => identifiersOf(catalogue, type, JSON.parse(values) as Values).some((each) => each.kind === kind && (each.value === value || value.endsWith(`:${each.value}`)));
    const other = others.all(entity, source, SEARCHED).find((each) => says(each.values));
    if (other !== undefined) put.run(kind, value, entity, other.n);
  }
}

/**
 * Takes back, under the number `seq`, what the rows of `generations` said that are to be taken back. A link of which nothing is said any more goes. So does an
 * entity, unless a link that still stands joins it: then what the earlier version said of it stays. Undo brings all of it back.
 */
export async function retractSaid(db: Database, contents: Contents, generations: readonly Generation[], mapping: Mapping, catalogue: Catalogue, pace: Pace, seq: number): Promise<Retracted> {
  let said: Statement[] = [];
  for (const generation of generations) said = said.concat(await withoutStanding(contents, generation, saidAt(db, generation), generation.source.mapping ?? mapping, catalogue, pace));
  const subjects = (kind: Statement['kind']): Set<number> => new Set(said.filter((each) => each.kind === kind).map(({ subject }) => subject));
  const [entities, links] = [subjects('entity'), subjects('link')];
  const set = (table: 'statement' | 'link' | 'entity', keys: string): void => {
    db.prepare(`UPDATE ${table} SET seq_retracted = ? WHERE n IN (SELECT value FROM json_each(?)) AND seq_retracted IS NULL`).run(seq, keys);
  };
  set('statement', json(said.map(({ n }) => n)));
  const unsaid = (table: 'entity' | 'link', keys: Iterable<number>): number[] => db.prepare<[string, string], number>(`SELECT wanted.value FROM json_each(?) wanted JOIN ${table} ON ${table}.n = wanted.value
    WHERE ${table}.seq_retracted IS NULL AND NOT EXISTS (SELECT 1 FROM statement WHERE subject_kind = ? AND subject = wanted.value AND seq_retracted IS NULL) ORDER BY wanted.value`).pluck().all(json(keys), table);
  const goneLinks = unsaid('link', links);
  set('link', json(goneLinks));
  const bare = unsaid('entity', entities);
  const joined = new Set(db.prepare<[string], number>(`SELECT wanted.value FROM json_each(?) wanted
    WHERE EXISTS (SELECT 1 FROM link WHERE from_n = wanted.value AND seq_retracted IS NULL) OR EXISTS (SELECT 1 FROM link WHERE to_n = wanted.value AND seq_retracted IS NULL)`).pluck().all(json(bare)));
  const stay = said.filter(({ kind, subject }) => kind === 'entity' && joined.has(subject));
  db.prepare('UPDATE statement SET seq_retracted = NULL WHERE n IN (SELECT value FROM json_each(?))').run(json(stay.map(({ n }) => n)));
  const staying = new Set(stay.map(({ n }) => n));
  const went = said.filter(({ n }) => !staying.has(n)).map(({ n }) => n);
  const goneEntities = bare.filter((n) => !joined.has(n));
  set('entity', json(goneEntities));
  keepIdentifiers(db, catalogue, json(went));
  const rows = { entity: rangesOf(goneEntities), link: rangesOf(goneLinks), statement: rangesOf(went) };
  const ends = db.prepare<[string, string], number>('SELECT from_n FROM link WHERE n IN (SELECT value FROM json_each(?)) UNION SELECT to_n FROM link WHERE n IN (SELECT value FROM json_each(?))').pluck().all(json(links), json(links));
  return { retract: Object.fromEntries(Object.entries(rows).filter(([, ranges]) => ranges.length > 0)), entities: [...new Set([...entities, ...ends])], links: [...links] };
}
