import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../../renderer/actions/session';
import { SharesPanel } from '../../renderer/features/shares/SharesPanel';
import { SHARE_FILE_STATES, type ShareFileView, type ShareView } from '../../shared/contract/sharing';
import { fakeSession, type FakeSession } from './fakeSession';
import { show } from './show';

const SHARE = '01930000-0000-7000-8000-0000000000aa';
const SOURCE = '01930000-0000-7000-8000-0000000000bb';

const share = (over: Partial<ShareView> = {}): ShareView => ({ id: SHARE, name: 'Douane', place: '/mnt/douane', watched: true, reach: 'reached', lookedAt: '2026-03-01T10:00:00Z', files: 1, fresh: 1, more: false, passed: 0, closed: 0, noRoom: false, copying: null, ...over });
const file = (over: Partial<ShareFileView> = {}): ShareFileView => ({ share: SHARE, path: 'lijst.csv', name: 'lijst.csv', folder: '', bytes: 120, modified: '2026-03-01T09:00:00Z', changedAt: '2026-03-01T09:01:00Z', state: 'kept', kept: true, dismissed: false, importedAs: null, sameAs: null, earlier: null, ...over });

let shares: ShareView[];
let files: ShareFileView[];
let fake: FakeSession;
beforeEach(() => {
  shares = [share()];
  files = [file()];
  fake = fakeSession({
    app: { 'app.chooseFolder': () => ({ token: 'folder', name: 'Haven' }) },
    open: {
      'case.shares': () => shares,
      'case.shareFiles': () => ({ files, total: files.length }),
      'case.takeShareFile': () => ({ token: 'kept-1', name: 'lijst.csv', bytes: 120 }),
      'case.addShare': () => ({ id: SHARE }),
      'case.dismissShareFile': () => ({}),
      'case.fetchShareFile': () => ({}),
      'case.lookAtShare': () => ({}),
    },
  });
});

describe('the panel of shares', () => {
  it('asks for a folder while there is none', async () => {
    shares = [];
    await show(<SharesPanel />);
    fireEvent.click(await screen.findByText('Map kiezen'));
    await waitFor(() => expect(fake.of('case.addShare')).toEqual([{ folder: 'folder', name: 'Haven', watched: true }]));
    expect(fake.of('app.chooseFolder')).toEqual([{ purpose: 'share' }]);
  });

  it('imports a new file by a token, compares a later version with its source, and passes over what is dismissed', async () => {
    files = [file(), file({ path: 'lijst 2.csv', name: 'lijst 2.csv', earlier: { id: SOURCE, title: 'lijst.csv', why: 'series' } })];
    await show(<SharesPanel />);
    fireEvent.click((await screen.findAllByText('Importeren'))[0]!);
    await waitFor(() => expect(session().importing).toEqual([{ token: 'kept-1', name: 'lijst.csv', bytes: 120 }]));
    fireEvent.click(screen.getByText('Vergelijken'));
    await waitFor(() => expect(session().importing.at(-1)).toMatchObject({ versionOf: SOURCE }));
    fireEvent.click(screen.getAllByText('Opzijzetten')[0]!);
    await waitFor(() => expect(fake.of('case.dismissShareFile')).toEqual([{ share: SHARE, path: 'lijst.csv' }]));
  });

  it('has a word and a next step for every state', async () => {
    const states = SHARE_FILE_STATES.filter((state) => state !== 'kept');
    files = states.map((state) => file({ path: `${state}.csv`, name: `${state}.csv`, state, kept: false }));
    shares = [share({ reach: 'silent', more: true, passed: 2, closed: 1, noRoom: true, copying: { path: 'groot.csv', done: 1, total: 4 } })];
    await show(<SharesPanel />);
    await screen.findByText('arriving.csv');
    const rows = [...document.querySelectorAll('.shares__file')];
    expect(rows).toHaveLength(states.length);
    for (const row of rows) expect(row.textContent).not.toMatch(/state\.|hint\./);
    expect(document.querySelectorAll('.shares__note')).toHaveLength(5);
    expect(document.querySelector('.shares__card')?.textContent).not.toMatch(/reach|Hint/);
    fireEvent.click(screen.getAllByText('Kopiëren')[0]!);
    await waitFor(() => expect(fake.of('case.fetchShareFile')).toHaveLength(1));
  });

  it('draws only what is on show of twenty thousand files, and keys go from one to the next', async () => {
    files = Array.from({ length: 20_000 }, (_, at) => file({ path: `bestand ${at}.csv`, name: `bestand ${at}.csv` }));
    await show(<SharesPanel />);
    const first = await screen.findByRole('listitem', { name: 'bestand 0.csv' }, { timeout: 20_000 });
    expect(document.querySelectorAll('.shares__file').length).toBeLessThan(60);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('bestand 1.csv'));
    fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
    await waitFor(() => expect(session().importing).toHaveLength(1));
  }, 60_000);

  it('shows names that deceive as they came from the case, in their own direction', async () => {
    files = [file({ name: 'تقرير.csv', path: 'تقرير.csv' })];
    await show(<SharesPanel />);
    expect((await screen.findByText('تقرير.csv')).getAttribute('dir')).toBe('auto');
  });
});
