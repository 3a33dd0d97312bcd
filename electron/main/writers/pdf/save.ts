import { deflateSync } from 'node:zlib';
import { PDFArray, PDFCatalog, PDFDict, PDFPageLeaf, PDFPageTree, PDFRef, PDFStream, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Objects that are packed together. */
const TOGETHER = 200;
/** Bytes of the three fields of an entry: its kind; the place in the file, or the stream that holds it; the place in that stream. */
const WIDTHS = [1, 4, 2] as const;
const ENTRY = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

type Indirect = [ref: PDFRef, object: PDFObject];

/** Readers want to find these without unpacking anything. */
const staysApart = (ref: PDFRef, object: PDFObject): boolean => object instanceof PDFStream || object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf || ref.generationNumber !== 0;

/** The objects that a reader can come by, in the order of their numbers: what was replaced or taken out is not to leave. */
function reachable(context: PDFContext): readonly Indirect[] {
  const { Root, Info, ID } = context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info, ID];
  const found = new Set<PDFRef>();
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (found.has(object)) continue;
      found.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) for (let at = 0; at < object.size(); at += 1) waiting.push(object.get(at));
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  return context.enumerateIndirectObjects().filter(([ref]) => found.has(ref));
}

/** An object by itself, signs of latin1 as the library writes them. */
function written([ref, object]: Indirect): Buffer {
  const head = `${ref.objectNumber} ${ref.generationNumber} obj\n`;
  if (!(object instanceof PDFStream)) return Buffer.from(`${head}${object.toString()}\nendobj\n\n`, 'latin1');
  const body = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(body, 0);
  return Buffer.concat([Buffer.from(head, 'latin1'), body, Buffer.from('\nendobj\n\n', 'latin1')]);
}

/** A stream with its dictionary, deflated. */
function packed(ref: PDFRef, dict: string, content: Buffer): Buffer {
  const deflated = deflateSync(content);
  return Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n<< ${dict} /Filter /FlateDecode /Length ${deflated.length} >>\nstream\n`, 'latin1'), deflated, Buffer.from('\nendstream\nendobj\n\n', 'latin1')]);
}

/** Several objects in one stream: their numbers and places first, then one after the other. */
function packedTogether(ref: PDFRef, objects: readonly Indirect[]): Buffer {
  const bodies = objects.map(([, object]) => `${object.toString()}\n`);
  let at = 0;
  const places = objects.map(([{ objectNumber }], index) => {
    const place = `${objectNumber} ${at}`;
    at += bodies[index]?.length ?? 0;
    return place;
  });
  const head = `${places.join(' ')}\n`;
  return packed(ref, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, Buffer.from(head + bodies.join(''), 'latin1'));
}

/** Where every object stands, by its number. */
type Places = Map<number, readonly [kind: 1 | 2, place: number, index: number]>;

/** The table of places: runs of numbers without a gap, and their entries. Number 0 is always free. */
function tableOf(places: Places): { runs: readonly number[]; entries: Buffer } {
  const numbers = [...places.keys()].sort((a, b) => a - b);
  const entries = Buffer.alloc((numbers.length + 1) * ENTRY);
  entries.writeUInt16BE(0xffff, 1 + WIDTHS[1]);
  const runs = [0, 1];
  numbers.forEach((number, index) => {
    const at = (index + 1) * ENTRY;
    const [kind, place, within] = places.get(number) ?? [1, 0, 0];
    entries.writeUInt8(kind, at);
    entries.writeUInt32BE(place, at + 1);
    entries.writeUInt16BE(within, at + 1 + WIDTHS[1]);
    if (number === (numbers[index - 1] ?? 0) + 1) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(number, 1);
  });
  return { runs, entries };
}

function trailerOf({ trailerInfo, largestObjectNumber }: PDFContext): string {
  const { Root, Info, ID } = trailerInfo;
  const entries = Object.entries({ Root, Info, ID }).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value.toString()}`]));
  return `/Size ${largestObjectNumber + 1} ${entries.join(' ')}`;
}

/**
 * The bytes of a document and nothing that it no longer uses, with everything but streams and pages packed. Does what the library does, which for each object looks through all that it wrote before:
 * the ninety thousand of a tagged document of two hundred pages take it half a minute. The same objects give the same bytes.
 */
export async function savePdf(file: PDFDocument): Promise<Buffer> {
  // Embedded pages and pictures are put in place only now.
  await file.flush();
  const { context } = file;
  const header = Buffer.alloc(context.header.sizeInBytes());
  context.header.copyBytesInto(header, 0);
  const chunks: Buffer[] = [header, Buffer.from('\n\n', 'latin1')];
  let size = header.length + 2;
  const places: Places = new Map();
  const put = (ref: PDFRef, bytes: Buffer): void => {
    places.set(ref.objectNumber, [1, size, ref.generationNumber]);
    chunks.push(bytes);
    size += bytes.length;
  };
  const together: Indirect[] = [];
  for (const each of reachable(context)) {
    if (staysApart(...each)) put(each[0], written(each));
    else together.push(each);
  }
  for (let from = 0; from < together.length; from += TOGETHER) {
    const ref = context.nextRef();
    const some = together.slice(from, from + TOGETHER);
    some.forEach(([{ objectNumber }], index) => places.set(objectNumber, [2, ref.objectNumber, index]));
    put(ref, packedTogether(ref, some));
    // Main has windows to serve between two streams.
    if ((from / TOGETHER) % 20 === 19) await new Promise(setImmediate);
  }
  const ref = context.nextRef();
  const start = size;
  places.set(ref.objectNumber, [1, start, 0]);
  const { runs, entries } = tableOf(places);
  chunks.push(packed(ref, `/Type /XRef ${trailerOf(context)} /W [${WIDTHS.join(' ')}] /Index [${runs.join(' ')}]`, entries), Buffer.from(`startxref\n${start}\n%%EOF`, 'latin1'));
  return Buffer.concat(chunks);
}
