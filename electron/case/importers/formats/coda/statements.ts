import { Failure } from '../../../../../shared/contract/failure';
import type { LineReader } from '../../textLines';
import type { RecordOutcome } from '../../records/format';
import { negated, sameFigure, sumOf } from '../bank/exact';
import type { AccountSaid } from '../bank/parties';
import type { BankRecords } from '../bank/records';
import { columns, dayAt, enterpriseAt, figureAt, ownAccount, trimmed } from './lines';
import { kindOf, movementOf, signed } from './movement';
import type { Part } from './movement';

const WIDTH = 128;
/** Parts of one globalised movement that are held to be added up; no bank writes more. */
const MOST_PARTS = 100_000;

/** Reads the records of a file in their order. Figures are held against each other: balances, totals and counts that disagree are told. */
export class Statements {
  private version = '2';
  private own: AccountSaid = { number: '' };
  private enterprise = '';
  private head: [string, string][] = [];
  private parts: Part[] = [];
  private old: string | null = null;
  private movements: string[] = [];
  /** Movements of the statement by their direction, for record 9. */
  private counted = 0;
  private lastInformation: Part['information'][number] | null = null;

  constructor(private readonly records: BankRecords) {}

  *read(reader: LineReader): Generator<RecordOutcome> {
    let rows = 0;
    let last = 0;
    for (const batch of reader.lines()) {
      for (const { line, text } of batch) {
        last = line;
        // Some transfers lose the line ends: then records follow each other in their width.
        const joined = text.length > WIDTH && text.length % WIDTH === 0 && /^[0-9]/.test(text);
        for (let from = 0; from < Math.max(1, text.length); from += joined ? WIDTH : Math.max(1, text.length)) {
          for (const outcome of this.line(line, joined ? text.slice(from, from + WIDTH) : text)) {
            rows += 1;
            yield outcome;
          }
        }
      }
    }
    for (const outcome of this.flush()) {
      rows += 1;
      yield outcome;
    }
    if (rows === 0) throw new Failure('noRows', { line: last });
  }

  private *line(number: number, text: string): Generator<RecordOutcome> {
    const bare = text.replace(/[\u0000-\u001f]/g, ' ');
    if (bare.trim() === '') return;
    // Ends that were trimmed off are blanks; a record that is longer is not one of these.
    if (bare.trimEnd().length > WIDTH || bare.trimEnd().length < 6) {
      yield this.records.reject(number, `a record of ${bare.trimEnd().length} characters`, [bare]);
      return;
    }
    const line = bare.padEnd(WIDTH);
    const kind = line.slice(0, 1);
    if (!'09'.includes(kind)) this.counted += kind === '4' ? 0 : 1;
    if (kind === '0') yield* this.header(line);
    else if (kind === '1') yield* this.opening(number, line);
    else if (kind === '2') yield* this.movement(number, line);
    else if (kind === '3') yield* this.information(number, line);
    else if (kind === '4') {
      yield* this.flush();
      yield this.records.statement(number, this.bare(), [['4', trimmed(line, 33, 112)]]);
    } else if (kind === '8') yield* this.closing(number, line);
    else if (kind === '9') yield* this.trailer(number, line);
    else yield this.records.reject(number, 'unknown record', [bare]);
  }

  private *header(line: string): Generator<RecordOutcome> {
    yield* this.flush();
    this.version = columns(line, 128, 128).trim() === '1' ? '1' : '2';
    this.enterprise = enterpriseAt(line);
    this.counted = 0;
    this.own = { number: '', bic: trimmed(line, 61, 71) };
    const identification = trimmed(line, 72, 82);
    this.head = [
      ['0 created', dayAt(line, 6)?.iso ?? ''], ['0 bank', trimmed(line, 12, 14)], ['0 duplicate', trimmed(line, 17, 17)], ['0 file reference', trimmed(line, 25, 34)], ['0 addressee', trimmed(line, 35, 60)],
      ['0 identification', this.enterprise === '' && !/^0*$/.test(identification) ? identification : ''], ['0 application', trimmed(line, 84, 88).replace(/^0+$/, '')], ['0 transaction reference', trimmed(line, 89, 104)], ['0 related reference', trimmed(line, 105, 120)],
    ];
  }

  private *opening(number: number, line: string): Generator<RecordOutcome> {
    yield* this.flush();
    const structure = this.version === '1' ? '0' : columns(line, 2, 2);
    this.own = { ...ownAccount(line, structure, 6), ...(this.own.bic === undefined ? {} : { bic: this.own.bic }), holder: trimmed(line, 65, 90) };
    this.old = figureAt(line, 43, 44);
    this.movements = [];
    const day = dayAt(line, 59);
    // The enterprise number of record 0 is its addressee's: an accountant may get the statements of others.
    const addressee = this.head.find(([name]) => name === '0 addressee')?.[1] ?? '';
    const own = addressee !== '' && (this.own.holder ?? '').toUpperCase().startsWith(addressee.toUpperCase().slice(0, 12)) ? this.enterprise : '';
    yield this.records.statement(number, this.own, [
      ...this.head, ...(own === '' && this.enterprise !== '' ? [['0 identification', this.enterprise] as const] : []), ['1 statement', columns(line, 126, 128).trim()], ['1 paper statement', trimmed(line, 3, 5)], ['1 description', trimmed(line, 91, 125)],
      ['1 old balance', `${day?.iso ?? ''} ${this.old ?? columns(line, 43, 58)} ${this.own.currency ?? ''}`],
    ], own);
    if (this.old === null) yield this.records.reject(number, 'old balance cannot be read', [line]);
  }

