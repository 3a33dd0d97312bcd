import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Failure, replyOf, valueOf } from '../../../shared/contract/failure';
import type { Reply } from '../../../shared/contract/failure';
import type { Mapping } from '../../../shared/mapping/mapping';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { Contents } from '../db/contents';
import { beating } from './document';
import type { CasePlace } from './document';
import { TABLES } from './incoming';
import type { Incoming } from './incoming';
import { mappedRows } from './mappedRows';
import { RowPacker, RowUnpacker } from './packedRows';
import type { PackedRows } from './packedRows';
import { openTable } from './table';

/** Where a thread of an import may start another, which reads and maps ahead of it. */
export interface Apart {
  /** The bundle of the thread: one that hands its order to `mapApart` when it is a MapOrder. */
  readonly file: string;
  /** Two Int32: not 0 when it shall stop; a count that goes up with all that is read. */
  readonly flag: SharedArrayBuffer;
}

/** What the second thread is started with. */
export interface MapOrder {
  readonly maps: true;
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly document: { readonly sha256: string; readonly size: number; readonly name: string };
  readonly mapping: Mapping;
  readonly types: Pick<Catalogue, 'entityTypes' | 'linkTypes' | 'schemes'>;
  readonly flag: SharedArrayBuffer;
  /** One Int32: packs that were taken. */
  readonly taken: SharedArrayBuffer;
}

type MapWord = { readonly kind: 'rows'; readonly pack: PackedRows; readonly done: number } | { readonly kind: 'done'; readonly reply: Reply<null> };

/** Smaller documents are read before a thread has started. */
const WORTH_IT = 4 * 1024 * 1024;
/** A pack is sent with so many rows, or characters; so many packs wait at once. Enough that neither thread waits for the other, and little memory. */
const ROWS = 256;
const CHARACTERS = 64 * 1024;
const WAITING = 8;
/** What it remembers of texts, and rows of a moment; who is new is known elsewhere. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 };

/** Whether reading and mapping in a thread of its own pays for a document of `size` bytes. Only texts: whoever reads other formats takes more memory, and has fewer rows. */
export const paysApart = (size: number, format: Mapping['reading']['format']): boolean => format === 'csv' && size >= WORTH_IT;

/** The rows of a kept table, read and mapped by another thread while this one writes. Fails as openIncoming, and fileTooLarge where the thread takes too much memory. */
export function mappedApart({ folder, key }: CasePlace, { file, flag }: Apart, document: MapOrder['document'], mapping: Mapping, { entityTypes, linkTypes, schemes }: Catalogue): Incoming {
  let done = 0;
  async function* outcomes(): AsyncGenerator<ReturnType<RowUnpacker['outcomes']>> {
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const order: MapOrder = { maps: true, folder, key: key === null ? null : Uint8Array.from(key), document, mapping, types: { entityTypes, linkTypes, schemes }, flag, taken: taken.buffer as SharedArrayBuffer };
    const worker = new Worker(file, { workerData: order, resourceLimits: LIMITS });
    order.key?.fill(0);
    const words: MapWord[] = [];
    let failure: unknown = null;
    let wake: () => void = () => undefined;
    worker.on('message', (word: MapWord) => {
      words.push(word);
      wake();
    });
    const fail = (error: unknown): void => {
      failure ??= error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Failure('fileTooLarge', {}, { cause: error }) : error;
      wake();
    };
    worker.once('error', fail);
    worker.once('exit', () => fail(new Failure('internal')));
    const unpacker = new RowUnpacker();
    try {
      for (;;) {
        const word = words.shift();
        if (word === undefined) {
          if (failure !== null) throw failure;
          await new Promise<void>((resolve) => (wake = resolve));
        } else if (word.kind === 'done') {
          valueOf(word.reply);
          return;
        } else {
          done = word.done;
          yield unpacker.outcomes(word.pack);
          Atomics.add(taken, 0, 1);
          Atomics.notify(taken, 0);
        }
      }
    } finally {
      await worker.terminate();
    }
  }
  return { outcomes, total: document.size, done: () => done, sheet: null, unit: 'row', mediaType: TABLES[mapping.reading.format] ?? 'application/octet-stream', types: () => ({ entities: [], links: [] }), kinds: () => [] };
}

/** The other thread's side: reads, maps and sends until the document ends, or the flag says stop. Never rejects. */
export async function mapApart({ folder, key, document, mapping, types, flag, taken: waited }: MapOrder, port: MessagePort): Promise<void> {
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const state = new Int32Array(flag);
  const taken = new Int32Array(waited);
  const say = (word: MapWord): void => port.postMessage(word);
  let contents: Contents | null = null;
  let sent = 0;
  try {
    const catalogue = buildCatalogue(types);
    contents = Contents.open(folder, held, true);
    const bytes = beating(contents.bytes(document.sha256, document.size), () => {
      if (Atomics.load(state, 0) !== 0) throw new Failure('cancelled');
      Atomics.add(state, 1, 1);
    });
    const table = await openTable(bytes, document.name, mapping.reading);
    const packer = new RowPacker(catalogue);
    const send = (): void => {
      for (let by = Atomics.load(taken, 0); sent - by >= WAITING; by = Atomics.load(taken, 0)) Atomics.wait(taken, 0, by);
      sent += 1;
      say({ kind: 'rows', pack: packer.take(), done: table.done() });
    };
    for await (const batch of mappedRows(table, mapping, catalogue)) {
      for (const outcome of batch) {
        packer.add(outcome);
        if (packer.count >= ROWS || packer.characters >= CHARACTERS) send();
      }
    }
    if (packer.count > 0) send();
    say({ kind: 'done', reply: { ok: true, value: null } });
  } catch (error) {
    say({ kind: 'done', reply: replyOf(error) });
  } finally {
    contents?.close();
    held?.fill(0);
  }
}
