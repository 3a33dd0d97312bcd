import { readXml } from '../xml';
import type { RecordFormat } from '../records/format';
import { BankRecords, batched } from './bank/records';
import { Messages } from './camt/messages';

const ROOT = /<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)(?:V\d+)?[\s/>]/;
const NAMESPACE = /\bxmlns(?::[\w.-]+)?\s*=\s*["'][^"']{0,200}\bcamt\.05[234]\b/;

/** Bank statements, intraday reports and notifications of ISO 20022: CAMT.052, .053 and .054 of every version, by local names. */
export const format: RecordFormat = {
  id: 'camt',
  mediaType: 'application/xml',
  endings: ['.xml', '.camt', '.053', '.052', '.054'],
  proposes: { dateOrder: 'ymd', decimal: '.', chart: false },
  recognise: ({ text }) => (ROOT.test(text) ? 1 : NAMESPACE.test(text) ? 0.95 : 0),
  open(bytes, context) {
    const reader = readXml(bytes, context.plan.encoding);
    const messages = new Messages(new BankRecords(context));
    return {
      total: bytes.size,
      done: () => reader.done(),
      unit: 'line',
      async *outcomes() {
        yield* batched(messages.read(reader));
      },
    };
  },
};
