import { plainlyDrawn } from '../../../renderer/case/drawn/drawnChart';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useChartView } from '../../../renderer/actions/chartView';
import { withMembers } from '../../../renderer/actions/identity';
import { actionById, actionContext, runActionById } from '../../../renderer/actions/registry';
import { forgetGone, select, selection } from '../../../renderer/actions/selected';
import { changeSession, session } from '../../../renderer/actions/session';
import { IdentityChip } from '../../../renderer/app/IdentityChip';
import { useAppEvents } from '../../../renderer/app/useAppEvents';
import { drawingOf } from '../../../renderer/canvas/elements';
import { looksOf } from '../../../renderer/canvas/looks';
import { THEMES } from '../../../renderer/canvas/theme';
import { useTypes } from '../../../renderer/case/types';
import { SameAs } from '../../../renderer/features/inspector/SameAs';
import { Failure, type ChartView, type EntityView } from '../../../shared/contract';
import { chart, item, TYPES } from '../canvas/chart';
import { fakeSession } from '../fakeSession';
import { show } from '../show';
import { fakeQueues, id, judgement, pair, person } from './fakePairs';

const MERGED = person(2, 'Ibrahim', { members: [id(2), id(3), id(4)] });

function onChart(entities: EntityView[], seq = 1): ChartView {
  const view = chart({ chart: { id: id(1), name: 'G', position: 0 }, seq, entities, lines: [], items: entities.map((each, at) => ({ ...item(each.id, at * 100, 0), chart: id(1) })) });
  changeSession({ chart: id(1) });
  useChartView.setState({ view, failure: null, loading: false });
  return view;
}

/** Follows the case as the window does. */
function Following(): null {
  useAppEvents();
  useTypes();
  return null;
}

describe('an entity that stands for several', () => {
  it('takes all its records along when it is removed, deleted or counted out', async () => {
    const fake = fakeSession({ open: fakeQueues({}) });
    onChart([MERGED, person(9, 'Alleen')]);
    expect(withMembers([id(2), id(9), id(77)])).toEqual([id(2), id(3), id(4), id(9), id(77)]);
    select([id(2)], []);
    runActionById('chart.remove');
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'chart.removeItems', args: { chart: id(1), entities: [id(2), id(3), id(4)], links: [] } }]));
  });

  it('is drawn with their number, and those that stand alone without', () => {
    const context = { looks: looksOf(TYPES, 'nl'), theme: THEMES.light, language: 'nl' as const, paint: () => '' };
    const { nodes } = drawingOf(plainlyDrawn(onChart([MERGED, person(9, 'Alleen')])), context);
    expect(nodes.get(id(2))?.data.members).toBe(3);
    expect(nodes.get(id(9))?.data).not.toHaveProperty('members');
  });

  it('stays selected when what was selected is joined with it', () => {
    fakeSession();
    const before = onChart([person(2, 'Ibrahim'), person(3, 'Brahim')]);
    select([id(3)], []);
    forgetGone(before, onChart([MERGED], 2));
    expect(selection().entities).toEqual([id(2)]);
  });

  it('tells in the inspector by whose judgement, lets it be withdrawn, and leads to who else it may be', async () => {
    const one = judgement(1, person(2, 'Ibrahim'), person(3, 'Brahim'), 'same', { reason: 'zelfde foto' });
    const fake = fakeSession({ open: { ...fakeQueues({ open: [pair(1), pair(2)] }), 'case.identityOf': () => ({ members: [person(2, 'Ibrahim'), person(3, 'Brahim')], judgements: [one] }) } });
    await show(<SameAs entity={MERGED} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Staat voor 2 records' }));
    const line = within(screen.getByText('zelfde foto').closest('li') as HTMLElement);
    fireEvent.click(line.getByRole('button', { name: 'Oordeel intrekken' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Reden'), { target: { value: 'vergissing' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Oordeel intrekken' }));
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'judgement.withdraw', args: { ids: [one.id], reason: 'vergissing' } }]));
    fireEvent.click(line.getByRole('button', { name: 'Vergelijken' }));
    expect(session().judging).toEqual({ pair: [id(2), id(3)], entity: null });
    fireEvent.click(await screen.findByRole('button', { name: 'Kan dezelfde zijn als 2 anderen' }));
    expect(session().judging).toEqual({ pair: null, entity: id(2) });
  });
});

describe('a case seen as a recipient', () => {
  it('shows nothing that was asked with own eyes', async () => {
    let viewing = false;
    const refused = (): never => { throw new Failure('viewingAs'); };
    const queues = fakeQueues({ open: [pair(1), pair(2)] });
    const fake = fakeSession({ open: {
      ...queues, 'case.queue': (args) => (viewing ? refused() : queues['case.queue']!(args)),
      'case.identityOf': () => (viewing ? refused() : { members: [person(2, 'Ibrahim'), person(3, 'Brahim')], judgements: [judgement(1, person(2, 'Ibrahim'), person(3, 'Brahim'), 'same')] }),
    } });
    await show(<><Following /><SameAs entity={MERGED} /></>);
    await screen.findByRole('button', { name: 'Kan dezelfde zijn als 2 anderen' });
    await screen.findByRole('button', { name: 'Staat voor 2 records' });
    viewing = true;
    act(() => changeSession({ viewingAs: { id: id(8), name: 'Douane', purpose: 'operational', entities: 1, links: 0, withheld: 1 } }));
    expect(screen.queryByText('Kan dezelfde zijn als 2 anderen')).toBeNull();
    fake.announce('case.viewing', { recipient: id(8) });
    await waitFor(() => expect(screen.queryByText('Staat voor 2 records')).toBeNull());
  });
});

describe('the actions', () => {
  it('judge exactly two of a kind that is compared', async () => {
    fakeSession({ open: fakeQueues({}) });
    await show(<Following />);
    onChart([person(2, 'A'), person(3, 'B'), person(4, 'T', { type: 'phone' }), person(5, 'U', { type: 'phone' })]);
    const enabled = (action: string): boolean => actionById(action)?.enabled(actionContext()) ?? false;
    await waitFor(() => { select([id(2), id(3)], []); expect(enabled('judge.pair')).toBe(true); });
    for (const others of [[id(2)], [id(2), id(4)], [id(4), id(5)]]) {
      select(others, []);
      expect(enabled('judge.pair'), others.join()).toBe(false);
    }
    select([id(2)], []);
    expect(enabled('judge.others')).toBe(true);
    runActionById('judge.others');
    expect(session().judging).toEqual({ pair: null, entity: id(2) });
  });
});

describe('what counts as one', () => {
  it('is chosen in the status bar, follows the case, and is asked for anew', async () => {
    const fake = fakeSession({ open: { ...fakeQueues({}), 'case.setIdentity': ({ mode }) => ({ mode }) } });
    await show(<><Following /><IdentityChip /></>);
    fireEvent.click(await screen.findByRole('button', { name: 'Zelfde: zoals beoordeeld' }));
    fireEvent.click(await screen.findByText('Alleen identieke id’s'));
    await waitFor(() => expect(fake.of('case.setIdentity')).toEqual([{ mode: 'strict' }]));
    const before = fake.of('case.catalogue').length;
    fake.announce('case.identity', { mode: 'strict' });
    await screen.findByRole('button', { name: 'Zelfde: alleen identieke id’s' });
    await waitFor(() => expect(fake.of('case.catalogue').length).toBeGreaterThan(before));
  });
});
