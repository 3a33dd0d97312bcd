import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/case/catalogue';
import type { Outgoing, OutgoingEntity, OutgoingLink } from '../../../electron/case/writers/outgoing';
import { writerOf } from '../../../electron/case/writers/writers';
import type { MappedEntity, MappedLink } from '../../../shared/mapping/mapRow';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import { DOUBT_CODES } from '../../../shared/values/kind';
import { walk } from '../importers/formats/walk';

const catalogue = buildCatalogue(SHIPPED);
const TYPES = catalogue.entityTypes.filter((type) => type.abstract !== true);
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)), maxLength: 20 }), fc.constantFrom('--', '-->', ']]>', '<!--', ' knoop ', '=1+1', '2026-02-01T10:00+01:00', '~1984', '12.50 EUR', '+32470550127'));
const value = fc.record({ v: text, raw: text, doubt: fc.constantFrom(...DOUBT_CODES) }, { requiredKeys: ['v'] });
const values = (properties: readonly string[]) => fc.dictionary(fc.constantFrom(...properties, 'other:Dossier <1>', 'other:ندي'), fc.uniqueArray(value, { selector: (each) => each.v, minLength: 1, maxLength: 3 }), { maxKeys: 4 });
const statement = (properties: readonly string[]) => fc.record({
  id: fc.constant(''), values: values(properties), basis: fc.constantFrom('fact' as const, 'assessment' as const), source: text, supplier: text, place: text,
  grading: fc.option(fc.record({ scheme: fc.constantFrom('europol4x4', 'admiralty', 'nergens'), codes: fc.record({ source: fc.constantFrom('A', 'B', 'Z'), information: fc.constantFrom('1', '2', '9') }) })),
  handling: fc.uniqueArray(fc.record({ scheme: fc.constantFrom('tlp', 'europolHandling', 'nergens'), code: fc.constantFrom('H1', 'H2', 'RED'), note: text }, { requiredKeys: ['scheme', 'code'] }), { selector: ({ scheme, code }) => `${scheme} ${code}`, maxLength: 2 }),
});
const style = fc.option(fc.record({ colour: fc.integer({ min: 0, max: 0xff_ff_ff }).map((n) => `#${n.toString(16).padStart(6, '0')}`), size: fc.double({ min: 0.25, max: 8, noNaN: true }), icon: fc.constantFrom('car', 'phone', 'shape-outline') }, { requiredKeys: [] }));
const thing = fc.constantFrom(...TYPES).chain((type) => fc.record({ type: fc.constant(type.id), caption: text, statements: fc.array(statement(type.properties.map((property) => property.id)), { minLength: 1, maxLength: 3 }), x: fc.double({ min: -1e5, max: 1e5, noNaN: true }), y: fc.double({ min: -1e5, max: 1e5, noNaN: true }), style }));
const tie = fc.constantFrom('linked', 'pointsTo').chain((type) => fc.record({ type: fc.constant(type), statements: fc.array(statement(['role', 'start', 'end', 'note']), { minLength: 1, maxLength: 2 }), from: fc.nat(), to: fc.nat() }));

type Statements = OutgoingEntity['statements'];
/** Every value once, as a case gathers them. */
const gathered = (statements: Statements): OutgoingEntity['values'] => {
  const all: Record<string, { v: string }[]> = {};
  for (const { values: said } of statements) for (const [property, each] of Object.entries(said)) (all[property] ??= []).push(...each);
  return all;
};

describe.each(['anx', 'ftm'] as const)('%s', (format) => {
  test('brings whatever is said back as it was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(thing, { minLength: 2, maxLength: 5 }), fc.array(tie, { maxLength: 4 }), async (things, ties) => {
      const entities = things.map(({ x, y, style: drawn, ...each }, at): OutgoingEntity => ({ ...each, id: id(at), sameAs: id(0), values: gathered(each.statements), place: { x, y, style: drawn } }));
      const links = ties.map(({ from, to, ...each }, at): OutgoingLink => ({ ...each, id: id(1000 + at), from: id(from % things.length), to: id((from + 1 + (to % (things.length - 1))) % things.length), values: gathered(each.statements), start: null, end: null, strength: 'confirmed', style: null }));
      const outgoing: Outgoing = { title: 'Proef', at: '2026-02-01T10:00:00.000Z', language: 'fr', marking: '', catalogue, drawn: true, joined: true, counts: { entities: entities.length, links: links.length }, entities: () => entities, links: () => links };
      const pieces: Buffer[] = [];
      await writerOf(format).write(outgoing, (piece) => pieces.push(Buffer.from(piece as Uint8Array)), () => undefined);
      const { outcomes, rejects } = await walk(format, Buffer.concat(pieces));
      expect(rejects).toEqual([]);
      const rows = outcomes.flatMap((outcome) => (outcome.kind === 'row' ? [outcome.mapped] : []));
      const said = (of: MappedEntity | MappedLink, row: (typeof rows)[number]): unknown => [of.id, of.type, of.values, row.grading, row.handling ?? [], row.basis ?? 'fact'];
      const expected = (of: readonly (OutgoingEntity | OutgoingLink)[]): unknown[] => of.flatMap((each) => each.statements.map((one) => [each.id, each.type, one.values, one.grading, one.handling, one.basis]));
      expect(rows.flatMap((row) => row.entities.filter((each) => each.mention !== true).map((each) => said(each, row)))).toEqual(expected(entities));
      expect(rows.flatMap((row) => row.links.map((each) => said(each, row)))).toEqual(expected(links));
      const places = rows.flatMap((row) => row.entities.flatMap((each) => (each.place === undefined ? [] : [each.place])));
      expect(places).toEqual(entities.map(({ place }) => ({ x: (place?.x ?? 0) + 0, y: (place?.y ?? 0) + 0, ...(place?.style === null || place?.style === undefined ? {} : { style: place.style }) })));
    }), { numRuns: 60 });
  });
});
