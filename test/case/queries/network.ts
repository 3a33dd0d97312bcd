import Sqlite, { type Database } from 'better-sqlite3';
import { MIGRATIONS } from '../../../electron/case/migrations';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { CatalogueData, EntityType, LinkType, PropertyType, Scheme } from '../../../shared/schema/types';
import type { Localised } from '../../../shared/values/kind';

const label = (text: string): Localised => ({ nl: text, fr: text, de: text, en: text });
const property = (id: string, kind: PropertyType['kind'], rest: Partial<PropertyType> = {}): PropertyType => ({ id, kind, label: label(id), ...rest });
const entityType = (id: string, properties: PropertyType[]): EntityType => ({
  id, label: label(id), plural: label(id), family: 'people', icon: 'dot', properties, caption: [[properties[0]?.id ?? '']], keyLine: [],
});
const linkType = (id: string, directed: boolean, rest: Partial<LinkType> = {}): LinkType => ({
  id, label: label(id), reverse: label(id), directed, from: ['*'], to: ['*'], occurrence: false, properties: [], ...rest,
});
const codes = (texts: string) => [...texts].map((code, rank) => ({ code, label: label(code), rank }));
const schemes: Scheme[] = [
  { id: 'four', use: 'grading', label: label('4x4'), axes: [{ id: 'source', label: label('source'), codes: codes('ABCX') }, { id: 'information', label: label('information'), codes: codes('1234') }] },
  { id: 'h', use: 'handling', label: label('h'), several: true, axes: [{ id: 'code', label: label('code'), codes: ['H0', 'H1', 'H2'].map((code, rank) => ({ code, label: label(code), rank })) }] },
];

const types: CatalogueData = {
  entityTypes: [
    entityType('person', [property('name', 'name'), property('alias', 'name', { many: true }), property('nationalNumber', 'nationalNumber', { identifier: 'nationalNumber' }), property('note', 'longText', { many: true })]),
    entityType('phone', [property('number', 'phone', { identifier: 'phone' })]),
    entityType('bankAccount', [property('iban', 'iban', { identifier: 'iban' })]),
    entityType('vehicle', [property('plate', 'plate', { identifier: 'plate' }), property('model', 'text')]),
    entityType('container', [property('number', 'container', { identifier: 'container' })]),
  ],
  linkTypes: [
    linkType('knows', false),
    linkType('owns', true),
    linkType('called', true, { occurrence: true, properties: [property('at', 'date')], dates: { start: 'at' } }),
    linkType('paid', true, { occurrence: true, properties: [property('at', 'date'), property('amount', 'money')], dates: { start: 'at' }, amount: 'amount' }),
  ],
  schemes,
};

/** A few types, enough for every rule: directed and not, happenings and lasting links, amounts, identifiers of several kinds. */
export const catalogue = buildCatalogue(types);

interface EntityDraft {
  type: string;
  caption: string;
  key?: string;
  /** Property values of one statement each. */
  says?: readonly Record<string, readonly string[]>[];
  identifiers?: Record<string, string>;
  fulltext?: string;
  retracted?: boolean;
}
interface LinkDraft {
  start?: string;
  end?: string;
  amount?: string;
  grading?: string;
  handling?: string;
  strength?: string;
  retracted?: boolean;
}

