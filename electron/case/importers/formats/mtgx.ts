import { Failure } from '../../../../shared/contract/failure';
import type { Bytes } from '../bytes';
import { elementsNamed } from '../records/elements';
import type { Element, Fault } from '../records/elements';
import type { RecordFormat, RecordOutcome } from '../records/format';
import { readXml } from '../xml';
import { Package } from '../workbook';
import { definitionsIn, MOST_GRAPH, namesMention, unfolded } from './maltego/archive';
import { EntityKinds } from './maltego/entityKinds';
import { kindIn, Records, Things } from './maltego/records';

const NODES: ReadonlySet<string> = new Set(['node']);
const EDGES: ReadonlySet<string> = new Set(['edge']);

interface Graph {
  readonly part: string;
  readonly bytes: Bytes;
}

/** Graphs of Maltego: an archive with GraphML, each node and edge of it carrying its properties and its place, and with the kinds that the user defined. */
export const format: RecordFormat = {
  id: 'mtgx',
  mediaType: 'application/vnd.maltego.graph+zip',
  endings: ['.mtgx'],
  recognise({ name, bytes }) {
    if (namesMention(bytes, /Graphs\/[^/]{0,200}\.graphml/i)) return 0.97;
    return name.endsWith('.mtgx') && namesMention(bytes, /./) ? 0.6 : 0;
  },
  async open(bytes, context) {
    const zip = await Package.open(bytes);
    const kinds = new EntityKinds(context.catalogue, context.plan);
    const graphs: Graph[] = [];
    try {
      for (const definition of await definitionsIn(zip)) kinds.define(definition);
      let left = MOST_GRAPH;
      for (const part of zip.names().filter((name) => name.endsWith('.graphml')).toSorted()) {
        const held = await unfolded(zip, part, left);
        left -= held.size;
        if (held.size > 0) graphs.push({ part, bytes: held });
      }
    } finally {
      zip.close();
    }
    if (graphs.length === 0) throw new Failure('fileNotThisFormat', { why: 'no graph' });
    const total = graphs.reduce((sum, graph) => sum + graph.bytes.size, 0) * 3;
    let done = 0;
    return {
      total,
      done: () => Math.min(done, total),
      unit: 'line',
      types: () => ({ entities: kinds.types, links: [] }),
      kinds: () => kinds.found(),
      async *outcomes() {
        const faults: Fault[] = [];
        const things = new Things();
        for (const { part, bytes: graph } of graphs) {
          for (const batch of elementsNamed(readXml(graph).events(), NODES, (fault) => void faults.push(fault))) {
            for (const node of batch) {
              kinds.meet(kindIn(node));
              things.add(part, node);
            }
            yield [];
          }
          done += graph.size;
        }
        if (things.size === 0) throw new Failure('fileNotThisFormat', faults[0] === undefined ? { why: 'no nodes' } : { line: faults[0].line, why: faults[0].why });
        const records = new Records(context, kinds, things);
        const walk = function* (names: ReadonlySet<string>, read: (part: string, element: Element) => RecordOutcome): Generator<readonly RecordOutcome[]> {
          for (const { part, bytes: graph } of graphs) {
            for (const batch of elementsNamed(readXml(graph).events(), names, () => undefined)) yield batch.map((element) => read(part, element));
            done += graph.size;
          }
        };
        yield* walk(NODES, (part, node) => records.thing(part, node));
        yield* walk(EDGES, (part, edge) => records.link(part, edge));
        for (const { line, why } of faults) yield [{ kind: 'reject', reject: { row: line, code: 'badRecord', detail: why, cells: [] } }];
      },
    };
  },
};
