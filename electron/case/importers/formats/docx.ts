import { Failure } from '../../../../shared/contract/failure';
import { Package } from '../workbook';
import type { RecordFormat } from '../records/format';
import { bodyPart, notesOf } from './docx/parts';
import { DocumentText } from './docx/documentText';

const COMPOUND = 'd0cf11e0a1b11ae1';

/**
 * Documents of word processors in Office Open XML: paragraphs as lines, rows of tables as lines with tabs between the cells, pages where the document says
 * that one ends (as it was last laid out), notes and comments behind. Deleted text of tracked changes is not what the document says and stays out.
 */
export const format: RecordFormat = {
  id: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  endings: ['.docx', '.docm', '.dotx'],
  recognise({ name, bytes }) {
    const named = /\.(?:docx|docm|dotx)$/.test(name);
    const start = bytes.subarray(0, 8).toString('hex');
    if (named && start === COMPOUND) return 0.6;
    if (!start.startsWith('504b0304')) return 0;
    const head = bytes.toString('latin1');
    if (head.includes('word/document')) return 0.97;
    return named && head.includes('[Content_Types].xml') && !/(?:xl|ppt)\//.test(head) ? 0.8 : 0;
  },
  async open(bytes) {
    // An encrypted document is wrapped in a compound file; so is the older format of the same program, which is another.
    if (bytes.read(0, 8).toString('hex') === COMPOUND) throw new Failure(isWrapped(bytes.read(0, 4 * 1024 * 1024)) ? 'fileEncrypted' : 'fileNotThisFormat', { why: 'compound file' });
    const zip = await Package.open(bytes);
    const body = await bodyPart(zip).catch((error: unknown) => {
      zip.close();
      throw error;
    });
    const total = Math.max(1, zip.sizeOf(body));
    return {
      total,
      done: () => Math.min(total, zip.readOf(body)),
      unit: 'page',
      async *outcomes() {
        try {
          const text = new DocumentText();
          let page = 0;
          const pages = (texts: readonly string[]): { kind: 'page'; page: number; text: string }[] => texts.map((each) => ({ kind: 'page', page: (page += 1), text: each }));
          for await (const _piece of zip.read(body, text.handler)) {
            const full = pages(text.take());
            if (full.length > 0) yield full;
          }
          for (const part of notesOf(zip)) await zip.readAll(part, text.handler);
          const last = pages(text.rest());
          if (page === 0) throw new Failure('noRows');
          yield last;
        } finally {
          zip.close();
        }
      },
    };
  },
};

const isWrapped = (head: Buffer): boolean => head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
