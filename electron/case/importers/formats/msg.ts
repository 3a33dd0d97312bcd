import { Failure } from '../../../../shared/contract/failure';
import type { FileHead, RecordFormat, RecordStream } from '../records/format';
import { MailRecords } from './mail/records';
import { readMsg } from './msg/read';
import { checkSound } from './msg/sound';

/** An item is held in memory whole, with its attachments. */
const MAX_MESSAGE = 128 * 1024 * 1024;
const SIGNATURE = 'd0cf11e0a1b11ae1';
/** Names of storages that only Outlook's items have, as the directory writes them. */
const MARKS = ['__properties_version1.0', '__nameid_version1.0', '__substg1.0_', '__recip_version1.0'].map((name) => Buffer.from(name, 'utf16le'));
const OTHERS = ['Workbook', 'WordDocument', 'PowerPoint Document'].map((name) => Buffer.from(name, 'utf16le'));

function recognise(head: FileHead): number {
  if (head.bytes.toString('hex', 0, 8) !== SIGNATURE) return 0;
  if (MARKS.some((mark) => head.bytes.includes(mark))) return 1;
  if (OTHERS.some((mark) => head.bytes.includes(mark))) return 0;
  // The directory may lie behind the attachments: the name decides.
  return head.name.endsWith('.msg') ? 0.8 : 0;
}

/** One Outlook item (.msg). */
export const format: RecordFormat = {
  id: 'msg',
  mediaType: 'application/vnd.ms-outlook',
  endings: ['.msg'],
  recognise,
  open(bytes, context): RecordStream {
    if (bytes.size > MAX_MESSAGE) throw new Failure('fileTooLarge', { limit: MAX_MESSAGE });
    let done = 0;
    return {
      async *outcomes() {
        const file = bytes.read(0, bytes.size);
        checkSound(file);
        let message;
        try {
          message = await readMsg(file);
        } catch (error) {
          throw new Failure('fileNotThisFormat', { why: error instanceof Error ? error.message.slice(0, 200) : '' }, { cause: error });
        }
        done = bytes.size;
        yield new MailRecords(context).outcomes(message, 1);
      },
      total: bytes.size,
      done: () => done,
      unit: 'record',
    };
  },
};
