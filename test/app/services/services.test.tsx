import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { queueImport } from '../../../renderer/actions/caseActions';
import { useServices } from '../../../renderer/actions/services';
import { changeSession, session } from '../../../renderer/actions/session';
import { MakeBundleDialog } from '../../../renderer/features/bundles/MakeBundleDialog';
import { ServicesDialogs } from '../../../renderer/features/services/ServicesDialogs';
import { ServicesPanel } from '../../../renderer/features/services/ServicesPanel';
import { minutesFor, sizeFor } from '../../../renderer/features/services/words';
import type { BlindFileView } from '../../../shared/contract/blinding';
import type { AskRecord, ExchangeRecord } from '../../../shared/model/exchange';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { fakeSession } from '../fakeSession';
import { show } from '../show';

afterEach(() => {
  cleanup();
  useServices.setState({ file: null, asking: null, shown: null });
});

const RECIPIENT: RecipientRecord = { id: '01930000-0000-7000-8000-00000000000a', name: 'Douane', service: 'Douane Gent', purpose: 'operational', language: null, rights: { allowedHandling: {}, maximumMarkings: [] }, permissions: [], encryptionKey: 'age1x', signingKey: 'k', retired: false };
const SESSION = '6c7cbe9e-1a51-4c0f-9e1c-0f6a3c2b1a00';
const ENTITY = { id: '01930000-0000-7000-8000-0000000000e1', type: 'person', caption: 'El Bakraoui, Ibrahim', key: '1986-10-09', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false };
const EXCHANGE: ExchangeRecord = {
  what: 'exchange', id: SESSION, role: 'initiator', status: 'awaitingAnswer', partner: { service: 'Douane Gent', person: '', signingKey: 'k', recipient: RECIPIENT.id }, tells: 'entries', sides: 'both', kinds: ['phone', 'nameBirth'], most: 1000, subject: 'Dossier Kade',
  expires: '2099-01-01T23:59:59.999Z', grounds: { purpose: 'operational', reason: 'dossier', basis: 'art. 1' }, begunAt: '2026-11-22T08:00:00.000Z', endedAt: null, files: [{ round: 1, sent: true, sha256: 'ab'.repeat(32), bytes: 10, at: '2026-11-22T08:00:00.000Z', release: null }], entries: 3, outcome: null,
};
const DONE: ExchangeRecord = { ...EXCHANGE, status: 'done', outcome: { count: 1, othersAtMost: 100, hits: [{ kind: 'nameBirth', value: 'x', entities: [ENTITY.id] }] } };
const ASK: AskRecord = { what: 'ask', id: '01930000-0000-7000-8000-0000000000f1', direction: 'received', exchange: SESSION, partner: { service: 'Douane Gent', person: 'M. Dubois', signingKey: 'k', recipient: RECIPIENT.id }, at: '2026-11-22T08:00:00.000Z', question: 'Waarvan kent u hem?', grounds: EXCHANGE.grounds, urgency: 'urgent', wantedBy: '2099-01-01', subjects: [{ kinds: ['nameBirth'], entities: [ENTITY.id] }], status: 'open', endedAt: null, answer: '', release: null, sha256: 'cd'.repeat(32) };
const SEEN: BlindFileView = {
  round: 1, session: SESSION, at: '2026-11-22T08:00:00.000Z', sha256: 'ef'.repeat(32), from: { service: 'Douane Gent', person: 'M. Dubois' }, to: { service: 'Taskforce', person: '' }, tells: 'entries', sides: 'both', kinds: ['phone', 'nameBirth'], most: 1000, subject: 'Dossier Kade', expires: '2099-01-01T23:59:59.999Z', atMost: 200,
  signer: { state: 'known', fingerprint: 'aa bb', recipient: RECIPIENT.id }, exchange: null, problem: null,
};
const KINDS = { kinds: [{ kind: 'phone', entries: 2, usual: true }, { kind: 'nameBirth', entries: 1, usual: true }, { kind: 'nameWhole', entries: 1, usual: false }], entities: 3, withheld: 4 };
const FILE = { token: 't1', name: '2.knoopblind', bytes: 10 };

