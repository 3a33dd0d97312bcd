import { v7 as newId } from 'uuid';
import type { AskWish } from '../../../shared/contract/blinding';
import { Failure } from '../../../shared/contract/failure';
import type { AskRecord, ExchangeRecord, Partner } from '../../../shared/model/exchange';
import type { Id } from '../../../shared/model/ids';
import type { RecipientRecord } from '../../../shared/model/recipient';
import type { Actor } from '../actor';
import { audienceOf } from '../releasable/audience';
import { releaseOf } from '../releasable/record';
import { readAsk, writeAsk } from './askFile';
import type { AskBody } from './askFile';
import { entriesOf, ownerOf } from './entries';
import { besideOf } from './exchanged';
import type { Asking, Exchanges } from './exchanges';
import { signerOf } from './signer';
import type { Signer } from './signer';
import { resultOf } from './work';

const quiet = (): undefined => undefined;

/** Requests for information between services about what a comparison found: those sent, and those that came in. */
export class Asks {
  constructor(private readonly exchanges: Exchanges) {}

  /** Entries of the chosen entities that hit, as far as the gate lets them go to this partner now. Throws Failure nothingToRequest. */
  private subjectsOf({ outcome }: ExchangeRecord, { entities, about }: AskWish): { readonly subjects: AskBody['subjects']; readonly own: AskRecord['subjects'] } {
    const { db, catalogue } = this.exchanges.store;
    const chosen = new Set(entities);
    const hits = new Map<Id, Set<string>>();
    for (const { kind, value, entities: owners } of outcome?.hits ?? []) for (const id of owners) if (chosen.has(id)) hits.set(id, (hits.get(id) ?? new Set()).add(`${kind} ${value}`));
    const found = new Map<Id, { kind: string; value: string }[]>();
    // Both have it, but that it belongs to one thing here is said anew: only where it may be.
    for (const { kind, value, ref } of entriesOf(db, catalogue, { kind: 'entities', ids: [...chosen] }, audienceOf(db, about)).entries) {
      const { entity } = ownerOf(ref);
      if (hits.get(entity)?.has(`${kind} ${value}`) === true) found.set(entity, [...(found.get(entity) ?? []), { kind, value }]);
    }
    if (found.size === 0) throw new Failure('nothingToRequest');
    // In an order that says nothing of ours.
    const listed = [...found].map(([id, entries]) => ({ id, entries: entries.toSorted((a, b) => (`${a.kind} ${a.value}` < `${b.kind} ${b.value}` ? -1 : 1)) })).sort((a, b) => ((a.entries[0]?.value ?? '') < (b.entries[0]?.value ?? '') ? -1 : 1));
    return { subjects: listed.map(({ entries }) => ({ entries })), own: listed.map(({ id, entries }) => ({ kinds: [...new Set(entries.map(({ kind }) => kind))], entities: [id] })) };
  }

  private partnerOf(exchange: ExchangeRecord, wish: AskWish): { readonly recipient: RecipientRecord; readonly key: string; readonly partner: Partner } {
    const recipient = this.exchanges.partner(wish.about);
    if (exchange.partner.recipient !== recipient.id) throw new Failure('recipientNotFound');
    if (recipient.encryptionKey === null) throw new Failure('cardInvalid', { file: recipient.name });
    return { recipient, key: recipient.encryptionKey, partner: { ...exchange.partner, signingKey: exchange.partner.signingKey ?? recipient.signingKey } };
  }

