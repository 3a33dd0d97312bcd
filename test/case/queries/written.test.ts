import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { STRICT } from '../../../electron/case/db/identity';
import { loadCatalogue } from '../../../electron/case/catalogue';
import { RowWriter } from '../../../electron/case/db/bulk';
import { materialise } from '../../../electron/case/db/materialise';
import { MIGRATIONS } from '../../../electron/case/migrations';
import * as queries from '../../../electron/case/queries';
import { caseService } from '../../../shared/contract/caseService';
import type { Values } from '../../../shared/model/records';
import { BELGIAN_CONTEXT } from '../../../shared/values/kind';
import { parseValue } from '../../../shared/values';
import { idOf } from './network';

/** Rows as commands and imports write them, under the types that ship with Knoop. */
function written() {
  const binding = process.env['KNOOP_SQLITE_BINDING'];
  const db = new Sqlite(':memory:', binding ? { nativeBinding: binding } : {});
  for (const { up } of MIGRATIONS) up(db);
  const { catalogue } = loadCatalogue(db);
  const writer = new RowWriter(db, 1, catalogue);
  const grading = { scheme: 'europol4x4', codes: { source: 'A', information: '1' } };
  writer.addSource({ id: idOf(1, 1), kind: 'file', title: 'calls.csv', supplier: 'Police', sha256: 'b'.repeat(64), bytes: 9, mediaType: 'text/csv', grading, handling: [], receivedAt: '2026-01-01T00:00:00Z', reading: null });
  let statements = 0;
  const say = (subjectKind: 'entity' | 'link', subject: string, type: string, said: Record<string, string>): void => {
    const values: Values = Object.fromEntries(Object.entries(said).map(([property, text]) => [property, [parseValue(catalogue.property(type, property)?.kind ?? 'text', text, BELGIAN_CONTEXT) ?? { v: text }]]));
    writer.addStatement({ id: idOf(4, (statements += 1)), subject, subjectKind, source: idOf(1, 1), locator: { row: statements }, values, grading: null, handling: [], basis: 'fact' });
  };
  const entity = (n: number, type: string, said: Record<string, string>): string => {
    writer.addEntity({ id: idOf(2, n), type });
    say('entity', idOf(2, n), type, said);
    return idOf(2, n);
  };
  const first = entity(1, 'phone', { number: '0470/55.01.27' });
  const second = entity(2, 'phone', { number: '+31 6 12345678' });
  entity(3, 'vehicle', { plate: '1-ABC-234' });
  entity(4, 'container', { number: 'MSKU 604812-0' });
  const account = entity(5, 'bankAccount', { iban: 'BE68 5390 0754 7034' });
  const other = entity(6, 'bankAccount', { iban: 'NL91 ABNA 0417 1643 00' });
  ['€ 1.234,50', '€ 0,50'].forEach((amount, at) => {
    writer.addLink({ id: idOf(3, at + 1), type: 'paid', from: account, to: other });
    say('link', idOf(3, at + 1), 'paid', { [catalogue.linkType('paid')?.amount ?? '']: amount });
  });
  writer.addLink({ id: idOf(3, 3), type: 'called', from: first, to: second });
  say('link', idOf(3, 3), 'called', {});
  writer.flush();
  materialise(db, catalogue, { entities: [1, 2, 3, 4, 5, 6], links: [1, 2, 3] });
  db.prepare("INSERT INTO chart (id, name, position) VALUES (?, 'Chart', 0)").run(idOf(5, 1));
  for (let n = 1; n <= 6; n += 1) db.prepare("INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden) VALUES (?, ?, 'entity', 0, 0, 0, 0)").run(idOf(5, 1), idOf(2, n));
  return { db, catalogue };
}

describe('a case as it is written', () => {
  const { db, catalogue } = written();
  const found = (text: string) => queries.search(db, catalogue, STRICT, { text, limit: 50 }).hits[0]?.entity.id;

  it.each([['0470 55 01 27', 1], ['0470 55', 1], ['047055', 1], ['32470', 1], ['+32 470', 1], ['0031612', 2], ['1-ABC-2', 3], ['1abc234', 3], ['MSKU 604812', 4], ['be68 5390', 5], ['5390 0754', 5], ['NL91ABNA0417164300', 6]])('finds %s', (text, n) => {
    expect(found(text)).toBe(idOf(2, n));
  });

  it('answers in the shapes of the contract', () => {
    const id = idOf(2, 5);
    const answers: { readonly [name: string]: { readonly schema: z.ZodType; readonly answer: unknown } } = {
      search: { schema: caseService.requests['case.search'].result, answer: queries.search(db, catalogue, STRICT, { text: 'be', limit: 5 }) },
      entities: { schema: caseService.requests['case.entities'].result, answer: queries.entities(db, catalogue, STRICT, { ids: [id] }) },
      subject: { schema: caseService.requests['case.subject'].result, answer: queries.subjectView(db, catalogue, STRICT, { id }) },
      link: { schema: caseService.requests['case.subject'].result, answer: queries.subjectView(db, catalogue, STRICT, { id: idOf(3, 1) }) },
      links: { schema: caseService.requests['case.links'].result, answer: queries.linksOf(db, catalogue, STRICT, { entity: id, limit: 5, offset: 0 }) },
      neighbours: { schema: caseService.requests['case.neighbours'].result, answer: queries.neighbours(db, catalogue, STRICT, { ids: [id] }) },
      expand: { schema: caseService.requests['case.expand'].result, answer: queries.expand(db, catalogue, STRICT, { ids: [id], limit: 5 }) },
      browse: { schema: caseService.requests['case.browse'].result, answer: queries.browse(db, catalogue, STRICT, { order: 'links', limit: 5, offset: 0 }) },
      charts: { schema: caseService.requests['case.charts'].result, answer: queries.charts(db) },
      chart: { schema: caseService.requests['case.chart'].result, answer: queries.chartView(db, catalogue, STRICT, { id: idOf(5, 1) }) },
      sources: { schema: caseService.requests['case.sources'].result, answer: queries.sources(db, catalogue) },
    };
    for (const [name, { schema, answer }] of Object.entries(answers)) expect(schema.safeParse(answer).error, name).toBeUndefined();
  });

  it('adds up what was paid, and takes the evaluation of the source where a statement has none', () => {
    expect(queries.chartView(db, catalogue, STRICT, { id: idOf(5, 1) }).lines).toMatchObject([{ type: 'called', strength: 'confirmed', grading: 'A1' }, { type: 'paid', count: 2, amount: '1235.00 EUR' }]);
    expect(queries.subjectView(db, catalogue, STRICT, { id: idOf(2, 1) }).statements[0]).toMatchObject({ gradingText: 'A1', locator: { row: 1 } });
  });
});
