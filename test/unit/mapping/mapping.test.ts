import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/case/catalogue';
import { compileMapping } from '../../../shared/mapping/compile';
import { fitMapping } from '../../../shared/mapping/fit';
import { fingerprint } from '../../../shared/mapping/headings';
import { mappingSchema } from '../../../shared/mapping/mapping';
import type { Mapping, Reading } from '../../../shared/mapping/mapping';
import { mapRow } from '../../../shared/mapping/mapRow';
import { propose } from '../../../shared/mapping/propose';
import { buildCatalogue } from '../../../shared/schema/catalogue';

const catalogue = buildCatalogue(SHIPPED);
const READING: Reading = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };

const proposed = (headings: string[], ...rows: string[][]): Mapping => propose({ headings, rows, reading: READING, namespace: 'file' }, catalogue);
const told = (mapping: Mapping): unknown => ({
  entities: mapping.entities.map((entity) => [entity.type, entity.properties.map((each) => each.property)]),
  links: mapping.links.map((link) => [link.type, link.from, link.to]),
});

const ACCOUNTS: Mapping = {
  reading: READING,
  headings: ['Van', 'Naar', 'Bedrag', 'Datum', 'Eval'],
  entities: [
    { key: 'a', type: 'bankAccount', properties: [{ property: 'iban', from: { column: 0 } }], same: 'values', sameBy: ['iban'] },
    { key: 'b', type: 'bankAccount', properties: [{ property: 'iban', from: { column: 1 } }], same: 'values', sameBy: ['iban'] },
  ],
  links: [{ type: 'paid', from: 'a', to: 'b', properties: [{ property: 'amount', from: { column: 2 } }, { property: 'date', from: { column: 3 } }], reverseWhen: { column: 2, values: [], negative: true } }],
  source: { supplier: '', grading: null, handling: [], gradingColumn: { column: 4, scheme: 'europol4x4' } },
};

test('a negative amount turns the link and loses its sign, what was written stays', () => {
  const { plan, faults } = compileMapping(ACCOUNTS, catalogue);
  expect(faults).toEqual([]);
  const row = mapRow(plan, ['BE68539007547034', 'BE71096123456769', '-1.250,50', '1/2/2026', 'b-2']);
  expect(row.links).toMatchObject([{ from: 1, to: 0, values: { amount: [{ v: '1250.50 EUR', raw: '-1.250,50' }], date: [{ v: '2026-02-01', raw: '1/2/2026' }] } }]);
  expect(row.grading).toEqual({ scheme: 'europol4x4', codes: { source: 'B', information: '2' } });
  expect(row.entities[0]?.identifiers).toEqual(['account\u0000BE68539007547034']);
});

test('one column tells which of two links a row has', () => {
  const condition = { column: 4, values: ['SMS-MO', 'sms'] };
  const [paid] = ACCOUNTS.links;
  if (paid === undefined) throw new Error('no link');
  const both: Mapping = { ...ACCOUNTS, source: { supplier: '', grading: null, handling: [] }, links: [{ ...paid, unless: condition }, { type: 'linked', from: 'a', to: 'b', properties: [], when: condition }] };
  expect(mappingSchema.parse(both)).toEqual(both);
  const linked = (mapping: Mapping, kind: string, at = 4): string[] => {
    const cells = ['BE68539007547034', 'BE71096123456769', '5', '1/2/2026', ''];
    cells.splice(at, 1, kind);
    return mapRow(compileMapping(mapping, catalogue).plan, cells).links.map((link) => link.type);
  };
  expect(linked(both, ' sms-mo ')).toEqual(['linked']);
  expect(linked(both, 'MOC')).toEqual(['paid']);
  expect(linked(both, '')).toEqual(['paid']);
  expect(fitMapping(both, ['Eval', 'Van', 'Naar', 'Bedrag', 'Datum'])?.links.map((link) => [link.when?.column, link.unless?.column])).toEqual([[undefined, 0], [0, undefined]]);
  const far = { ...condition, column: 9 };
  expect(compileMapping({ ...both, links: [{ ...paid, when: far }] }, catalogue).faults).toEqual([{ at: 'column 10', why: 'columnMissing' }]);
});

