import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { paceOf } from '../../renderer/actions/pace';
import { changeSession } from '../../renderer/actions/session';
import { ImportScreen } from '../../renderer/features/import/ImportScreen';
import { tableText, textTable } from '../../renderer/features/import/lookUpText';
import { recipeFor } from '../../renderer/features/import/recipe';
import { RecipesDialog } from '../../renderer/features/recipes/RecipesDialog';
import type { ImportCount, ImportPreview, ListedRecipe } from '../../shared/contract';
import type { Mapping } from '../../shared/mapping/mapping';
import type { RecordPlan } from '../../shared/mapping/recordPlan';
import { fakeSession } from './fakeSession';
import { show } from './show';

const reading: Mapping['reading'] = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };
const mapping: Mapping = {
  reading, headings: ['Naam', 'Toestel', 'Richting'],
  entities: [{ key: 'a', type: 'person', properties: [{ property: 'name', from: { column: 0 } }], same: 'row', sameBy: [] }, { key: 'b', type: 'phone', properties: [{ property: 'number', from: { column: 1 } }], same: 'values', sameBy: ['number'] }],
  links: [{ type: 'uses', from: 'a', to: 'b', properties: [] }],
  source: { supplier: 'Douane', grading: null, handling: [] },
};
const preview: ImportPreview = { kind: 'table', name: 'lijst.csv', bytes: 120, reading, sheets: [], headings: mapping.headings, rows: [{ row: 2, cells: ['Driss', 'tel: 0470 55 01 27', 'IN'] }, { row: 3, cells: ['Koen', '0470 55 01 28', 'UIT'] }], titles: [], proposal: mapping, recipe: null, alreadyImported: null, unsure: [] };
const plan: RecordPlan = { format: 'graphml', encoding: null, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR', namespace: '', entityTypes: {}, linkTypes: {}, chart: true, source: { supplier: '', grading: null, handling: [] } };
const records: ImportPreview = { kind: 'records', name: 'net.graphml', bytes: 9, proposal: plan, kinds: [{ of: 'entity', label: '', type: 'person', count: 12 }], newTypes: [], rows: [{ row: 1, cells: ['n0'] }], text: '', drawn: true, looked: 12, attachments: 2, recipe: null, whole: true, alreadyImported: null };
const count: ImportCount = { whole: false, rows: 5000, entities: [{ type: 'person', added: 4990, known: 10 }], links: [], rejected: 2, rejects: [{ code: 'badQuote', count: 2, first: [{ row: 9, code: 'badQuote', detail: '', cells: ['scheef'] }] }], doubtful: 0, legs: 0, doubts: [], pages: 0, revoked: 0, attachments: 0 };
const dryRun = { rowsRead: 2, entities: [], links: [], doubts: [], rejects: [], legs: 0, counts: { entities: { person: 2 }, links: {} } };
const recipe: ListedRecipe = { id: 'r1', name: 'Douane: lijst', version: 3, fingerprint: 'x', mapping: { ...mapping, headings: ['Naam', 'Toestel', 'Kleur'], entities: mapping.entities.map((each) => (each.key === 'a' ? { ...each, properties: [...each.properties, { property: 'birthDate', from: { column: 2 } }] } : each)) }, shipped: false };

const answers = { 'case.previewImport': () => preview, 'case.dryRun': () => dryRun, 'case.countImport': () => count, 'case.recipes': () => [recipe], 'case.cancel': () => ({}) };

describe('the import screen as a tool', () => {
  it('tries out what is done to a text, says a bad pattern at once, and imports with the steps', async () => {
    const fake = fakeSession({ open: answers });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    const card = within(await screen.findByRole('region', { name: 'Telefoon' }));
    await user.click(card.getByRole('button', { name: /Wat met de tekst van Nummer gebeurt/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(dialog.getByLabelText('Stap toevoegen …'), 'extract');
    const pattern = dialog.getByRole('textbox', { name: /patroon/ });
    await user.clear(pattern);
    await user.type(pattern, '(');
    expect((await dialog.findByRole('alert')).textContent).toBe('Dit patroon klopt niet.');
    await user.clear(pattern);
    await user.type(pattern, '0[[0-9 ]+');
    expect(dialog.queryByRole('alert')).toBeNull();
    expect(dialog.getAllByText('0470 55 01 27').length).toBeGreaterThan(0);
    await user.click(dialog.getByRole('button', { name: 'Overnemen' }));
    await waitFor(() => expect((fake.of('case.dryRun').at(-1) as { mapping: Mapping }).mapping.entities[1]?.properties[0]?.actions).toEqual([{ do: 'extract', pattern: '0[0-9 ]+', group: 0 }]), { timeout: 3000 });
  });

  it('keeps a column under its own name, and makes a link hold for some rows only', async () => {
    const fake = fakeSession({ open: answers });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    expect(await screen.findByText(/1 kolom wordt niet gebruikt/)).toBeTruthy();
    const card = within(await screen.findByRole('region', { name: 'Persoon' }));
    await user.selectOptions(card.getByLabelText('Eigenschap toevoegen …'), 'other:Richting');
    await user.selectOptions(screen.getByLabelText('Alleen waar kolom'), '2');
    await waitFor(() => expect((fake.of('case.dryRun').at(-1) as { mapping: Mapping }).mapping).toMatchObject({
      entities: [{ properties: [{ property: 'name' }, { property: 'other:Richting', from: { column: 2 } }] }, {}],
      links: [{ when: { column: 2, values: ['IN'] } }],
    }), { timeout: 3000 });
    expect(screen.queryByText(/wordt niet gebruikt/)).toBeNull();
  });

  it('counts a large file when asked, and shows refused rows with reason before anything is written', async () => {
    const fake = fakeSession({ open: { ...answers, 'case.countImport': ({ most }) => (most === null ? { ...count, whole: true, rows: 9834 } : count) } });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    await user.click(await screen.findByRole('button', { name: 'Hele bestand tellen' }, { timeout: 4000 }));
    expect(await screen.findByRole('button', { name: /^9\.834 rijen importeren als 5\.000 personen/ })).toBeTruthy();
    expect(screen.getByText('2 rijen geweigerd')).toBeTruthy();
    expect(screen.getByText('scheef', { exact: false })).toBeTruthy();
    expect(fake.of('case.countImport').map((each) => (each as { most: number | null }).most)).toContain(null);
    expect(fake.of('case.runImport')).toEqual([]);
  });

  it('takes a recipe by hand, says which columns are missing, and imports under its name and version', async () => {
    const fake = fakeSession({ open: { ...answers, 'case.countImport': () => ({ ...count, whole: true }) } });
    changeSession({ importing: [{ token: 't', name: 'lijst.csv', bytes: 120 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    await screen.findByRole('option', { name: 'Douane: lijst, versie 3' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Recept' }), 'r1');
    expect(await screen.findByText(/geen kolom Kleur/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /rijen importeren|Alles importeren/ }));
    await waitFor(() => expect(fake.of('case.runImport')[0]).toMatchObject({ recipe: { id: 'r1', name: 'Douane: lijst', version: 3, changed: true } }));
  });

  it('gives what a graph names no kind for a type, and can be read as a table', async () => {
    const fake = fakeSession({ open: { ...answers, 'case.previewImport': ({ table }) => (table ? preview : records) } });
    changeSession({ importing: [{ token: 't', name: 'net.graphml', bytes: 9 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    await user.selectOptions(await screen.findByLabelText('Wat (zonder naam) wordt'), 'phone');
    await waitFor(() => expect(fake.of('case.previewImport').at(-1)).toMatchObject({ records: { entityTypes: { '': 'phone' } } }));
    expect(screen.getByText('Bewaart 2 bijlagen als eigen bronnen')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Formaat'), 'table');
    expect(await screen.findByRole('region', { name: 'Persoon' })).toBeTruthy();
  });

  it('shows several files together and takes in those that are recognised', async () => {
    const known: ImportPreview = { ...preview, recipe };
    const fake = fakeSession({ open: { ...answers, 'case.previewImport': ({ file }) => (file === 'a' ? known : preview), 'case.runImport': () => ({ source: '01930000-0000-7000-8000-00000000000b', seq: 3, rows: 2, entitiesAdded: 3, entitiesMatched: 0, linksAdded: 2, legs: 0, legsHoursApart: 0, statements: 4, rejected: 0, doubts: 0, pages: 0, revoked: 0, attachments: 0, chart: null, entities: [], counts: { entities: {}, links: {} } }) } });
    changeSession({ importing: [{ token: 'a', name: 'a.csv', bytes: 1 }, { token: 'b', name: 'b.csv', bytes: 1 }] });
    const user = userEvent.setup();
    await show(<ImportScreen />);
    expect(await screen.findByText('eerst nakijken')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: '1 herkend bestand importeren' }));
    expect(await screen.findByText('geïmporteerd, 2 rijen')).toBeTruthy();
    expect(fake.of('case.runImport').map((each) => (each as { file: string }).file)).toEqual(['a']);
    await user.click(screen.getByRole('button', { name: 'Eén voor één' }));
    expect(await screen.findByRole('heading', { name: 'b.csv' })).toBeTruthy();
  });
});

describe('recipes', () => {
  it('are renamed, deleted after asking, and taken from a colleague', async () => {
    const fake = fakeSession({ open: answers, app: { 'app.chooseRecipe': () => { const { shipped: _, ...rest } = recipe; return { ...rest, id: 'r2', name: 'Van Jan' }; } } });
    changeSession({ dialog: 'recipes' });
    const user = userEvent.setup();
    await show(<RecipesDialog />);
    await user.click(await screen.findByRole('button', { name: 'Hernoemen' }));
    const field = screen.getByLabelText('Naam van het recept');
    await user.clear(field);
    await user.type(field, 'Douane haven{Enter}');
    await waitFor(() => expect(fake.of('case.execute')[0]).toMatchObject({ command: 'recipe.put', args: { id: 'r1', name: 'Douane haven', version: 3 } }));
    await user.click(screen.getByRole('button', { name: 'Van een collega …' }));
    await waitFor(() => expect(fake.of('case.execute').at(-1)).toMatchObject({ command: 'recipe.put', args: { id: 'r2' } }));
    await user.click(screen.getByRole('button', { name: 'Verwijderen' }));
    const asked = (await screen.findAllByRole('button', { name: 'Verwijderen' })).at(-1);
    if (asked) await user.click(asked);
    await waitFor(() => expect(fake.of('case.execute').at(-1)).toEqual({ command: 'recipe.delete', args: { id: 'r1' } }));
  });

  it('that come with Knoop are never overwritten', () => {
    const { shipped: _, ...own } = recipe;
    expect(recipeFor('Douane: lijst', mapping, own, [], true)).toMatchObject({ version: 1 });
    expect(recipeFor('Douane: lijst', mapping, own, [], true).id).not.toBe('r1');
    expect(recipeFor('Douane: lijst', mapping, own, [], false)).toMatchObject({ id: 'r1', version: 4 });
  });
});

describe('small parts', () => {
  it('a pasted list is two columns, and what is not is counted', () => {
    const { table, faulty } = textTable('V\tverdachte\nG = getuige\nX;onbekend\nlosse regel\n__proto__\tx\n');
    expect(Object.entries(table)).toEqual([['V', 'verdachte'], ['G', 'getuige'], ['X', 'onbekend'], ['__proto__', 'x']]);
    expect(faulty).toBe(1);
    expect(textTable(tableText(table)).table).toEqual(table);
  });

  it('the pace is that of the last seconds, whatever one burst did', () => {
    const steady = Array.from({ length: 9 }, (_, at) => ({ at: at * 500, done: at * 1000, rows: at * 50 }));
    expect(paceOf(steady, 20_000)).toEqual({ rate: 100, left: 6 });
    expect(paceOf(steady.map((each, at) => (at < 5 ? each : { ...each, done: each.done + 5000 })), 25_000)?.left).toBe(6);
    expect(paceOf(steady.slice(0, 2), 20_000)).toBeNull();
    expect(paceOf(steady.map((each) => ({ ...each, done: 0 })), 20_000)?.left).toBeNull();
  });
});
