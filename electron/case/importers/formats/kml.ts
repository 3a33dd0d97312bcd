import { Failure } from '../../../../shared/contract/failure';
import { heldBytes } from '../bytes';
import type { Bytes } from '../bytes';
import type { FileHead, ReadingContext, RecordFormat, RecordOutcome, RecordStream } from '../records/format';
import { Vocabulary } from '../records/vocabulary';
import { Package } from '../workbook';
import { readXml } from '../xml';
import { KmlListener } from './kml/kml';
import { isPicture } from './kml/pictures';
import { rootName } from '../rootName';
import { walked } from './track/walked';

/** The document inside a KMZ is held in memory. */
const MAX_PART = 256 * 1024 * 1024;
/** Pictures beyond this stay in the archive only. */
const MAX_PICTURES = 64 * 1024 * 1024;

const zipped = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004';

function recognise(head: FileHead): number {
  if (!zipped(head.bytes)) return rootName(head.text) === 'kml' ? 1 : 0;
  // Names of entries stand in the clear before their content.
  if (/PK\u0003\u0004[\s\S]{26}[^\u0000]{0,200}?\.kml/i.test(head.bytes.toString('latin1', 0, 16_384))) return 0.95;
  return head.name.endsWith('.kmz') ? 0.6 : 0;
}

async function partOf(archive: Package, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of archive.pieces(name)) {
    size += piece.length;
    if (size > MAX_PART) throw new Failure('fileTooLarge', { limit: MAX_PART });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `told`: how much of the archive is read, as a share of 1. */
async function* unpacked(bytes: Bytes, context: ReadingContext, vocabulary: Vocabulary, told: (share: number) => void): AsyncGenerator<RecordOutcome[]> {
  const archive = await Package.open(bytes);
  try {
    const names = archive.names().filter((name) => name.endsWith('.kml')).toSorted((a, b) => Number(b === 'doc.kml') - Number(a === 'doc.kml'));
    if (names.length === 0) throw new Failure('fileNotThisFormat', { why: 'no kml inside' });
    const pictures = new Map<string, Uint8Array>();
    let size = 0;
    for (const path of archive.names().filter(isPicture)) {
      if (size + archive.sizeOf(path) > MAX_PICTURES) break;
      try {
        const picture = await partOf(archive, path);
        size += picture.length;
        pictures.set(path, picture);
      } catch (error) {
        // A picture that cannot be unfolded takes no place away from the map.
        if (!(error instanceof Failure)) throw error;
      }
    }
    for (const [at, name] of names.entries()) {
      yield* walked(readXml(heldBytes(await partOf(archive, name)), context.plan.encoding), new KmlListener(context, vocabulary, `${name}:`, pictures));
      told((at + 1) / names.length);
    }
  } finally {
    archive.close();
  }
}

/** Google Earth files, plain (KML) and zipped (KMZ). */
export const format: RecordFormat = {
  id: 'kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  endings: ['.kml', '.kmz'],
  recognise,
  open(bytes, context): RecordStream {
    const vocabulary = new Vocabulary(context.catalogue, context.plan);
    const kinds = () => vocabulary.kinds();
    if (zipped(bytes.read(0, 4))) {
      let share = 0;
      const told = (now: number): void => {
        share = now;
      };
      return { outcomes: () => unpacked(bytes, context, vocabulary, told), total: bytes.size, done: () => Math.floor(bytes.size * share), unit: 'line', kinds };
    }
    const reader = readXml(bytes, context.plan.encoding);
    return { outcomes: () => walked(reader, new KmlListener(context, vocabulary, '')), total: bytes.size, done: () => reader.done(), unit: 'line', kinds };
  },
};
