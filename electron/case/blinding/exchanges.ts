import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { markText, marksOf } from '../../../shared/briefing/marks';
import type { BlindAnswer, BlindFileView, BlindKinds, BlindWish } from '../../../shared/contract/blinding';
import { Failure } from '../../../shared/contract/failure';
import type { FailureCode } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { ExchangeRecord, Grounds, Hit, Partner } from '../../../shared/model/exchange';
import type { RecipientRecord } from '../../../shared/model/recipient';
import type { ReleaseRecord } from '../../../shared/model/release';
import type { Language } from '../../../shared/values/kind';
import type { Actor } from '../actor';
import { partyOf } from '../blind/file';
import type { Outcome } from '../blind/rounds';
import { NAME_RULES } from '../blind/terms';
import type { Header, Party } from '../blind/terms';
import { signingKeyOf } from '../bundles/identity';
import { failureOfSqlite } from '../db/sqliteFailure';
import type { Progress } from '../importers/watch';
import type { Label } from '../journal';
import { recipientOf } from '../releasable/audience';
import { releaseOf } from '../releasable/record';
import { readSettings } from '../settings';
import { syncFolder } from '../replaceFile';
import type { CaseStore } from '../store';
import { Threads, workerFile } from '../threads';
import type { Patience } from '../guard';
import { ownerOf } from './entries';
import { besideOf, Exchanged } from './exchanged';
import { signerOf } from './signer';
import { resultOf } from './work';
import type { BlindRequest, BlindResult, ListWritten } from './work';

export type Told = (progress: Progress) => void;
/** Runs pieces of work on lists, each under a name and in a thread of its own; rejects with the failures of blindWork. */
export type BlindThreads = Pick<Threads<BlindRequest, BlindResult>, 'run' | 'cancel' | 'cancelAll'>;

/** Who asks, in which language, and what to wait for before the case is written to: a list takes minutes, in which others may have begun to write. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
  readonly quiet?: () => Promise<void>;
}

/** Reading all of a big case once, and what must stay of it, gives no sign of life. */
const PATIENCE: Patience = { still: 600, stopping: 60 };
/** A million entries, their points and what is behind them. */
const LIMITS = { maxOldGenerationSizeMb: 4096 };

const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;
const line = (text: string): string => text.replace(LINE_BREAKS, ' ').trim().slice(0, 300);
const OPEN: ReadonlySet<ExchangeRecord['status']> = new Set(['awaitingAnswer', 'awaitingLast']);

const hitsOf = (outcome: Outcome): readonly Hit[] | null => outcome.hits?.map(({ kind, refs }) => ({ kind, value: ownerOf(refs[0] ?? '').value, entities: refs.map((ref) => ownerOf(ref).entity) })) ?? null;

/**
 * The comparisons of lists between one open case and other services: file by file, with what is kept between them. Each file that is written is on record as a release and in the journal before it
 * has its name; each result is in the journal.
 */
export class Exchanges {
  readonly kept: Exchanged;

  constructor(readonly store: CaseStore, private readonly workstation: WorkstationKeys | null, private readonly threads: BlindThreads = new Threads(store, workerFile('exchange'), PATIENCE, LIMITS)) {
    this.kept = new Exchanged(store.db);
  }

  /** One piece of work on lists. Rejects with the failures of blindWork. */
  run(job: string, request: BlindRequest, told: Told): Promise<BlindResult> {
    return this.threads.run(job, request, told);
  }

  /** As Threads. */
  cancel(job: string): void {
    this.threads.cancel(job);
  }

  cancelAll(): void {
    this.threads.cancelAll();
  }

  /** Throws Failure internal where there are none: nobody compares without a window. */
  get keys(): WorkstationKeys {
    if (this.workstation === null) throw new Failure('internal');
    return this.workstation;
  }

  /** This side, as files name it. */
  us({ service, name }: Actor): Party {
    return partyOf(line(service) || line(name) || '?', line(name), this.keys);
  }

  /** Whom something leaves for; nobody compares with itself. Throws Failure recipientNotFound. */
  partner(about: Pick<ReleaseAbout, 'recipient'>): RecipientRecord {
    if (about.recipient === null) throw new Failure('recipientNotFound');
    return recipientOf(this.store.db, about.recipient);
  }

  /** Ends what is over its time. Then all comparisons and requests, newest first. */
  list(actor: Actor, now: string = new Date().toISOString()): ReturnType<Exchanged['list']> {
    this.expire(actor, now);
    return this.kept.list();
  }

