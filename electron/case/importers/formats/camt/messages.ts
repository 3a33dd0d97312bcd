import { Failure } from '../../../../../shared/contract/failure';
import type { XmlEvent, XmlReader } from '../../xml';
import type { RecordOutcome } from '../../records/format';
import { negated, sameFigure, sumOf } from '../bank/exact';
import type { AccountSaid } from '../bank/parties';
import type { BankRecords, Named } from '../bank/records';
import { Element } from './element';
import { entryHead, movementOf } from './entry';
import type { EntryHead } from './entry';
import { accountSaid, partySaid } from './party';

/** What holds the bookings of one account: of a statement, an intraday report, a notification. */
const STATEMENTS: ReadonlySet<string> = new Set(['Stmt', 'Rpt', 'Ntfctn']);
/** Transactions of one entry that are held back to hear first what the entry says behind them. */
const HELD = 10_000;
/** Elements of one statement or entry that are kept; no bank writes more, only files made to exhaust memory. */
const MOST_ELEMENTS = 500_000;

/** Everything between the account and the first booking, as read. */
interface Open {
  readonly element: Element;
  own: AccountSaid | null;
  enterprise: string;
}

/** Reads the messages of one document: hands out what it has understood, entry by entry. */
export class Messages {
  private readonly path: Element[] = [];
  private group: Named = [];
  private open: Open | null = null;
  private entry: Element | null = null;
  private head: EntryHead | null = null;
  private held: Element[] = [];
  /** Signed figures of the entry's transactions, to be held against the entry's own. */
  private parts: string[] = [];
  private partCurrency: string | null = null;
  private elements = 0;
  private line = 1;

  constructor(private readonly records: BankRecords) {}

  /** Walks the document. What is not well-formed at the end becomes a reject, unless nothing stood before it. */
  *read(reader: XmlReader): Generator<RecordOutcome> {
    let some = false;
    try {
      for (const batch of reader.events())
        for (const event of batch)
          for (const outcome of this.event(event)) {
            some = true;
            yield outcome;
          }
    } catch (error) {
      if (!(error instanceof Failure) || (!some && this.open === null)) throw error;
      if (this.open !== null) yield* this.announce(this.open);
      const { line = this.line, why = error.code } = error.details as { readonly line?: number; readonly why?: string };
      yield this.records.reject(Math.max(1, line), why, [this.entry === null ? '' : 'Ntry']);
      return;
    }
    if (!some) throw new Failure('noRows');
  }

  private *event(event: XmlEvent): Generator<RecordOutcome> {
    this.line = event.line;
    if (event.kind === 'open') yield* this.opened(event.name, event.attributes, event.line);
    else yield* this.closed(event.text);
  }

  private *opened(name: string, attributes: Readonly<Record<string, string>>, line: number): Generator<RecordOutcome> {
    const element = new Element(name, attributes, line);
    const parent = this.path.at(-1);
    this.path.push(element);
    if (STATEMENTS.has(name) && this.open === null) {
      this.open = { element, own: null, enterprise: '' };
      this.elements = 0;
    } else if (name === 'Ntry' && this.open !== null && this.entry === null) {
      yield* this.announce(this.open);
      this.entry = element;
      this.elements = 0;
    } else if (!(name === 'TxDtls' && this.entry !== null) && parent !== undefined && (this.open !== null || this.path.some((each) => each.name === 'GrpHdr'))) {
      this.elements += 1;
      if (this.elements <= MOST_ELEMENTS) parent.children.push(element);
      else if (this.elements === MOST_ELEMENTS + 1) yield this.records.reject(line, 'too many elements', [name]);
    }
  }

  private *closed(text: string): Generator<RecordOutcome> {
    const element = this.path.pop();
    if (element === undefined) return;
    element.text = text.replace(/\s+/gu, ' ').trim();
    if (element === this.entry) {
      yield* this.finishEntry();
    } else if (element.name === 'TxDtls' && this.entry !== null && this.path.includes(this.entry)) {
      this.held.push(element);
      if (this.held.length >= HELD) yield* this.flush(this.entry, false);
    } else if (element === this.open?.element) {
      yield* this.announce(this.open);
      const rest = element.rest();
      if (rest.length > 0) yield this.records.statement(element.line, { number: this.open.own?.number ?? '' }, rest);
      this.open = null;
    } else if (element.name === 'GrpHdr') {
      this.group = element.rest('GrpHdr');
    }
  }

  /** Says what is known of the account before its first booking, once. */
  private *announce(open: Open): Generator<RecordOutcome> {
    if (open.own !== null) return;
    const { element } = open;
    const account = element.child('Acct');
    const owner = partySaid(account?.child('Ownr'), undefined, undefined);
    open.own = accountSaid(account, account?.child('Svcr'), owner.name, owner.account.address ?? '');
    open.enterprise = owner.enterprise ?? '';
    const other: [string, string][] = [];
    for (const balance of element.all('Bal')) {
      const type = balance.take('Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry', 'Tp/Cd', 'Tp/Prtry');
      const amount = balance.child('Amt');
      const figure = amount?.own() ?? '';
      const signed = balance.take('CdtDbtInd') === 'DBIT' ? negated(figure) : figure;
      other.push([`Bal ${type}`, [balance.take('Dt/Dt', 'Dt/DtTm', 'Dt/Dt/Dt', 'Dt'), signed, amount?.attributes['Ccy'] ?? ''].filter((part) => part !== '').join(' ')]);
    }
    const rest = element.rest();
    // What was said is not to be said again at the end of the statement.
    element.children.length = 0;
    yield this.records.statement(element.line, open.own, [...this.group, ...(owner.other ?? []).map(([name, text]) => [`Ownr/${name}`, text] as const), ...other, ...rest.filter(([path]) => !path.startsWith('Acct/Ownr'))], open.enterprise);
  }

  private *flush(entry: Element, last: boolean): Generator<RecordOutcome> {
    const whole = last && this.parts.length === 0 && this.held.length <= 1;
    this.head ??= entryHead(entry, this.open?.own ?? { number: '' });
    const { head } = this;
    const beside: Named = last ? entry.rest() : [];
    if (whole) {
      const details = this.held[0] ?? new Element('TxDtls', {}, entry.line);
      const movement = movementOf(details, head, true);
      yield this.records.payment({ ...movement, other: [...movement.other, ...beside] });
    } else {
      for (const details of this.held) {
        const movement = movementOf(details, head, false);
        this.parts.push(movement.credit ? movement.figure : negated(movement.figure));
        this.partCurrency = this.partCurrency === null || this.partCurrency === movement.currency ? movement.currency : '';
        yield this.records.payment({ ...movement, other: [...movement.other, ...beside] });
      }
    }
    this.held = [];
  }

  private *finishEntry(): Generator<RecordOutcome> {
    const { entry } = this;
    if (entry === null) return;
    yield* this.flush(entry, true);
    const { head, parts } = this;
    // The transactions came in; people are told where they are not the whole of what was booked.
    if (head !== null && parts.length > 0 && this.partCurrency === head.currency) {
      const sum = sumOf(parts);
      const booked = head.credit ? head.figure : negated(head.figure);
      if (sum === null || !sameFigure(sum, booked)) yield this.records.reject(entry.line, `transactions make ${sum ?? '?'} ${head.currency}, their entry is ${booked}`, [head.figure]);
    }
    this.entry = null;
    this.head = null;
    this.parts = [];
    this.partCurrency = null;
    this.elements = 0;
  }
}
