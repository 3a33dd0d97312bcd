import { Failure } from '../../../../../shared/contract/failure';
import type { LineReader } from '../../textLines';
import type { RecordOutcome } from '../../records/format';
import { amountOf, structuredWithin, writtenOut } from '../bank/exact';
import { accountOf, isIbanShaped } from '../bank/parties';
import type { AccountSaid } from '../bank/parties';
import type { BankRecords } from '../bank/records';
import { bookingLine, figureOf } from './bookingLine';
import type { BookingLine } from './bookingLine';
import { bankField, detailsOf } from './details';
import { fieldsOf } from './fields';
import type { Field } from './fields';

interface Booking {
  readonly field: Field;
  readonly read: BookingLine;
  readonly details: string[];
  readonly bankFields: string[];
}

/** What one message has said so far. */
interface Message {
  line: number;
  account: AccountSaid;
  currency: string;
  other: [string, string][];
  booking: Booking | null;
  bookings: number;
  closed: boolean;
}

const fresh = (line: number): Message => ({ line, account: { number: '' }, currency: '', other: [], booking: null, bookings: 0, closed: false });
const flat = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/gu, ' ').trim();

/** Reads the messages of a file in the order of their fields; any of them may lack. */
export class Statements {
  private message = fresh(1);

  constructor(private readonly records: BankRecords) {}

  /** Throws Failure fileNotThisFormat where no field stands in the file, noRows where none says anything. */
  *read(reader: LineReader): Generator<RecordOutcome> {
    let fields = 0;
    let rows = 0;
    for (const part of this.parts(reader)) {
      if (part === null) fields += 1;
      else {
        rows += 1;
        yield part;
      }
    }
    if (fields === 0) throw new Failure('fileNotThisFormat', { line: 1, why: 'no field' });
    if (rows === 0) throw new Failure('noRows');
  }

  /** Outcomes, with null for each field that was met. */
  private *parts(reader: LineReader): Generator<RecordOutcome | null> {
    for (const part of fieldsOf(reader)) {
      if (part.kind === 'end') yield* this.end(part.line);
      else {
        yield null;
        yield* this.field(part);
      }
    }
    yield* this.end(this.message.line);
  }

  private *field(field: Field): Generator<RecordOutcome> {
    const { tag, lines } = field;
    const text = flat(lines);
    if (tag === '20') yield* this.end(field.line);
    const { message } = this;
    if (tag === '25' || tag === '25P') yield* this.account(field, text);
    else if (tag.startsWith('60') || tag.startsWith('62') || tag === '64' || tag === '65') yield* this.balance(field, text);
    else if (tag === '61') yield* this.booking(field);
    else if ((tag === '86' || tag === 'NS') && message.booking !== null && !message.closed) (tag === '86' ? message.booking.details : message.booking.bankFields).push(...lines);
    else if (text !== '') {
      // The floor of an intraday report and its sums name the currency where no balance does.
      const currency = /^(?:\d+)?([A-Z]{3})[DC]?\d/.exec(tag === '34F' || tag.startsWith('90') ? text : '')?.[1];
      if (currency !== undefined && message.currency === '') message.currency = currency;
      if (tag === 'NS') for (const line of lines) message.other.push([`:NS:${line.slice(0, 2)}`, line.slice(2)]);
      else message.other.push([`:${tag}:`, text]);
    }
  }

  private *account(field: Field, text: string): Generator<RecordOutcome> {
    const { message } = this;
    if (message.account.number !== '' && message.booking !== null && !message.closed) {
      // A second account behind a booking is a wrong tag: said, and kept with the booking.
      yield this.records.reject(field.line, `a second field ${field.tag}`, [text]);
      message.booking.details.push(...field.lines);
      return;
    }
    if (message.account.number !== '' && message.closed) yield* this.end(field.line);
    const read = accountOf(text);
    this.message.account = field.tag === '25P' && field.lines.length > 1 ? { ...accountOf(field.lines[0] ?? ''), bic: (field.lines[1] ?? '').trim() } : read;
    if (read.currency !== undefined && read.currency !== '') this.message.currency ||= read.currency;
  }