/** An id that tells which row it is of: kind 1 source, 2 entity, 3 link, 4 statement, 5 chart. */
export const idOf = (kind: number, n: number): string => `0190000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A case in memory that is written row by row, materialised columns included, so that every answer is known beforehand. */
export class Network {
  readonly db: Database;
  private entities = 0;
  private links = 0;
  private statements = 0;
  private sources = 0;

  constructor() {
    const binding = process.env['KNOOP_SQLITE_BINDING'];
    this.db = new Sqlite(':memory:', binding ? { nativeBinding: binding } : {});
    for (const { up } of MIGRATIONS) up(this.db);
  }

  journal(kind: string, refers: number | null = null, label: Record<string, string | number> = {}): number {
    const seq = (this.db.prepare<[], { seq: number }>('SELECT coalesce(max(seq), 0) + 1 AS seq FROM journal').get()?.seq ?? 1);
    this.db.prepare('INSERT INTO journal VALUES (@seq, @at, @actor, @station, @version, @kind, @command, @label, @refers, @patch, @previous, @hash)').run({
      seq, at: `2026-01-01T00:00:${String(seq % 60).padStart(2, '0')}Z`, actor: 'K. Peeters', station: 'w', version: '0', kind, command: 'entity.create', label: JSON.stringify(label), refers, patch: '', previous: '', hash: `h${seq}`,
    });
    return seq;
  }

  source(title: string, { grading, reading, seq = 1 }: { grading?: object; reading?: object; seq?: number } = {}): number {
    const n = ++this.sources;
    this.db.prepare(`INSERT INTO source VALUES (@n, @id, 'file', @title, 'Customs', @sha256, 10, 'text/csv', @grading, '[{"scheme":"h","code":"H1"}]', '2026-01-01T00:00:00Z', @reading, @seq, NULL)`).run({
      n, id: idOf(1, n), title, sha256: 'a'.repeat(64), grading: grading ? JSON.stringify(grading) : null, reading: reading ? JSON.stringify(reading) : null, seq,
    });
    return n;
  }

  statement(kind: 'entity' | 'link', subject: number, source: number, values: Record<string, readonly string[]>, { seq = 1, row = null as number | null, grading = null as object | null } = {}): number {
    const n = ++this.statements;
    const stored = Object.fromEntries(Object.entries(values).map(([id, list]) => [id, list.map((v) => ({ v }))]));
    this.db.prepare(`INSERT INTO statement (n, id, subject_kind, subject, source, row, locator, "values", grading, handling, basis, seq_added) VALUES (@n, @id, @kind, @subject, @source, @row, '', @values, @grading, '', 'fact', @seq)`).run({
      n, id: idOf(4, n), kind, subject, source, row, values: JSON.stringify(stored), grading: grading ? JSON.stringify(grading) : null, seq,
    });
    return n;
  }

  entity({ type, caption, key = '', says = [], identifiers = {}, fulltext, retracted = false }: EntityDraft): number {
    const n = ++this.entities;
    if (this.sources === 0) this.source('first.csv');
    this.db.prepare('INSERT INTO entity (n, id, type, seq_added, seq_retracted, canonical, caption, key_line) VALUES (@n, @id, @type, 1, @retracted, @id, @caption, @key)').run({
      n, id: idOf(2, n), type, retracted: retracted ? 2 : null, caption, key,
    });
    let last = 0;
    for (const values of says) last = this.statement('entity', n, 1, values);
    for (const [kind, value] of Object.entries(identifiers)) {
      this.db.prepare('INSERT INTO identifier VALUES (@kind, @value, @n, @last)').run({ kind, value, n, last: last || this.statement('entity', n, 1, {}) });
    }
    const body = fulltext ?? [caption, key, ...says.flatMap((values) => Object.values(values).flat())].join(' ');
    this.db.prepare('INSERT INTO fulltext (rowid, body) VALUES (@n, @body)').run({ n, body });
    return n;
  }

  link(type: string, from: number, to: number, { start, end, amount, grading = '', handling = '', strength = 'tentative', retracted = false }: LinkDraft = {}): number {
    const n = ++this.links;
    this.db.prepare(`INSERT INTO link VALUES (@n, @id, @type, @from, @to, 1, @retracted, @start, @end, @amount, 1, @strength, @grading, @handling, 0)`).run({
      n, id: idOf(3, n), type, from, to, retracted: retracted ? 2 : null, start: start ?? null, end: end ?? null, amount: amount ?? null, strength, grading, handling,
    });
    this.db.prepare('UPDATE entity SET links = links + 1 WHERE n IN (@from, @to)').run({ from, to });
    return n;
  }

  chart(n: number, items: readonly number[], hidden: readonly string[] = []): string {
    const id = idOf(5, n);
    this.db.prepare('INSERT INTO chart (id, name, position) VALUES (@id, @name, @n)').run({ id, name: `Chart ${n}`, n });
    const add = this.db.prepare('INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden) VALUES (@id, @subject, @kind, @x, 0, 0, @hidden)');
    items.forEach((item, x) => add.run({ id, subject: idOf(2, item), kind: 'entity', x, hidden: 0 }));
    for (const subject of hidden) add.run({ id, subject, kind: 'link', x: 0, hidden: 1 });
    return id;
  }
}
