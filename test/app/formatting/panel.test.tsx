import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useChartView } from '../../../renderer/actions/chartView';
import { dressed } from '../../../renderer/actions/dressed';
import { useRuleDraft } from '../../../renderer/actions/formatting';
import { FormattingPanel } from '../../../renderer/features/formatting/FormattingPanel';
import { RuleLegend } from '../../../renderer/features/formatting/RuleLegend';
import { formatted } from '../../../shared/analysis/formatting';
import type { ChartView } from '../../../shared/contract';
import type { FormattingRule } from '../../../shared/model/formatting';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import { fakeSession, type FakeSession } from '../fakeSession';
import { FAKE_TYPES } from '../fakeTypes';
import { show } from '../show';

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const CHART = id(500);
const item = (number: number, kind: 'entity' | 'link' = 'entity') => ({ chart: CHART, subject: id(number), kind, x: number, y: 0, pinned: false, hidden: false });
const entity = (number: number, sources: number): ChartView['entities'][number] => ({ id: id(number), type: 'person', caption: `Persoon ${number}`, key: '', start: null, end: null, sources, links: 1, grading: '', handling: '', category: '', contradicts: false });
const VIEW: ChartView = {
  chart: { id: CHART, name: 'Overzicht', position: 0 }, items: [item(1), item(2)], entities: [entity(1, 1), entity(2, 3)], groups: [], annotations: [], seq: 1,
  lines: [{ id: id(10), type: 'uses', from: id(1), to: id(2), count: 1, start: null, end: null, amount: null, strength: 'tentative', grading: '', handling: '' }],
};
const rule = (number: number, part: Partial<FormattingRule> = {}): FormattingRule => ({ id: id(100 + number), name: `Regel ${number}`, on: true, target: 'entities', conditions: [{ of: 'sources', sense: 'fewer', than: 2 }], effect: { colour: '#e69f00' }, stop: false, ...part });

let rules: FormattingRule[];
let fake: FakeSession;
beforeEach(() => {
  rules = [rule(1), rule(2, { target: 'lines', conditions: [{ of: 'strength', strength: 'tentative' }], effect: { line: 'dotted' } })];
  fake = fakeSession({ open: { 'case.formatting': () => ({ rules }) } });
  useRuleDraft.setState({ rules: null });
  useChartView.setState({ view: VIEW, failure: null, loading: false });
});
const saved = (): FormattingRule[] => (fake.of('case.execute').at(-1) as { readonly args: { readonly rules: FormattingRule[] } } | undefined)?.args.rules ?? [];
const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-rule-line]')];

