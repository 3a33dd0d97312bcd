import type { Database } from 'better-sqlite3';
import { LISTED_REJECTS, type Receipt } from '../../../shared/briefing/receipt';
import type { Reject } from '../../../shared/mapping/mapping';
import { recipeUseSchema } from '../../../shared/mapping/recipe';
import { Failure } from '../../../shared/contract/failure';
import { query } from './statements';

interface SourceRow {
  n: number;
  id: string;
  kind: string;
  title: string;
  supplier: string;
  sha256: string | null;
  bytes: number;
  mediaType: string;
  reading: string | null;
  seq: number;
  seqRetracted: number | null;
  at: string;
  actor: string;
  workstation: string;
  hash: string;
  label: string;
}

const SOURCE = `
  SELECT source.n, source.id, source.kind, title, supplier, sha256, bytes, media_type AS mediaType, reading, seq_added AS seq, seq_retracted AS seqRetracted, journal.at, journal.actor, journal.workstation, journal.hash, journal.label
  FROM source JOIN journal ON journal.seq = source.seq_added WHERE source.id = @id`;

/** New ones carry the number of the import; known ones are those that it speaks of, or ends of links that it speaks of. */
const ADDED = (table: 'entity' | 'link'): string => `SELECT type, count(*) AS count FROM ${table} WHERE seq_added = @seq GROUP BY type`;
const KNOWN_LINKS = `
  SELECT type, count(*) AS count FROM link WHERE seq_added < @seq AND n IN (SELECT subject FROM statement WHERE source = @n AND seq_added = @seq AND subject_kind = 'link') GROUP BY type`;
const KNOWN_ENTITIES = `
  WITH told (n) AS (SELECT subject FROM statement WHERE source = @n AND seq_added = @seq AND subject_kind = 'link'),
    spoken (n) AS (
      SELECT subject FROM statement WHERE source = @n AND seq_added = @seq AND subject_kind = 'entity'
      UNION SELECT from_n FROM told JOIN link ON link.n = told.n
      UNION SELECT to_n FROM told JOIN link ON link.n = told.n)
  SELECT entity.type, count(*) AS count FROM spoken JOIN entity ON entity.n = spoken.n WHERE entity.seq_added < @seq GROUP BY entity.type`;

type ByType = readonly { readonly type: string; readonly count: number }[];

function typesOf(use: 'entity' | 'link', added: ByType, known: ByType): Receipt['types'] {
  const types = [...new Set([...added, ...known].map((each) => each.type))];
  const of = (list: ByType, type: string): number => list.find((each) => each.type === type)?.count ?? 0;
  return types.map((type) => ({ use, type, added: of(added, type), known: of(known, type) })).sort((a, b) => b.added + b.known - a.added - a.known);
}

const sum = (types: Receipt['types'], use: 'entity' | 'link', what: 'added' | 'known'): number => types.reduce((total, each) => total + (each.use === use ? each[what] : 0), 0);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const UNITS = ['row', 'line', 'record', 'page'] as const;

function readingOf(reading: Readonly<Record<string, unknown>>): Receipt['reading'] {
  const format = text(reading['format']);
  const delimited = format === 'csv';
  return {
    format,
    encoding: typeof reading['encoding'] === 'string' && (delimited || reading['delimiter'] === undefined) ? reading['encoding'] : null,
    delimiter: delimited ? text(reading['delimiter']) : '',
    sheet: typeof reading['sheet'] === 'string' ? reading['sheet'] : null,
    headerRow: typeof reading['headerRow'] === 'number' ? reading['headerRow'] : null,
    unit: UNITS.find((unit) => unit === reading['unit']) ?? 'row',
  };
}

/**
 * What an import did, computed from what the case holds of it, so that it can be told of any import at any time; only doubts and rows read are taken
 * from its journal entry, since nothing else keeps them. A document that came inside another is answered with the receipt of that one.
 * Throws Failure sourceNotFound, also for what was entered by hand.
 */