  private *balance(field: Field, text: string): Generator<RecordOutcome> {
    yield* this.flush();
    const { message } = this;
    const parts = /^([CD])(\d{6})([A-Z]{3})?([\d.,]+)/.exec(text);
    const figure = figureOf(parts?.[4] ?? '');
    const day = writtenOut(parts?.[2] ?? '');
    if (field.tag.startsWith('62')) message.closed = true;
    if (parts === null || figure === null || day === null) {
      if (text !== '') yield this.records.reject(field.line, `field ${field.tag} cannot be read`, [text]);
      return;
    }
    const currency = parts[3] ?? message.currency;
    message.currency = currency;
    message.other.push([`:${field.tag}:`, `${day} ${parts[1] === 'D' ? '-' : ''}${figure}${currency === '' ? '' : ` ${currency}`}`]);
  }

  private *booking(field: Field): Generator<RecordOutcome> {
    yield* this.flush();
    // Bookings behind a closing balance belong to a message whose head is missing, on the same account.
    const read = bookingLine(field.lines);
    if (read === null) {
      yield this.records.reject(field.line, 'field 61 cannot be read', field.lines);
      return;
    }
    this.message.closed = false;
    if (this.message.bookings === 0) yield* this.said(field.line);
    this.message.bookings += 1;
    this.message.booking = { field, read, details: [], bankFields: [] };
  }

  /** What was said of the account since it was last told. */
  private *said(line: number): Generator<RecordOutcome> {
    const { message } = this;
    if (message.other.length === 0 && message.account.number === '') return;
    yield this.records.statement(line, this.own(), message.other);
    message.other = [];
  }

  private own(): AccountSaid {
    const { account, currency } = this.message;
    return { ...account, currency: account.currency === undefined || account.currency === '' ? currency : account.currency };
  }

  private *flush(): Generator<RecordOutcome> {
    const { message } = this;
    const { booking } = message;
    message.booking = null;
    if (booking === null) return;
    const { read, field } = booking;
    const own = this.own();
    const details = booking.bankFields.length > 0 && booking.details.length === 0 ? bankField(booking.bankFields) : detailsOf(booking.details, read, own.number);
    const supplement = details.name === read.supplement || details.account === read.supplement ? '' : read.supplement;
    const communication = details.communication === '' ? supplement : details.communication;
    const structured = structuredWithin(communication);
    const reference = read.reference === details.account || /^(?:EREF|KREF|MREF|PREF)\+?$/.test(read.reference) ? '' : read.reference;
    const known = details.said.some(([property, text]) => property === 'reference' && text.replace(/\s/g, '') !== '');
    yield this.records.payment({
      line: field.line, own, credit: read.credit, amount: amountOf(read.figure, message.currency, read.rawFigure), booked: read.booked, valued: read.valued,
      party: { name: details.name, account: { number: details.account, bic: details.bic } }, structured: structured === null ? [] : [structured],
      said: [
        ['communication', communication], ...details.said, ...(reference !== '' && !known ? [['reference', reference] as const] : []), ['bankReference', read.bankReference],
        ...(details.said.some(([property]) => property === 'method') ? [] : [['method', read.type] as const]), ...(read.reversal ? [['reversal', 'true'] as const] : []),
      ],
      other: [
        ...(details.said.some(([property]) => property === 'method') ? [[':61: type', read.type] as const] : []), ...(known ? [[':61: reference', reference] as const] : []), [':61: mark', read.mark.length > 1 ? read.mark : ''], [':61: funds', read.funds],
        ...(communication === supplement || isIbanShaped(supplement) ? [] : [[':61: supplement', supplement] as const]), ...details.other,
      ],
    });
  }

  private *end(line: number): Generator<RecordOutcome> {
    yield* this.flush();
    yield* this.said(this.message.line);
    this.message = fresh(line);
  }
}