describe('the panel of formatting rules', () => {
  it('lists rules with what they ask and how many things they hit', async () => {
    await show(<FormattingPanel />);
    await screen.findByText('Regel 1');
    expect(screen.getByText('Items: bronnen: minder dan 2')).toBeTruthy();
    await waitFor(() => expect(lines().map((each) => each.querySelector('.figures')?.textContent)).toEqual(['1', '1']));
    expect(document.querySelector('.formatting')?.textContent).not.toMatch(/says\.|target\.|condition\./);
  });

  it('changes their order by keys, switches, duplicates and removes', async () => {
    await show(<FormattingPanel />);
    await screen.findByText('Regel 1');
    fireEvent.keyDown(lines()[0] as Element, { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(saved().map((each) => each.name)).toEqual(['Regel 2', 'Regel 1']));
    fireEvent.click(screen.getByLabelText('Regel Regel 2 aan'));
    await waitFor(() => expect(saved().map((each) => each.on)).toEqual([true, false]));
    fireEvent.keyDown(lines()[0] as Element, { key: 'd', ctrlKey: true });
    await waitFor(() => expect(saved().map((each) => each.name)).toEqual(['Regel 1', 'Regel 1 (kopie)', 'Regel 2']));
    fireEvent.keyDown(lines()[1] as Element, { key: 'Delete' });
    await waitFor(() => expect(saved().map((each) => each.name)).toEqual(['Regel 1']));
  });

  it('shows a change on the chart before it is kept, and takes it back when it is given up', async () => {
    await show(<FormattingPanel />);
    fireEvent.click(await screen.findByText('Regel 1'));
    fireEvent.click(screen.getByRole('radio', { name: 'blauw' }));
    await waitFor(() => expect(useRuleDraft.getState().rules?.[0]?.effect.colour).toBe('#0072b2'));
    fireEvent.change(screen.getByLabelText('Aantal'), { target: { value: '9' } });
    await waitFor(() => expect(lines()[0]?.querySelector('.figures')?.textContent).toBe('2'));
    expect(fake.of('case.execute')).toEqual([]);
    fireEvent.click(screen.getByText('Annuleren'));
    await waitFor(() => expect(useRuleDraft.getState().rules).toBeNull());
    expect(lines()[0]?.querySelector('.figures')?.textContent).toBe('1');
  });

  it('keeps a new rule above the others, once it is whole', async () => {
    await show(<FormattingPanel />);
    await screen.findByText('Regel 1');
    fireEvent.click(screen.getByText('Regel voor items'));
    const form = document.querySelector('.rule-editor') as HTMLElement;
    fireEvent.change(within(form).getByLabelText('Voorwaarde'), { target: { value: 'caption' } });
    expect((within(form).getByText('Bewaren').closest('button') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(within(form).getByLabelText('Naam bevat'), { target: { value: 'persoon 2' } });
    fireEvent.change(within(form).getByLabelText('Naam'), { target: { value: 'Gezocht' } });
    fireEvent.click(within(form).getByText('Bewaren'));
    await waitFor(() => expect(saved().map((each) => each.name)).toEqual(['Gezocht', 'Regel 1', 'Regel 2']));
    expect(saved()[0]?.conditions).toEqual([{ of: 'caption', text: 'persoon 2' }]);
  });

  it.each(['reliability', 'since'])('adds the ready-made rules "%s" above those that are there', async (set) => {
    await show(<FormattingPanel />);
    await screen.findByText('Regel 1');
    fireEvent.change(screen.getByLabelText('Kant-en-klare regels toevoegen'), { target: { value: set } });
    await waitFor(() => expect(saved().length).toBeGreaterThan(3));
    expect(saved().slice(-2).map((each) => each.name)).toEqual(['Regel 1', 'Regel 2']);
    expect(saved().every((each) => !each.name.includes('set.'))).toBe(true);
  });

  it('says what to do while there are none', async () => {
    rules = [];
    await show(<FormattingPanel />);
    await screen.findByText('Nog geen opmaakregels');
  });
});

describe('a chart with rules', () => {
  it('names in its legend those that something follows', async () => {
    await show(<RuleLegend />);
    await screen.findByText('Regel 1');
    expect(document.querySelectorAll('.rule-legend__rule')).toHaveLength(2);
  });

  it('is drawn by its own styles, then by rules, then by a measure', () => {
    const own: ChartView = { ...VIEW, items: [{ ...item(1), style: { colour: '#000000', icon: 'key' } }, item(2), { ...item(10, 'link'), style: { colour: '#112233' } }] };
    const { styles } = formatted([rule(1, { effect: { colour: '#e69f00', size: 2 } }), rules[1] as FormattingRule], own, buildCatalogue(FAKE_TYPES));
    expect(dressed(own, null, new Map())).toBe(own);
    expect(dressed(own, null, styles).items.map((each) => each.style)).toEqual([{ colour: '#e69f00', size: 2, icon: 'key' }, undefined, { colour: '#112233', line: 'dotted' }]);
    const shown = dressed(own, { measure: 'degree', as: 'look', texts: new Map<string, string>(), values: new Map([[id(1), 1]]) }, styles).items;
    expect(shown[0]?.style).toEqual({ colour: '#e69f00', icon: 'key', size: 2.2 });
    expect(VIEW.items[0]).toEqual(item(1));
  });

  it('does not show a line that is hidden', () => {
    const hidden: ChartView = { ...VIEW, items: [...VIEW.items, { ...item(10, 'link'), hidden: true }] };
    const { styles } = formatted(rules, hidden, buildCatalogue(FAKE_TYPES));
    expect(dressed(hidden, null, styles).items.at(-1)).toEqual({ ...item(10, 'link'), hidden: true });
  });
});