test('what cannot come in says why, what is doubtful comes in with the doubt', () => {
  const { plan } = compileMapping(ACCOUNTS, catalogue);
  expect(mapRow(plan, ['', ' ', '']).reject?.code).toBe('empty');
  expect(mapRow(plan, ['', '', '5', '', '']).reject?.code).toBe('noEntity');
  expect(mapRow(plan, ['a', 'b', 'c', 'd', 'e', 'f']).reject).toEqual({ code: 'tooManyCells', detail: '6' });
  expect(mapRow(plan, ['Totaal: 3']).reject?.code).toBe('tooFewCells');
  const row = mapRow(plan, ['BE68539007547034', '', 'veel', '30/02/2026', 'Z9']);
  expect(row.links).toEqual([]);
  expect(row.doubts).toEqual([{ column: 4, code: 'format', text: 'Z9' }]);
});

test('a word in place of a telephone number is no number, and nobody who all those share that have none', () => {
  const calls: Mapping = {
    ...ACCOUNTS, headings: ['Van', 'Naar'], source: { supplier: '', grading: null, handling: [] },
    entities: [0, 1].map((column) => ({ key: `p${column}`, type: 'phone', properties: [{ property: 'number', from: { column } }], same: 'values', sameBy: ['number'] })),
    links: [{ type: 'called', from: 'p0', to: 'p1', properties: [] }],
  };
  const { plan, faults } = compileMapping(calls, catalogue);
  expect(faults).toEqual([]);
  for (const word of ['onbekend', ' Onbekend ', 'UNKNOWN', 'inconnu', 'inconnue', 'unbekannt', 'n/a', 'N.A.', 'nvt', 'n.v.t.']) {
    const row = mapRow(plan, ['+32470550127', word]);
    expect([row.entities.map((entity) => entity.identifiers), row.links, row.doubts], word).toEqual([[['phone\u0000+32470550127']], [], []]);
    expect(mapRow(plan, [word, word]).reject?.code, word).toBe('noEntity');
  }
  expect(mapRow(plan, ['+32470550127', 'Taxi Onbekend']).entities).toHaveLength(2);
});

test('faults of a mapping are listed', () => {
  const broken: Mapping = { ...ACCOUNTS, headings: ['Van'], entities: [...ACCOUNTS.entities, { key: 'a', type: 'nothing', properties: [{ property: 'x', from: { column: 0 } }], same: 'row', sameBy: [] }], links: [{ type: 'livesAt', from: 'a', to: 'b', properties: [] }, { type: 'paid', from: 'a', to: 'q', properties: [] }] };
  expect(new Set(compileMapping(broken, catalogue).faults.map((fault) => fault.why))).toEqual(new Set(['columnMissing', 'duplicateKey', 'unknownType', 'unknownProperty', 'endsNotAllowed', 'unknownEntity']));
});

test('rows never throw, whatever stands in them', () => {
  const plans = [ACCOUNTS, proposed(['Naam', 'Voornaam', 'Geboortedatum', 'GSM', 'Adres', 'Nummerplaat', 'E-mail', 'IMEI'], [])].map((mapping) => compileMapping(mapping, catalogue).plan);
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('__proto__', 'constructor', '\u0000', '+32470550127', '31/02/2026', 'BE68', '😀', '-', '(5)', '1e999', 'NaN', '\u202eabc'));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), fc.integer({ min: 0, max: plans.length - 1 }), (cells, at) => {
      const plan = plans[at];
      if (plan === undefined) return;
      const row = mapRow(plan, cells);
      for (const link of row.links) expect(row.entities[link.from] !== undefined && row.entities[link.to] !== undefined).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a fingerprint does not mind order, case, accents and punctuation, and columns are found again', () => {
  expect(fingerprint(['A_Nummer', 'Début'])).toBe(fingerprint(['debut', 'a nummer ']));
  expect(fingerprint(['a'])).not.toBe(fingerprint(['b']));
  const moved = fitMapping(ACCOUNTS, ['Datum', 'Eval', 'naar', 'VAN', 'Bedrag']);
  expect(moved?.entities.map((entity) => entity.properties[0]?.from)).toEqual([{ column: 3 }, { column: 2 }]);
  expect(moved?.links[0]?.reverseWhen?.column).toBe(4);
  expect(moved?.source.gradingColumn?.column).toBe(1);
  expect(fitMapping(ACCOUNTS, ['Van', 'Naar', 'Bedrag'])).toBeNull();
});