  /** Ends what is over its time: at the latest when the case is opened again. */
  expire(actor: Actor, now: string = new Date().toISOString()): void {
    if (this.store.readOnly || this.store.importing) return;
    for (const each of this.kept.list().exchanges) if (OPEN.has(each.status) && Date.parse(each.expires) <= Date.parse(now)) this.end(each, 'expired', 'blind.expired', actor, now);
  }

  /** What stands on what leaves: the marking of the case. */
  marking(language: Language): string {
    const { db, catalogue } = this.store;
    return markText(marksOf([readSettings(db).marking], catalogue, language));
  }

  private end(record: ExchangeRecord, status: ExchangeRecord['status'], command: string, actor: Actor, at: string): ExchangeRecord {
    const ended: ExchangeRecord = { ...record, status, endedAt: at };
    this.store.exceptional(command, actor, () => {
      this.kept.put(ended, null);
      return { label: { session: record.id }, beside: besideOf(`${record.partner.service}: ${record.subject}`), tables: ['blind_exchange'], charts: [] };
    });
    this.kept.settle();
    return ended;
  }

  /** What could be put in for a partner. */
  async kinds(job: string, scope: BlindWish['scope'], about: Pick<ReleaseAbout, 'recipient' | 'purpose'>, told: Told): Promise<BlindKinds> {
    this.partner(about);
    return resultOf(await this.run(job, { kind: 'kinds', scope, about }, told), 'kinds').kinds;
  }

  /** Writes file 1. Rejects with the failures of blindWork, recipientNotFound, recipientWithoutRights, blindExpired, caseReadOnly, importRunning. */
  async begin(job: string, out: string, wish: BlindWish, asking: Asking, told: Told, at: string = new Date().toISOString()): Promise<ExchangeRecord> {
    this.requireWritable();
    const { scope, about, kinds, tells, sides, most, subject } = wish;
    const recipient = this.partner(about);
    // Until the end of that day, wherever the partner is.
    const expires = new Date(Date.parse(`${wish.until}T23:59:59.999Z`)).toISOString();
    const from = this.us(asking.actor);
    const to: Party = { service: line(recipient.service) || line(recipient.name), person: '', signingKey: recipient.signingKey };
    const terms = { tells, sides, kinds: [...new Set(kinds)], nameRules: NAME_RULES, most, purpose: subject, expires };
    return this.writing(out, async (beside) => {
      const { list } = resultOf(await this.run(job, { kind: 'begin', scope, about, language: asking.language, terms, from, to, keys: this.keys, beside, at }, told), 'list');
      return this.sent(list, null, { ...to, recipient: recipient.id }, about, asking, at);
    });
  }

  /** Answers file 1 with file 2, for the recipient that sent it. Rejects as begin, and with blindReplayed, blindSignature where that recipient's card has another key. */
  async answer(job: string, out: string, path: string, { seen, scope, about }: Omit<BlindAnswer, 'file'>, asking: Asking, told: Told, at: string = new Date().toISOString()): Promise<ExchangeRecord> {
    this.requireWritable();
    const recipient = this.partner(about);
    const answered = this.kept.list().exchanges.map(({ id }) => id);
    return this.writing(out, async (beside) => {
      const { list } = resultOf(await this.run(job, { kind: 'answer', file: path, seen, scope, about, language: asking.language, from: this.us(asking.actor), signer: recipient.signingKey, answered, keys: this.keys, beside, at }, told), 'list');
      return this.sent(list, seen, { ...list.header.to, recipient: recipient.id }, about, asking, at);
    });
  }

  private requireWritable(): void {
    if (this.store.readOnly) throw new Failure('caseReadOnly');
  }

  /** Writes beside `out`, and renames when all is on record: a file that nobody gets is on record then, which is the safe side to err on. */
  async writing<T>(out: string, write: (beside: string) => Promise<T>): Promise<T> {
    const beside = join(dirname(out), `.${basename(out)}.${newId().slice(0, 8)}.new`);
    try {
      const record = await write(beside);
      renameSync(beside, out);
      syncFolder(dirname(out));
      return record;
    } catch (error) {
      throw failureOfSqlite(error, out);
    } finally {
      rmSync(beside, { force: true });
    }
  }

