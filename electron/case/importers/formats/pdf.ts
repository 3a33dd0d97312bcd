import { Failure } from '../../../../shared/contract/failure';
import type { RecordFormat, RecordOutcome } from '../records/format';
import { openPdf } from './pdf/reader';

/** The reader holds a file whole; this is far more than text ever needs. */
const LARGEST = 256 * 1024 * 1024;
/** Pages beyond these are not read, and said as one reject. */
const MOST_PAGES = 10_000;
/** Pages between which an import can be followed and stopped. */
const BATCH = 10;

/**
 * PDF: the text of each page in reading order, with what was filled into its forms and noted on it. A page without text (a scan) comes as an empty page and
 * as a reject, so that nobody takes it for read.
 */
export const format: RecordFormat = {
  id: 'pdf',
  mediaType: 'application/pdf',
  endings: ['.pdf'],
  recognise({ name, bytes }) {
    const at = bytes.subarray(0, 1024).toString('latin1').indexOf('%PDF-');
    return at === 0 ? 0.99 : at > 0 && name.endsWith('.pdf') ? 0.9 : 0;
  },
  async open(bytes) {
    if (bytes.size > LARGEST) throw new Failure('fileTooLarge', { limit: '256 MB' });
    const pdf = await openPdf(bytes.read(0, bytes.size));
    let done = 0;
    const last = Math.min(pdf.pages, MOST_PAGES);
    return {
      total: last,
      done: () => done,
      unit: 'page',
      async *outcomes() {
        let batch: RecordOutcome[] = [];
        const refuse = (page: number, detail: string): void => {
          batch.push({ kind: 'reject', reject: { row: page, code: 'badRecord', detail, cells: [] } });
        };
        try {
          for (let page = 1; page <= last; page += 1) {
            let text = '';
            try {
              text = await pdf.text(page);
              if (text === '') refuse(page, 'page without text');
            } catch (error) {
              refuse(page, `page unreadable: ${error instanceof Error ? error.message.slice(0, 200) : ''}`);
            }
            batch.push({ kind: 'page', page, text });
            done = page;
            if (batch.length >= BATCH) {
              yield batch;
              batch = [];
            }
          }
          if (pdf.pages > last) refuse(last + 1, `pages ${last + 1} to ${pdf.pages} not read`);
          if (batch.length > 0) yield batch;
        } finally {
          await pdf.close();
        }
      },
    };
  },
};
