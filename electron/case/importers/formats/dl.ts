import type { RecordFormat } from '../records/format';
import { readDl } from './dl/read';
import { graphStream } from './graph/stream';

/** DL of UCINET, NetDraw and R's sna. */
export const format: RecordFormat = {
  id: 'dl',
  mediaType: 'text/x-ucinet-dl',
  endings: ['.dl'],
  recognise: (head) => (/^\s*dl\b[\s,;]*(?:n|nr|nc|nm|format)\s*=\s*\w/i.test(head.text) ? 0.95 : 0),
  open: (bytes, context) => graphStream(context, { size: bytes.size, walk: () => readDl(bytes, context.plan.encoding) }),
};