  /**
   * Writes a sealed request about hits into `out`, on record as a release before it has its name. Rejects with blindNotFound, nothingToRequest, recipientNotFound, recipientWithoutRights, cardInvalid where the
   * partner's card is not known, withheldFound where the words hold what must stay, diskFull, folderReadOnly, caseReadOnly, importRunning.
   */
  async send(out: string, wish: AskWish, { actor, language, quiet: settled }: Asking, at: string = new Date().toISOString()): Promise<AskRecord> {
    const { store, kept, keys } = this.exchanges;
    if (store.readOnly) throw new Failure('caseReadOnly');
    const exchange = kept.exchange(wish.exchange);
    if (exchange === null || exchange.outcome === null) throw new Failure('blindNotFound');
    const { recipient, key, partner } = this.partnerOf(exchange, wish);
    const { seq } = store;
    const { subjects, own } = this.subjectsOf(exchange, wish);
    const { about, question, urgency, wantedBy } = wish;
    const grounds = { purpose: about.purpose, reason: about.reason, basis: about.basis };
    const from = this.exchanges.us(actor);
    const { searched } = resultOf(await this.exchanges.run(`ask ${newId()}`, { kind: 'text', about, text: [question, about.reason, about.basis].join('\n'), names: [from.service, from.person, recipient.name, recipient.service] }, quiet), 'text');
    await settled?.();
    kept.requireNothingErased(seq);
    const body: AskBody = { format: 'knoop-ask', version: 1, id: newId(), session: exchange.id, from, to: { service: partner.service, person: partner.person, signingKey: partner.signingKey }, at, question, ...grounds, urgency, wantedBy, subjects };
    return this.exchanges.writing(out, async (beside) => {
      const { sha256, bytes } = await writeAsk(beside, body, keys, key);
      const release = releaseOf(store.db, about, actor, { kind: 'ask', format: 'knoopask', title: question.slice(0, 200), marking: this.exchanges.marking(language), sha256, bytes, seq: store.seq, check: { searched, withheld: 0 } });
      store.execute({ command: 'release.record', args: release }, actor);
      const record: AskRecord = { what: 'ask', id: body.id, direction: 'sent', exchange: exchange.id, partner, at, question, grounds, urgency, wantedBy, subjects: own, status: 'open', endedAt: null, answer: '', release: release.id, sha256 };
      this.note('blind.asked', record, { subjects: own.length, urgency, sha256 }, actor);
      return record;
    });
  }

  /** Writes a record with its journal entry, in one transaction. */
  private note(command: string, record: AskRecord, label: Readonly<Record<string, string | number>>, actor: Actor): void {
    const { store, kept } = this.exchanges;
    store.exceptional(command, actor, () => {
      kept.put(record);
      return { label: { request: record.id, ...label }, beside: besideOf(record.partner.service, { reason: record.answer === '' ? record.grounds.reason : record.answer, basis: record.grounds.basis }), tables: ['blind_exchange'], charts: [] };
    });
  }

  /**
   * Opens a partner's request, finds what here it is about, and puts it among those that came in; one that was opened before is shown as it stands. Rejects with the failures of readAsk, and blindRound for one of
   * our own.
   */
  async open(path: string, { actor, quiet: settled }: Asking, at: string = new Date().toISOString()): Promise<{ readonly ask: AskRecord; readonly signer: Signer; readonly taken: boolean }> {
    const { store, kept, keys } = this.exchanges;
    const { body, sha256 } = await readAsk(path, keys);
    const { from, question, purpose, reason, basis, urgency, wantedBy } = body;
    const signer = signerOf(store.db, keys, { service: from.service, signingKey: from.signingKey ?? '' });
    if (signer.state === 'own') throw new Failure('blindRound');
    const known = kept.ask(body.id);
    if (known !== null) return { ask: known, signer, taken: true };
    if (store.readOnly) throw new Failure('caseReadOnly');
    const sought = body.subjects.flatMap(({ entries }) => entries);
    const { found } = resultOf(await this.exchanges.run(`find ${newId()}`, { kind: 'find', sought }, quiet), 'find');
    await settled?.();
    let place = 0;
    const subjects = body.subjects.map(({ entries }) => {
      const entities = new Set(found.slice(place, (place += entries.length)).flat());
      return { kinds: [...new Set(entries.map(({ kind }) => kind))], entities: [...entities] };
    });
    const record: AskRecord = {
      what: 'ask', id: body.id, direction: 'received', exchange: body.session, partner: { ...from, recipient: signer.recipient }, at: body.at, question, grounds: { purpose, reason, basis }, urgency, wantedBy, subjects, status: 'open',
      endedAt: null, answer: '', release: null, sha256,
    };
    this.note('blind.askedOfUs', record, { subjects: subjects.length, urgency, sha256, at }, actor);
    return { ask: record, signer, taken: false };
  }

  /** Ends a request: answered by a release, or refused for a reason. Throws Failure blindNotFound, also where it has ended. */
  end(id: Id, { status, answer, release }: Pick<AskRecord, 'status' | 'answer' | 'release'>, actor: Actor, at: string = new Date().toISOString()): AskRecord {
    const record = this.exchanges.kept.ask(id);
    if (record === null || record.status !== 'open') throw new Failure('blindNotFound');
    const ended: AskRecord = { ...record, status, answer, release: record.direction === 'sent' ? record.release : release, endedAt: at };
    this.note('blind.askEnded', ended, { status, ...(release === null ? {} : { release }) }, actor);
    return ended;
  }
}
