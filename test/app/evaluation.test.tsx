import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { matching, type StackedFilter } from '../../renderer/actions/chartFilter';
import { ENTITY_DIMENSIONS, type Dimension } from '../../renderer/actions/histogram';
import { startCategories, startEvaluate } from '../../renderer/actions/evaluate';
import { changeSession } from '../../renderer/actions/session';
import { CategoriesDialog } from '../../renderer/features/evaluate/CategoriesDialog';
import { EvaluateDialog } from '../../renderer/features/evaluate/EvaluateDialog';
import { isUnderAge } from '../../renderer/features/inspector/Categories';
import { ReviewsDialog } from '../../renderer/features/reviews/ReviewsDialog';
import { SchemesDialog } from '../../renderer/features/schemes/SchemesDialog';
import { HandlingFields } from '../../renderer/ui/EvaluationFields';
import type { CatalogueData, Scheme } from '../../shared/schema/types';
import type { Handling } from '../../shared/model/evaluation';
import { entity, line } from './canvas/chart';
import { fakeSession } from './fakeSession';
import { FAKE_TYPES } from './fakeTypes';
import { show } from './show';

const PERSON = '01930000-0000-7000-8000-00000000000a';
const SOURCE = '01930000-0000-7000-8000-00000000000b';
const said = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const tlp: Scheme = { id: 'tlp', use: 'handling', label: said('TLP'), axes: [{ id: 'label', label: said('Label'), codes: [{ code: 'TLP:GREEN', label: said('Partners'), rank: 0 }, { code: 'TLP:RED', label: said('Genoemden'), rank: 1 }] }] };
const noted: Scheme = { id: 'noted', use: 'handling', several: true, label: said('Met toelichting'), axes: [{ id: 'code', label: said('Code'), codes: [{ code: 'H3', label: said('Andere'), rank: 3, note: true }] }] };
const TYPES: CatalogueData = {
  ...FAKE_TYPES, schemes: [...FAKE_TYPES.schemes, tlp, noted],
  entityTypes: FAKE_TYPES.entityTypes.map((type) => (type.id === 'person' ? { ...type, properties: [...type.properties, { id: 'category', kind: 'choice' as const, label: said('Hoedanigheid'), choices: { suspect: said('Verdachte'), witness: said('Getuige') } }] } : type)),
};
const NOW = { statements: 3, gradings: [{ text: 'A1', count: 2 }, { text: '', count: 1 }], handlings: [{ text: 'H1', count: 3 }], assessments: 1, own: 2, originators: ['Douane', 'taskforce'] };

/** Puts a text or choice into a field at once: what is tested is what comes of it. */
const type = (field: HTMLElement, value: string): void => void fireEvent.change(field, { target: { value } });

function Fields({ seen }: { seen: (handling: Handling[]) => void }): ReactElement {
  const [value, setValue] = useState<Handling[]>([{ scheme: 'handling', axis: 'handling', code: 'H1' }]);
  return <HandlingFields schemes={TYPES.schemes.filter((scheme) => scheme.use === 'handling')} first="handling" value={value} onChange={(next) => { setValue(next); seen(next); }} />;
}

describe('handling by hand', () => {
  it('holds codes of several schemes side by side, one at a time where a scheme says so, and asks for the note', async () => {
    let value: Handling[] = [];
    fakeSession();
    await show(<Fields seen={(next) => { value = next; }} />);
    type(screen.getByRole('combobox'), 'tlp');
    fireEvent.click(screen.getByRole('checkbox', { name: /TLP:RED/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /TLP:GREEN/ }));
    expect(value.map((each) => each.code)).toEqual(['H1', 'TLP:GREEN']);
    type(screen.getByRole('combobox'), 'noted');
    fireEvent.click(screen.getByRole('checkbox', { name: /H3/ }));
    type(screen.getByLabelText('Toelichting bij H3'), 'mondeling');
    expect(value).toEqual([{ scheme: 'handling', axis: 'handling', code: 'H1' }, { scheme: 'tlp', axis: 'label', code: 'TLP:GREEN' }, { scheme: 'noted', axis: 'code', code: 'H3', note: 'mondeling' }]);
  });
});

