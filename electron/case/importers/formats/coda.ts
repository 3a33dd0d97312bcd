import { readLines } from '../textLines';
import type { RecordFormat } from '../records/format';
import { statementEncoding } from './bank/exact';
import { BankRecords, batched } from './bank/records';
import { Statements } from './coda/statements';

/** Record 0: zeros, creation date, bank, application 05; behind the first blanks, the version in column 128. */
const HEADER = /^\s*0[0 ]{4}[0-3]\d[01]\d{3}[\d ]{3}05[D ]/;
const OPENING = /[\r\n]1[0-3 ][\d ]{3}.{20,37}[A-Z]{3}/;

/** Belgian bank statements of the standard CODA (Febelfin), version 1 and 2. */
export const format: RecordFormat = {
  id: 'coda',
  mediaType: 'text/plain',
  endings: ['.cod', '.coda', '.bc2', '.cda', '.txt'],
  proposes: { dateOrder: 'dmy', decimal: ',', chart: false },
  recognise({ text, bytes }) {
    const head = (text === '' ? bytes.toString('latin1') : text).slice(0, 2000);
    if (!HEADER.test(head)) return 0;
    const first = (head.trimStart().split(/[\r\n]/, 1)[0] ?? '').slice(0, 128);
    return first.trimEnd().length <= 128 && /[12]\s*$/.test(first) ? (OPENING.test(head) ? 1 : 0.9) : 0.6;
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
