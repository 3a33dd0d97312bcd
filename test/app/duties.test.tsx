import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { startErasing, stopErasing } from '../../renderer/actions/erasing';
import { EraseDialog } from '../../renderer/features/erasing/EraseDialog';
import { JournalPanel } from '../../renderer/features/journal/JournalPanel';
import { SealCheck } from '../../renderer/features/journal/SealCheck';
import { ReasonDialog } from '../../renderer/features/reason/ReasonDialog';
import { NoticeWatch } from '../../renderer/features/releases/NoticeWatch';
import { ReleasesPanel } from '../../renderer/features/releases/ReleasesPanel';
import { useNotices } from '../../renderer/ui/notices';
import type { Notice } from '../../shared/contract/releasing';
import { releaseRecordSchema } from '../../shared/model/release';
import { fakeSession } from './fakeSession';
import { show } from './show';

const ID = '01a20000-0000-7000-8000-000000000001';
const COUNT = { statements: 3, entities: 1, links: 2, sources: 0, documents: 0, originals: 1, releases: 2, backups: 4, named: { entities: 1, pages: 5, texts: 0 } };
const RELEASE = releaseRecordSchema.parse({ id: ID, kind: 'bundle', briefing: null, format: 'knoopx', recipient: 'Zollfahndung Essen', at: '2026-05-03T10:00:00.000Z', by: 'K. Peeters', reason: 'kantschrift', basis: 'art. 44', title: 'Dossier', sha256: 'ab'.repeat(32), pages: 0, seq: 7 });
const NOTICE: Notice = { release: ID, recipient: 'Zollfahndung Essen', recipientId: null, title: 'Dossier', at: RELEASE.at, format: 'knoopx', statements: 2, examples: ['Jan Peeters'], told: null };
const said = (): (string | undefined)[] => useNotices.getState().notices.map((each) => each.key);

