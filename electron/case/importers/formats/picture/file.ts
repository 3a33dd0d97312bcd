import { Failure } from '../../../../../shared/contract/failure';
import type { RecordFormatId } from '../../../../../shared/mapping/recordPlan';
import { pictureSize } from '../../../queries/pictureSize';
import type { RecordFormat } from '../../records/format';

/** Where a picture says how large it is lies within this; bytes. */
const HEAD = 4 * 1024 * 1024;

/** The name of a picture without its ending, as words: what a search finds it by. */
const wordsOf = (name: string): string => name.replace(/\.[^.]*$/, '').replace(/[_\s]+/g, ' ').trim();

/** A picture as a source of its own: it says nothing that can be read but its name, and is kept, so that it can be shown. `sign`: its first bytes, hex. */
export const pictureFile = (id: Extract<RecordFormatId, 'png' | 'jpeg'>, endings: readonly string[], sign: string): RecordFormat => ({
  id,
  mediaType: `image/${id}`,
  endings,
  recognise: ({ bytes }) => (bytes.subarray(0, sign.length / 2).toString('hex') === sign ? 0.99 : 0),
  open(bytes, { name }) {
    if (pictureSize(bytes.read(0, Math.min(bytes.size, HEAD)))?.mediaType !== `image/${id}`) throw new Failure('fileNotThisFormat', { why: 'no size' });
    let read = 0;
    return {
      total: bytes.size,
      done: () => read,
      unit: 'page',
      // eslint-disable-next-line @typescript-eslint/require-await -- a stream like those of other formats, which wait for their bytes
      async *outcomes() {
        yield [{ kind: 'page', page: 1, text: wordsOf(name) }];
        read = bytes.size;
      },
    };
  },
});
