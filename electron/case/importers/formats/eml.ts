import { Failure } from '../../../../shared/contract/failure';
import type { FileHead, RecordFormat, RecordStream } from '../records/format';
import { looksLikeMail } from './mail/looksLikeMail';
import { readMime } from './mail/mime';
import { MailRecords } from './mail/records';

/** A message is held in memory whole, with its attachments. */
const MAX_MESSAGE = 256 * 1024 * 1024;

function recognise(head: FileHead): number {
  const text = head.text === '' ? head.bytes.toString('latin1') : head.text;
  // Mailboxes begin with a separator, and Apple's files with the length of the message.
  if (text.startsWith('From ')) return 0;
  return looksLikeMail(text.replace(/^\d{1,9}\s*\r?\n/, ''));
}

/** One internet message (RFC 5322 with MIME parts). */
export const format: RecordFormat = {
  id: 'eml',
  mediaType: 'message/rfc822',
  endings: ['.eml', '.emlx'],
  recognise,
  open(bytes, context): RecordStream {
    if (bytes.size > MAX_MESSAGE) throw new Failure('fileTooLarge', { limit: MAX_MESSAGE });
    let done = 0;
    return {
      async *outcomes() {
        let whole = bytes.read(0, bytes.size);
        const length = /^(\d{1,9})\s*\r?\n/.exec(whole.toString('latin1', 0, 20));
        // Apple Mail: the length first, its own notes after the message.
        if (length !== null) whole = whole.subarray(length[0].length, length[0].length + Number(length[1]));
        let message;
        try {
          message = await readMime(whole);
        } catch (error) {
          throw new Failure('fileNotThisFormat', { why: error instanceof Error ? error.message.slice(0, 200) : '' }, { cause: error });
        }
        if (message.parties.length === 0 && message.date === '' && message.id === '' && message.subject === '') throw new Failure('fileNotThisFormat', { line: 1, why: 'no headers' });
        done = bytes.size;
        yield new MailRecords(context).outcomes(message, 1);
      },
      total: bytes.size,
      done: () => done,
      unit: 'record',
    };
  },
};
