import type { RecordFormat } from '../records/format';
import { withoutComments } from './graph/recognise';
import { graphStream } from './graph/stream';
import { readDot } from './dot/read';

/** DOT of Graphviz, igraph, Gephi, NetworkX (pydot) and many a tool that draws call trees. */
export const format: RecordFormat = {
  id: 'dot',
  mediaType: 'text/vnd.graphviz',
  endings: ['.dot', '.gv'],
  recognise: (head) => (/^(?:strict\s+)?(?:di)?graph(?:\s+(?:"(?:[^"\\]|\\.){0,2000}"|[\w.\u0080-\uffff-]{1,200}|<[^{]{0,2000}>))?\s*\{/i.test(withoutComments(head.text).slice(0, 20_000)) ? 0.95 : 0),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readDot(bytes, context.plan.encoding) }),
};
