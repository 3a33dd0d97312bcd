import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { foldable } from '../../../renderer/actions/folding';
import { actionForKey, runActionById } from '../../../renderer/actions/registry';
import { forgetGone, select, selection } from '../../../renderer/actions/selected';
import { changeSession } from '../../../renderer/actions/session';
import { useChartView } from '../../../renderer/actions/chartView';
import { CanvasMenu } from '../../../renderer/app/CanvasMenu';
import { LinesMenu } from '../../../renderer/app/LinesMenu';
import { plainlyDrawn } from '../../../renderer/case/drawn/drawnChart';
import { foldLines } from '../../../renderer/case/drawn/foldLines';
import { InspectorPanel } from '../../../renderer/features/inspector/InspectorPanel';
import type { ChartView, LinkView } from '../../../shared/contract';
import type { ChartOptions } from '../../../shared/model/drawing';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import { fakeSession, type FakeSession } from '../fakeSession';
import { FAKE_TYPES } from '../fakeTypes';
import { show } from '../show';

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const CHART = id(500);
const PAIR = `${id(1)}|${id(2)}`;
const entity = (number: number, more: Partial<ChartView['entities'][number]> = {}): ChartView['entities'][number] => ({ id: id(number), type: 'person', caption: `Persoon ${number}`, key: '', start: null, end: null, sources: 1, links: 1, grading: '', handling: '', category: '', contradicts: false, ...more });
const line = (key: string, type: string, from: number, to: number, count: number, more: Partial<ChartView['lines'][number]> = {}): ChartView['lines'][number] => ({ id: key, type, from: id(from), to: id(to), count, start: null, end: null, amount: null, strength: 'tentative', grading: '', handling: '', ...more });

const LINES = [line(`uses|${PAIR}`, 'uses', 1, 2, 4), line(id(11), 'knows', 1, 2, 1, { strength: 'confirmed' }), line(id(12), 'uses', 2, 3, 1)];
const viewWith = (options?: ChartOptions, more: Partial<ChartView> = {}): ChartView => ({ chart: { id: CHART, name: 'Overzicht', position: 0, ...(options ? { options } : {}) }, items: [], entities: [entity(1), entity(2), entity(3)], lines: LINES, groups: [], annotations: [], seq: 1, ...more });
const catalogue = buildCatalogue(FAKE_TYPES);

let fake: FakeSession;
const put = (view: ChartView): void => {
  useChartView.setState({ view, failure: null, loading: false });
  changeSession({ chart: CHART });
};
const sent = (): unknown => fake.of('case.execute').at(-1);

const link = (number: number, type: string): LinkView => ({ id: id(number), type, from: id(1), to: id(2), fromCaption: 'Persoon 1', toCaption: 'Persoon 2', start: '2026-02-01', end: null, amount: null, grading: '', sources: 1 });
const MEMBERS = { links: [link(21, 'uses'), link(11, 'knows')], total: 250, sums: [{ type: 'uses', from: id(1), to: id(2), count: 249, totals: ['100.00 EUR'], start: '2026-02-01', end: '2026-03-01' }, { type: 'uses', from: id(2), to: id(1), count: 1, totals: ['40.00 EUR'], start: null, end: null }] };

beforeEach(() => {
  fake = fakeSession({ open: { 'case.lineMembers': () => MEMBERS, 'case.entities': () => [entity(1), entity(2)] } });
  put(viewWith());
});

describe('what is folded', () => {
  it('are the pairs and types of the selected lines, else of those between the selected entities', () => {
    expect(foldable({ entities: [], lines: [id(12)] })).toEqual({ pairs: [`${id(2)}|${id(3)}`], types: ['uses'] });
    expect(foldable({ entities: [id(1), id(2)], lines: [] })).toEqual({ pairs: [PAIR], types: ['uses', 'knows'] });
    expect(foldable({ entities: [id(1)], lines: [] })).toEqual({ pairs: [], types: [] });
  });

  it('is set by a key for the pair, in one command, and taken back by another', async () => {
    select([id(1), id(2)], []);
    const key = (code: string) => actionForKey({ key: code, code: `Digit${code}`, ctrlKey: false, metaKey: false, shiftKey: false, altKey: true, target: document.body })?.id;
    expect([key('2'), key('5')]).toEqual(['fold.pair.pair', 'fold.pair.flow']);
    runActionById('fold.pair.flow');
    await waitFor(() => expect(sent()).toEqual({ command: 'chart.setOptions', args: { chart: CHART, options: { pairFolding: { [PAIR]: 'flow' } } } }));
    put(viewWith({ pairFolding: { [PAIR]: 'flow' } }, { seq: 2 }));
    expect(key('0')).toBe('fold.pair.none');
    runActionById('fold.pair.none');
    await waitFor(() => expect(sent()).toEqual({ command: 'chart.setOptions', args: { chart: CHART, options: {} } }));
  });

  it('builds on what was set a moment before, also where the chart does not show it yet', async () => {
    select([], [id(12)]);
    runActionById('fold.types.pair');
    runActionById('fold.chart.direction');
    await waitFor(() => expect(sent()).toEqual({ command: 'chart.setOptions', args: { chart: CHART, options: { folding: 'direction', typeFolding: { uses: 'pair' } } } }));
  });

  it('stays selected when it is taken apart', () => {
    select([], [`uses|${PAIR}`]);
    const apart = viewWith(undefined, { seq: 2, lines: [line(id(31), 'uses', 1, 2, 1), line(id(32), 'uses', 1, 2, 1), ...LINES.slice(1)] });
    forgetGone(viewWith(), apart);
    expect(selection().lines).toEqual([id(31), id(32)]);
  });
});

