import { Failure } from '../../../../shared/contract/failure';
import words from '../../../../resources/vocabularies/misp.json';
import { valueOf } from './misp/attributes';
import { MispContent, reject } from './misp/content';
import { MispEvent, rowsOfEvent } from './misp/event';
import { mispParts } from './misp/parts';
import type { MispPart } from './misp/parts';
import { TagReader } from './misp/tags';
import { textOf } from '../jsonText';
import type { FileHead, RecordFormat, RecordOutcome } from '../records/format';
import { Vocabulary } from '../records/vocabulary';

const has = (text: string, ...names: readonly string[]): boolean => names.every((name) => text.includes(`"${name}"`));

function recognise({ text }: FileHead): number {
  if (!/^\s*[[{]/u.test(text) || /"type"\s*:\s*"bundle"/u.test(text)) return 0;
  if (/"Event"\s*:\s*\{/u.test(text) && (has(text, 'info') || has(text, 'Attribute') || has(text, 'Orgc'))) return 0.95;
  if (/"response"\s*:\s*[[{]/u.test(text) && /"(?:Attribute|Object|Event)"\s*:/u.test(text)) return 0.95;
  if (/"(?:Attribute|Object)"\s*:\s*[[{]/u.test(text) && (has(text, 'to_ids') || has(text, 'template_uuid') || has(text, 'category', 'value'))) return 0.9;
  return has(text, 'info', 'threat_level_id') || has(text, 'info', 'Orgc', 'analysis') ? 0.9 : 0;
}

/** MISP: events as the server exports, answers and feeds give them, manifests, and attributes or objects alone. */
export const format: RecordFormat = {
  id: 'misp',
  mediaType: 'application/json',
  endings: ['.json', '.misp'],
  recognise,
  open(bytes, context) {
    const vocabulary = new Vocabulary(context.catalogue, context.plan, words);
    const tagReader = new TagReader(context.catalogue);
    const content = new MispContent(vocabulary, tagReader, context);
    const events = new Map<string, MispEvent>();
    const position = { pass: 0, at: 0 };
    const walk = (pass: number): Generator<MispPart[]> =>
      mispParts(bytes, context.plan.encoding, (at) => {
        position.pass = pass;
        position.at = at;
      });
    return {
      total: bytes.size * 2,
      done: () => bytes.size * position.pass + position.at,
      unit: 'line',
      kinds: () => vocabulary.kinds(),
      async *outcomes() {
        let parts = 0;
        for (const batch of walk(0)) {
          for (const part of batch) {
            if (part.kind !== 'fault') parts += 1;
            if (part.kind === 'member') note(part);
          }
          yield [];
        }
        let batch: RecordOutcome[] = [];
        for (const event of events.values()) {
          if (!event.named) continue;
          batch.push(...rowsOfEvent(event, vocabulary, tagReader, context));
          if (batch.length >= 200) {
            yield batch;
            batch = [];
          }
        }
        if (batch.length > 0) yield batch;
        let found = [...events.values()].some(({ named }) => named);
        for (const read of walk(1)) {
          const outcomes = read.flatMap(outcomesOf);
          found ||= outcomes.some(({ kind }) => kind !== 'reject');
          if (outcomes.length > 0) yield outcomes;
        }
        if (!found && parts === 0) throw new Failure('fileNotThisFormat', { line: 1, why: 'no MISP event, attribute or object' });
        let ties: RecordOutcome[] = [];
        for (const tie of content.ties()) {
          ties.push(tie);
          if (ties.length >= 500) {
            yield ties;
            ties = [];
          }
        }
        if (ties.length > 0) yield ties;
      },
    };

    function note(part: MispPart & { kind: 'member' }): void {
      let event = events.get(part.event);
      if (event === undefined) {
        event = new MispEvent(part.event);
        event.line = part.line;
        events.set(part.event, event);
      }
      event.members[part.name] = part.value;
    }

    function outcomesOf(part: MispPart): RecordOutcome[] {
      if (part.kind === 'fault') return [reject(part.line, part.why, [part.text])];
      if (part.kind === 'member') return [];
      if (part.kind === 'proposal') return [reject(part.line, 'proposal of a change, not taken in', [textOf(part.object, 'type'), valueOf(part.object)])];
      const held = events.get(part.event);
      const event = held?.named === true ? held : null;
      return part.kind === 'attribute' ? content.attribute(part.object, event, part.line) : content.object(part.object, event, part.line);
    }
  },
};
