import { Failure } from '../../../../../shared/contract/failure';
import vocabularyData from '../../../../../resources/vocabularies/graph.json';
import type { RecordOutcome, RecordStream, ReadingContext } from '../../records/format';
import { OwnRecords } from '../../records/own';
import { Vocabulary } from '../../records/vocabulary';
import { Edges } from './edges';
import { Fitting } from './fitting';
import type { GraphFault, GraphItem, GraphWalk } from './items';
import { Known } from './known';
import { OwnItems } from './ownItems';
import { Nodes } from './nodes';
import { Probe } from './probe';

const BATCH = 500;

interface GraphSource {
  /** Opens the file for one more walk; every walk yields the same items. */
  readonly walk: () => GraphWalk;
  /** Bytes of the document. */
  readonly size: number;
}

/** Where the reading of a format broke off: listed as a reject when something stood before it. */
function faultOf(error: unknown): GraphFault {
  if (!(error instanceof Failure) || error.code !== 'fileNotThisFormat') throw error;
  const line = error.details.line;
  return { kind: 'fault', row: typeof line === 'number' ? line : 0, detail: String(error.details.why ?? ''), cells: [] };
}

/** The items of a walk; a fault at which it breaks off is its last, unless nothing came before: then it is thrown. */
function* trusted(walk: GraphWalk): Generator<readonly GraphItem[]> {
  let some = false;
  try {
    for (const batch of walk.items()) {
      some ||= batch.some((item) => item.kind !== 'fault');
      yield batch;
    }
  } catch (error) {
    if (!some) throw error;
    yield [faultOf(error)];
  }
}

const rejected = (fault: GraphFault): RecordOutcome => ({ kind: 'reject', reject: { row: fault.row, code: 'badRecord', detail: fault.detail.slice(0, 500), cells: fault.cells.slice(0, 50).map((cell) => cell.slice(0, 1000)) } });

/**
 * What a graph file says, nodes before the edges that point at them. An edge that stands before one of its nodes waits for a second walk, of
 * which only its number is held: memory grows with the ids of nodes, never with what is said of them.
 */
export function graphStream(context: ReadingContext, { walk, size }: GraphSource): RecordStream {
  const vocabulary = new Vocabulary(context.catalogue, context.plan, vocabularyData);
  const probe = new Probe(new Vocabulary(context.catalogue, context.plan, vocabularyData));
  const fitting = new Fitting(context.catalogue);
  const known = new Known();
  const nodes = new Nodes(context, vocabulary, probe, fitting, known);
  const edges = new Edges(context, vocabulary, probe, fitting, known, nodes);
  const records = new OwnRecords(context);
  const own = new OwnItems(records, known);
  let progress = (): number => 0;

  function* first(waiting: Set<number>): Generator<RecordOutcome> {
    const reading = walk();
    progress = () => reading.done();
    let count = 0;
    for (const batch of trusted(reading)) {
      for (const item of batch) {
        if (item.kind === 'fault') yield rejected(item);
        else if (item.kind === 'node') {
          if (item.label === null && item.attributes.length === 0 && item.place === undefined && item.parents === undefined && known.typeOf(item.id) !== undefined) continue;
          const written = own.node(item);
          if (written === null) yield nodes.outcome(item);
          else yield* written;
        } else {
          count += 1;
          if (known.typeOf(item.from) !== undefined && known.typeOf(item.to) !== undefined) yield* own.edge(item) ?? [edges.outcome(item)];
          else waiting.add(count);
        }
      }
    }
  }

  function* second(waiting: ReadonlySet<number>): Generator<RecordOutcome> {
    const reading = walk();
    progress = () => size + reading.done();
    let count = 0;
    for (const batch of trusted(reading)) {
      for (const item of batch) {
        if (item.kind !== 'edge') continue;
        count += 1;
        if (waiting.has(count)) yield* own.edge(item) ?? [edges.outcome(item)];
      }
    }
  }

  function* all(): Generator<RecordOutcome> {
    const waiting = new Set<number>();
    yield* first(waiting);
    if (waiting.size > 0) yield* second(waiting);
    progress = () => 2 * size;
  }

  return {
    unit: 'line',
    total: 2 * size,
    done: () => progress(),
    kinds: () => [...records.kinds(), ...vocabulary.kinds()],
    types: () => records.types(),
    async *outcomes() {
      let batch: RecordOutcome[] = [];
      let told = false;
      for (const outcome of all()) {
        told = true;
        batch.push(outcome);
        if (batch.length >= BATCH) {
          yield batch;
          batch = [];
        }
      }
      if (!told) throw new Failure('noRows');
      if (batch.length > 0) yield batch;
    },
  };
}
