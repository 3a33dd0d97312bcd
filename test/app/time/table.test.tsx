import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useChartView } from '../../../renderer/actions/chartView';
import { cellValues, changeValues } from '../../../renderer/actions/editValues';
import { tableOn } from '../../../renderer/actions/paste';
import { select } from '../../../renderer/actions/selected';
import { changeSession } from '../../../renderer/actions/session';
import { dropTableColumns, putTableColumn } from '../../../renderer/actions/tableColumns';
import { replaced, searchFor } from '../../../renderer/features/table/replacing';
import { TablePanel } from '../../../renderer/features/table/TablePanel';
import { arrange, pressedOrder, type TableRow } from '../../../renderer/features/table/tableRows';
import type { ChartView, EntityView } from '../../../shared/contract';
import { fakeSession } from '../fakeSession';
import { show } from '../show';

const CHART = '01930000-0000-7000-8000-0000000000c1';
const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const entity = (n: number): EntityView => ({ id: id(n), type: 'person', caption: `Persoon ${n}`, key: '', start: null, end: null, sources: 1, links: n, grading: '', handling: '', category: '', contradicts: false });
const VIEW: ChartView = { chart: { id: CHART, name: 'Een', position: 0 }, items: [], entities: [entity(1), entity(2), entity(3)], lines: [], groups: [], annotations: [], seq: 7 };
const row = (caption: string, more: Partial<TableRow>): TableRow => ({ id: caption, isEntity: true, type: 'person', typeName: 'Persoon', caption, key: '', start: '', count: 0, sources: 0, grading: '', handling: '', category: '', basis: '', ...more });
const DONE = { seq: 8, history: { undo: null, redo: null } };
const BIRTH = { id: 'birthDate', label: { nl: 'Geboortedatum', fr: '', de: '', en: '' }, kind: 'date' as const };

const put = (): void => act(() => { changeSession({ chart: CHART }); useChartView.setState({ view: VIEW, failure: null, loading: false }); });

beforeEach(() => act(() => { dropTableColumns(['m']); select([], []); }));

describe('order', () => {
  it('goes by several columns, with what is empty last', () => {
    const rows = [row('A', { count: 1, key: 'x' }), row('B', { count: 2 }), row('C', { count: 1, key: 'a' })];
    const by = (...orders: [string, boolean][]): string[] => arrange(rows, '', orders.map(([column, descending]) => ({ column, descending })), 'nl').map((each) => each.caption);
    expect(by(['count', false], ['key', false])).toEqual(['C', 'A', 'B']);
    expect(by(['count', true], ['key', true])).toEqual(['B', 'A', 'C']);
    expect(by(['key', true])).toEqual(['A', 'C', 'B']);
  });

  it('a press on a heading sorts by it alone, with Shift by it as well, and turns it round', () => {
    const one = pressedOrder([], 'count', true, false);
    expect(one).toEqual([{ column: 'count', descending: true }]);
    const two = pressedOrder(one, 'caption', false, true);
    expect(two.map((each) => each.column)).toEqual(['count', 'caption']);
    expect(pressedOrder(two, 'count', true, true)[0]).toEqual({ column: 'count', descending: false });
    expect(pressedOrder(two, 'caption', false, false)).toEqual([{ column: 'caption', descending: true }]);
  });
});

describe('values', () => {
  it('are read by their own kind, several of one property apart', () => {
    expect(cellValues(BIRTH, '3-5-1986')).toMatchObject([{ v: '1986-05-03' }]);
    expect(cellValues(BIRTH, 'gisteren')).toMatchObject({ kind: 'doubt' });
    expect(cellValues({ ...BIRTH, kind: 'text', many: true }, 'een; twee')).toMatchObject([{ v: 'een' }, { v: 'twee' }]);
    expect(cellValues(BIRTH, ' ')).toEqual([]);
  });

  it('are corrected where one statement says them, added where none does, and left where several do', async () => {
    const fake = fakeSession({ open: {
      'case.saidOf': (): { of: string; subject: string; statement: string; values: Record<string, { v: string }[]> }[] => [
        { of: id(1), subject: id(1), statement: id(11), values: { name: [{ v: 'An' }], birthDate: [{ v: '1980' }] } },
        { of: id(3), subject: id(3), statement: id(31), values: { birthDate: [{ v: '1980' }] } }, { of: id(3), subject: id(3), statement: id(32), values: { birthDate: [{ v: '1981' }] } },
      ],
      'case.execute': () => DONE,
    } });
    const set = (n: number) => ({ entity: id(n), property: 'birthDate', values: [{ v: '1990' }] });
    await expect(changeValues([set(1), set(2), set(3)])).resolves.toEqual({ done: 2, several: 1 });
    expect(fake.of('case.execute')).toMatchObject([{ command: 'values.change', args: { changes: [{ subject: id(1), replaces: id(11), values: { name: [{ v: 'An' }], birthDate: [{ v: '1990' }] } }, { subject: id(2), replaces: null, values: { birthDate: [{ v: '1990' }] } }] } }]);
  });

  it('are found and replaced as text or as a pattern', () => {
    expect(replaced('Kaai 12, kaai', searchFor('KAAI', false)!, '$1', false)).toBe('$1 12, $1');
    expect(replaced('12-34', searchFor('(\\d+)-(\\d+)', true)!, '$2/$1', true)).toBe('34/12');
    expect(searchFor('(', true)).toBeNull();
    expect(searchFor('', false)).toBeNull();
  });
});

describe('a clipboard', () => {
  it('holds a table where it holds cells or lines', () => {
    expect(tableOn('a\tb\r\nc\td\r\n', '')).toEqual({ text: 'a\tb\nc\td\n', form: 'tsv' });
    expect(tableOn('naam', '')).toBeNull();
    expect(tableOn('a b', '<p>x</p><table><tr><td>a</td></tr></table>')).toMatchObject({ form: 'html' });
    expect(tableOn('een\ntwee', '')).toEqual({ text: 'een\ntwee\n', form: 'tsv' });
  });
});

it('shows columns that other parts of the window put into it', async () => {
  fakeSession();
  put();
  act(() => putTableColumn({ id: 'm', label: 'Spil', value: (each) => each.links / 2, sortable: true }));
  await show(<TablePanel />);
  expect(screen.getByRole('columnheader', { name: 'Spil' })).toBeTruthy();
  fireEvent.click(screen.getByRole('columnheader', { name: 'Spil' }));
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  expect(rows.map((each) => each.querySelector('[data-column="m"]')?.textContent)).toEqual(['1,5', '1', '0,5']);
});