  /** Puts a list that left on record: its release, then in one transaction the journal entry and what is awaited now. */
  private async sent(list: ListWritten, before: string | null, partner: Partner, about: ReleaseAbout, { actor, quiet }: Asking, at: string): Promise<ExchangeRecord> {
    await quiet?.();
    this.kept.requireNothingErased(list.seq);
    const { header, sha256, bytes, state, entries } = list;
    const { terms, session, round } = header;
    const release = this.released(list, about, actor);
    const grounds: Grounds = { purpose: about.purpose, reason: about.reason, basis: about.basis };
    const taken = before === null ? [] : [{ round: 1, sent: false, sha256: before, bytes: 0, at, release: null }];
    const record: ExchangeRecord = {
      what: 'exchange', id: session, role: round === 1 ? 'initiator' : 'responder', status: state === null ? 'done' : round === 1 ? 'awaitingAnswer' : 'awaitingLast', partner,
      tells: terms.tells, sides: terms.sides, kinds: terms.kinds, most: terms.most, subject: terms.purpose, expires: terms.expires, grounds, begunAt: at, endedAt: state === null ? at : null,
      files: [...taken, { round, sent: true, sha256, bytes, at, release: release.id }], entries, outcome: null,
    };
    this.store.exceptional('blind.sent', actor, () => {
      if (this.kept.exchange(session) !== null) throw new Failure('blindReplayed');
      this.kept.put(record, state);
      return { label: this.labelOf(header, sha256), beside: besideOf(`${partner.service}: ${terms.purpose}`, grounds), tables: ['blind_exchange'], charts: [] };
    });
    return record;
  }

  private labelOf({ session, round, terms, counts }: Header, sha256: string): Label {
    return { session, round, sha256, size: round === 3 ? counts.theirs : counts.own, most: terms.most, kinds: terms.kinds.join(' '), tells: terms.tells, sides: terms.sides };
  }

  private released({ header, sha256, bytes, seq, marking, check, permissions }: ListWritten, about: ReleaseAbout, actor: Actor): ReleaseRecord {
    const release = releaseOf(this.store.db, about, actor, { kind: 'blind', format: 'knoopblind', title: header.terms.purpose.slice(0, 1000), marking, sha256, bytes, seq, check: { ...check }, permissions: [...permissions] });
    this.store.execute({ command: 'release.record', args: release }, actor);
    return release;
  }

  /** Whose a file is, what was agreed in it, and whether it can be taken in. Rejects with the failures of readBlind, and blindSignature where nobody signed. */
  async look(job: string, path: string, actor: Actor, told: Told, now: string = new Date().toISOString()): Promise<BlindFileView> {
    const { header, sha256 } = resultOf(await this.run(job, { kind: 'look', file: path }, told), 'look');
    const { from, to, terms, session, round, counts } = header;
    if (from.signingKey === null) throw new Failure('blindSignature');
    const signer = signerOf(this.store.db, this.keys, { service: from.service, signingKey: from.signingKey });
    const exchange = this.list(actor, now).exchanges.find(({ id }) => id === session) ?? null;
    return {
      round, session, at: header.at, sha256, from: { service: from.service, person: from.person }, to: { service: to.service, person: to.person }, tells: terms.tells, sides: terms.sides, kinds: terms.kinds, most: terms.most,
      subject: terms.purpose, expires: terms.expires, atMost: counts.own, signer, exchange, problem: this.problemOf(header, signer.state, exchange, now),
    };
  }

  private problemOf({ from, to, terms, round, before }: Header, signer: BlindFileView['signer']['state'], exchange: ExchangeRecord | null, now: string): FailureCode | null {
    if (signer === 'own') return 'blindRound';
    if (to.signingKey !== null && to.signingKey !== signingKeyOf(this.keys)) return 'blindNotForUs';
    if (Date.parse(terms.expires) <= Date.parse(now)) return 'blindExpired';
    if (terms.nameRules !== NAME_RULES) return 'blindNewer';
    if (round === 1) return exchange === null ? null : 'blindReplayed';
    if (exchange === null) return 'blindNotFound';
    if (exchange.status !== (round === 2 ? 'awaitingAnswer' : 'awaitingLast')) return OPEN.has(exchange.status) || exchange.status === 'done' ? 'blindRound' : 'blindNotFound';
    if (exchange.partner.signingKey !== null && exchange.partner.signingKey !== from.signingKey) return 'blindSignature';
    return exchange.files.findLast(({ sent }) => sent)?.sha256 === before ? null : 'blindSession';
  }

