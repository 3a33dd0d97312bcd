import { Failure } from '../../../../shared/contract/failure';
import words from '../../../../resources/vocabularies/ftm.json';
import type { FoundFault } from '../jsonObjects';
import { EntityDraft, recordOf } from '../records/draft';
import type { FileHead, RecordFormat, RecordOutcome } from '../records/format';
import { OwnRecords } from '../records/own';
import { Vocabulary } from '../records/vocabulary';
import { edgeRow, endsOfLongestSide, isWhole, MOST_ENDS, referenceRow } from './ftm/edges';
import { FtmIndex, itemOf } from './ftm/items';
import { edgeOf, proxies, united } from './ftm/proxies';
import type { Proxy } from './ftm/proxies';

const SCHEMA = /"schema"\s*:\s*"([A-Z][A-Za-z]{2,39})"/u;

function recognise({ text }: FileHead): number {
  const start = text.trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return 0;
  const schema = SCHEMA.exec(start)?.[1];
  if (schema === undefined || !/"id"\s*:/u.test(start)) return 0;
  if (/"canonical_id"\s*:/u.test(start) && /"prop"\s*:/u.test(start)) return 0.95;
  // Another program's "schema" and "properties" would hardly have its values in lists of texts.
  if (!/"properties"\s*:\s*\{\s*(?:\}|"[A-Za-z]+"\s*:\s*\[)/u.test(start)) return 0;
  return Object.hasOwn(words.entities, schema.toLowerCase()) || edgeOf(schema) !== undefined ? 0.95 : 0.7;
}

/** FollowTheMoney: entities as lines or lists, nested ones, answers and exports of Aleph, statements, and changes between editions. What Knoop itself wrote comes back as it was. */
export const format: RecordFormat = {
  id: 'ftm',
  mediaType: 'application/json',
  endings: ['.ftm', '.ftm.json', '.json', '.jsonl', '.ndjson', '.ijson'],
  recognise,
  proposes: { dateOrder: 'ymd', decimal: '.' },
  open(bytes, context) {
    const quiet = new Vocabulary(context.catalogue, context.plan, words);
    const vocabulary = new Vocabulary(context.catalogue, context.plan, words);
    const index = new FtmIndex(quiet);
    const own = new OwnRecords(context);
    /** Edges told in parts that lie apart, as statements may be. */
    const parts = new Map<string, Proxy>();
    const position = { pass: 0, at: 0 };
    const walk = (pass: number): Generator<(Proxy | FoundFault)[]> =>
      proxies(bytes, context.plan.encoding, pass === 0, (at) => {
        position.pass = pass;
        position.at = at;
      });
    return {
      total: bytes.size * 3,
      done: () => bytes.size * position.pass + position.at,
      unit: 'line',
      types: () => own.types(),
      kinds: () => [...own.kinds(), ...vocabulary.kinds()],
      async *outcomes() {
        let known = 0;
        let first: FoundFault | null = null;
        for (const batch of walk(0)) {
          for (const each of batch) {
            if (each.kind === 'fault') {
              first ??= each;
              continue;
            }
            known += 1;
            index.add(each);
          }
          yield [];
        }
        if (known === 0) throw notThis(first);
        for (const batch of walk(1)) yield batch.flatMap((each) => (each.kind === 'fault' ? [reject(each.line, each.why, [each.text])] : itemRows(each)));
        for (const batch of walk(2)) yield batch.flatMap((each) => (each.kind === 'fault' ? [] : linkRows(each)));
        for (const proxy of parts.values()) yield partRows(proxy);
      },
    };

    function notThis(fault: FoundFault | null): Failure {
      return new Failure('fileNotThisFormat', { line: fault?.line ?? 1, why: fault?.why ?? 'no entities' });
    }

    function reject(row: number, detail: string, cells: readonly string[]): RecordOutcome {
      return { kind: 'reject', reject: { row, code: 'badRecord', detail, cells: cells.map((cell) => cell.slice(0, 500)) } };
    }

    function cellsOf(proxy: Proxy): readonly string[] {
      return [proxy.id, proxy.schema, proxy.properties.get('name')?.[0] ?? ''];
    }

    /** An entity that Knoop wrote; what somebody changed of it since comes in beside that. */
    function ownRows(proxy: Proxy, written: NonNullable<Proxy['own']>): RecordOutcome[] {
      const subject = written.read();
      const rows = subject === null ? [] : own.entity(subject, proxy.id, proxy.line, proxy.properties.get('name')?.[0] ?? '');
      return subject !== null && written.untouched() ? rows : [...rows, { kind: 'row', row: proxy.line, cells: cellsOf(proxy), mapped: recordOf(itemOf(proxy, own.typeOf(written), index, context)) }];
    }

    function ownLinks(proxy: Proxy, written: NonNullable<Proxy['own']>): RecordOutcome[] {
      const { ends } = written;
      const end = (id: string): { readonly id: string; readonly type: string } => ({ id, type: own.typeOf({ type: index.typeOf(id) ?? '' }) });
      const subject = ends === null ? null : written.read();
      const rows = ends === null || subject === null ? [] : own.link(subject, end(index.idOf(ends.from)), end(index.idOf(ends.to)), proxy.line);
      if (written.untouched() && (ends === null || subject !== null)) return rows;
      const said = ends === null ? referenceRow(proxy, own.typeOf(written), index, vocabulary, context) : isWhole(proxy) && endsOfLongestSide(proxy) <= MOST_ENDS ? edgeRow(proxy, index, vocabulary, context) : null;
      return said === null ? rows : [...rows, said];
    }

    function itemRows(proxy: Proxy): RecordOutcome[] {
      if (proxy.own !== null && !proxy.deleted) return proxy.own.ends === null ? ownRows(proxy, proxy.own) : [];
      if (edgeOf(proxy.schema) !== undefined) return proxy.deleted ? [reject(proxy.line, 'link taken back, not taken in', cellsOf(proxy))] : [];
      const type = vocabulary.entity(proxy.schema, 'topic');
      if (proxy.deleted) return [{ kind: 'revoke', row: proxy.line, entity: new EntityDraft(context.catalogue, context.plan, type, proxy.id, 'ftm').say('reference', proxy.id).done() }];
      return [{ kind: 'row', row: proxy.line, cells: cellsOf(proxy), mapped: recordOf(itemOf(proxy, type, index, context)) }];
    }

    function linkRows(proxy: Proxy): RecordOutcome[] {
      if (proxy.deleted) return [];
      if (proxy.own !== null) return ownLinks(proxy, proxy.own);
      if (edgeOf(proxy.schema) === undefined) {
        const row = referenceRow(proxy, index.typeOf(proxy.id) ?? 'item', index, vocabulary, context);
        return row === null ? [] : [row];
      }
      const held = parts.get(proxy.id);
      const whole = held === undefined ? proxy : united(held, proxy);
      if (!isWhole(whole)) {
        parts.set(proxy.id, whole);
        return [];
      }
      parts.delete(proxy.id);
      if (endsOfLongestSide(whole) > MOST_ENDS) return [reject(proxy.line, `link with more than ${MOST_ENDS} ends on one side`, cellsOf(proxy))];
      return [edgeRow(whole, index, vocabulary, context)];
    }

    /** An edge with one end only: an item of its own where there is such a kind (a payment, a call), else it cannot come in. */
    function partRows(proxy: Proxy): RecordOutcome[] {
      if (!Object.hasOwn(words.entities, proxy.schema.toLowerCase())) return [reject(proxy.line, 'link without two ends', cellsOf(proxy))];
      const type = vocabulary.entity(proxy.schema, 'topic');
      const rows: RecordOutcome[] = [{ kind: 'row', row: proxy.line, cells: cellsOf(proxy), mapped: recordOf(itemOf(proxy, type, index, context)) }];
      const links = referenceRow(proxy, type, index, vocabulary, context);
      return links === null ? rows : [...rows, links];
    }
  },
};