describe('grading and handling in bulk', () => {
  it('shows what is there now, and asks the leave of others only where a code becomes lower', async () => {
    const fake = fakeSession({ open: { 'case.catalogue': () => TYPES as never, 'case.evaluations': () => NOW } });
    startEvaluate({ subjects: [PERSON] });
    await show(<EvaluateDialog />);
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(dialog.getByText('Douane, taskforce')).toBeTruthy());
    fireEvent.click(dialog.getByRole('radio', { name: 'Toevoegen' }));
    fireEvent.click(dialog.getByRole('checkbox', { name: /H1/ }));
    expect(dialog.queryByText(/Toestemming van Douane/)).toBeNull();
    fireEvent.click(dialog.getByRole('radio', { name: 'Weghalen' }));
    // The person's own service needs nobody's leave.
    expect(dialog.getByText('Toestemming van Douane')).toBeTruthy();
    type(dialog.getByLabelText('Gegeven door'), 'M. Dubois');
    type(dialog.getByLabelText('Op'), '3/5/2026');
    type(dialog.getByLabelText('Kenmerk'), 'DGDA 17');
    type(dialog.getByLabelText('Reden'), 'vrijgegeven');
    fireEvent.click(dialog.getByRole('button', { name: '3 gegevens wijzigen' }));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    expect(fake.of('case.execute')[0]).toMatchObject({ command: 'statements.evaluate', args: { targets: { subjects: [PERSON] }, handling: { remove: [{ scheme: 'handling', axis: 'handling', code: 'H1' }] }, reason: 'vrijgegeven', permission: { givenBy: 'M. Dubois', givenOn: '2026-05-03', reference: 'DGDA 17' } } });
  });

  it('changes a source by its own evaluation, with what has codes of its own where that is wanted', async () => {
    const fake = fakeSession({ open: { 'case.catalogue': () => TYPES as never, 'case.evaluations': () => NOW } });
    startEvaluate({ source: { id: SOURCE, title: 'lijst.csv' } });
    await show(<EvaluateDialog />);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(await dialog.findByRole('checkbox', { name: /Ook 2 gegevens met eigen codes/ }));
    fireEvent.click(dialog.getByRole('radio', { name: 'Geen' }));
    type(dialog.getByLabelText('Reden'), 'onbetrouwbaar');
    fireEvent.click(dialog.getByRole('button', { name: 'Bron wijzigen' }));
    await waitFor(() => expect(fake.of('case.execute')[0]).toMatchObject({ args: { targets: { source: SOURCE }, own: true, grading: null } }));
  });
});

