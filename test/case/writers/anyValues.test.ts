import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/case/catalogue';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from '../../../electron/case/writers/outgoing';
import { writerOf } from '../../../electron/case/writers/writers';
import type { RecordFormatId } from '../../../shared/mapping/recordPlan';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { Values } from '../../../shared/model/records';
import { DOUBT_CODES } from '../../../shared/values/kind';
import { walk } from '../importers/formats/walk';

const CATALOGUE = buildCatalogue(SHIPPED);
const idOf = (kind: number, at: number): string => `0193000${kind}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

/** Any text that a case can hold: half a character is none. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('=', "'", '\n', '\r', '\t', '"', ';', '_x', '0041', '_', ']]>', '<', '&', '\u0000', '\u001f', '\ufffe', ' ', 'é', '𝕏') }));
const value = fc.record({ v: anyText, raw: anyText.filter((text) => text !== ''), doubt: fc.constantFrom(...DOUBT_CODES) }, { requiredKeys: ['v'] });
const values: fc.Arbitrary<Values> = fc.dictionary(fc.constantFrom('name', 'alias', 'birthDate', 'other:Nota', 'other:=1"<', 'reference'), fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: ({ v }) => v }));
const statement: fc.Arbitrary<OutgoingStatement> = fc.record({
  id: fc.constant(idOf(9, 1)), values, grading: fc.option(fc.constant({ scheme: 'europol4x4', codes: { source: 'B', information: '2' } })),
  handling: fc.constantFrom([], [{ scheme: 'europolHandling', code: 'H1' }, { scheme: 'europolHandling', code: 'H3', note: 'a;"b"\n=c' }]), basis: fc.constantFrom('fact' as const, 'assessment' as const), source: anyText, supplier: anyText, place: anyText,
});
const merged = (statements: readonly OutgoingStatement[]): Values => {
  const all: Record<string, Values[string]> = {};
  for (const said of statements) for (const [property, list] of Object.entries(said.values)) all[property] = [...(all[property] ?? []), ...list];
  return all;
};
const anyCase = fc.tuple(fc.array(fc.tuple(fc.array(statement, { minLength: 1, maxLength: 3 }), anyText), { minLength: 2, maxLength: 4 }), fc.array(fc.array(statement, { minLength: 1, maxLength: 2 }), { maxLength: 3 })).map(([things, ties]): Outgoing => {
  const entities = things.map(([statements, caption], at): OutgoingEntity => ({ id: idOf(1, at), type: 'person', sameAs: idOf(1, at), caption, values: merged(statements), statements, place: { x: at * 10.5, y: -at, style: null } }));
  const links = ties.map((statements, at): OutgoingLink => ({ id: idOf(2, at), type: 'knows', from: idOf(1, 0), to: idOf(1, 1), values: merged(statements), statements, start: null, end: null, strength: 'confirmed', style: null }));
  return { title: 'T', at: '2026-11-22T01:00:00.000Z', language: 'fr', marking: '', catalogue: CATALOGUE, drawn: true, joined: false, counts: { entities: entities.length, links: links.length }, entities: () => entities, links: () => links };
});

const said = ({ values: told, grading, handling, basis }: Pick<OutgoingStatement, 'values' | 'grading' | 'handling' | 'basis'>): unknown => ({ values: told, grading, handling, basis });

test.each([['graphml', 'graphml'], ['gexf', 'gexf'], ['csv', 'knooptable'], ['xlsx', 'knooptable']] as const)('whatever a case says comes back from %s', async (format, reader: RecordFormatId) => {
  await fc.assert(fc.asyncProperty(anyCase, async (outgoing) => {
    const pieces: Buffer[] = [];
    await writerOf(format).write(outgoing, (piece) => pieces.push(Buffer.from(piece as string)), () => undefined);
    const { outcomes } = await walk(reader, Buffer.concat(pieces));
    const rows = outcomes.flatMap((outcome) => (outcome.kind === 'row' ? [outcome.mapped] : []));
    expect(rows.length).toBe(outcomes.length);
    const back = (ids: Iterable<{ readonly id: string; readonly statements: readonly OutgoingStatement[] }>, of: 'entities' | 'links'): void => {
      for (const { id, statements } of ids) {
        const found = rows.filter((row) => (of === 'links' || row.links.length === 0) && row[of].some((each) => each.id === id));
        expect(found.map((row) => said({ values: row[of][0]?.values ?? {}, grading: row.grading, handling: row.handling ?? [], basis: row.basis ?? 'fact' }))).toEqual(statements.map(said));
      }
    };
    back(outgoing.entities(), 'entities');
    back(outgoing.links(), 'links');
  }), { numRuns: 60 });
});
