import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Sink } from './outgoing';

/** A part of an archive: made while it is packed. */
export interface ArchivePart {
  readonly name: string;
  /** Not compressed, so that whoever looks at the start of the file sees it. */
  readonly plain?: boolean;
  readonly text: Iterable<string>;
}

const PIECE = 64 * 1024;

function* bytesOf(text: Iterable<string>): Generator<Buffer> {
  let waiting = '';
  for (const piece of text) {
    waiting += piece;
    if (waiting.length < PIECE) continue;
    yield Buffer.from(waiting, 'utf8');
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting, 'utf8');
}

/** Packs the parts, in their order, piece by piece. `at`: ISO time that all of them get. Rejects with whatever making a part throws. */
export async function writeArchive(parts: readonly ArchivePart[], at: string, sink: Sink): Promise<void> {
  const zip = new ZipFile();
  const mtime = new Date(at);
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { name, plain = false, text } of parts) {
    if (plain) zip.addBuffer(Buffer.concat([...bytesOf(text)]), name, { mtime, compress: false });
    else {
      zip.addReadStreamLazy(name, { mtime }, (take) => {
        const stream = Readable.from(bytesOf(text), { objectMode: false });
        stream.once('error', (error) => out.destroy(error));
        take(null, stream);
      });
    }
  }
  zip.end();
  for await (const piece of out) sink(piece as Buffer);
}