  private *movement(number: number, line: string): Generator<RecordOutcome> {
    const article = columns(line, 2, 2);
    const open = this.parts.at(-1);
    if (article === '1') {
      const [sequence, detail] = [columns(line, 3, 6), columns(line, 7, 10)];
      if (open !== undefined && (open.sequence !== sequence || detail === '0000')) yield* this.flush();
      if (figureAt(line, 32, 33) === null) {
        yield this.records.reject(number, 'amount cannot be read', [line]);
        return;
      }
      if (this.parts.length >= MOST_PARTS) yield* this.flush();
      this.parts.push({ line: number, sequence, detail, first: line, second: '', third: '', information: [] });
      this.lastInformation = null;
    } else if (open !== undefined && article === '2') open.second = line;
    else if (open !== undefined && article === '3') open.third = line;
    else yield this.records.reject(number, `record 2.${article} without a movement`, [line]);
  }

  private *information(number: number, line: string): Generator<RecordOutcome> {
    const article = columns(line, 2, 2);
    const open = this.parts.at(-1);
    if (open === undefined) yield this.records.reject(number, `record 3.${article} without a movement`, [line]);
    else if (article === '1') open.information.push((this.lastInformation = { first: line, second: '', third: '' }));
    else if (this.lastInformation !== null && article === '2') this.lastInformation.second = line;
    else if (this.lastInformation !== null && article === '3') this.lastInformation.third = line;
    else yield this.records.reject(number, `record 3.${article} without a movement`, [line]);
  }

  /**
   * Hands out what is held of one sequence number: the movement with its details. A sum of payments (kinds 1 and 2) whose details add up to it
   * is these payments, each once; a payment with a breakdown (kind 3: amount and charges) is one payment, and the breakdown is kept with it.
   */
  private *flush(): Generator<RecordOutcome> {
    const { parts } = this;
    this.parts = [];
    this.lastInformation = null;
    const [main, ...details] = parts;
    if (main === undefined) return;
    const whole = signed(main) ?? '0';
    if (main.detail === '0000') this.movements.push(whole);
    const sums = details.map((each) => signed(each) ?? '0');
    const total = sumOf(sums);
    if (details.length > 0 && '12'.includes(kindOf(main)) && total !== null && sameFigure(total, whole)) {
      const beside = movementOf(main, this.own, this.version, []);
      const told: [string, string][] = [['2.1 total', `${whole} ${this.own.currency ?? ''}`], ...beside.said.filter(([name]) => ['communication', 'reference', 'bankReference'].includes(name)).map(([name, text]) => [`2.1 total ${name}`, text] as [string, string])];
      for (const each of details) yield this.records.payment(movementOf(each, this.own, this.version, told));
      return;
    }
    const breakdown = details.flatMap((each): [string, string][] => {
      const read = movementOf(each, this.own, this.version, []);
      const party = [read.party.account.number, read.party.name].filter((text) => text !== '').join(' ');
      const text = [signed(each) ?? '', this.own.currency ?? '', party, ...read.structured.map((value) => value.v), ...read.said.filter(([name]) => name === 'communication' || name === 'reference').map(([, words]) => words)].filter((part) => part !== '').join(' ');
      return [[`2.1 detail ${each.detail}`, text]];
    });
    yield this.records.payment(movementOf(main, this.own, this.version, breakdown));
  }

  private *closing(number: number, line: string): Generator<RecordOutcome> {
    yield* this.flush();
    const balance = figureAt(line, 42, 43);
    const day = dayAt(line, 58);
    yield this.records.statement(number, this.bare(), [['8 new balance', `${day?.iso ?? ''} ${balance ?? columns(line, 42, 57)} ${this.own.currency ?? ''}`]]);
    const sum = this.old === null ? null : sumOf([this.old, ...this.movements]);
    if (balance === null || (sum !== null && !sameFigure(sum, balance))) yield this.records.reject(number, `old balance and movements make ${sum ?? '?'}, the new balance is ${balance ?? '?'}`, [line]);
  }

  /** The account without its holder, who was told with record 1. */
  private bare(): AccountSaid {
    return { number: this.own.number };
  }

  private *trailer(number: number, line: string): Generator<RecordOutcome> {
    yield* this.flush();
    const count = Number(trimmed(line, 17, 22));
    const debit = figureAt(line, 1, 23);
    const credit = figureAt(line, 1, 38);
    const outs = sumOf(this.movements.filter((each) => each.startsWith('-')).map(negated)) ?? '0';
    const ins = sumOf(this.movements.filter((each) => !each.startsWith('-'))) ?? '0';
    const faults = [count === this.counted ? '' : `${this.counted} records, the file says ${count}`, debit === null || sameFigure(debit, outs) ? '' : `debits ${outs}, the file says ${debit}`, credit === null || sameFigure(credit, ins) ? '' : `credits ${ins}, the file says ${credit}`].filter((fault) => fault !== '');
    if (faults.length > 0) yield this.records.reject(number, faults.join('; '), [line]);
    this.counted = 0;
    this.movements = [];
  }
}
