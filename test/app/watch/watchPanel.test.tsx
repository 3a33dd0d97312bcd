import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSession, session } from '../../../renderer/actions/session';
import { useWatchDesk } from '../../../renderer/actions/watch';
import { OnWatchList } from '../../../renderer/features/inspector/OnWatchList';
import { HitWatch } from '../../../renderer/features/watch/HitWatch';
import { WatchPanel } from '../../../renderer/features/watch/WatchPanel';
import type { WatchHitView, WatchListView, WatchPreview } from '../../../shared/contract/watching';
import { fakeSession, type FakeSession } from '../fakeSession';
import { person } from '../judging/fakePairs';
import { show } from '../show';

const LIST: WatchListView = { id: '01930000-0000-7000-8000-00000000aaaa', name: 'Gezochte personen', owner: 'DJSOC', instruction: 'Bel de wachtdienst.', file: 'lijst.csv', sha256: 'a'.repeat(64), loadedAt: '2026-05-03T08:00:00.000Z', expires: null, scope: 'case', entries: 12, expired: false, hits: { open: 3, match: 0, noMatch: 0, unsure: 0 } };
const OF = { id: LIST.id, name: LIST.name, owner: LIST.owner, instruction: LIST.instruction, scope: 'case' } as const;

const hit = (n: number, name: string, more: Partial<Extract<WatchHitView, { restricted: false }>> = {}): WatchHitView => ({
  restricted: false, id: `list ${n} entity`, list: OF, judged: null, again: false, entity: person(n, name), score: 0.97,
  entry: { number: n, kind: 'person', names: [`${name} van de lijst`], births: ['1984-03-12'], genders: [], places: [], identifiers: [{ kind: 'phone', value: '+32470550127' }], addresses: [], note: 'Reden: gezocht', row: n },
  evidence: [{ kind: 'name', finding: 'near', effect: '+', left: `${name} van de lijst`, right: name, points: 4 }, { kind: 'birth', finding: 'other', effect: '!', left: '1984-03-12', right: '1990-01-01', points: -4 }],
  ...more,
});
const SECRET: WatchHitView = { restricted: true, id: 'f00d', list: OF, judged: null, again: false, codes: [{ scheme: 'europolHandling', code: 'H2' }], originators: ['Douane'] };

function fake(hits: WatchHitView[], lists: WatchListView[] = [LIST]): FakeSession {
  const left = [...hits];
  const judged: WatchHitView[] = [];
  return fakeSession({ open: {
    'case.watchLists': () => ({ lists, workstation: true, open: left.length }),
    'case.watchHits': ({ state }) => ({ hits: state === 'open' ? [...left] : [...judged], total: state === 'open' ? left.length : judged.length }),
    'case.judgeHits': ({ hits: ids, verdict, reason }) => {
      for (const each of ids) {
        const [found] = left.splice(left.findIndex(({ id }) => id === each), 1);
        if (found) judged.push({ ...found, judged: { verdict, reason, by: 'K. Peeters', at: '2026-05-03T09:00:00.000Z' } });
      }
      return { judged: ids.length };
    },
  } });
}

beforeEach(() => useWatchDesk.setState({ tab: 'open', hit: null, list: null, loading: null }));