describe('categories, reviews and schemes', () => {
  it('says at once what all persons without a category are', async () => {
    const fake = fakeSession({ open: { 'case.catalogue': () => TYPES as never, 'case.categories': () => ({ without: [{ id: PERSON, caption: 'An Maes' }, { id: SOURCE, caption: 'Jan Peeters' }], withoutTotal: 2, byCategory: { suspect: 4 }, minors: 0 }) } });
    startCategories(null);
    await show(<CategoriesDialog />);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Jan Peeters' }));
    type(screen.getByLabelText('Hoedanigheid'), 'witness');
    fireEvent.click(screen.getByRole('button', { name: 'Zetten voor 1 persoon' }));
    await waitFor(() => expect(fake.of('case.execute')[0]).toMatchObject({ command: 'category.set', args: { subjects: [PERSON], category: 'witness', minor: null } }));
  });

  it('says of every record of a person what that person is', async () => {
    const joined = entity(PERSON, { caption: 'An Maes', members: [PERSON, SOURCE] });
    const fake = fakeSession({ open: { 'case.catalogue': () => TYPES as never, 'case.categories': () => ({ without: [], withoutTotal: 0, byCategory: {}, minors: 0 }), 'case.entities': () => [joined] } });
    startCategories([PERSON]);
    await show(<CategoriesDialog />);
    await screen.findByRole('checkbox', { name: 'An Maes' });
    type(screen.getByLabelText('Hoedanigheid'), 'witness');
    fireEvent.click(screen.getByRole('button', { name: 'Zetten voor 1 persoon' }));
    await waitFor(() => expect(fake.of('case.execute')[0]).toMatchObject({ command: 'category.set', args: { subjects: [PERSON, SOURCE], category: 'witness' } }));
  });

  it('sets a new day for sources that were looked at', async () => {
    const review = { source: SOURCE, title: 'lijst.csv', supplier: 'Douane', due: '2025-05-03', own: false, overdue: true, statements: 12, persons: 3 };
    const fake = fakeSession({ open: { 'case.reviews': () => [review, { ...review, source: PERSON, title: 'later.csv', due: '2030-01-01', overdue: false }] } });
    changeSession({ dialog: 'reviews' });
    await show(<ReviewsDialog />);
    expect(await screen.findByText('1 bron moest al bekeken zijn.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'lijst.csv' }));
    type(screen.getByLabelText('Nieuwe datum'), '3/5/2027');
    type(screen.getByLabelText('Reden'), 'nog nodig');
    fireEvent.click(screen.getByRole('button', { name: 'Zetten voor 1 bron' }));
    await waitFor(() => expect(fake.of('case.execute')[0]).toMatchObject({ command: 'review.set', args: { sources: [SOURCE], due: '2027-05-03', reason: 'nog nodig' } }));
  });

  it('writes a scheme of its own from one language, and says what is still wrong', async () => {
    const fake = fakeSession({ open: { 'case.catalogue': () => TYPES as never, 'case.ownSchemes': () => ['noted'] } });
    changeSession({ dialog: 'schemes' });
    await show(<SchemesDialog />);
    // Those that come with Knoop are only read.
    expect(await screen.findByRole('button', { name: 'Met toelichting wijzigen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'TLP wijzigen' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Nieuw schema' }));
    type(screen.getByLabelText('Naam (Nederlands)'), 'RIR-codes 2');
    type(screen.getByLabelText('Code 1'), '00');
    type(screen.getByLabelText('Code 2'), '00');
    fireEvent.click(screen.getByRole('button', { name: 'Schema bewaren' }));
    expect(screen.getByRole('alert').textContent).toBe('Een code staat er twee keer.');
    type(screen.getByLabelText('Code 2'), '01');
    fireEvent.click(screen.getAllByRole('checkbox', { name: 'gerechtelijk' }).at(1) as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Schema bewaren' }));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    expect(fake.of('case.execute')[0]).toMatchObject({ command: 'scheme.put', args: { id: 'rirCodes2', use: 'handling', label: said('RIR-codes 2'), several: true, axes: [{ id: 'code', codes: [{ code: '00', rank: 0 }, { code: '01', rank: 1, permission: ['judicial'] }] }] } });
  });
});

describe('the filter of a chart', () => {
  const entities = [entity('a', { grading: 'A1', category: 'suspect witness' }), entity('b', { handling: 'H2', assessed: true }), entity('c', { type: 'phone', grading: 'A1' })];
  const lines = [line('x', 'a', 'c', { grading: 'A1' }), line('y', 'a', 'b')];
  const by = (attribute: Dimension['attribute'], values: readonly string[], rest: Partial<StackedFilter> = {}): StackedFilter => ({ dimension: ENTITY_DIMENSIONS.find((each) => each.attribute === attribute)!, values, on: true, inverted: false, ...rest });
  const kept = (...stack: readonly StackedFilter[]): string[] | null => { const found = matching({ entities, lines }, stack); return found === null ? null : [...found]; };

  it('keeps what matches, and lines between that match as well', () => {
    expect(kept()).toBeNull();
    expect(kept(by('type', []), by('grading', ['A1'], { on: false }))).toBeNull();
    expect(kept(by('grading', ['A1']))).toEqual(['a', 'c', 'x']);
    expect(kept(by('type', ['person']))).toEqual(['a', 'b', 'y']);
    expect(kept(by('category', ['witness']))).toEqual(['a']);
    expect(kept(by('category', ['']))).toEqual(['b', 'c']);
    expect(kept(by('basis', ['assessment']))).toEqual(['b']);
    expect(kept(by('handling', ['H2']))).toEqual(['b']);
  });

  it('is a stack: all of it holds, and each can be turned round', () => {
    expect(kept(by('grading', ['A1']), by('type', ['person']))).toEqual(['a']);
    expect(kept(by('grading', ['A1'], { inverted: true }))).toEqual(['b']);
    expect(kept(by('degree', ['2..2']))).toEqual(['a']);
  });
});

describe('a minor by birth date', () => {
  it('is who cannot be of age yet, whatever of the date is known', () => {
    const today = new Date(2026, 4, 3);
    expect(['2010-01-01', '2008-05-04', '2008-05-03', '2008', '2007', '1984-03-14', '~2015', ''].map((born) => isUnderAge(born, today))).toEqual([true, true, false, true, false, false, true, false]);
  });
});
