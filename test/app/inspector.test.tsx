import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { changeSession, session } from '../../renderer/actions/session';
import { InspectorPanel } from '../../renderer/features/inspector/InspectorPanel';
import type { StatementView, SubjectView } from '../../shared/contract';
import { fakeSession } from './fakeSession';
import { show } from './show';

const PERSON = '01930000-0000-7000-8000-00000000000a';
const SOURCE = '01930000-0000-7000-8000-00000000000b';

const statement = (number: number, values: StatementView['values']): StatementView => ({ id: `01930000-0000-7000-8000-0000000001${number}0`, source: SOURCE, sourceTitle: 'lijst.csv', sourceNumber: number, locator: { row: 40 + number }, values, grading: { scheme: 'europol4x4', codes: { source: 'B', information: '2' } }, gradingText: `B${number}`, handling: [], basis: 'fact', at: '2026-11-01T10:00:00Z', actor: 'K. Peeters', seq: 1 });

const subject: SubjectView = {
  kind: 'entity', id: PERSON, type: 'person', caption: 'Driss Amellal', key: '14-03-1984', ends: null, more: false, linkCounts: [],
  entity: { id: PERSON, type: 'person', caption: 'Driss Amellal', key: '', start: null, end: null, sources: 1, links: 0, grading: 'B2', handling: '', category: '', contradicts: true },
  statements: [statement(1, { name: [{ v: 'Amellal, Driss' }, { v: 'دريس أملال' }], birthDate: [{ v: '1984-03-14' }] }), statement(2, { birthDate: [{ v: '1984-04-03' }] })],
  sources: [{ number: 1, id: SOURCE, title: 'lijst.csv', supplier: 'Douane', kind: 'file', statements: 2 }],
};

describe('the inspector', () => {
  it('groups facts by property and shows contradicting values side by side', async () => {
    fakeSession({ open: { 'case.subject': () => subject } });
    changeSession({ inspected: PERSON });
    await show(<InspectorPanel />);
    const heading = await screen.findByRole('heading', { name: /Geboortedatum/ });
    expect(heading.textContent).toContain('Tegenspraak');
    const group = within(heading.parentElement as HTMLElement);
    expect(group.getByText('14-03-1984')).toBeTruthy();
    expect(group.getByText('03-04-1984').closest('.fact--conflict')).not.toBeNull();
    expect(screen.getByRole('heading', { name: 'Naam' })).toBeTruthy();
    expect(screen.getByText('دريس أملال').getAttribute('dir')).toBe('auto');
  });

  it('takes two spellings of a name for no contradiction, and sets the weaker graded date against the better one', async () => {
    const graded = (at: number, date: string, codes: Record<string, string>): SubjectView['statements'][number] => ({ ...statement(at, { name: [{ v: at === 1 ? 'AMELAL Idris' : 'Driss Amellal' }], birthDate: [{ v: date }] }), grading: { scheme: 'europol4x4', codes } });
    fakeSession({ open: { 'case.subject': () => ({ ...subject, statements: [graded(1, '1984-04-03', { source: 'C', information: '4' }), graded(2, '1984-03-14', { source: 'A', information: '1' }), statement(3, { birthDate: [{ v: '1984' }] })] }) } });
    changeSession({ inspected: PERSON });
    await show(<InspectorPanel />);
    expect((await screen.findByRole('heading', { name: /Geboortedatum/ })).textContent).toContain('Tegenspraak');
    expect(screen.getByRole('heading', { name: 'Naam' })).toBeTruthy();
    const against = (text: string): boolean => screen.getByText(text).closest('.fact--conflict') !== null;
    expect([against('03-04-1984'), against('14-03-1984'), against('1984')]).toEqual([true, false, false]);
  });

  it('opens the source at the row of a fact', async () => {
    fakeSession({ open: { 'case.subject': () => subject } });
    changeSession({ inspected: PERSON });
    await show(<InspectorPanel />);
    await userEvent.click(await screen.findByRole('button', { name: 'Openen: lijst.csv, rij 42' }));
    expect(session().sourceRow).toEqual({ source: SOURCE, row: 42 });
  });

  it('adds a statement that was checked by the kind of its property', async () => {
    const fake = fakeSession({ open: { 'case.subject': () => subject } });
    changeSession({ inspected: PERSON });
    const user = userEvent.setup();
    await show(<InspectorPanel />);
    await user.click(await screen.findByRole('button', { name: 'Gegeven toevoegen' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Geboortedatum'), '31/02/1984');
    expect(dialog.getByText('Deze datum bestaat niet.')).toBeTruthy();
    await user.clear(dialog.getByLabelText('Geboortedatum'));
    await user.type(dialog.getByLabelText('Geboortedatum'), '14/3/1984');
    await user.selectOptions(dialog.getByLabelText('Bron'), 'A');
    await user.selectOptions(dialog.getByLabelText('Informatie'), '1');
    await user.click(dialog.getByRole('button', { name: 'Toevoegen' }));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    expect(fake.of('case.execute')[0]).toMatchObject({ command: 'statement.add', args: { subject: PERSON, subjectKind: 'entity', values: { birthDate: [{ v: '1984-03-14', raw: '14/3/1984' }] }, grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } }, basis: 'fact' } });
  });
});