describe('the panel of watch lists', () => {
  it('says what to do while there are none', async () => {
    fake([], []);
    await show(<WatchPanel />);
    expect(await screen.findByText('Nog geen volglijsten')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Lijst laden…' })).toBeTruthy();
  });

  it('shows the first hit with what speaks for it on either side, and judges by keyboard with the proposed reason', async () => {
    const asked = fake([hit(2, 'Brahim'), hit(3, 'Ibrahim')]);
    await show(<WatchPanel />);
    expect(await screen.findByText('Bijna dezelfde naam')).toBeTruthy();
    expect(screen.getAllByText('Brahim van de lijst')[0]).toBeTruthy();
    expect(screen.getByText('Bel de wachtdienst.')).toBeTruthy();
    const list = screen.getByRole('listbox', { name: 'Treffers' });
    fireEvent.keyDown(list, { key: 'n' });
    await waitFor(() => expect(asked.of('case.judgeHits')).toEqual([{ hits: ['list 2 entity'], verdict: 'noMatch', reason: 'Andere geboortedatum' }]));
  });

  it('after a match shows what is to be done before it goes on', async () => {
    const asked = fake([hit(2, 'Brahim')]);
    await show(<WatchPanel />);
    fireEvent.keyDown(await screen.findByRole('listbox', { name: 'Treffers' }), { key: 'm' });
    const done = within(await screen.findByText('Treffer op ‘Gezochte personen’ vastgelegd').then((found) => found.closest('[role="status"]') as HTMLElement));
    expect(asked.of('case.judgeHits')).toMatchObject([{ verdict: 'match', reason: 'Bijna dezelfde naam' }]);
    expect(done.getByText('Bel de wachtdienst.')).toBeTruthy();
    fireEvent.click(done.getByRole('button', { name: 'Inspecteur' }));
    expect(session().inspected).toBe(person(2, 'Brahim').id);
    fireEvent.click(done.getByRole('button', { name: 'Verder' }));
    expect(screen.queryByText('Treffer op ‘Gezochte personen’ vastgelegd')).toBeNull();
  });

  it('of a restricted hit says only that there is one and whom to ask, and asks for a reason', async () => {
    const asked = fake([SECRET]);
    const { container } = await show(<WatchPanel />);
    expect(await screen.findByText('Iets in deze zaak staat op ‘Gezochte personen’')).toBeTruthy();
    expect(screen.getByText('Douane')).toBeTruthy();
    expect(container.querySelector('.hit__tools')).toBeNull();
    fireEvent.keyDown(screen.getByRole('listbox', { name: 'Treffers' }), { key: 'u' });
    expect(await screen.findByText('Geef een reden en druk op Enter.')).toBeTruthy();
    expect(asked.of('case.judgeHits')).toEqual([]);
    const field = screen.getByLabelText('Reden');
    fireEvent.change(field, { target: { value: 'Gevraagd aan de douane' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    await waitFor(() => expect(asked.of('case.judgeHits')).toEqual([{ hits: ['f00d'], verdict: 'unsure', reason: 'Gevraagd aan de douane' }]));
  });

  it('lists the lists with their hits, which lead to them', async () => {
    fake([hit(2, 'Brahim')], [LIST, { ...LIST, id: '01930000-0000-7000-8000-00000000bbbb', name: 'Oud', expires: '2020-01-01', expired: true, scope: 'workstation' }]);
    useWatchDesk.setState({ tab: 'lists' });
    await show(<WatchPanel />);
    expect(await screen.findAllByText('DJSOC · 12 vermeldingen')).toHaveLength(2);
    expect(screen.getByText(/^Verlopen sinds/)).toBeTruthy();
    expect(screen.getByText('Dit werkstation')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '3 open treffers' }));
    expect(useWatchDesk.getState()).toMatchObject({ tab: 'open', list: LIST.id });
  });
});

describe('around the panel', () => {
  it('says once that there are new hits when matching comes to rest, not what was there before', async () => {
    const asked = fake([hit(2, 'Brahim')]);
    await show(<HitWatch />);
    await waitFor(() => expect(asked.of('case.watchLists').length).toBeGreaterThan(0));
    const tell = (working: boolean, hits: number): void => asked.announce('case.matched', { working, done: 0, behind: 0, proposals: 0, hits });
    tell(false, 1);
    changeSession({ viewingAs: { id: LIST.id, name: 'Douane', purpose: 'operational', entities: 1, links: 0, withheld: 0 } });
    tell(false, 4);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(screen.queryByText(/nieuwe treffer/)).toBeNull();
    changeSession({ viewingAs: null });
    tell(true, 4);
    expect(screen.queryByText(/nieuwe treffer/)).toBeNull();
    tell(false, 4);
    expect(await screen.findByText('3 nieuwe treffers op volglijsten')).toBeTruthy();
    fireEvent.click(screen.getByText('Tonen'));
    expect(useWatchDesk.getState().tab).toBe('open');
  });

  it('tells in the inspector on which list something is', async () => {
    fake([hit(2, 'Brahim')]);
    await show(<OnWatchList entity={person(2, 'Brahim')} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Gezochte personen (te beoordelen)' }));
    expect(useWatchDesk.getState()).toMatchObject({ tab: 'open', hit: 'list 2 entity' });
  });

  it('shows how a file is understood, lets columns be changed, and loads it as it is shown', async () => {
    const preview: WatchPreview = {
      name: 'nieuw.csv', sha256: 'b'.repeat(64), reading: { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' },
      sheets: [], unsure: [], headings: ['Wie', 'Reden'], columns: [{ use: 'value', type: 'person', property: 'name' }, { use: 'note' }],
      first: [{ entry: { number: 1, kind: 'person', names: ['Jan Peeters'], births: [], genders: [], places: [], identifiers: [], addresses: [], note: 'Reden: x', row: 2 }, doubts: [] }],
      counts: { entries: 1, repeated: 0, none: 1, doubts: 0 }, none: [{ row: 3, why: 'nothing', text: 'alleen woorden' }], change: null, tooLong: false,
    };
    const asked = fakeSession({ open: {
      'case.watchLists': () => ({ lists: [], workstation: true, open: 0 }), 'case.watchHits': () => ({ hits: [], total: 0 }), 'case.previewWatchList': () => preview,
      'case.loadWatchList': () => ({ id: LIST.id, entries: 1, repeated: 0, none: 1, added: 1, gone: 0 }),
    } });
    useWatchDesk.setState({ loading: { file: { token: 'tok', name: 'nieuw_lijst.csv', bytes: 10 }, replaces: null } });
    await show(<WatchPanel />);
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Jan Peeters')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Wat in kolom ‘Reden’ staat'), { target: { value: 'none' } });
    await waitFor(() => expect(asked.of('case.previewWatchList').at(-1)).toMatchObject({ columns: [{ use: 'value', type: 'person', property: 'name' }, { use: 'none' }] }));
    fireEvent.click(dialog.getByText('Dit werkstation'));
    fireEvent.change(dialog.getByLabelText('Wie houdt ze bij'), { target: { value: 'Douane' } });
    fireEvent.click(await dialog.findByRole('button', { name: 'Laden: 1 vermelding' }));
    await waitFor(() => expect(asked.of('case.loadWatchList')).toMatchObject([{ file: 'tok', name: 'nieuw lijst', owner: 'Douane', scope: 'workstation', expires: null, replaces: null }]));
  });
});
