import type { RecordFormat } from '../records/format';
import { withoutComments } from './graph/recognise';
import { graphStream } from './graph/stream';
import { readGml } from './gml/read';

/** GML (Graph Modelling Language) of igraph, NetworkX, Gephi, Cytoscape, yEd and Visone. */
export const format: RecordFormat = {
  id: 'gml',
  mediaType: 'text/vnd.gml',
  endings: ['.gml'],
  recognise: (head) => (/^(?:[A-Za-z][\w-]*\s+(?:"[^"]{0,2000}"|[-+\w.]+)\s+){0,20}graph\s*\[(?:\s*(?:#[^\n]*\n)?\s*)(?:[A-Za-z]|\]|$)/i.test(withoutComments(head.text).slice(0, 20_000)) ? 0.95 : 0),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readGml(bytes, context.plan.encoding) }),
};
