import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { SHIPPED } from '../../../electron/case/catalogue';
import { RowWriter } from '../../../electron/case/db/bulk';
import { openInMemory } from '../../../electron/case/db/database';
import { materialise } from '../../../electron/case/db/materialise';
import { migrate } from '../../../electron/case/db/migrate';
import { appendJournal, EMPTY_STORED_PATCH } from '../../../electron/case/journal';
import { MIGRATIONS } from '../../../electron/case/migrations';
import { firstSettings, writeSettings } from '../../../electron/case/settings';
import type { Audience } from '../../../shared/briefing/audience';
import type { Handling } from '../../../shared/model/evaluation';
import type { Permission, Purpose } from '../../../shared/model/recipient';
import { buildCatalogue, type Catalogue } from '../../../shared/schema/catalogue';
import { ACTOR } from '../who';

export const catalogue: Catalogue = buildCatalogue(SHIPPED);
export const AT = '2026-05-03T10:00:00.000Z';
export const DAY = '2026-05-03';

export interface RandomSource { readonly supplier: string; readonly handling: readonly Handling[] }
export interface RandomStatement {
  /** Place of what it is about: entities first, then links. */
  readonly subject: number;
  readonly source: number;
  /** Own codes; empty: those of its source. */
  readonly handling: readonly Handling[];
  readonly text: string;
}
export interface RandomCase {
  readonly entities: number;
  readonly links: readonly (readonly [from: number, to: number])[];
  readonly sources: readonly RandomSource[];
  readonly statements: readonly RandomStatement[];
  /** Between entities, made here; some of them are on no chart. */
  readonly judgements: readonly (readonly [left: number, right: number, verdict: 'same' | 'different' | 'unsure'])[];
}

