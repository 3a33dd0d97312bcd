import type { RecordFormat } from '../records/format';
import { sureOfRoot } from './graph/recognise';
import { graphStream } from './graph/stream';
import { readGraphml } from './graphml/read';

/** GraphML of igraph, NetworkX, Gephi, Cytoscape, Neo4j, Visone and yEd. */
export const format: RecordFormat = {
  id: 'graphml',
  mediaType: 'application/graphml+xml',
  endings: ['.graphml', '.xgml.xml'],
  recognise: (head) => sureOfRoot(head, 'graphml'),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readGraphml(bytes, context.plan.encoding) }),
};
