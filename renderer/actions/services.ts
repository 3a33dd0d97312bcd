import { mdiFileLockOpenOutline, mdiHandshakeOutline } from '@mdi/js';
import { create } from 'zustand';
import type { ChosenFile } from '../../shared/contract';
import type { AskWish, BlindAnswer, BlindFileView, BlindKinds, BlindWish } from '../../shared/contract/blinding';
import type { AskRecord, ExchangeRecord } from '../../shared/model/exchange';
import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { aboutFor, OWN_USE } from '../ui/release';
import { caseIsOpen, type Action } from './action';
import { isBundle, presetBundle, showBundle, STOPPED } from './bundles';
import { attempt, openCaseClient } from './execute';
import { changeSession, showPanel } from './session';
import { watched } from './watched';

const BLIND_ENDING = '.knoopblind';
export const ASK_ENDING = '.knoopask';
const endsIn = (ending: string) => ({ name }: { readonly name: string }): boolean => name.toLowerCase().endsWith(ending);
export const isAsk = endsIn(ASK_ENDING);
/** A file that services exchange to compare lists or to ask about what was found. */
export const isExchanged = (file: { readonly name: string }): boolean => endsIn(BLIND_ENDING)(file) || isAsk(file);

/** What the dialogs and the panel of other services show. */
export const useServices = create<{
  /** The file that is looked at. */
  readonly file: ChosenFile | null;
  /** Hits that are asked about: a comparison, and entities of ours. */
  readonly asking: { readonly exchange: ExchangeRecord; readonly entities: readonly string[] } | null;
  /** The comparison or request that stands open in the panel. */
  readonly shown: string | null;
}>(() => ({ file: null, asking: null, shown: null }));

/** Shows a file of another service, before anything is done with it. */
export function showExchanged(file: ChosenFile): void {
  useServices.setState({ file });
  changeSession({ dialog: 'openExchanged' });
}

export async function chooseExchanged(): Promise<void> {
  const file = await attempt(() => appClient['app.chooseExchanged']({}));
  // The answer to a request is a bundle.
  if (file) (isBundle(file) ? showBundle : showExchanged)(file);
}

/** Brings the panel to the front with one comparison or request open. */
export function showExchange(id: string): void {
  useServices.setState({ shown: id });
  showPanel('services');
}

/** What could be put in for a partner, shown as work. Rejects with the failures of case.blindKinds. */
export function countKinds(scope: BlindWish['scope'], about: BlindWish['about']): Promise<BlindKinds> {
  return watched('services:counting', {}, (job) => openCaseClient()['case.blindKinds']({ job, scope, about: { recipient: about.recipient, purpose: about.purpose } }), STOPPED);
}

/** Asks for a file and writes our list into it; minutes for long ones, shown in the status bar with cancel. */
export async function beginComparison(wish: BlindWish, service: string, title: string): Promise<void> {
  const done = await attempt(() => watched('services:blinding', { service }, (job) => appClient['app.beginBlind']({ ...wish, job, title }), STOPPED));
  if (!done) return;
  notify('services:begun', { name: done.name, service }, 'success');
  showExchange(done.exchange.id);
}

/** Asks for a file and answers a partner's list with ours. */
export async function answerComparison(answer: BlindAnswer, service: string, title: string): Promise<void> {
  const done = await attempt(() => watched('services:blinding', { service }, (job) => appClient['app.answerBlind']({ ...answer, job, title }), STOPPED));
  if (!done) return;
  notify(done.exchange.status === 'done' ? 'services:answeredOnly' : 'services:answered', { name: done.name, service }, 'success');
  showExchange(done.exchange.id);
}

export async function refuseComparison(file: string, reason: string): Promise<boolean> {
  const done = await attempt(() => openCaseClient()['case.refuseBlind']({ file, reason }));
  if (done) notify('services:refused', { service: done.partner.service });
  return done !== undefined;
}

/** Takes a partner's answer in, asks for a file where one goes back, and shows what was found. */
export async function concludeComparison(file: ChosenFile, { round, sides, from }: BlindFileView, title: string): Promise<void> {
  const done = await attempt(() => watched('services:comparing', { service: from.service }, (job) => appClient['app.concludeBlind']({ job, file: file.token, title, writes: round === 2 && sides === 'both' }), STOPPED));
  if (!done) return;
  const count = done.exchange.outcome?.count ?? 0;
  notify(done.name === '' ? 'services:found' : 'services:foundAndWritten', { count, service: from.service, name: done.name }, 'success');
  showExchange(done.exchange.id);
}

export async function endComparison(id: string): Promise<void> {
  await attempt(() => openCaseClient()['case.cancelBlind']({ id }));
}

/** Begins a request about hits: the dialog asks what for and why. */
export function askAbout(exchange: ExchangeRecord, entities: readonly string[]): void {
  useServices.setState({ asking: { exchange, entities } });
  changeSession({ dialog: 'askPartner' });
}

/** Asks for a file and writes the sealed request into it. */
export async function sendAsk(wish: AskWish, service: string, title: string): Promise<void> {
  const done = await attempt(() => appClient['app.sendAsk']({ ...wish, title }));
  if (!done) return;
  notify('services:asked', { name: done.name, service }, 'success');
  showExchange(done.ask.id);
}

/** Ends a request of ours or of a partner. */
export async function endAsk(id: string, status: 'answered' | 'refused', answer: string, release: string | null = null): Promise<boolean> {
  return (await attempt(() => openCaseClient()['case.endAsk']({ id, status, answer, release }))) !== undefined;
}

/** Answers a partner's request with a bundle: the dialog for bundles comes up with what was asked about and for whom. The request is answered when the bundle is made. */
export async function answerWithBundle(ask: AskRecord): Promise<void> {
  const recipients = (await attempt(() => openCaseClient()['case.recipients']({}))) ?? [];
  const recipient = recipients.find(({ id, signingKey }) => id === ask.partner.recipient || (signingKey !== null && signingKey === ask.partner.signingKey));
  const about = recipient === undefined ? OWN_USE : aboutFor(recipient);
  presetBundle({ ids: [...new Set(ask.subjects.flatMap(({ entities }) => entities))], about, made: (release) => void endAsk(ask.id, 'answered', '', release.id) });
}

export const servicesActions: readonly Action[] = [
  { id: 'services.compare', labelKey: 'compareServices', icon: mdiHandshakeOutline, enabled: (context) => caseIsOpen(context) && context.session.viewingAs === null, run: () => changeSession({ dialog: 'compareLists' }) },
  { id: 'services.open', labelKey: 'openExchanged', icon: mdiFileLockOpenOutline, enabled: caseIsOpen, run: chooseExchanged },
];
