import type { Database } from 'better-sqlite3';
import { gradingsAtLeast } from '../../../shared/analysis/formatting';
import { stretchOf } from '../../../shared/briefing/timeScale';
import type { PatternCondition, PatternNode } from '../../../shared/model/pattern';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { categoryCodes } from '../../../shared/schema/category';
import { query } from '../queries/statements';
import type { Chosen } from './chosen';
import type { Step } from './measure';

/** Up to so many entities, what is said of them is read one by one; of more, all that is said in the case. */
const FEW = 20_000;
const OFTEN = 8191;

interface Columns {
  readonly n: number;
  readonly caption: string;
  readonly grading: string;
  readonly handling: string;
  readonly category: string;
}

const COLUMNS = 'SELECT n, caption, grading, handling, category FROM entity WHERE seq_retracted IS NULL';
const VALUES = `SELECT s.subject AS n, each.value ->> 'v' AS v FROM statement s CROSS JOIN json_each(s."values", @path) each WHERE s.subject_kind = 'entity' AND s.seq_retracted IS NULL`;
const VALUES_OF = `SELECT s.subject AS n, each.value ->> 'v' AS v FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value AND s.seq_retracted IS NULL CROSS JOIN json_each(s."values", @path) each`;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

function textTest({ test, text }: Extract<PatternCondition, { kind: 'text' }>): (value: string) => boolean {
  const asked = plain(text);
  return test === 'equals' ? (value) => plain(value) === asked : (value) => plain(value).includes(asked);
}

function dateTest({ from, until }: Extract<PatternCondition, { kind: 'date' }>): (value: string) => boolean {
  const first = from === null ? -Infinity : (stretchOf(from)?.from ?? -Infinity);
  const last = until === null ? Infinity : (stretchOf(until)?.until ?? Infinity);
  return (value) => {
    const stretch = stretchOf(value);
    // The end of a stretch is the first moment after it, but for a moment itself.
    return stretch !== null && stretch.from < last && (stretch.until > first || stretch.from >= first);
  };
}

const numberTest = ({ least, most }: Extract<PatternCondition, { kind: 'number' }>) => (value: string): boolean => {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) && number >= (least ?? -Infinity) && number <= (most ?? Infinity);
};

/** What a condition asks of the columns of an entity; null where it asks for something else. */
function columnTest(condition: PatternCondition, catalogue: Catalogue): ((entity: Columns) => boolean) | null {
  if (condition.kind === 'text' && condition.property === null) {
    const test = textTest(condition);
    return ({ caption }) => test(caption);
  }
  if (condition.kind === 'category') return ({ category }) => categoryCodes(category).some((code) => condition.codes.includes(code));
  if (condition.kind === 'handling') return ({ handling }) => condition.codes.includes(handling);
  if (condition.kind !== 'grading') return null;
  const good = gradingsAtLeast(catalogue.scheme(condition.scheme), condition.least);
  return ({ grading }) => good.has(grading);
}

/** What a condition asks of the values of a property; null where it asks for something else. */
function valueTest(condition: PatternCondition): { readonly property: string; readonly test: (value: string) => boolean } | null {
  if (condition.kind === 'text' && condition.property !== null) return { property: condition.property, test: textTest(condition) };
  if (condition.kind === 'date') return { property: condition.property, test: dateTest(condition) };
  return condition.kind === 'number' ? { property: condition.property, test: numberTest(condition) } : null;
}

/** Entities that may stand for nodes of a pattern by what they are themselves. Of an entity of several records it is enough that one of them is such. */
export class PatternNodes {
  private columns: Columns[] | null = null;

  constructor(private readonly db: Database, private readonly catalogue: Catalogue, private readonly chosen: Chosen, private readonly degrees: Uint32Array, private readonly step: Step) {}

  /** 1 for each node of what was chosen that may stand there. */
  candidates(node: PatternNode): Uint8Array {
    const { chosen, catalogue, degrees } = this;
    const { whole, nodes } = chosen;
    const wanted = Uint8Array.from(whole.types, (type) => {
      const any = node.types.length === 0 && node.families.length === 0;
      const family = catalogue.entityType(type)?.family;
      return any || node.types.some((each) => catalogue.isA(type, each)) || (family !== undefined && node.families.includes(family)) ? 1 : 0;
    });
    const only = node.entity === null ? null : (whole.nodesOf([node.entity])[0] ?? -1);
    const least = node.conditions.reduce((most, each) => (each.kind === 'links' ? Math.max(most, each.least) : most), 0);
    const may = Uint8Array.from(nodes, (place, v) => ((only === null || place === only) && wanted[whole.typeOf[place]!] === 1 && degrees[v]! >= least ? 1 : 0));
    for (const condition of node.conditions) {
      const [column, value] = [columnTest(condition, catalogue), valueTest(condition)];
      if (column !== null) this.keep(may, this.all().values(), column);
      if (value !== null) this.keep(may, this.values(may, value.property), ({ v }) => value.test(v));
    }
    return may;
  }

  /** Leaves only those of whom a row of one of their records passes. */
  private keep<Row extends { readonly n: number }>(may: Uint8Array, rows: IterableIterator<Row>, test: (row: Row) => boolean): void {
    const { chosen: { whole, placeOf }, step } = this;
    const passed = new Uint8Array(may.length);
    let read = 0;
    for (const row of rows) {
      read += 1;
      if ((read & OFTEN) === 0) step(0, 1);
      const node = whole.nodeOf(row.n);
      const place = node < 0 ? -1 : placeOf[node]!;
      if (place >= 0 && may[place] === 1 && passed[place] === 0 && test(row)) passed[place] = 1;
    }
    for (let v = 0; v < may.length; v += 1) if (passed[v] === 0) may[v] = 0;
  }

  private all(): Columns[] {
    return (this.columns ??= query<Columns>(this.db, COLUMNS).all({}));
  }

  private values(may: Uint8Array, property: string): IterableIterator<{ readonly n: number; readonly v: string }> {
    const path = `$.${JSON.stringify(property)}`;
    const { chosen: { whole, nodes } } = this;
    const left = may.reduce((sum, each) => sum + each, 0);
    if (left > FEW) return query<{ n: number; v: string }>(this.db, VALUES).iterate({ path });
    const keys = [...may.keys()].filter((v) => may[v] === 1).flatMap((v) => whole.identity.membersOf(whole.keys[nodes[v]!]!));
    return query<{ n: number; v: string }>(this.db, VALUES_OF).all({ path, keys: JSON.stringify(keys) }).values();
  }
}