export const idOf = (kind: string, n: number): string => `01930000-${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const entityId = (n: number): string => idOf('e000', n);
export const linkId = (n: number): string => idOf('f000', n);
export const statementId = (n: number): string => idOf('5000', n);
export const sourceId = (n: number): string => idOf('a000', n);
export const CHART = idOf('c000', 1);

/** Codes of every scheme that says what may be done, and some that nobody can look up. */
export const CODES: readonly Handling[] = [
  ...['H0', 'H1', 'H2', 'H3'].map((code) => ({ scheme: 'europolHandling', code })),
  ...['1', '2', '3', '4', '5'].map((code) => ({ scheme: 'uk5x5x5Handling', code })),
  ...['P', 'C', 'A1', 'A2', 'A3', 'S1', 'S2'].map((code) => ({ scheme: 'uk3x5x2Handling', code })),
  ...['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].map((code) => ({ scheme: 'tlp', code: `TLP:${code}` })),
  ...['none', 'beperkteVerspreiding', 'beperkt', 'vertrouwelijk', 'geheim', 'zeerGeheim'].map((code) => ({ scheme: 'belgianClassification', code })),
  { scheme: 'europolHandling', code: 'H9' }, { scheme: 'elsewhere', code: 'X' },
];
export const SERVICES = ['FGP Antwerpen', 'FGP Gent', 'Douane', ''] as const;
const PURPOSES: readonly Purpose[] = ['internal', 'operational', 'judicial', 'administrative'];

const codes = fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 });
const words = fc.constantFrom('Jan Peeters', 'Ali Demir', 'Ann Maes', '+32470550127', 'Kaai 204', 'Noorderlaan', 'Goudvink', 'Zwarte Zwaan');

export const randomCase: fc.Arbitrary<RandomCase> = fc.record({ entities: fc.integer({ min: 2, max: 5 }), sources: fc.array(fc.record({ supplier: fc.constantFrom(...SERVICES), handling: codes }), { minLength: 1, maxLength: 3 }) }).chain(({ entities, sources }) => {
  const end = fc.integer({ min: 0, max: entities - 1 });
  return fc.array(fc.tuple(end, end).filter(([from, to]) => from !== to), { maxLength: 4 }).chain((links) => fc.record({
    entities: fc.constant(entities), sources: fc.constant(sources), links: fc.constant(links),
    statements: fc.array(fc.record({ subject: fc.integer({ min: 0, max: entities + links.length - 1 }), source: fc.integer({ min: 0, max: sources.length - 1 }), handling: codes, text: words }), { minLength: 1, maxLength: 14 }),
    judgements: fc.array(fc.tuple(end, end, fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const)).filter(([left, right]) => left !== right), { maxLength: 4 }),
  }));
});

const permission: fc.Arbitrary<Permission> = fc.record({
  id: fc.integer({ min: 1, max: 1000 }).map((n) => idOf('9000', n)), originator: fc.constantFrom('FGP Antwerpen', 'fgp gent', 'Douane'), givenBy: fc.constant('A. Claes'), reference: fc.constant('REF/1'),
  givenOn: fc.constantFrom('2026-01-01', DAY, '2026-05-04'), until: fc.constantFrom(null, '2026-05-02', DAY), withdrawnOn: fc.constantFrom(null, null, DAY, '2026-06-01'),
  codes: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 4 }), purposes: fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1, maxLength: 3 }), sources: fc.constantFrom([], [sourceId(0)], [sourceId(1)]),
});

export const audience: fc.Arbitrary<Audience> = fc.record({
  service: fc.constantFrom('Douane', 'OCAD', ''), purpose: fc.constantFrom(...PURPOSES), allowed: fc.subarray(CODES.filter((code) => code.scheme !== 'belgianClassification').slice()), highest: fc.constantFrom(null, 'none', 'beperkteVerspreiding', 'vertrouwelijk', 'zeerGeheim'),
  permissions: fc.array(permission, { maxLength: 3 }),
}).map(({ service, purpose, allowed, highest, permissions }) => ({
  purpose, on: DAY,
  recipient: {
    id: idOf('4000', 1), name: 'Partner', service, permissions,
    rights: { allowedHandling: Object.fromEntries([...new Set(allowed.map((code) => code.scheme))].map((scheme) => [scheme, allowed.filter((code) => code.scheme === scheme).map((code) => code.code)])), maximumMarkings: highest === null ? [] : [{ scheme: 'belgianClassification', code: highest }] },
  },
}));

const made = openInMemory(null);
migrate(made, MIGRATIONS);
const EMPTY = made.serialize();
made.close();

/** A database in the newest shape without a row. */
export const emptyDatabase = (): Database => openInMemory(Buffer.from(EMPTY));

/** The case in memory; `keeps` leaves out statements, and with them whatever nothing is said of any more. Whatever stays has the same ids, texts and places. */
export function databaseOf(random: RandomCase, keeps: (statement: number) => boolean = () => true): Database {
  const db = emptyDatabase();
  const kept = random.statements.map((statement, n) => ({ ...statement, n })).filter(({ n }) => keeps(n));
  const said = new Set(kept.map((statement) => statement.subject));
  const linkAt = (place: number): readonly [number, number] | undefined => random.links[place - random.entities];
  const whole = (place: number): boolean => said.has(place) && (linkAt(place)?.every((end) => said.has(end)) ?? true);
  db.transaction(() => {
    db.prepare("INSERT INTO meta (key, value) VALUES ('id', ?)").run(idOf('0000', 1));
    writeSettings(db, { ...firstSettings('Proef', 'AN.1', SHIPPED), marking: { scheme: 'unmarked', code: 'none' } });
    appendJournal(db, { kind: 'do', command: 'import', label: {}, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: AT });
    const writer = new RowWriter(db, 1, catalogue);
    const statements = kept.filter((statement) => whole(statement.subject));
    const sources = new Set(statements.map((statement) => statement.source));
    random.sources.forEach(({ supplier, handling }, n) => {
      if (sources.has(n)) writer.addSource({ id: sourceId(n), kind: 'file', title: `Bestand ${n}.csv`, supplier, sha256: null, bytes: 10 + n, mediaType: 'text/csv', grading: null, handling: [...handling], receivedAt: AT, reading: null });
    });
    const places = [...Array(random.entities + random.links.length).keys()].filter(whole);
    for (const n of places) if (n < random.entities) writer.addEntity({ id: entityId(n), type: 'person' });
    for (const n of places) {
      const ends = linkAt(n);
      if (ends !== undefined) writer.addLink({ id: linkId(n), type: 'knows', from: entityId(ends[0]), to: entityId(ends[1]) });
    }
    for (const { n, subject, source, handling, text } of statements) {
      const ofEntity = subject < random.entities;
      writer.addStatement({ id: statementId(n), subject: ofEntity ? entityId(subject) : linkId(subject), subjectKind: ofEntity ? 'entity' : 'link', source: sourceId(source), locator: { row: n + 1 }, values: ofEntity ? { name: [{ v: text }] } : { note: [{ v: text }] }, grading: null, handling: [...handling], basis: 'fact' });
    }
    random.judgements.forEach(([left, right, verdict], n) => {
      if (whole(left) && whole(right)) writer.addJudgement({ id: idOf('7000', n), left: entityId(left), right: entityId(right), verdict, reason: `gelezen bij ${n}` });
    });
    writer.flush();
    db.prepare('INSERT INTO chart (id, name, position) VALUES (?, ?, 1)').run(CHART, 'Kaart');
    const item = db.prepare("INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden) VALUES (?, ?, 'entity', ?, ?, 0, 0)");
    for (const n of places) if (n < random.entities && n % 3 !== 2) item.run(CHART, entityId(n), n * 100, n * n * 10);
    const keys = (table: string): number[] => db.prepare<[], number>(`SELECT n FROM ${table}`).pluck().all();
    materialise(db, catalogue, { entities: keys('entity'), links: keys('link') });
  })();
  return db;
}
