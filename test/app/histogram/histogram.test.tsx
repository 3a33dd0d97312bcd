import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeFilter, clearFilters, drawnView, putFilter, setHides, useChartFilter } from '../../../renderer/actions/chartFilter';
import { useChartView } from '../../../renderer/actions/chartView';
import { barsOf, degreesOf, ENTITY_DIMENSIONS, LINE_DIMENSIONS, propertyDimensions, type Dimension } from '../../../renderer/actions/histogram';
import { isShortcut } from '../../../renderer/actions/keys';
import { actionForKey, runActionById } from '../../../renderer/actions/registry';
import { select, selection } from '../../../renderer/actions/selected';
import { selectByDegree, selectSame } from '../../../renderer/actions/selections';
import { changeSession } from '../../../renderer/actions/session';
import { HistogramPanel } from '../../../renderer/features/histogram/HistogramPanel';
import { FilterStrip } from '../../../renderer/features/selections/FilterStrip';
import type { ChartView, EntityView, LineView } from '../../../shared/contract';
import type { KeptSelection } from '../../../shared/model/keptSelection';
import { fakeSession } from '../fakeSession';
import { show } from '../show';

const CHART = '01930000-0000-7000-8000-0000000000c1';
const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const entity = (n: number, rest: Partial<EntityView> = {}): EntityView => ({ id: id(n), type: 'person', caption: `Persoon ${n}`, key: '', start: null, end: null, sources: 1, links: 1, grading: '', handling: '', category: '', contradicts: false, ...rest });
const line = (n: number, from: number, to: number, rest: Partial<LineView> = {}): LineView => ({ id: id(1e6 + n), type: 'uses', from: id(from), to: id(to), count: 1, start: null, end: null, amount: null, strength: 'confirmed', grading: '', handling: '', ...rest });
const viewOf = (entities: EntityView[], lines: LineView[]): ChartView => ({ chart: { id: CHART, name: 'Een', position: 0 }, items: entities.map((each, at) => ({ chart: CHART, subject: each.id, kind: 'entity', x: at, y: 0, pinned: false, hidden: false })), entities, lines, groups: [], annotations: [], seq: 1 });
const dimension = (attribute: Dimension['attribute'], part?: Dimension['part'], all = ENTITY_DIMENSIONS): Dimension => all.find((each) => each.attribute === attribute && each.part === part)!;
const put = (view: ChartView): void => act(() => { changeSession({ chart: CHART }); useChartView.setState({ view, failure: null, loading: false }); });

const SMALL = viewOf(
  [entity(1, { start: '2026-02-01T14:05', grading: 'A1', sources: 7 }), entity(2, { start: '2026-03', sources: 1 }), entity(3, { type: 'phone' }), entity(4)],
  [line(1, 1, 3, { count: 12, amount: '1500.00 EUR' }), line(2, 2, 3, { start: '2026-01-05' }), line(3, 1, 2, { strength: 'tentative', grading: 'A1' })],
);

beforeEach(() => act(() => { clearFilters(); setHides(false); }));

describe('bars', () => {
  const values = (of: Dimension): Record<string, number> => Object.fromEntries(barsOf(SMALL, of, new Map([['nat', new Map([[id(1), ['BE', 'NL']]])]])).map((bar) => [bar.value, bar.ids.length]));

  it('count entities and lines by what they are and have', () => {
    expect(values(dimension('type'))).toEqual({ person: 3, phone: 1 });
    expect(values(dimension('sources'))).toEqual({ '6..10': 1, '1..1': 3 });
    expect(values(dimension('degree'))).toEqual({ '2..2': 3, '0..0': 1 });
    expect(values(dimension('start', 'month'))).toEqual({ '2026-02': 1, '2026-03': 1, '': 2 });
    expect(values(dimension('start', 'hour'))).toEqual({ '14': 1, '': 3 });
    expect(values(propertyDimensions('nat', 'country')[0]!)).toEqual({ BE: 1, NL: 1, '': 3 });
    expect(values(dimension('links', undefined, LINE_DIMENSIONS))).toEqual({ '11..20': 1, '1..1': 2 });
    expect(values(dimension('amount', undefined, LINE_DIMENSIONS))).toEqual({ '1000..2000 EUR': 1, '': 2 });
    expect(values(dimension('start', 'weekday', LINE_DIMENSIONS))).toEqual({ '1': 1, '': 2 });
    expect(degreesOf(SMALL).get(id(1))).toBe(2);
  });
});

