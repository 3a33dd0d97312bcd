import type { Doubt, MappedRow } from '../../../../../shared/mapping/mapRow';
import type { RecordPlan } from '../../../../../shared/mapping/recordPlan';
import { oneLine } from '../../../../../shared/values/written';
import type { StoredValue } from '../../../../../shared/values/kind';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import { EXACT } from './exact';
import { bodyOf, isIbanShaped, NOBODY } from './parties';
import type { AccountSaid, PartySaid } from './parties';

export type Named = readonly (readonly [name: string, text: string])[];

/** One booking of a statement, seen from its account. */
export interface Movement {
  readonly line: number;
  readonly own: AccountSaid;
  readonly party: PartySaid;
  /** Money came in. */
  readonly credit: boolean;
  /** Null where the file gives none. */
  readonly amount: StoredValue | null;
  readonly booked: StoredValue | null;
  readonly valued: StoredValue | null;
  readonly structured: readonly StoredValue[];
  /** Properties of the payment. */
  readonly said: Named;
  /** What has no property, under the file's own names. */
  readonly other: Named;
  /** It has an id that no other payment in the world has: told again, it is the same. */
  readonly unique?: boolean;
}

const compact = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
const clip = (text: string): string => text.slice(0, 200);

interface Link { readonly draft: LinkDraft; readonly from: number; readonly to: number }

/**
 * Says what a statement says in entities and links:
 * - its account and every account it names are bank accounts, known by IBAN or number; the names beside them are the holders' as the bank wrote them;
 * - a holder becomes an entity of its own only where the file tells what it is: a legal form in the name or an enterprise number (a body), a date
 *   of birth or national number (a person). All other names stay with the account: a bank line never tells a person from a shop;
 * - a counterparty with a name and no account is an account of which only the holder's name is known. Within the file, the same name across the
 *   same account is one, since it is the statement's own label; nothing joins it to any other file;
 * - a booking without any counterparty (charges, interest, cash) is a payment entity, linked as all money is, so that what came in and went
 *   out of the account in the chart is what the statement says. No "bank" is made up to be its other end.
 */
export class BankRecords {
  private readonly plan: RecordPlan;

  constructor(private readonly context: ReadingContext) {
    this.plan = { ...context.plan, ...EXACT };
  }

  /** What the statement says of its account: balances, numbers, period. */
  statement(line: number, own: AccountSaid, other: Named, enterprise = ''): RecordOutcome {
    const account = this.account(own);
    for (const [name, text] of other) account.other(name, text);
    const party: PartySaid = { name: own.holder ?? '', account: own, enterprise };
    const holder = this.holder(party);
    const mapped = recordOf({
      entities: [account, ...(holder === null ? [] : [holder])],
      links: holder === null ? [] : [{ draft: new LinkDraft(this.context.catalogue, this.plan, 'accountHolder'), from: 1, to: 0 }],
    });
    return { kind: 'row', row: line, cells: [own.number, own.holder ?? '', ...other.map(([name, text]) => clip(`${name} ${text}`))].slice(0, 20), mapped: this.joined(mapped, holder === null ? [] : [[1, party]]) };
  }

  /** What one booking says. */
  payment(told: Movement): RecordOutcome {
    // A bank's own booking may name the account itself as its other end: no other end is known then, and what came or went is still to be seen.
    const itself = told.party.account.number !== '' && compact(told.party.account.number) === compact(told.own.number);
    const movement: Movement = itself ? { ...told, party: NOBODY, other: [...told.other, ['Counterparty', `${told.party.account.number} ${told.party.name}`], ...(told.party.other ?? [])] } : told;
    const { own, party, credit, amount, booked, valued } = movement;
    const entities: EntityDraft[] = [this.account(own).mention()];
    const links: Link[] = [];
    const joins: [number, PartySaid][] = [];
    const holder = this.holder(party);
    if (party.account.number !== '') {
      const account = this.account({ ...party.account, holder: party.name });
      for (const [name, text] of party.other ?? []) account.other(name, text);
      entities.push(account);
      if (holder !== null) {
        entities.push(holder);
        joins.push([2, party]);
        links.push({ draft: new LinkDraft(this.context.catalogue, this.plan, 'accountHolder'), from: 2, to: 1 });
      }
    } else if (holder !== null) {
      entities.push(holder);
      for (const [name, text] of party.other ?? []) holder.other(name, text);
      holder.other('BIC', party.account.bic);
      holder.other('Bank', party.account.bank);
      holder.other('Address', party.account.address);
    } else if (party.name !== '') {
      const named = this.account({ ...party.account, holder: party.name }, `${compact(own.number)}\u0000${oneLine(party.name).toUpperCase()}`);
      for (const [name, text] of party.other ?? []) named.other(name, text);
      entities.push(named);
    } else {
      entities.push(this.event(movement));
    }
    links.unshift({ draft: this.paid(movement), from: credit ? 1 : 0, to: credit ? 0 : 1 });
    const mapped = recordOf({ entities, links });
    const doubts = [amount, booked, valued, ...movement.structured].flatMap((value): Doubt[] => (value?.doubt === undefined ? [] : [{ column: 0, code: value.doubt, text: clip(value.raw ?? value.v) }]));
    const text = movement.said.find(([property]) => property === 'communication')?.[1] ?? '';
    return {
      kind: 'row', row: movement.line,
      cells: [own.number, booked?.raw ?? booked?.v ?? '', `${credit ? '+' : '-'}${amount?.v ?? ''}`, party.account.number, party.name, ...movement.structured.map((each) => each.v), text].map(clip),
      mapped: this.joined({ ...mapped, doubts: [...mapped.doubts, ...doubts] }, joins),
    };
  }

