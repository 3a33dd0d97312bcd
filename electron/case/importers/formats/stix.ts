import { Failure } from '../../../../shared/contract/failure';
import words from '../../../../resources/vocabularies/stix.json';
import { jsonObjects } from '../jsonObjects';
import type { FoundFault, FoundObject } from '../jsonObjects';
import { textOf } from '../jsonText';
import { recordOf } from '../records/draft';
import type { FileHead, RecordFormat, RecordOutcome } from '../records/format';
import { Vocabulary } from '../records/vocabulary';
import { EXTENSION, localKey, MARKING, partsOf, RELATIONSHIP, StixIndex, typeOfId } from './stix/index';
import { itemOf } from './stix/items';
import { relationshipOf, tiesOf } from './stix/ties';

/** Of a bundle, and of what a TAXII server answers. */
const LISTS = ['objects'];
const BUNDLE = /"type"\s*:\s*"bundle"|"id"\s*:\s*"bundle--[0-9a-f-]{36}"/u;
const OBJECT = /"id"\s*:\s*"([a-z][a-z0-9-]+)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/u;

function recognise({ text }: FileHead): number {
  if (!/^\s*[[{]/u.test(text)) return 0;
  if (BUNDLE.test(text) && (OBJECT.test(text) || /"objects"\s*:/u.test(text) || /"spec_version"\s*:/u.test(text))) return 0.95;
  const named = OBJECT.exec(text)?.[1];
  return named !== undefined && new RegExp(`"type"\\s*:\\s*"${named}"`, 'u').test(text) ? 0.9 : 0;
}

/** STIX 2.0 and 2.1: bundles, lists, TAXII envelopes, lines or one object. */
export const format: RecordFormat = {
  id: 'stix',
  mediaType: 'application/stix+json',
  endings: ['.json', '.stix', '.stix2'],
  recognise,
  open(bytes, context) {
    const vocabulary = new Vocabulary(context.catalogue, context.plan, words);
    const position = { pass: 0, at: 0 };
    const walk = (pass: number): Generator<(FoundObject | FoundFault)[]> =>
      jsonObjects(bytes, context.plan.encoding, LISTS, (at) => {
        position.pass = pass;
        position.at = at;
      });
    // Types are asked for again and again on the way; what the user is shown counts each object once.
    const counted = new Vocabulary(context.catalogue, context.plan, words);
    const index = new StixIndex(context.catalogue, vocabulary);
    return {
      total: bytes.size * 3,
      done: () => bytes.size * position.pass + position.at,
      unit: 'line',
      kinds: () => [...counted.kinds(), ...vocabulary.kinds().filter(({ of }) => of === 'link')],
      async *outcomes() {
        let known = 0;
        let first: FoundFault | null = null;
        for (const batch of walk(0)) {
          for (const each of batch) {
            if (each.kind === 'fault') {
              first ??= each;
              continue;
            }
            if (typeOfId(textOf(each.object, 'id')) !== null) known += 1;
            index.add(each.object);
          }
          yield [];
        }
        if (known === 0) throw notThis(first);
        for (const batch of walk(1)) yield batch.flatMap((each) => (each.kind === 'fault' ? [fault(each)] : items(each)));
        for (const batch of walk(2)) yield batch.flatMap((each) => (each.kind === 'fault' ? [] : ties(each)));
      },
    };

    function notThis(found: FoundFault | null): Failure {
      return new Failure('fileNotThisFormat', { line: found?.line ?? 1, why: found?.why ?? 'no STIX objects' });
    }

    function fault({ line, why, text }: Omit<FoundFault, 'kind'>): RecordOutcome {
      return { kind: 'reject', reject: { row: line, code: 'badRecord', detail: why, cells: [text] } };
    }

    function items({ object, line }: FoundObject): RecordOutcome[] {
      const id = textOf(object, 'id');
      const type = textOf(object, 'type');
      if (type === MARKING || type === RELATIONSHIP || type === EXTENSION) return [];
      if (type === 'bundle') return [];
      if (type === '' || typeOfId(id) === null) return [fault({ line, why: 'object without type and STIX id', text: `${type} ${id}`.slice(0, 200) })];
      const modified = textOf(object, 'modified');
      const kind = textOf(object, 'identity_class');
      counted.entity(kind === '' ? type : `${type} ${kind}`, 'topic');
      const draft = itemOf(object, id, false, index.isLatest(id, modified) ? null : modified, index, context);
      if (object['revoked'] === true) return [{ kind: 'revoke', row: line, entity: draft.done() }];
      const parts = partsOf(object).map(([key, part]) => itemOf(part, localKey(id, key), true, null, index, context));
      const { handling } = index.markingsOf(object);
      return [{ kind: 'row', row: line, cells: [id, textOf(object, 'name')], mapped: recordOf({ entities: [draft, ...parts], handling }) }];
    }

    function ties({ object, line }: FoundObject): readonly RecordOutcome[] {
      const type = textOf(object, 'type');
      if (type === RELATIONSHIP) return [relationshipOf(object, line, index, vocabulary, context)];
      if (object['revoked'] === true || !index.isLatest(textOf(object, 'id'), textOf(object, 'modified'))) return [];
      return tiesOf(object, line, index, vocabulary, context);
    }
  },
};