export function receipt(db: Database, { source: wanted }: { readonly source: string }): Receipt {
  const source = query<SourceRow>(db, SOURCE).get({ id: wanted });
  if (source === undefined || source.kind !== 'file') throw new Failure('sourceNotFound');
  const reading = (source.reading === null ? {} : JSON.parse(source.reading)) as Record<string, unknown>;
  const whole = reading['partOf'];
  if (typeof whole === 'string' && whole !== wanted) return receipt(db, { source: whole });
  const { n, seq } = source;
  const at = { n, seq };
  const label = JSON.parse(source.label) as Readonly<Record<string, string | number>>;
  const types = [
    ...typesOf('entity', query<{ type: string; count: number }>(db, ADDED('entity')).all({ seq }), query<{ type: string; count: number }>(db, KNOWN_ENTITIES).all(at)),
    ...typesOf('link', query<{ type: string; count: number }>(db, ADDED('link')).all({ seq }), query<{ type: string; count: number }>(db, KNOWN_LINKS).all(at)),
  ];
  const count = (sql: string): number => query<{ count: number }>(db, sql).get({ n, seq, id: source.id })?.count ?? 0;
  const reasons = query<{ code: string; count: number }>(db, 'SELECT code, count(*) AS count FROM reject WHERE source = @n GROUP BY code ORDER BY count DESC, code').all({ n });
  const rejects = query<Omit<Reject, 'cells'> & { cells: string }>(db, 'SELECT row, code, detail, cells FROM reject WHERE source = @n ORDER BY row LIMIT @limit').all({ n, limit: LISTED_REJECTS });
  const recipe = recipeUseSchema.safeParse(reading['recipe']);
  return {
    source: source.id, title: source.title, supplier: source.supplier, bytes: source.bytes, sha256: source.sha256, mediaType: source.mediaType,
    reading: readingOf(reading),
    recipe: recipe.success ? recipe.data : null,
    actor: source.actor, workstation: source.workstation, at: source.at, seq, hash: source.hash,
    takenOut: source.seqRetracted !== null,
    counts: {
      rows: typeof label['rows'] === 'number' ? label['rows'] : 0,
      entitiesAdded: sum(types, 'entity', 'added'), entitiesMatched: sum(types, 'entity', 'known'), linksAdded: sum(types, 'link', 'added'), linksMatched: sum(types, 'link', 'known'),
      statements: count('SELECT count(*) AS count FROM statement WHERE source = @n AND seq_added = @seq'),
      pages: count('SELECT count(*) AS count FROM source_page WHERE source = @n'),
      attachments: count("SELECT count(*) AS count FROM source WHERE seq_added = @seq AND json_extract(reading, '$.partOf') = @id"),
      revoked: typeof label['revoked'] === 'number' ? label['revoked'] : count("SELECT count(*) AS count FROM (SELECT DISTINCT subject FROM statement WHERE seq_retracted = @seq AND subject_kind = 'entity')"),
      doubts: typeof label['doubts'] === 'number' ? label['doubts'] : count(`SELECT count(*) AS count FROM statement, json_each(statement."values") property, json_each(property.value) said WHERE statement.source = @n AND statement.seq_added = @seq AND statement."values" LIKE '%"doubt":%' AND json_extract(said.value, '$.doubt') IS NOT NULL`),
      rejected: reasons.reduce((total, each) => total + each.count, 0),
    },
    types, reasons,
    headings: headingsOf(reading),
    rejects: rejects.map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] })),
    documents: query<{ title: string; sha256: string | null }>(db, "SELECT title, sha256 FROM source WHERE seq_added = @seq AND json_extract(reading, '$.partOf') = @id ORDER BY n LIMIT 100").all({ seq, id: source.id }),
  };
}

function headingsOf(reading: Readonly<Record<string, unknown>>): string[] {
  const { headings } = reading;
  return Array.isArray(headings) ? headings.map(text) : [];
}
