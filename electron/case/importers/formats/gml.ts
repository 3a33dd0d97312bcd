import type { RecordFormat } from '../records/format';
import { withoutComments } from './graph/recognise';
import { graphStream } from './graph/stream';
import { readGml } from './gml/read';

/** GML (Graph Modelling Language) of igraph, NetworkX, Gephi, Cytoscape, yEd and Visone. */
export const format: RecordFormat = {
  id: 'gml',
  mediaType: 'text/vnd.gml',
  endings: ['.gml'],
  recognise: (head) => {
    const text = withoutComments(head.text).slice(0, 20_000);
    if (/^(?:[A-Za-z][\w-]*\s+(?:"[^"]{0,2000}"|[-+\w.]+)\s+){0,20}graph\s*\[\s*(?:[#A-Za-z]|\]|$)/i.test(text)) return 0.95;
    // Programs may write a list of their own before the graph.
    return head.name.endsWith('.gml') && /^[A-Za-z]/.test(text) && /(?:^|\s)graph\s*\[/i.test(text) && /\bnode\s*\[/i.test(head.text) ? 0.7 : 0;
  },
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readGml(bytes, context.plan.encoding) }),
};