  /** A record that could not be read, or not wholly. */
  reject(line: number, detail: string, cells: readonly string[]): RecordOutcome {
    return { kind: 'reject', reject: { row: line, code: 'badRecord', detail: detail.slice(0, 500), cells: cells.map(clip) } };
  }

  private account(said: AccountSaid, key?: string): EntityDraft {
    const { number, currency, bic, bank, holder, address } = said;
    const draft = new EntityDraft(this.context.catalogue, this.plan, 'bankAccount', key ?? (compact(number) || `file\u0000${this.context.name}`), '');
    if (number !== '') draft.say(isIbanShaped(number) ? 'iban' : 'number', number);
    // A file that names no account is still about one: it is called after the file.
    else if (key === undefined) draft.say('reference', this.context.name);
    return draft.say('currency', currency).say('bic', bic).say('bank', bank).say('holderName', holder).say('holderAddress', address);
  }

  private holder(party: PartySaid): EntityDraft | null {
    const { name, enterprise = '', person } = party;
    if (name === '') return null;
    const type = person === undefined ? (bodyOf(name) ?? (enterprise === '' ? null : 'company')) : 'person';
    if (type === null) return null;
    const draft = new EntityDraft(this.context.catalogue, this.plan, type, `holder\u0000${this.holding(party)}`, '').say('name', name).say('enterpriseNumber', enterprise);
    return person === undefined ? draft : draft.say('birthDate', person.birthDate).say('birthPlace', person.birthPlace).say('nationalNumber', person.nationalNumber);
  }

  private readonly holding = (party: PartySaid): string => `${compact(party.account.number)} ${oneLine(party.name).toUpperCase()}`;

  /** The holder of an account under the same name is the same in the next month's statement. */
  private joined(mapped: MappedRow, holders: readonly (readonly [number, PartySaid])[]): MappedRow {
    const known = new Map(holders.filter(([, party]) => party.account.number !== '').map(([at, party]) => [at, `reference\u0000holder:${this.holding(party)}`]));
    if (known.size === 0) return mapped;
    return { ...mapped, entities: mapped.entities.map((entity, at) => (known.has(at) ? { ...entity, identifiers: [...entity.identifiers, known.get(at) ?? ''] } : entity)) };
  }

  private event({ amount, booked, valued, said, line, own, party }: Movement): EntityDraft {
    const draft = new EntityDraft(this.context.catalogue, this.plan, 'payment', `${compact(own.number)}\u0000line\u0000${line}`, '');
    const date = booked ?? valued;
    if (amount !== null) draft.keep('amount', amount);
    if (date !== null) draft.keep('date', date);
    for (const [property, text] of said) if (property === 'communication') draft.say(property, text);
    for (const [name, text] of party.other ?? []) draft.other(name, text);
    return draft.other('BIC', party.account.bic).other('Bank', party.account.bank);
  }

  private paid({ amount, booked, valued, structured, said, other, unique }: Movement): LinkDraft {
    const draft = new LinkDraft(this.context.catalogue, this.plan, 'paid');
    const date = booked ?? valued;
    if (amount !== null) draft.keep('amount', amount);
    if (date !== null) draft.keep('date', date);
    if (valued !== null) draft.keep('valueDate', valued);
    for (const value of structured) draft.keep('structured', value);
    for (const [property, text] of said) draft.say(property, text);
    for (const [name, text] of other) draft.other(name, text);
    // Two payments of the same amount on one day are two; only an id that no other payment has tells that one was told twice.
    return unique === true ? draft.once() : draft;
  }
}

/** Cuts a stream of outcomes into batches. */
export function* batched(outcomes: Iterable<RecordOutcome>, size = 500): Generator<RecordOutcome[]> {
  let batch: RecordOutcome[] = [];
  for (const outcome of outcomes) {
    batch.push(outcome);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
