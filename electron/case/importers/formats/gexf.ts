import type { RecordFormat } from '../records/format';
import { readGexf } from './gexf/read';
import { sureOfRoot } from './graph/recognise';
import { graphStream } from './graph/stream';

/** GEXF 1.1, 1.2 and 1.3 of Gephi, NetworkX, Graphology and survey tools. */
export const format: RecordFormat = {
  id: 'gexf',
  mediaType: 'application/gexf+xml',
  endings: ['.gexf'],
  recognise: (head) => sureOfRoot(head, 'gexf'),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readGexf(bytes, context.plan.encoding) }),
};
