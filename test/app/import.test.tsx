import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { changeSession } from '../../renderer/actions/session';
import { ImportScreen } from '../../renderer/features/import/ImportScreen';
import { addEntity, freeColumn, removeEntity, rolesByColumn, setSource } from '../../renderer/features/import/mappingChange';
import type { ImportCount, ImportPreview } from '../../shared/contract';
import type { Mapping } from '../../shared/mapping/mapping';
import { fakeSession } from './fakeSession';
import { show } from './show';

const reading: Mapping['reading'] = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };
const mapping: Mapping = {
  reading, headings: ['Naam', 'GSM', 'Geboren'],
  entities: [{ key: 'a', type: 'person', properties: [{ property: 'name', from: { column: 0 } }], same: 'row', sameBy: [] }, { key: 'b', type: 'phone', properties: [{ property: 'number', from: { column: 1 } }], same: 'values', sameBy: ['number'] }],
  links: [{ type: 'uses', from: 'a', to: 'b', properties: [] }],
  source: { supplier: 'Douane', grading: null, handling: [] },
};
const preview: ImportPreview = { kind: 'table', name: 'lijst.csv', bytes: 120, reading, sheets: [], headings: mapping.headings, rows: [{ row: 2, cells: ['Driss Amellal', '0470 55 01 27', '14/03/1984'] }, { row: 3, cells: ['Koen', '12', '03/04/1979'] }], titles: [], proposal: mapping, recipe: null, alreadyImported: null, unsure: ['dateOrder'] };
const COUNT: ImportCount = { whole: true, rows: 2, entities: [{ type: 'person', added: 2, known: 0 }, { type: 'phone', added: 0, known: 1 }], links: [{ type: 'uses', added: 2, known: 0 }], rejected: 0, rejects: [], doubtful: 1, doubts: [{ column: 1, code: 'format', count: 1, first: [{ row: 3, text: '12' }] }], pages: 0, revoked: 0, attachments: 0, legs: 0 };
const answers = {
  'case.previewImport': () => preview,
  'case.dryRun': () => ({ rowsRead: 2, entities: [], links: [], doubts: [{ row: 3, column: 1, code: 'format', text: '12' }], rejects: [], legs: 0, counts: { entities: { person: 2, phone: 1 }, links: { uses: 2 } } }),
  'case.countImport': () => COUNT,
  'case.recipes': () => [],
};

describe('the import screen', () => {
  it('says what will come in, and marks doubtful cells and guesses', async () => {
    fakeSession({ open: answers });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    await show(<ImportScreen />);
    expect(await screen.findByRole('button', { name: '2 rijen importeren als 2 personen, 1 telefoon en 2 verbanden' }, { timeout: 4000 })).toBeTruthy();
    expect(screen.getByRole('cell', { name: '12' }).className).toContain('doubt');
    // What is in the case already is told apart from what is new.
    expect(within(screen.getByRole('complementary')).getByRole('row', { name: /Telefoon/ }).textContent).toBe('Telefoon–1');
    expect(screen.getByText('Kijk de gele keuzes na: die zijn geraden.')).toBeTruthy();
  });

  it('reads anew when the way of reading is changed, and imports with the changed mapping', async () => {
    const fake = fakeSession({ open: { ...answers, 'case.runImport': () => ({ source: '01930000-0000-7000-8000-00000000000b', seq: 3, rows: 2, entitiesAdded: 3, entitiesMatched: 0, linksAdded: 2, legs: 0, legsHoursApart: 0, statements: 4, rejected: 0, doubts: 1, pages: 0, revoked: 0, attachments: 0, chart: null, entities: [], counts: { entities: { person: 2 }, links: {} } }) } });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    await user.selectOptions(await screen.findByLabelText('Datums'), 'mdy');
    await waitFor(() => expect(fake.of('case.previewImport').at(-1)).toMatchObject({ file: 't', reading: { dateOrder: 'mdy' } }));
    const card = within(await screen.findByRole('region', { name: 'Persoon' }));
    await user.selectOptions(card.getByLabelText('Eigenschap toevoegen …'), 'birthDate');
    await user.click(screen.getByRole('button', { name: /importeren/i }));
    expect(await screen.findByText('lijst.csv is geïmporteerd')).toBeTruthy();
    const run = fake.of('case.runImport')[0] as { mapping: Mapping };
    expect(run.mapping.entities[0]?.properties).toEqual([{ property: 'name', from: { column: 0 } }, { property: 'birthDate', from: { column: 2 } }]);
  });
});

describe('changes of a mapping', () => {
  it('keep roles, entities and links in step', () => {
    expect(rolesByColumn(mapping).get(1)).toEqual([{ part: 'entities', index: 1, type: 'phone', property: 'number' }]);
    expect(freeColumn(mapping, 1).entities[1]).toMatchObject({ properties: [], sameBy: [] });
    expect(removeEntity(mapping, 1)).toMatchObject({ entities: [{ key: 'a' }], links: [] });
    expect(addEntity(addEntity(mapping, 'phone'), 'phone').entities.map((each) => each.key)).toEqual(['a', 'b', 'phone1', 'phone2']);
    expect(setSource(mapping, { part: 'entities', index: 0 }, 'name', { column: 2 }).entities[0]?.properties).toEqual([{ property: 'name', from: { column: 2 } }]);
  });
});
