import { Failure } from '../../../../shared/contract/failure';
import { readLines } from '../textLines';
import type { RecordFormat, RecordOutcome } from '../records/format';
import { Pages } from './text/pages';
import { proseOf } from './text/prose';

/**
 * Plain text, in pages of some three thousand characters that end where a paragraph does. A file whose lines a delimiter parts into steady columns is a
 * table, whatever its name.
 */
export const format: RecordFormat = {
  id: 'text',
  mediaType: 'text/plain',
  endings: ['.txt', '.text', '.md', '.log'],
  recognise: ({ name, text }) => proseOf(name, text),
  open(bytes, { plan }) {
    const reader = readLines(bytes, plan.encoding);
    return {
      total: bytes.size,
      done: () => reader.done(),
      unit: 'page',
      async *outcomes() {
        const pages = new Pages();
        let told = false;
        const outcomesOf = (texts: readonly { readonly page: number; readonly text: string }[]): RecordOutcome[] => texts.map((each) => ({ kind: 'page', ...each }));
        for (const batch of reader.lines()) {
          for (const { text } of batch) pages.line(text);
          const full = outcomesOf(pages.take());
          told ||= full.length > 0;
          if (full.length > 0) yield full;
        }
        const rest = outcomesOf(pages.rest());
        if (rest.length > 0) yield rest;
        else if (!told) throw new Failure('noRows');
      },
    };
  },
};