  /** Says no to file 1: nothing is written but that, so that it cannot be answered later by mistake. Rejects as look, and with its problem. */
  async refuse(path: string, reason: string, { actor }: Asking, at: string = new Date().toISOString()): Promise<ExchangeRecord> {
    this.requireWritable();
    const { header, sha256, bytes } = resultOf(await this.run(`refuse ${newId()}`, { kind: 'look', file: path }, () => undefined), 'look');
    const { session, from, terms, round } = header;
    if (round !== 1) throw new Failure('blindRound');
    const recipient = from.signingKey === null ? null : signerOf(this.store.db, this.keys, { service: from.service, signingKey: from.signingKey }).recipient;
    const record: ExchangeRecord = {
      what: 'exchange', id: session, role: 'responder', status: 'refused', partner: { ...from, recipient }, tells: terms.tells, sides: terms.sides, kinds: terms.kinds, most: terms.most, subject: terms.purpose, expires: terms.expires,
      grounds: { purpose: 'internal', reason, basis: '' }, begunAt: at, endedAt: at, files: [{ round: 1, sent: false, sha256, bytes, at, release: null }], entries: null, outcome: null,
    };
    this.store.exceptional('blind.refused', actor, () => {
      if (this.kept.exchange(session) !== null) throw new Failure('blindReplayed');
      this.kept.put(record, null);
      return { label: { session, sha256 }, beside: besideOf(`${from.service}: ${terms.purpose}`, { reason }), tables: ['blind_exchange'], charts: [] };
    });
    return record;
  }

  /**
   * Takes file 2 in, and writes file 3 into `out` where both sides learn; or takes file 3 in. What was learned is kept and the secret erased in one transaction. Rejects with the problem of look, and
   * the failures of conclude and finish; the comparison then waits on.
   */
  async conclude(job: string, path: string, out: string | null, asking: Asking, told: Told, at: string = new Date().toISOString()): Promise<ExchangeRecord> {
    this.requireWritable();
    const { problem, exchange, from, round } = await this.look(job, path, asking.actor, told, at);
    const state = exchange === null ? null : this.kept.stateOf(exchange.id);
    if (problem !== null) throw new Failure(problem);
    if (exchange === null || state === null) throw new Failure('blindNotFound');
    if (round === 3) return this.concluded(exchange, from.person, resultOf(await this.run(job, { kind: 'finish', file: path, state, at }, told), 'outcome'), round, asking, at);
    if (exchange.sides === 'initiator') return this.concluded(exchange, from.person, resultOf(await this.run(job, { kind: 'conclude', file: path, state, keys: this.keys, beside: '', at }, told), 'outcome'), round, asking, at);
    if (out === null) throw new Failure('invalidArguments', { name: 'case.concludeBlind', where: 'out' });
    return this.writing(out, async (beside) => this.concluded(exchange, from.person, resultOf(await this.run(job, { kind: 'conclude', file: path, state, keys: this.keys, beside, at }, told), 'outcome'), round, asking, at));
  }

  private async concluded(exchange: ExchangeRecord, person: string, { outcome, taken, written }: Extract<BlindResult, { kind: 'outcome' }>, round: number, { actor, language, quiet }: Asking, at: string): Promise<ExchangeRecord> {
    await quiet?.();
    const { grounds, partner, subject } = exchange;
    // File 3 holds the partner's own points, given back: it is let out under what was said for the list.
    const release = written === null ? null : releaseOf(this.store.db, { recipient: partner.recipient, ...grounds, copyNumber: '', expires: null }, actor, { kind: 'blind', format: 'knoopblind', title: subject.slice(0, 1000), marking: this.marking(language), ...written, seq: this.store.seq });
    if (release !== null) this.store.execute({ command: 'release.record', args: release }, actor);
    const hits = hitsOf(outcome);
    const record: ExchangeRecord = {
      ...exchange, partner: { ...partner, person: partner.person || person }, status: 'done', endedAt: at,
      files: [...exchange.files, { round, sent: false, ...taken, at, release: null }, ...(written === null ? [] : [{ round: 3, sent: true, ...written, at, release: release?.id ?? null }])],
      outcome: { count: outcome.count, othersAtMost: outcome.othersAtMost, hits: hits === null ? null : [...hits] },
    };
    this.store.exceptional('blind.concluded', actor, () => {
      if (this.kept.stateOf(exchange.id) === null) throw new Failure('cancelled');
      this.kept.put(record, null);
      return { label: { session: exchange.id, round, sha256: taken.sha256, ...(written === null ? {} : { answered: written.sha256 }), hits: outcome.count, othersAtMost: outcome.othersAtMost, tells: exchange.tells }, beside: besideOf(`${partner.service}: ${subject}`, grounds), tables: ['blind_exchange'], charts: [] };
    });
    this.kept.settle();
    return record;
  }

  /** Ends a comparison here and erases its secret. Throws Failure blindNotFound, also where it has ended. */
  abandon(id: string, actor: Actor): ExchangeRecord {
    const record = this.kept.exchange(id);
    if (record === null || !OPEN.has(record.status)) throw new Failure('blindNotFound');
    return this.end(record, 'cancelled', 'blind.cancelled', actor, new Date().toISOString());
  }
}
