import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CaseService } from '../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../shared/contract/definition';
import { valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import type { DryRun, ImportPreview } from '../../shared/contract/importing';
import type { PageRange } from '../../shared/contract/reading';
import type { Reading } from '../../shared/mapping/mapping';
import type { ImportPlan, RecordPlan } from '../../shared/mapping/recordPlan';
import type { Language } from '../../shared/values/kind';
import { guard, PATIENCE, READER_LIMITS } from './guard';
import type { Patience } from './guard';
import type { Document } from './importers/document';
import type { FoundOnPages } from './queries/mentions';
import type { NearName } from './queries/nearNames';
import type { CaseStore } from './store';
import type { WatchFile, WatchFileAsk } from './watching/readList';

type SourceRows = CaseService['requests']['case.sourceRows'];

/** What can be asked of the thread, and what it answers. */
export interface Reads {
  readonly preview: { readonly asks: { readonly document: Document; readonly reading: Partial<Reading> | undefined; readonly records: Partial<RecordPlan> | null | undefined; readonly recipes: boolean }; readonly gives: ImportPreview };
  readonly dryRun: { readonly asks: { readonly document: Document; readonly mapping: ImportPlan; readonly rows: number; readonly language: Language }; readonly gives: DryRun };
  readonly watchFile: { readonly asks: WatchFileAsk; readonly gives: WatchFile };
  /** What pages name, before anybody's views of it. */
  readonly mentions: { readonly asks: PageRange; readonly gives: FoundOnPages };
  /** Names that may be somebody's; views of whom they may be are made by whoever asks. */
  readonly nearNames: { readonly asks: PageRange; readonly gives: readonly NearName[] };
  readonly sourceRows: { readonly asks: ParsedArgumentsOf<SourceRows>; readonly gives: ResultOf<SourceRows> };
}
export type ReadKind = keyof Reads;
export type ReadAsk = { readonly [Kind in ReadKind]: { readonly kind: Kind; readonly asks: Reads[Kind]['asks'] } }[ReadKind];

/** What the thread is started with. */
export interface ReadOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  /** Two Int32: not 0 when it shall stop; a count that goes up with all that is read. */
  readonly flags: SharedArrayBuffer;
}

interface Thread {
  readonly worker: Worker;
  readonly state: Int32Array;
}

/** A kept thread costs memory and saves its start: it stays while somebody works on an import. */
const KEPT_MS = 120_000;
/** A preview that takes longer is none. */
const SHOWING: Patience = { ...PATIENCE, most: 300 };

/** The bundle beside the case process (out/case/workers/read.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'read.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'read.cjs');
}

/**
 * Looks into files off the case's main thread, one request after another in one warm thread: what strangers wrote can neither hang the case nor take
 * its memory. A thread that hangs is ended, and the next request starts another.
 */
export class ReadThread {
  private thread: Thread | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private resting: NodeJS.Timeout | null = null;

  constructor(private readonly store: CaseStore, private readonly file: string = workerFile(), private readonly patience: Patience = SHOWING) {}

  /** Rejects with the failures of previewImport, dryRun, readWatchFile, foundOnPages, nearNames or sourceRows, fileStalled when reading does not get on, and fileTooLarge when it takes too much memory. */
  ask<Kind extends ReadKind>(kind: Kind, asks: Reads[Kind]['asks']): Promise<Reads[Kind]['gives']> {
    const answer = this.last.then(() => this.asked({ kind, asks } as ReadAsk)) as Promise<Reads[Kind]['gives']>;
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the thread: the case is closing. */
  async end(): Promise<void> {
    if (this.resting !== null) clearTimeout(this.resting);
    const { thread } = this;
    this.thread = null;
    await thread?.worker.terminate();
  }

  private async asked(ask: ReadAsk): Promise<unknown> {
    if (this.resting !== null) clearTimeout(this.resting);
    const thread = (this.thread ??= this.started());
    const { worker, state } = thread;
    worker.ref();
    const watched = guard(worker, state, this.patience);
    let died = false;
    let leave = (): void => undefined;
    try {
      const reply = await new Promise<Reply<unknown>>((resolve, reject) => {
        const failed = (error?: unknown): void => {
          died = true;
          reject(watched.failure(error));
        };
        const exited = (): void => failed();
        leave = () => void worker.off('message', resolve).off('error', failed).off('exit', exited);
        worker.on('message', resolve).on('error', failed).on('exit', exited);
        worker.postMessage(ask);
      });
      // What nobody foresaw belongs in the log of the process.
      if (!reply.ok && reply.code === 'internal') throw new Error(reply.message);
      return valueOf(reply);
    } finally {
      watched.end();
      leave();
      if (died) this.forget(thread);
      worker.unref();
      this.resting = setTimeout(() => void this.end(), KEPT_MS).unref();
    }
  }

  private forget(thread: Thread): void {
    if (this.thread === thread) this.thread = null;
  }

  private started(): Thread {
    const { folder, key } = this.store;
    const flags = new SharedArrayBuffer(8);
    const order: ReadOrder = { folder, key: key === null ? null : Uint8Array.from(key), flags };
    const thread: Thread = { worker: new Worker(this.file, { workerData: order, resourceLimits: READER_LIMITS }), state: new Int32Array(flags) };
    // One that dies while it rests is nobody's failure: the next request starts another.
    const forget = (): void => this.forget(thread);
    thread.worker.on('error', forget).once('exit', forget);
    return thread;
  }
}