describe('erasing for good', () => {
  it('says what goes and what it cannot reach, and wants a reason, a basis and the word', async () => {
    const session = fakeSession({ open: { 'case.countErasure': () => COUNT, 'case.erase': () => ({ ...COUNT, seq: 9, complete: true }) } });
    startErasing({ kind: 'subjects', entities: [ID], links: [] }, 'Jan Peeters');
    await show(<EraseDialog />);
    expect(await screen.findByText('3 gegevens')).toBeTruthy();
    expect(screen.getByText(/2 vrijgaven gingen al naar buiten/)).toBeTruthy();
    expect(screen.getByText(/5 bladzijden van documenten/)).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Voorgoed wissen' });
    const type = (label: RegExp, text: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
    type(/^Reden/, 'bevel');
    type(/^Rechtsgrond/, 'art. 16');
    expect(button).toHaveProperty('disabled', true);
    type(/^Typ/, 'wissen');
    expect(button).toHaveProperty('disabled', false);
    fireEvent.click(screen.getByLabelText(/reservekopieën/));
    fireEvent.click(button);
    await waitFor(() => expect(session.of('case.erase')).toHaveLength(1));
    expect(session.of('case.erase')[0]).toMatchObject({ target: { kind: 'subjects', entities: [ID] }, reason: 'bevel', basis: 'art. 16', backups: false, documents: true });
    await waitFor(() => expect(said()).toContain('erasing:done'));
    expect(screen.queryByRole('dialog')).toBeNull();
    stopErasing();
  });
});

describe('the reason', () => {
  it('is asked where the case wants one, and not again once it was given', async () => {
    let given = '';
    const session = fakeSession({ open: { 'case.reason': () => ({ asked: true, code: given, text: '' }), 'case.giveReason': ({ code }) => { given = code; return { seq: 5 }; } } });
    await show(<ReasonDialog />);
    expect(await screen.findByText('Waarvoor opent u deze zaak?')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Reden'), { target: { value: 'other' } });
    expect(screen.getByRole('button', { name: 'Verder' })).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByLabelText(/^Toelichting/), { target: { value: 'nazicht' } });
    fireEvent.click(screen.getByRole('button', { name: 'Verder' }));
    await waitFor(() => expect(session.of('case.giveReason')).toEqual([{ code: 'other', text: 'nazicht' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not asked where the case wants none', async () => {
    const session = fakeSession({ open: { 'case.reason': () => ({ asked: false, code: '', text: '' }) } });
    await show(<ReasonDialog />);
    await waitFor(() => expect(session.of('case.reason')).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the journal', () => {
  it('is filtered by duty, and shows the words that stand beside an entry and the reason behind it', async () => {
    const session = fakeSession({ open: { 'case.journal': () => [{ seq: 8, at: RELEASE.at, actor: 'K. Peeters', kind: 'note', command: 'case.searched', label: { hits: 2, because: 5 }, refers: null, undone: false, hash: 'ab', text: 'peeters' }] } });
    await show(<JournalPanel />);
    expect(await screen.findByText('peeters')).toBeTruthy();
    expect(screen.getByText(/reden #5/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Toon'), { target: { value: 'disclosure' } });
    await waitFor(() => expect(session.of('case.journal').at(-1)).toMatchObject({ duty: 'disclosure' }));
  });

  it.each(['shorter', 'different', 'forged'] as const)('that does not fit its seal (%s) is a warning when the case opens', async (state) => {
    fakeSession({ app: { 'app.checkSeal': () => ({ state, sealed: 9, entries: 4, at: RELEASE.at }) } });
    await show(<SealCheck />);
    await waitFor(() => expect(useNotices.getState().notices).toMatchObject([{ key: `journal:seal.${state}`, intent: 'danger' }]));
  });

  it('that fits says nothing', async () => {
    const session = fakeSession({ app: { 'app.checkSeal': () => ({ state: 'fits', sealed: 9, entries: 9, at: RELEASE.at }) } });
    await show(<SealCheck />);
    await waitFor(() => expect(session.of('app.checkSeal')).toHaveLength(1));
    expect(said()).toEqual([]);
  });
});

describe('releases', () => {
  it('are listed with all that is on record of them, and a slip', async () => {
    const session = fakeSession({ open: { 'case.releases': () => [RELEASE], 'case.notices': () => [] }, app: { 'app.saveReleaseLog': () => ({ name: 'bewijs.json', releases: 1 }) } });
    await show(<ReleasesPanel />);
    fireEvent.click(await screen.findByRole('button', { name: /Zollfahndung/ }));
    expect(screen.getByText('art. 44')).toBeTruthy();
    expect(screen.getByText(RELEASE.sha256)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bewijs opslaan' }));
    await waitFor(() => expect(session.of('app.saveReleaseLog')).toEqual([{ release: ID }]));
  });

  it('of which something was retracted name whom to tell, and who was told', async () => {
    const session = fakeSession({ open: { 'case.releases': () => [RELEASE], 'case.notices': () => [NOTICE, { ...NOTICE, release: ID.replace(/1$/, '2'), recipient: 'Parket', told: RELEASE.at }], 'case.markTold': () => ({ seq: 9 }), 'case.recipients': () => [] } });
    await show(<ReleasesPanel />);
    fireEvent.click(await screen.findByRole('tab', { name: /In te lichten/ }));
    expect(await screen.findAllByText('2 gegevens gelden niet meer')).toHaveLength(2);
    expect(screen.getByText(/Ingelicht op/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Ingelicht' })).toHaveLength(1);
    expect(session.of('case.notices').length).toBeGreaterThan(0);
  });

  it('say right after a retraction that recipients were given it', async () => {
    let notices: Notice[] = [];
    const session = fakeSession({ open: { 'case.notices': () => notices } });
    await show(<NoticeWatch />);
    await waitFor(() => expect(session.of('case.notices')).toHaveLength(1), { timeout: 2000 });
    notices = [NOTICE];
    session.announce('case.changed', { seq: 9, command: 'statement.retract', tables: ['statement'], charts: [], history: { undo: null, redo: null } });
    await waitFor(() => expect(useNotices.getState().notices).toMatchObject([{ key: 'releases:mustTell', values: { count: 1 } }]), { timeout: 2000 });
  });
});
