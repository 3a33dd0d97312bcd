import words from '../../../../resources/vocabularies/vcard.json';
import type { FileHead, ReadingContext, RecordFormat, RecordOutcome, RecordStream } from '../records/format';
import { Vocabulary } from '../records/vocabulary';
import type { Bytes } from '../bytes';
import { CardReader } from './vcard/cards';
import { recordOfCard } from './vcard/record';

const SHOWN = new Set(['FN', 'N', 'ORG', 'TEL', 'EMAIL']);

function recognise(head: FileHead): number {
  const text = head.text.slice(0, 4096).trimStart();
  if (/^(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\s*(?:\r|\n|$)/i.test(text)) return 1;
  return /(?:^|[\r\n])BEGIN:VCARD\s*[\r\n]/i.test(text) && !/(?:^|[\r\n])(?:Received|Subject|From|MIME-Version):/i.test(text) ? 0.7 : 0;
}

/** Address cards of versions 2.1, 3.0 and 4.0: each is one record. */
export const format: RecordFormat = {
  id: 'vcard',
  mediaType: 'text/vcard',
  endings: ['.vcf', '.vcard'],
  recognise,
  open(bytes: Bytes, context: ReadingContext): RecordStream {
    const vocabulary = new Vocabulary(context.catalogue, context.plan, words);
    const reader = new CardReader(bytes, context.plan.encoding);
    return {
      async *outcomes() {
        for (const batch of reader.cards()) {
          const outcomes = batch.map((outcome): RecordOutcome => {
            if (outcome.kind === 'reject') return outcome;
            const { card } = outcome;
            const cells = card.properties.filter((property) => SHOWN.has(property.name)).slice(0, 10).map((property) => property.value.slice(0, 200));
            const told = card.properties.some((property) => property.name !== 'VERSION' && property.value.replace(/[\s;]/g, '') !== '');
            if (!told) return { kind: 'reject', reject: { row: card.line, code: 'empty', detail: '', cells } };
            return { kind: 'row', row: card.line, cells, mapped: recordOfCard(card, context, vocabulary) };
          });
          if (outcomes.length > 0) yield outcomes;
        }
      },
      total: bytes.size,
      done: () => reader.done(),
      unit: 'line',
      kinds: () => vocabulary.kinds(),
    };
  },
};