describe('the drawn chart', () => {
  const drawn = (options: ChartOptions, more: Partial<ChartView> = {}, kept?: ReadonlySet<string>) => foldLines(plainlyDrawn(viewWith(options, more)), catalogue, kept ?? null);

  it('has one line for a pair, with its parts, its strongest and what its looks have in common', () => {
    const style = { colour: '#aa0000' };
    const items: ChartView['items'] = [`uses|${PAIR}`, id(11)].map((subject, at) => ({ chart: CHART, subject, kind: 'link', x: 0, y: 0, pinned: false, hidden: false, style: { ...style, width: 2 + at } }));
    const chart = drawn({ folding: 'pair' }, { items });
    expect(chart.lines).toHaveLength(2);
    expect(chart.lines[0]).toMatchObject({ parts: [`uses|${PAIR}`, id(11)], mixed: true, types: ['uses', 'knows'], count: 5, strength: 'confirmed' });
    expect(chart.lines[1]).toBe(LINES[2]);
    expect(chart.items.find((item) => item.subject === chart.lines[0]?.id)?.style).toEqual({ ...style, width: 3 });
  });

  it('is the same where nothing folds, and folds by itself what a filter dims', () => {
    const plain = plainlyDrawn(viewWith());
    expect(foldLines(plain, catalogue)).toBe(plain);
    expect(drawn({ folding: 'pair' }, {}, new Set([id(11)])).lines.map((each) => each.count)).toEqual([4, 1, 1]);
  });

  it('knows a pair by whatever its entities are shown as', () => {
    expect(drawn({ pairFolding: { [`${id(2)}|${id(9)}`]: 'pair' } }, { entities: [entity(1, { members: [id(1), id(9)] }), entity(2), entity(3)] }).lines).toHaveLength(2);
  });
});

describe('menus', () => {
  it('of a line offer foldings for its pair and for all of its type, the set one pressed', async () => {
    put(viewWith({ typeFolding: { uses: 'apart' } }, { seq: 50 }));
    select([], [id(12)]);
    await show(<CanvasMenu request={{ x: 0, y: 0, chart: { x: 0, y: 0 }, target: { kind: 'line', id: id(12) } }} />);
    const types = await screen.findByRole('group', { name: /Alle verbanden van dit type samennemen: / });
    expect(within(types).getByRole('menuitem', { name: /Elk verband een eigen lijn/ }).className).toContain('active');
    await userEvent.click(within(screen.getByRole('group', { name: 'Verbanden van het paar samennemen' })).getByRole('menuitem', { name: /Eén lijn per richting/ }));
    await waitFor(() => expect(sent()).toMatchObject({ args: { options: { typeFolding: { uses: 'apart' }, pairFolding: { [`${id(2)}|${id(3)}`]: 'direction' } } } }));
  });

  it('of the chart set its folding and what stands on lines, and say what stays folded', async () => {
    put(viewWith({ folding: 'apart' }, { seq: 60 }));
    await show(<LinesMenu />);
    expect(await screen.findByText(/1 lijn blijft samengenomen/)).toBeTruthy();
    await userEvent.click(screen.getByLabelText(/Eén lijn voor het nettobedrag/));
    await waitFor(() => expect(sent()).toMatchObject({ args: { options: { folding: 'flow' } } }));
    put(viewWith({ folding: 'flow' }, { seq: 61 }));
    expect(await screen.findByText(/zonder bedrag/)).toBeTruthy();
    await userEvent.click(screen.getByLabelText('Alleen dit:'));
    await waitFor(() => expect(sent()).toMatchObject({ args: { options: { folding: 'flow', lineTexts: ['count', 'total'] } } }));
    put(viewWith({ folding: 'flow', lineTexts: ['count', 'total'] }, { seq: 62 }));
    await userEvent.click(screen.getByLabelText('Van wanneer tot wanneer'));
    await waitFor(() => expect(sent()).toMatchObject({ args: { options: { lineTexts: ['count', 'total', 'dates'] } } }));
  });
});

describe('the list of what a line stands for', () => {
  it('gathers several types, with sums each way and their net, and pages', async () => {
    select([], [`uses|${PAIR}`, id(11)]);
    await show(<InspectorPanel />);
    expect(await screen.findByRole('heading', { name: 'Persoon 1 – Persoon 2' })).toBeTruthy();
    const sums = screen.getByRole('table', { name: 'Wat ze samen zijn' });
    expect(within(sums).getAllByRole('row').map((row) => row.textContent)).toEqual(expect.arrayContaining([expect.stringContaining('249'), expect.stringMatching(/Netto.*60/)]));
    expect(screen.getByText(/1–100 van 250/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Volgende bladzijde' }));
    await waitFor(() => expect(fake.of('case.lineMembers').at(-1)).toMatchObject({ lines: [`uses|${PAIR}`, id(11)], chart: CHART, offset: 100, order: 'newest' }));
    await userEvent.click(screen.getByRole('button', { name: 'Nieuwste eerst' }));
    await waitFor(() => expect(fake.of('case.lineMembers').at(-1)).toMatchObject({ offset: 0, order: 'oldest' }));
  });
});
