import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/case/catalogue';
import { compileMapping } from '../../../shared/mapping/compile';
import { fitPartly } from '../../../shared/mapping/fit';
import { mappingSchema, type Mapping, type Reading } from '../../../shared/mapping/mapping';
import { mapRow } from '../../../shared/mapping/mapRow';
import { propose } from '../../../shared/mapping/propose';
import { keepOthers, unusedColumns } from '../../../shared/mapping/proposeOthers';
import { fittedMapping, nextRecipe, partlyFittedMapping, planFingerprint, recipeSchema, recordFingerprint, type Recipe } from '../../../shared/mapping/recipe';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import { tryOut } from '../../../shared/mapping/tryOut';
import { buildCatalogue } from '../../../shared/schema/catalogue';

const catalogue = buildCatalogue(SHIPPED);
const READING: Reading = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };
const proposed = (headings: string[], ...rows: string[][]): Mapping => propose({ headings, rows, reading: READING, namespace: 'file' }, catalogue);
const LIST = proposed(['Naam', 'Voornaam', 'Geboortedatum', 'GSM', 'Dossier', 'Kleur van de deur'], ['Peeters', 'An', '01/02/1980', '0470550127', 'AN-1', 'groen']);
const RECORDS: RecordPlan = { format: 'graphml', encoding: null, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR', namespace: '', entityTypes: { '': 'person' }, linkTypes: {}, chart: true, source: { supplier: 'Cel', grading: null, handling: [] } };
const recipe = (mapping: Recipe['mapping'], version = 1): Recipe => recipeSchema.parse({ id: 'r', name: 'Lijst', version, fingerprint: planFingerprint(mapping, []), mapping });

describe('versions of a recipe', () => {
  test('a changed plan is the next version and keeps the one before; a new name alone is none', () => {
    const first = recipe(LIST);
    const renamed = nextRecipe(first, { ...first, name: 'Nieuwe naam' });
    expect(renamed).toMatchObject({ name: 'Nieuwe naam', version: 1 });
    expect(renamed.earlier).toBeUndefined();
    const changed = nextRecipe(renamed, { ...first, mapping: { ...LIST, links: [] } });
    expect(changed).toMatchObject({ version: 2, earlier: [{ version: 1, mapping: LIST }] });
    // A colleague's file may be further on than this case.
    expect(nextRecipe(changed, recipe({ ...LIST, entities: [] }, 7))).toMatchObject({ version: 7, earlier: [{ version: 2 }, { version: 1 }] });
    expect(recipeSchema.parse(changed)).toEqual(changed);
  });

  test('plans for records are recipes too, known by their format and kinds', () => {
    expect(recipe(RECORDS).mapping).toEqual(RECORDS);
    expect(recordFingerprint('graphml', [{ of: 'entity', label: 'a' }, { of: 'link', label: 'b' }])).toBe(recordFingerprint('graphml', [{ of: 'link', label: 'b' }, { of: 'entity', label: 'a' }, { of: 'entity', label: 'a' }]));
    expect(recordFingerprint('graphml', [{ of: 'entity', label: 'a' }])).not.toBe(recordFingerprint('gexf', [{ of: 'entity', label: 'a' }]));
    expect(fittedMapping(recipe(RECORDS), { headings: [], reading: READING })).toBeNull();
  });
});

describe('a recipe chosen by hand', () => {
  test('maps what the file has and names the columns that it lacks', () => {
    const fitted = partlyFittedMapping(recipe(LIST), { headings: ['GSM', 'naam', 'Iets anders'], reading: { ...READING, encoding: 'windows-1252', dateOrder: 'mdy' } });
    expect(fitted?.missing).toEqual(['Voornaam', 'Geboortedatum', 'Dossier', 'Kleur van de deur']);
    expect(fitted?.mapping.reading).toMatchObject({ encoding: 'windows-1252', dateOrder: 'dmy' });
    expect(compileMapping(mappingSchema.parse(fitted?.mapping), catalogue).faults).toEqual([]);
  });

  test('leaves a link out whose condition cannot be looked at', () => {
    const [link] = LIST.links;
    if (link === undefined) throw new Error('no link');
    const mapping: Mapping = { ...LIST, links: [{ ...link, when: { column: 4, values: ['AN-1'] } }, link] };
    expect(fitPartly(mapping, ['Naam', 'Voornaam', 'Geboortedatum', 'GSM']).mapping.links).toEqual([link]);
  });
});

describe('columns of no other use', () => {
  const propertiesOf = (mapping: Mapping): string[] => [...mapping.entities, ...mapping.links].flatMap((each) => each.properties.map((one) => one.property));

  test('are kept under their own names on the thing that the rows are about', () => {
    expect(LIST.entities.find(({ type }) => type === 'person')?.properties.map((each) => each.property)).toEqual(expect.arrayContaining(['other:Dossier', 'other:Kleur van de deur']));
    expect(unusedColumns(LIST)).toEqual([]);
    const row = mapRow(compileMapping(LIST, catalogue).plan, ['Peeters', 'An', '', '', 'AN-1', 'groen']);
    expect(row.entities[0]?.values['other:Kleur van de deur']).toEqual([{ v: 'groen' }]);
  });

  test('make no thing by themselves: a line of totals is refused and listed', () => {
    expect(mapRow(compileMapping(LIST, catalogue).plan, ['', '', '', '', 'Totaal', '3']).reject?.code).toBe('noEntity');
  });

  test('of a happening stand with it, but not by the dozen', () => {
    const few = proposed(['A nummer', 'B nummer', 'Datum', 'Extra'], ['0470550127', '0470550128', '01/02/2026', 'x']);
    expect(few.links[0]?.properties.map((each) => each.property)).toContain('other:Extra');
    const many = proposed(['A nummer', 'B nummer', 'Datum', ...Array.from({ length: 13 }, (_, at) => `Extra ${at}`)], ['0470550127', '0470550128', '01/02/2026']);
    expect(propertiesOf(many).filter((each) => each.startsWith('other:'))).toEqual([]);
    expect(unusedColumns(many)).toHaveLength(13);
    expect(unusedColumns(keepOthers(many, catalogue))).toEqual([]);
  });

  test('with one name are told apart, and those without a name are left', () => {
    const mapping = proposed(['Naam', 'Voornaam', 'Vak', 'vak', 'Vak', ''], ['Peeters', 'An', 'a', 'b', 'c', 'd']);
    const others = propertiesOf(mapping).filter((each) => each.startsWith('other:'));
    expect(new Set(others).size).toBe(others.length);
    expect(others).toHaveLength(3);
  });
});

test('what is done to a text is tried out as an import does it', () => {
  const number = catalogue.property('phone', 'number');
  if (number === undefined) throw new Error('no property');
  const rows = [{ row: 2, cells: ['tel: 0470 55 01 27 (prive)', 'x'] }, { row: 3, cells: ['tel: 0470 55 01 27 (prive)', 'x'] }, { row: 4, cells: ['', 'x'] }, { row: 5, cells: ['geen', 'x'] }];
  const mapping = { property: 'number', from: { column: 0 }, actions: [{ do: 'extract' as const, pattern: '0[0-9 ]{8,}', group: 0 }] };
  expect(tryOut(number, mapping, READING, rows, 10)).toEqual([
    { row: 2, before: 'tel: 0470 55 01 27 (prive)', after: expect.stringContaining('0470 55 01 27') as string, read: [expect.objectContaining({ v: '+32470550127' })] },
    { row: 5, before: 'geen', after: '', read: [] },
  ]);
  expect(tryOut(number, { ...mapping, actions: [{ do: 'extract', pattern: '(', group: 0 }] }, READING, rows, 10)).toBeNull();
  const joined = tryOut({ id: 'when', kind: 'date', label: { nl: '', fr: '', de: '', en: '' } }, { property: 'when', from: { columns: [0, 1], join: ' ' } }, READING, [{ row: 2, cells: ['01/02/2026', '14:05'] }], 5);
  expect(joined?.[0]).toMatchObject({ before: '01/02/2026 14:05', read: [{ v: '2026-02-01T14:05' }] });
});
