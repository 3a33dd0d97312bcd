import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeFilter, clearFilters, drawnView, putFilter, setHides, useChartFilter } from '../../../renderer/actions/chartFilter';
import { useChartView } from '../../../renderer/actions/chartView';
import { execute } from '../../../renderer/actions/execute';
import { ENTITY_DIMENSIONS } from '../../../renderer/actions/histogram';
import { backToNow, lookBack, pastView } from '../../../renderer/actions/past';
import { changeSession } from '../../../renderer/actions/session';
import { changeTime, showTimeBar, useTimeWindow } from '../../../renderer/actions/timeWindow';
import { FilterStrip } from '../../../renderer/features/selections/FilterStrip';
import { rangeOf } from '../../../shared/analysis/time/range';
import { PER_ITEM, putTimes } from '../../../shared/analysis/time/times';
import type { ChartTimes, ChartView, EntityView, LineView } from '../../../shared/contract';
import { fakeSession } from '../fakeSession';
import { show } from '../show';

const CHART = '01930000-0000-7000-8000-0000000000c1';
const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const entity = (n: number): EntityView => ({ id: id(n), type: 'person', caption: `Persoon ${n}`, key: '', start: null, end: null, sources: 1, links: 1, grading: '', handling: '', category: '', contradicts: false });
const line = (n: number, from: number, to: number, rest: Partial<LineView> = {}): LineView => ({ id: id(1e6 + n), type: 'called', from: id(from), to: id(to), count: 1, start: null, end: null, amount: null, strength: 'confirmed', grading: '', handling: '', ...rest });
const VIEW: ChartView = {
  chart: { id: CHART, name: 'Een', position: 0 }, items: [1, 2, 3].map((n) => ({ chart: CHART, subject: id(n), kind: 'entity', x: n, y: 0, pinned: false, hidden: false })),
  entities: [entity(1), entity(2), entity(3)], lines: [line(1, 1, 2, { count: 3, amount: '60.00 EUR' }), line(2, 2, 3)], groups: [], annotations: [], seq: 7,
};

/** Three links of the first line, of which two on 3 May; one of the second without a date. */
function times(): ChartTimes {
  const own = new Float64Array(4 * PER_ITEM);
  ['2024-05-03T10:00', '2024-05-03T22:00', '2024-06-01T10:00', null].forEach((start, at) => putTimes(own, at, start, null, true));
  return { seq: 7, lines: VIEW.lines.map((each) => each.id), of: Int32Array.of(0, 0, 0, 1), times: own, amounts: ['10.00 EUR', '20.00 EUR', '30.00 EUR', ''] };
}
const day = (text: string) => rangeOf(text)!;

async function ready() {
  const fake = fakeSession({ open: { 'case.chartTimes': times } });
  act(() => { changeSession({ chart: CHART }); useChartView.setState({ view: VIEW, failure: null, loading: false }); showTimeBar(true); });
  await expect.poll(() => useTimeWindow.getState().times?.seq).toBe(7);
  return fake;
}

beforeEach(() => act(() => { backToNow(); showTimeBar(false); clearFilters(); setHides(false); useChartView.setState({ view: null, failure: null, loading: false }); }));

describe('the window of time', () => {
  it('keeps what was then, and counts and adds up only the links of then', async () => {
    await ready();
    act(() => { setHides(true); changeTime({ window: day('2024-05-03') }); });
    expect(drawnView()?.lines.map((each) => [each.count, each.amount])).toEqual([[2, '30.00 EUR'], [1, null]]);
    act(() => changeTime({ undated: false }));
    expect(drawnView()?.lines).toHaveLength(1);
    // A person who did nothing then is left out with what has no date.
    expect(drawnView()?.entities.map((each) => each.id)).toEqual([id(1), id(2)]);
    act(() => changeTime({ window: day('2025-01-01') }));
    expect(drawnView()?.entities).toEqual([]);
  });

  it('forgets when links were as soon as somebody else looks: those count only what they may see', async () => {
    let answers = times();
    const fake = fakeSession({ open: { 'case.chartTimes': () => answers } });
    act(() => { changeSession({ chart: CHART }); useChartView.setState({ view: VIEW, failure: null, loading: false }); showTimeBar(true); });
    await expect.poll(() => useTimeWindow.getState().times?.seq).toBe(7);
    act(() => { setHides(true); changeTime({ window: day('2024-05-03') }); });
    // The same number of the journal, with other eyes: one of the links is held back.
    answers = { ...times(), of: Int32Array.of(0, 1, 0, 1), amounts: ['10.00 EUR', '', '30.00 EUR', ''] };
    act(() => useChartView.setState({ view: null, failure: null, loading: true }));
    expect(useTimeWindow.getState().times).toBeNull();
    act(() => useChartView.setState({ view: { ...VIEW }, failure: null, loading: false }));
    await expect.poll(() => drawnView()?.lines[0]?.amount).toBe('10.00 EUR');
    expect(fake.of('case.chartTimes')).toHaveLength(2);
  });

  it('is one of the filters: switched off, and taken away with all of them', async () => {
    await ready();
    act(() => changeTime({ window: day('2024-06-01'), undated: true }));
    const dimension = ENTITY_DIMENSIONS.find((each) => each.attribute === 'type')!;
    act(() => putFilter(dimension, ['person']));
    await show(<FilterStrip />);
    expect(screen.getByText(/01-06-2024/)).toBeTruthy();
    act(() => changeFilter(dimension, { on: false }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Tijd/ }));
    expect(useChartFilter.getState().kept).toBeNull();
    act(() => clearFilters());
    expect(useTimeWindow.getState().window).toBeNull();
  });

  it('leaves nothing out while it is not known when the links were', async () => {
    fakeSession({ open: { 'case.chartTimes': () => new Promise<ChartTimes>(() => undefined) } });
    act(() => { changeSession({ chart: CHART }); useChartView.setState({ view: { ...VIEW, seq: 8 }, failure: null, loading: false }); changeTime({ window: day('2025-01-01') }); });
    expect(useChartFilter.getState().kept).toBeNull();
  });
});

describe('an earlier state of the chart', () => {
  it('changes nothing while it is looked at', async () => {
    const fake = await ready();
    act(() => lookBack({ kind: 'known', at: '2024-05-03T10:00:00.000Z' }));
    let done = true;
    await act(async () => { done = await execute('chart.rename', { id: CHART, name: 'Twee' }); });
    expect(done).toBe(false);
    expect(fake.of('case.execute')).toEqual([]);
  });

  it('as it was on a day is what ran then', async () => {
    await ready();
    const was = await pastView({ kind: 'was', on: '2024-05-03' }, VIEW);
    expect(was.lines.map((each) => each.count)).toEqual([2, 1]);
    const before = await pastView({ kind: 'was', on: '2023-05-03' }, VIEW);
    expect(before.lines.map((each) => each.id)).toEqual([VIEW.lines[1]!.id]);
  });
});
