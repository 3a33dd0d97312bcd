import { readLines } from '../textLines';
import type { RecordFormat } from '../records/format';
import { statementEncoding } from './bank/exact';
import { BankRecords, batched } from './bank/records';
import { Statements } from './mt940/statements';

const LINE = (tag: string): RegExp => new RegExp(`(?:^|[\\r\\n]|\\{4:)[\\u0000-\\u001f]*:${tag}:`);
const BOOKING = /(?:^|[\r\n]):61:\d{6}(?:\d{4})?\s*R?[CDE][CD]?[A-Z]?\s*\d/;
const BALANCE = /(?:^|[\r\n]):6[0245][FM]?:[CD]\d{6}[A-Z]{0,3}[\d,]/;

/** Bank statements of SWIFT, MT940 and MT942, in the dialects of their banks. */
export const format: RecordFormat = {
  id: 'mt940',
  mediaType: 'text/plain',
  endings: ['.940', '.942', '.sta', '.mt940', '.mt942', '.swi', '.mta'],
  proposes: { dateOrder: 'ymd', decimal: ',', chart: false },
  recognise({ text, bytes, name }) {
    const head = text === '' ? bytes.toString('latin1') : text;
    const found = [BOOKING.test(head), BALANCE.test(head), LINE('20').test(head), LINE('25P?').test(head), LINE('28C?').test(head)].filter(Boolean).length;
    if (found >= 2) return 1;
    // Cut out of a statement: one field alone is believed where the name agrees.
    const any = found === 1 || LINE('(?:86|61|NS|20|21|25|28C?)').test(head);
    return any && this.endings.some((ending) => name.endsWith(ending)) ? 0.8 : any && found === 1 && (BOOKING.test(head) || BALANCE.test(head)) ? 0.7 : 0;
  },
  open(bytes, context) {
    const reader = readLines(bytes, context.plan.encoding ?? statementEncoding(bytes));
    const statements = new Statements(new BankRecords(context));
    return {
      total: bytes.size,
      done: () => reader.done(),
      unit: 'line',
      async *outcomes() {
        yield* batched(statements.read(reader));
      },
    };
  },
};
