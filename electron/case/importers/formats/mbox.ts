import { Failure } from '../../../../shared/contract/failure';
import type { FileHead, RecordFormat, RecordOutcome, RecordStream } from '../records/format';
import { looksLikeMail } from './mail/looksLikeMail';
import { readMime } from './mail/mime';
import { MailRecords } from './mail/records';
import { MboxReader } from './mbox/messages';

/** One message is held in memory at a time; longer ones are refused one by one. */
const MAX_MESSAGE = 128 * 1024 * 1024;
/** Messages go on together until they are so many or so large. */
const BATCH = 200;
const BATCH_BYTES = 16 * 1024 * 1024;

function recognise(head: FileHead): number {
  const text = (head.text === '' ? head.bytes.toString('latin1') : head.text).replace(/^\s+/, '');
  const first = /^From [^\n]*\n/.exec(text)?.[0];
  return first === undefined ? 0 : looksLikeMail(text.slice(first.length).replace(/^>From [^\n]*\n/, '')) > 0 ? 1 : 0;
}

/** A mailbox of messages one after another (mbox, mboxrd), as Thunderbird, Apple Mail and Google Takeout keep it. */
export const format: RecordFormat = {
  id: 'mbox',
  mediaType: 'application/mbox',
  endings: ['.mbox', '.mbx'],
  recognise,
  open(bytes, context): RecordStream {
    const reader = new MboxReader(bytes, MAX_MESSAGE);
    const records = new MailRecords(context);
    return {
      async *outcomes() {
        let any = false;
        let waiting: RecordOutcome[] = [];
        let size = 0;
        for (const { ordinal, bytes: message, cut } of reader.messages()) {
          any = true;
          const cells = message.toString('latin1', 0, 2000).split(/\r?\n/).filter((line) => /^(?:from|to|date|subject):/i.test(line)).map((line) => line.slice(0, 200));
          const reject = (detail: string): RecordOutcome => ({ kind: 'reject', reject: { row: ordinal, code: 'badRecord', detail, cells } });
          if (cut) {
            waiting.push(reject(`message over ${MAX_MESSAGE} bytes`));
            continue;
          }
          try {
            const read = await readMime(message);
            waiting.push(...(read.parties.length === 0 && read.date === '' && read.id === '' && read.subject === '' && read.text === '' ? [reject('no headers')] : records.outcomes(read, ordinal)));
          } catch (error) {
            waiting.push(reject(error instanceof Error ? error.message.slice(0, 200) : 'unreadable'));
          }
          size += message.length;
          if (waiting.length < BATCH && size < BATCH_BYTES) continue;
          yield waiting;
          waiting = [];
          size = 0;
        }
        if (waiting.length > 0) yield waiting;
        if (!any) throw new Failure('fileNotThisFormat', { line: 1, why: 'no message' });
      },
      total: bytes.size,
      done: () => reader.done(),
      unit: 'record',
    };
  },
};