describe('the panel between services', () => {
  it('says what to do when there is nothing yet', async () => {
    fakeSession({ open: { 'case.blindExchanges': () => ({ exchanges: [], asks: [] }) } });
    await show(<ServicesPanel />);
    expect(await screen.findByText('Nog niets vergeleken')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Lijsten vergelijken …' }));
    expect(session().dialog).toBe('compareLists');
  });

  it('says what is awaited, and ends only when that was confirmed', async () => {
    const { of } = fakeSession({ open: { 'case.blindExchanges': () => ({ exchanges: [EXCHANGE], asks: [] }), 'case.cancelBlind': () => ({ ...EXCHANGE, status: 'cancelled' }) } });
    await show(<ServicesPanel />);
    expect(await screen.findByText('Bestand 1 is geschreven. Bezorg het aan Douane Gent, en open hier hun bestand 2.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Douane Gent/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Beëindigen …' }));
    const dialog = await screen.findByRole('dialog');
    expect(of('case.cancelBlind')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Beëindigen' }));
    await waitFor(() => expect(of('case.cancelBlind')).toEqual([{ id: SESSION }]));
  });

  it('shows hits as entities and asks about the chosen ones only', async () => {
    fakeSession({ open: { 'case.blindExchanges': () => ({ exchanges: [DONE], asks: [] }), 'case.blindHits': () => ({ hits: [{ entity: ENTITY, kinds: ['nameBirth'] }], gone: 1 }) } });
    await show(<ServicesPanel />);
    fireEvent.click(await screen.findByRole('button', { name: /Douane Gent/ }));
    expect(await screen.findByText('El Bakraoui, Ibrahim')).toBeTruthy();
    expect(screen.getByText(/Een treffer is een reden om te vragen, geen bewijs/)).toBeTruthy();
    expect(screen.getByText('1 treffer staat niet meer in de zaak.')).toBeTruthy();
    const ask = screen.getByRole<HTMLButtonElement>('button', { name: 'Informatie vragen …' });
    expect(ask.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'El Bakraoui, Ibrahim' }));
    fireEvent.click(screen.getByRole('button', { name: 'Informatie vragen over 1 treffer …' }));
    expect([session().dialog, useServices.getState().asking?.entities]).toEqual(['askPartner', [ENTITY.id]]);
  });

  it('shows only the number where no more was agreed', async () => {
    fakeSession({ open: { 'case.blindExchanges': () => ({ exchanges: [{ ...DONE, tells: 'number', outcome: { count: 2, othersAtMost: 100, hits: null } }], asks: [] }) } });
    await show(<ServicesPanel />);
    expect(await screen.findByText('2 van onze 3 vermeldingen staan ook bij Douane Gent. Welke, is niet afgesproken.')).toBeTruthy();
  });

  it('answers a request with a bundle of what is meant, for who asked', async () => {
    const { of } = fakeSession({
      app: { 'app.writeBundle': () => null },
      open: { 'case.blindExchanges': () => ({ exchanges: [], asks: [ASK] }), 'case.askedEntities': () => [{ kinds: ['nameBirth'], entities: [ENTITY] }], 'case.recipients': () => [RECIPIENT] },
    });
    await show(<><ServicesPanel /><MakeBundleDialog /></>);
    fireEvent.click(await screen.findByRole('button', { name: /Douane Gent/ }));
    expect(await screen.findByText('El Bakraoui, Ibrahim')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Met een bundel antwoorden …' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText<HTMLInputElement>('De selectie: 1 entiteit').checked).toBe(true);
    await waitFor(() => expect(within(dialog).getByLabelText<HTMLSelectElement>('Bestemd voor').value).toBe(RECIPIENT.id));
    fireEvent.change(within(dialog).getByLabelText('Reden (verplicht)'), { target: { value: 'antwoord' } });
    fireEvent.change(within(dialog).getByLabelText('Wettelijke grond (verplicht)'), { target: { value: 'art. 1' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bestand kiezen en maken' }));
    await waitFor(() => expect(of('app.writeBundle')).toMatchObject([{ scope: { kind: 'entities', ids: [ENTITY.id] }, about: { recipient: RECIPIENT.id } }]));
    // The dialog for the file was cancelled: the request is not answered.
    expect(of('case.endAsk')).toEqual([]);
  });

  it('refuses a request for a reason', async () => {
    const { of } = fakeSession({ open: { 'case.blindExchanges': () => ({ exchanges: [], asks: [ASK] }), 'case.askedEntities': () => [{ kinds: ['nameBirth'], entities: [] }], 'case.endAsk': () => ({ ...ASK, status: 'refused' }) } });
    await show(<ServicesPanel />);
    fireEvent.click(await screen.findByRole('button', { name: /Douane Gent/ }));
    expect(await screen.findByText(/Niets in deze zaak past bij de vraag/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Weigeren …' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'lopend onderzoek' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Weigeren' }));
    await waitFor(() => expect(of('case.endAsk')).toEqual([{ id: ASK.id, status: 'refused', answer: 'lopend onderzoek', release: null }]));
  });
});

describe('comparing', () => {
  it('counts for the partner, and begins only when everything was said', async () => {
    const { of } = fakeSession({ app: { 'app.beginBlind': () => ({ exchange: EXCHANGE, name: '1.knoopblind' }) }, open: { 'case.recipients': () => [RECIPIENT], 'case.blindKinds': () => KINDS } });
    changeSession({ dialog: 'compareLists' });
    await show(<ServicesDialogs />);
    const dialog = await screen.findByRole('dialog');
    const begin = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Bestand kiezen en maken' });
    await within(dialog).findByRole('option', { name: 'Douane · Douane Gent' });
    fireEvent.change(within(dialog).getByLabelText('Bestemd voor'), { target: { value: RECIPIENT.id } });
    expect((await within(dialog).findByLabelText<HTMLInputElement>(/Telefoonnummer/)).checked).toBe(true);
    expect(within(dialog).getByLabelText<HTMLInputElement>(/Volledige naam/).checked).toBe(false);
    expect(within(dialog).getByText('4 gegevens mag deze dienst niet weten en staan niet in de lijst.')).toBeTruthy();
    expect(of('case.blindKinds')).toMatchObject([{ scope: { kind: 'case' }, about: { recipient: RECIPIENT.id, purpose: 'operational' } }]);
    fireEvent.change(within(dialog).getByLabelText('Reden (verplicht)'), { target: { value: 'dossier' } });
    fireEvent.change(within(dialog).getByLabelText('Wettelijke grond (verplicht)'), { target: { value: 'art. 1' } });
    expect(begin.disabled).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('Waarvoor, zoals de andere dienst het leest'), { target: { value: 'Dossier Kade' } });
    expect(begin.disabled).toBe(false);
    fireEvent.click(within(dialog).getByLabelText('Alleen wij: alleen hoeveel Douane Gent ook heeft, niet welke'));
    fireEvent.click(begin);
    await waitFor(() => expect(of('app.beginBlind')).toMatchObject([{ kinds: ['phone', 'nameBirth'], tells: 'number', sides: 'initiator', most: 1000, subject: 'Dossier Kade', about: { recipient: RECIPIENT.id, reason: 'dossier', basis: 'art. 1' }, title: 'Vergelijking Douane Gent 1' }]));
    expect(await screen.findByText('1.knoopblind is gemaakt. Bezorg het aan Douane Gent en wacht op bestand 2.')).toBeTruthy();
  });

  it('answers an unknown key only when its fingerprint was compared', async () => {
    const { of } = fakeSession({ app: { 'app.answerBlind': () => null }, open: { 'case.recipients': () => [{ ...RECIPIENT, signingKey: null }], 'case.blindKinds': () => KINDS, 'case.blindFile': () => ({ ...SEEN, signer: { ...SEEN.signer, state: 'new' } }) } });
    queueImport([{ ...FILE, name: '1.KNOOPBLIND' }]);
    expect([session().dialog, session().importing]).toEqual(['openExchanged', []]);
    await show(<ServicesDialogs />);
    expect(await screen.findByText(/Niemand kent deze sleutel hier al/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Reden (verplicht)'), { target: { value: 'verzoek' } });
    fireEvent.change(screen.getByLabelText('Wettelijke grond (verplicht)'), { target: { value: 'art. 1' } });
    await screen.findByText('4 gegevens mag deze dienst niet weten en staan niet in de lijst.');
    const answer = screen.getByRole<HTMLButtonElement>('button', { name: 'Bestand kiezen en antwoorden' });
    expect(answer.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('Ik heb Douane Gent gebeld en de vingerafdruk vergeleken'));
    expect(answer.disabled).toBe(false);
    fireEvent.click(answer);
    await waitFor(() => expect(of('app.answerBlind')).toMatchObject([{ file: 't1', seen: SEEN.sha256, scope: { kind: 'case' }, about: { recipient: RECIPIENT.id, reason: 'verzoek' } }]));
  });

  it('shows why a file is not taken in, and offers nothing else', async () => {
    fakeSession({ open: { 'case.blindFile': () => ({ ...SEEN, round: 2, problem: 'blindSession' }) } });
    queueImport([FILE]);
    await show(<ServicesDialogs />);
    expect(await screen.findByText(/hoort bij een andere vergelijking/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Vergelijken/ })).toBeNull();
  });

  it('writes a file back only where both learn', async () => {
    const { of } = fakeSession({ app: { 'app.concludeBlind': () => ({ exchange: DONE, name: '' }) }, open: { 'case.blindFile': () => ({ ...SEEN, round: 2, sides: 'initiator', exchange: EXCHANGE }) } });
    queueImport([FILE]);
    await show(<ServicesDialogs />);
    fireEvent.click(await screen.findByRole('button', { name: 'Vergelijken' }));
    await waitFor(() => expect(of('app.concludeBlind')).toMatchObject([{ file: 't1', writes: false }]));
    expect(await screen.findByText('1 treffer bij Douane Gent.')).toBeTruthy();
  });

  it('knows sizes and how long they take', () => {
    expect([sizeFor(1), sizeFor(100), sizeFor(101), sizeFor(99_999), sizeFor(5_000_000)]).toEqual([100, 100, 200, 100_000, 1_000_000]);
    expect([minutesFor(1000), minutesFor(200_000)]).toEqual([0, 7]);
  });
});