test('calls, payments, lists of persons and networks are proposed', () => {
  expect(told(proposed(['A nummer', 'B nummer', 'Datum', 'Tijd', 'Duur'], ['0470550127', '0470550128', '01/02/2026', '14:05', '12']))).toEqual({ entities: [['phone', ['number']], ['phone', ['number']]], links: [['called', 'phone', 'phone2']] });
  const bank = proposed(['Rekening', 'Tegenrekening', 'Bedrag', 'Datum', 'Mededeling'], ['BE68539007547034', 'BE71096123456769', '-12,50', '01/02/2026', 'huur']);
  expect(told(bank)).toMatchObject({ links: [['paid', 'bankAccount', 'bankAccount2']] });
  expect(bank.links[0]?.reverseWhen?.negative).toBe(true);
  const persons = told(proposed(['Naam', 'Voornaam', 'Geboortedatum', 'GSM', 'Adres', 'Nummerplaat'], ['Peeters', 'An', '01/02/1980', '0470550127', 'Kaai 1, 2000 Antwerpen', '1-ABC-234']));
  expect(persons).toMatchObject({ entities: expect.arrayContaining([['person', expect.arrayContaining(['familyName', 'givenName', 'birthDate'])], ['phone', ['number']], ['vehicle', ['plate']]]), links: expect.arrayContaining([['drives', 'person', 'vehicle'], ['livesAt', 'person', 'address']]) });
  expect(told(proposed(['source', 'target', 'weight'], ['Anna', 'Bert', '2']))).toEqual({ entities: [['person', ['reference', 'name']], ['person', ['reference', 'name']]], links: [['linked', 'a', 'b']] });
});

test('whatever the headings, a proposal is a mapping that compiles', () => {
  const heading = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('Naam', 'GSM', 'source', 'target', 'id', 'name', 'IBAN', 'Datum', 'Tijd', 'lat', 'lon', 'Bedrag', 'Container', 'Plaat', 'A number', 'B number', 'Schip'));
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('0470550127', 'BE68539007547034', '01/02/2026', '10:00', '-5,00', '1-ABC-234', 'An Peeters'));
  fc.assert(
    fc.property(fc.array(heading, { minLength: 1, maxLength: 10 }), fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 5 }), (headings, rows) => {
      const mapping = mappingSchema.parse(proposed(headings, ...rows));
      expect(compileMapping(mapping, catalogue).faults.filter((fault) => fault.why !== 'nothingMapped')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a list of contacts tells of nothing that happened', () => {
  const addressBook = (headings: string[], ...rows: string[][]): string[] => {
    const mapping = proposed(headings, ...rows);
    const types = new Map(mapping.entities.map((entity) => [entity.key, entity.type]));
    return mapping.links.map((link) => `${types.get(link.from)} ${link.type} ${types.get(link.to)}`);
  };
  const head = ['Name', 'Given Name', 'Family Name', 'Group Membership', 'E-mail 1 - Type', 'E-mail 1 - Value', 'Phone 1 - Type', 'Phone 1 - Value', 'Phone 2 - Type', 'Phone 2 - Value'];
  const links = addressBook(head, ['Zoë Müller', 'Zoë', 'Müller', '* myContacts', 'Home', 'zoe@example.org', 'Mobile', '0470 55 01 27', 'Work', '03 234 56 78'], ['Piet Claes', 'Piet', 'Claes', '* myContacts', '', 'piet@example.org', 'Mobile', '0470550128', '', '']);
  expect(links.length).toBeGreaterThan(1);
  expect(links.every((link) => link.startsWith('person '))).toBe(true);
  expect(addressBook(['First Name', 'Last Name', 'Business Phone', 'Home Phone', 'Mobile Phone'], ['Zoë', 'Müller', '03 234 56 78', '03 234 56 79', '0470 55 01 27']).filter((link) => !link.startsWith('person '))).toEqual([]);
});

test('what weighs on people is never guessed, only chosen', () => {
  const rows = [['Jan Peeters', '14/03/1984', 'Haven Logistics BV', 'AN.12.L3.4567/2026'], ['An Maes', '02/11/1990', 'Dok NV', 'AN.12.L3.4568/2026']];
  const { entities, links } = propose({ headings: ['Naam', 'Geboortedatum', 'Firma', 'PV nummer'], rows, reading: READING, namespace: 'x' }, catalogue);
  expect(entities.map((entity) => entity.type)).toContain('person');
  expect(links.filter((link) => catalogue.linkType(link.type)?.weighty === true)).toEqual([]);
});
