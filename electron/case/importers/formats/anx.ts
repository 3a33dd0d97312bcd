import { isUtf8 } from 'node:buffer';
import { Failure } from '../../../../shared/contract/failure';
import { isEncoding, detectEncoding } from '../encoding';
import type { Bytes } from '../bytes';
import { elementsNamed } from '../records/elements';
import type { Element, Fault } from '../records/elements';
import type { ReadingContext, RecordFormat } from '../records/format';
import { rootName } from '../rootName';
import { readXml, xmlEncoding } from '../xml';
import { DEFINING, Definitions } from './anx/definitions';
import { endOf, Ends, kindOf } from './anx/ends';
import { Items } from './anx/item';
import { Kinds } from './anx/kinds';
import { OwnChart } from './anx/ownChart';
import { ownTypeOf } from './anx/ownItem';

const MARKS = /<(?:[\w.-]+:)?(?:ChartItemCollection|StrengthCollection|EntityTypeCollection|LinkTypeCollection|ApplicationVersion|LibraryCatalogue|AttributeClassCollection)\b|\bIdReferenceLinking=|\bLabelSumNumericLinks=/;
const ITEM = 'ChartItem';
const NAMES: ReadonlySet<string> = new Set([...DEFINING, ITEM]);
/** Definitions that say what kind an item is. */
const NAMING: ReadonlySet<string> = new Set(['EntityType', 'Type']);
const ITEMS: ReadonlySet<string> = new Set([ITEM]);
/** More things than this cannot be told apart in memory. */
const MOST_ENDS = 5_000_000;

/** Encoding of a chart: a file that says it is UTF-8 and is not was written in the Windows encoding by a tool that did not care. */
function encodingOf(bytes: Bytes, given: string | null): string {
  if (given !== null && isEncoding(given)) return given;
  const head = bytes.read(0, 262_144);
  const named = xmlEncoding(bytes, null);
  return named === 'utf-8' && !isUtf8(head.subarray(0, Math.max(0, head.length - 4))) ? detectEncoding(head).encoding : named;
}

interface FirstReading {
  readonly definitions: Definitions;
  readonly ends: Ends;
  readonly kinds: Kinds;
  /** Links stand before things that they may point at. */
  readonly mixed: boolean;
  readonly fault: Fault | null;
  readonly items: number;
}

type Read = (names: ReadonlySet<string>, faulty: (fault: Fault) => void) => Generator<readonly Element[]>;

/** The first reading: what the chart defines, and every thing in it by its ids. Where types stand behind items that use them, the items are read once more. */
function* firstReading(read: Read, { catalogue, plan }: ReadingContext, unique: boolean): Generator<void, FirstReading> {
  const definitions = new Definitions();
  const kinds = new Kinds(catalogue, plan);
  let ends = new Ends(unique);
  let used = new Map<string, { readonly type: string; readonly meaning: string }>();
  let fault: Fault | null = null;
  let [things, links, mixed, late] = [0, 0, false, false];
  const meet = (item: Element): void => {
    const found = endOf(item);
    if (found === null) {
      links += 1;
      return;
    }
    things += 1;
    if (things > MOST_ENDS) throw new Failure('fileTooLarge', { limit: MOST_ENDS });
    mixed ||= links > 0;
    const kind = kindOf(definitions, found);
    const own = ownTypeOf(item);
    ends.add(item, found, kind, own);
    if (own !== null) return;
    if (!used.has(kind)) used.set(kind, { type: found.style?.attributes.EntityTypeReference ?? '', meaning: found.entity.attributes.SemanticTypeGuid ?? '' });
  };
  for (const batch of read(NAMES, (found) => (fault = found))) {
    for (const element of batch) {
      if (element.name === ITEM) meet(element);
      else {
        definitions.add(element);
        late ||= things > 0 && NAMING.has(element.name);
      }
    }
    yield;
  }
  const items = things + links;
  if (late) {
    [ends, used] = [new Ends(unique), new Map()];
    [things, links] = [0, 0];
    for (const batch of read(ITEMS, () => undefined)) {
      for (const item of batch) meet(item);
      yield;
    }
  }
  for (const [kind, { type, meaning }] of used) {
    const defined = definitions.entityTypes.get(`#${type}`) ?? definitions.entityTypes.get(kind);
    kinds.meet(kind, definitions, defined?.icon ?? '', meaning === '' ? (defined?.meaning ?? '') : meaning);
  }
  definitions.grades.settle(catalogue);
  return { definitions, ends, kinds, mixed, fault, items };
}

/**
 * Charts of i2 Analyst's Notebook as its exchange XML, by the program itself (versions 6 to 9) and by others. Read more than once, because types may stand behind the
 * items that use them, and links before their ends: memory holds ids, types and positions, never the content. What Knoop itself wrote comes back as it was.
 */
export const format: RecordFormat = {
  id: 'anx',
  mediaType: 'application/vnd.i2.anx+xml',
  endings: ['.anx'],
  recognise({ name, text }) {
    if (rootName(text.slice(0, 8192)) !== 'Chart') return 0;
    if (MARKS.test(text)) return 0.97;
    return /\.an[xt]$/.test(name) ? 0.6 : 0;
  },
  open(bytes, context) {
    const encoding = encodingOf(bytes, context.plan.encoding);
    const head = bytes.read(0, 65_536).toString(encoding.startsWith('utf-16') ? 'utf16le' : 'latin1');
    const unique = !/<(?:[\w.-]+:)?Chart\b[^>]*\bRigorous\s*=\s*["']false["']/.test(head);
    let [before, reader] = [0, readXml(bytes, encoding)];
    const read: Read = (names, faulty) => {
      before += reader.done();
      reader = readXml(bytes, encoding, true);
      return elementsNamed(reader.events(), names, faulty);
    };
    let kinds: Kinds | null = null;
    const own = new OwnChart(context);
    return {
      total: bytes.size * 2,
      done: () => Math.min(bytes.size * 2, before + reader.done()),
      unit: 'line',
      types: () => ({ entities: [...(kinds?.types ?? []), ...own.types().entities], links: own.types().links }),
      kinds: () => [...own.kinds(), ...(kinds?.found() ?? [])],
      async *outcomes() {
        const first = firstReading(read, context, unique);
        let step = first.next();
        for (; step.done !== true; step = first.next()) yield [];
        const chart = step.value;
        if (chart.items === 0) throw new Failure('fileNotThisFormat', chart.fault === null ? { why: 'no chart items' } : { line: chart.fault.line, why: chart.fault.why });
        kinds = chart.kinds;
        const items = new Items(context, chart, own);
        const turns: readonly ((item: Element) => boolean)[] = chart.mixed ? [(item) => endOf(item) !== null, (item) => endOf(item) === null] : [() => true];
        for (const wanted of turns) {
          for (const batch of read(ITEMS, () => undefined)) yield batch.filter(wanted).flatMap((item) => items.outcomes(item));
        }
        // What a chart of Knoop's own says about itself, the case knows.
        if (chart.definitions.notes.length > 0 && !chart.definitions.own) yield [{ kind: 'page', page: 1, text: chart.definitions.notes.join('\n') }];
        if (chart.fault !== null) yield [{ kind: 'reject', reject: { row: chart.fault.line, code: 'badRecord', detail: chart.fault.why, cells: [] } }];
      },
    };
  },
};
