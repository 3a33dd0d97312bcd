import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSession } from '../../../renderer/actions/session';
import type { Comparison, SnapshotView } from '../../../renderer/actions/snapshots';
import { ChangesStrip } from '../../../renderer/features/snapshots/ChangesStrip';
import { SnapshotsPanel } from '../../../renderer/features/snapshots/SnapshotsPanel';
import { fakeSession, type FakeSession } from '../fakeSession';
import { show } from '../show';

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const CHART = id(500);
const snapshot = (number: number, seq: number): SnapshotView => ({ id: id(number), name: `Opname ${number}`, seq, at: '2026-05-03T08:00:00.000Z', actor: 'K. Peeters', items: 12, note: '', used: 0 });
const brief = (number: number) => ({ id: id(number), type: 'person', caption: `Persoon ${number}` });
const NONE = { added: [], gone: [], changed: [] };
const FOUND: Comparison = {
  same: 4, added: [brief(1)], gone: [{ ...brief(2), x: 1, y: 2 }], moved: [{ ...brief(3), x: 10, y: 20 }],
  changed: [{ ...brief(4), values: [{ property: 'name', from: ['Persoon vier'], to: ['Persoon 4'] }], saidMore: 1, saidLess: 1 }],
  lines: [], lineCount: 0, groups: NONE, notes: { ...NONE, gone: ['Nagaan'] }, options: [],
};

let list: SnapshotView[];
let fake: FakeSession;
beforeEach(() => {
  list = [snapshot(21, 40), snapshot(20, 30)];
  fake = fakeSession({ open: { 'case.snapshotsOf': () => list, 'case.compareSnapshots': ({ to }) => (to === null ? FOUND : { ...FOUND, added: [] }) } });
  changeSession({ chart: CHART });
});

describe('the panel of snapshots', () => {
  it('says what to do while there are none, and takes one under a name', async () => {
    list = [];
    await show(<SnapshotsPanel />);
    await screen.findByText('Nog geen momentopnames van deze grafiek');
    fireEvent.click(screen.getByText('Momentopname maken'));
    fireEvent.change(await screen.findByLabelText('Naam'), { target: { value: 'Voor de inval' } });
    fireEvent.submit(document.querySelector('.bp6-dialog form') as Element);
    await waitFor(() => expect(fake.of('case.execute')).toMatchObject([{ command: 'chart.snapshot', args: { chart: CHART, name: 'Voor de inval' } }]));
  });

  it('tells what became of the chart, and puts back what moved in one step', async () => {
    await show(<SnapshotsPanel />);
    fireEvent.click(await screen.findByText('Opname 21'));
    await screen.findByText('Persoon 1');
    expect([...document.querySelectorAll('.compared__part h4 .figures')].map((each) => each.textContent)).toEqual(['1', '1', '1', '1', '1']);
    fireEvent.click(screen.getByText('Plaatsen terugzetten'));
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'chart.moveItems', args: { chart: CHART, items: [{ subject: id(3), x: 10, y: 20 }] } }]));
  });

  it('compares two from the older to the newer, where nothing can be put back', async () => {
    await show(<SnapshotsPanel />);
    fireEvent.click(await screen.findByText('Opname 21'));
    await screen.findByText('Persoon 1');
    fireEvent.change(screen.getByLabelText('Vergelijk met'), { target: { value: id(20) } });
    await waitFor(() => expect(fake.of('case.compareSnapshots').at(-1)).toEqual({ from: id(20), to: id(21) }));
    await waitFor(() => expect(screen.queryByText('Plaatsen terugzetten')).toBeNull());
  });

  it('says which value went and which came, and marks all of it on the chart when asked', async () => {
    await show(<><SnapshotsPanel /><ChangesStrip /></>);
    fireEvent.click(await screen.findByText('Opname 21'));
    await screen.findByText('Persoon vier');
    expect([...document.querySelectorAll('.compared__values ins')].map((each) => each.textContent)).toEqual(['Persoon 4']);
    expect(screen.getByText('Notitie ‘Nagaan’')).toBeTruthy();
    expect(document.querySelector('.changes-strip')).toBeNull();
    fireEvent.click(screen.getByLabelText('Verschillen op de grafiek tonen'));
    await screen.findByText('Sinds ‘Opname 21’');
    expect([...document.querySelectorAll('.changes-strip__sign')].map((each) => each.textContent)).toEqual(['+', '−', '→', '≠']);
    fireEvent.click(screen.getByText('Uit'));
    expect(document.querySelector('.changes-strip')).toBeNull();
  });

  it('writes notes in place, makes charts of snapshots, and keeps those that something shows', async () => {
    list = [{ ...snapshot(21, 40), used: 1 }, snapshot(20, 30)];
    await show(<SnapshotsPanel />);
    fireEvent.click(await screen.findByText('Opname 21'));
    expect((await screen.findByLabelText('Opname 21 verwijderen')).hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByTitle('Opname 20'));
    fireEvent.click(await screen.findByLabelText('Opname 20 verwijderen'));
    fireEvent.submit(await waitFor(() => document.querySelector('.bp6-dialog form') as Element));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    fireEvent.click(screen.getByText('Nieuwe grafiek'));
    await waitFor(() => expect(fake.of('case.execute')).toMatchObject([{ command: 'chart.deleteSnapshot', args: { id: id(20) } }, { command: 'chart.fromSnapshot', args: { snapshot: id(20), name: 'Opname 20' } }]));
  });
});