describe('the stack of filters', () => {
  it('asks the case for the values of a property, and leaves nothing out until they are there', async () => {
    const fake = fakeSession({ open: { 'case.propertyValues': () => ({ values: [{ entity: id(2), values: ['BE'] }], seq: 1 }) } });
    put(SMALL);
    act(() => putFilter(propertyDimensions('nat', 'country')[0]!, ['BE']));
    expect(useChartFilter.getState().kept).toBeNull();
    await expect.poll(() => useChartFilter.getState().kept).toEqual(new Set([id(2)]));
    expect(fake.of('case.propertyValues')).toEqual([{ chart: CHART, property: 'nat' }]);
  });

  it('hides what it leaves out when asked to, from hands as well', () => {
    fakeSession();
    put(SMALL);
    act(() => { select([id(1), id(3)], []); putFilter(dimension('type'), ['person']); });
    expect(selection().entities).toEqual([id(1), id(3)]);
    act(() => setHides(true));
    expect(selection().entities).toEqual([id(1)]);
    expect(drawnView()?.entities.map((each) => each.id)).toEqual([id(1), id(2), id(4)]);
    act(() => runActionById('select.all'));
    expect(selection().entities).not.toContain(id(3));
    act(() => changeFilter(dimension('type'), { inverted: true }));
    expect(drawnView()?.entities.map((each) => each.id)).toEqual([id(3)]);
    act(() => changeFilter(dimension('type'), { on: false }));
    expect(drawnView()?.entities).toHaveLength(4);
    act(() => changeSession({ open: { name: 'Andere', encrypted: false } }));
    expect(useChartFilter.getState().stack).toEqual([]);
  });

  it('stands over the canvas with what each leaves out, to switch, turn round and take away', async () => {
    fakeSession();
    put(SMALL);
    await show(<FilterStrip />);
    expect(screen.queryByRole('region', { name: 'Filters van de grafiek' })).toBeNull();
    act(() => putFilter(dimension('type'), ['person']));
    expect(await screen.findByText('4 getoond, 3 weggelaten')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Filter ‘Type’ omkeren' }));
    expect(screen.getByText('1 getoond, 6 weggelaten')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByText('7 getoond, 0 weggelaten')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Filter ‘Type’ wegnemen' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('the panel of bars', () => {
  it('selects by click, Ctrl and keys, and filters by Enter', async () => {
    fakeSession({ open: { 'case.propertiesOnChart': () => [] } });
    put(SMALL);
    await show(<HistogramPanel />);
    const bars = await screen.findByRole('listbox');
    const [persons, phones] = within(bars).getAllByRole('option');
    expect(persons?.getAttribute('aria-label')).toMatch(/: 0 van 3 geselecteerd/);
    fireEvent.pointerDown(persons!, { button: 0, detail: 1 });
    expect(selection().entities).toEqual([id(1), id(2), id(4)]);
    fireEvent.pointerDown(phones!, { button: 0, detail: 1, ctrlKey: true });
    expect(selection().entities).toHaveLength(4);
    expect(phones?.getAttribute('aria-label')).toMatch(/: 1 van 1 geselecteerd/);
    fireEvent.keyDown(phones!, { key: 'Home' });
    fireEvent.keyDown(persons!, { key: 'ArrowDown', shiftKey: true });
    expect(selection().entities).toHaveLength(4);
    fireEvent.keyDown(persons!, { key: ' ' });
    expect(selection().entities).toEqual([id(3)]);
    fireEvent.keyDown(phones!, { key: 'Enter' });
    expect(useChartFilter.getState().stack).toEqual([{ dimension: dimension('type'), values: ['phone'], on: true, inverted: false }]);
  });
});

describe('selecting by what things have in common', () => {
  it('finds the same value, the same type and so many lines', () => {
    fakeSession();
    put(SMALL);
    act(() => select([id(2)], []));
    expect(selectSame(dimension('sources'))).toBe(3);
    expect(selectByDegree(2)).toBe(3);
    act(() => { select([id(4)], []); runActionById('select.sameType'); });
    expect(selection().entities).toEqual([id(1), id(2), id(4)]);
  });

  it('keeps and brings back by digits, wherever a layout of keys has them', async () => {
    const kept: KeptSelection = { id: id(9), name: 'Kern', slot: 2, entities: [id(1), id(77)], lines: [] };
    const fake = fakeSession({ open: { 'case.selections': () => [kept] } });
    put(SMALL);
    const press = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, target: null };
    expect(isShortcut({ ...press, key: 'é', code: 'Digit2' }, 'Ctrl+2')).toBe(true);
    expect(isShortcut({ ...press, key: '"', code: 'Digit2', shiftKey: true }, 'Ctrl+2')).toBe(false);
    expect(actionForKey({ ...press, key: '2', code: 'Digit2' })?.id).toBe('select.recall2');
    act(() => runActionById('select.recall2'));
    await expect.poll(() => selection().entities).toEqual([id(1)]);
    act(() => { select([id(3)], []); });
    expect(actionForKey({ ...press, key: '@', code: 'Digit2', shiftKey: true })?.id).toBe('select.keep2');
    act(() => runActionById('select.keep2'));
    await expect.poll(() => fake.of('case.execute')).toEqual([{ command: 'selection.put', args: { chart: CHART, selection: { ...kept, entities: [id(3)] } } }]);
  });
});

it('counts, filters and selects two thousand items at once', () => {
  fakeSession();
  const many = viewOf(Array.from({ length: 2000 }, (_, n) => entity(n, { type: `type${n % 300}`, sources: n % 40, start: `20${10 + (n % 16)}-0${1 + (n % 9)}-11T1${n % 10}:00` })), Array.from({ length: 4000 }, (_, n) => line(n, n % 2000, (n * 7) % 2000, { amount: `${n * 13}.00 EUR` })));
  const start = performance.now();
  for (const each of ENTITY_DIMENSIONS) barsOf(many, each, new Map());
  const counted = performance.now();
  put(many);
  act(() => { putFilter(dimension('type'), ['type1', 'type2']); putFilter(dimension('degree'), ['4..4']); });
  const filtered = performance.now();
  console.log(`2,000 items: ${ENTITY_DIMENSIONS.length} histograms ${(counted - start).toFixed(0)} ms, chart and two filters ${(filtered - counted).toFixed(0)} ms`);
  expect(filtered - start).toBeLessThan(1500);
});
