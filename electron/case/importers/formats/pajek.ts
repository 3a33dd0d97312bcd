import type { RecordFormat } from '../records/format';
import { withoutComments } from './graph/recognise';
import { graphStream } from './graph/stream';
import { readPajek } from './pajek/read';

/** Pajek networks (.net, .paj) of Pajek, igraph, NetworkX, VOSviewer and UCINET. */
export const format: RecordFormat = {
  id: 'pajek',
  mediaType: 'text/x-pajek',
  endings: ['.net', '.paj'],
  recognise: (head) => (/^\*(?:vertices\s+\d+|network\b[^\r\n]*[\r\n]+(?:\s*[%\r\n][^\r\n]*[\r\n]*)*\s*\*vertices\s+\d)/i.test(withoutComments(head.text)) ? 0.95 : 0),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readPajek(bytes, context.plan.encoding) }),
};
