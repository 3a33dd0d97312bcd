import { setTimeout as wait } from 'node:timers/promises';
import type { KnownEntity } from '../../../shared/contract/across';
import { Failure } from '../../../shared/contract/failure';
import type { Id } from '../../../shared/model/ids';
import { UNHURRIED } from '../exports';
import { matchVocabulary } from '../matching/vocabulary';
import { readSettings } from '../settings';
import type { Changed, CaseStore } from '../store';
import { Threads, workerFile } from '../threads';
import { entriesOf } from './entries';
import { casesByNumber, countAcross, followed, forget, register, sweep } from './rows';
import type { Across } from './store';
import type { AcrossRequest, AcrossResult } from './sync';

/** Changes in a row are followed together, ms. */
const PAUSE = 1000;
const FOLLOW = 'across follow';

const OWNER = "SELECT actor FROM journal WHERE kind = 'do' ORDER BY seq DESC LIMIT 1";

/** Another case that knows an entity, by its number in the store. */
interface Elsewhere {
  readonly caseN: number;
  readonly by: ReadonlySet<string>;
}

/**
 * The place of one open case in the index across this workstation's cases: in it while its setting says so, and out of it with all its rows the moment it does not, or something is erased.
 * Rows are written by a thread that follows the journal. A case made of a bundle to be read takes no part.
 */
export class Known {
  private readonly threads: Pick<Threads<AcrossRequest, AcrossResult>, 'run' | 'cancel' | 'cancelAll'>;
  private running: Promise<void> | null = null;
  private behind = false;
  private stopped = false;
  private unlisten = (): void => undefined;

  constructor(private readonly store: CaseStore, private readonly id: Id, private readonly across: Across | null, private readonly report: (error: unknown, during: string) => void, threads?: Known['threads'], private readonly pause: number = PAUSE) {
    this.threads = threads ?? new Threads(store, workerFile('across'), UNHURRIED, {});
  }

  /** Null where this case can take no part. */
  private get index(): Across | null {
    return this.store.readOnly ? null : this.across;
  }

  get available(): boolean {
    return this.index !== null;
  }

  /** Whether the case takes part. */
  get on(): boolean {
    return this.available && readSettings(this.store.db).knownAcross === true;
  }

  get working(): boolean {
    return this.running !== null;
  }

  /** Brings the index up to date with the case, looks whether the others are still there, and goes on following. */
  start(): void {
    if (this.index === null) return;
    const { index } = this;
    this.safely(() => sweep(index, this.id, new Date().toISOString()));
    this.safely(() => this.settle());
    this.unlisten = this.store.on('changed', (change) => this.safely(() => this.changed(change)));
  }

  /** Ends what is under way. The rows that are there stay. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unlisten();
    this.threads.cancelAll();
    await this.running;
  }

  /** How the index stands for this case. */
  count(): ReturnType<typeof countAcross> {
    return this.index === null ? { cases: 0, rows: 0, missing: [] } : countAcross(this.index, this.id);
  }

  /** Takes another case out. */
  forget(other: Id): void {
    if (this.index !== null && other !== this.id) forget(this.index, other);
  }

  /** The file that a damaged store was put aside as; null when it was told. */
  takeAside(): string | null {
    return this.across?.takeAside() ?? null;
  }

  /** Short keys of entities that other cases know, the best known first; the first of `total`. Throws workstationStoreDamaged. */
  async list(job: string): Promise<{ readonly keys: readonly number[]; readonly total: number }> {
    if (!this.on || this.index === null) return { keys: [], total: 0 };
    const result = await this.threads.run(job, { kind: 'list', id: this.id, place: this.index.place }, () => undefined);
    if (result.kind !== 'list') throw new Failure('internal');
    return result;
  }

  /** Which other cases know these entities, and by what; in no order. Entities that none knows are left out. Throws workstationStoreDamaged. */
  elsewhere(keys: readonly number[]): Map<number, KnownEntity['cases']> {
    const { index } = this;
    const found = new Map<number, Elsewhere[]>();
    if (index === null || !this.on) return new Map();
    const own = index.run((db) => followed(db, this.id))?.n ?? 0;
    const { read } = matchVocabulary().names.company;
    for (const [n, entries] of entriesOf(this.store.db, this.store.catalogue, read, keys)) {
      const by = new Map<number, Set<string>>();
      index.run((db) => {
        const others = db.prepare<[Buffer, number], number>('SELECT DISTINCT case_n FROM known WHERE hash = ? AND case_n <> ?').pluck();
        for (const { kind, value } of entries) for (const caseN of others.all(index.hash(kind, value), own)) by.set(caseN, (by.get(caseN) ?? new Set()).add(kind));
      });
      if (by.size > 0) found.set(n, [...by].map(([caseN, kinds]) => ({ caseN, by: kinds })));
    }
    const cases = casesByNumber(index, [...new Set([...found.values()].flat().map(({ caseN }) => caseN))]);
    return new Map([...found].map(([n, others]) => [n, others.flatMap(({ caseN, by }) => {
      const known = cases.get(caseN);
      return known === undefined ? [] : [{ case: known, by: [...by].toSorted() }];
    })]));
  }

  cancel(job: string): void {
    this.threads.cancel(job);
  }

  /** Waits until the rows follow the case: for tests. */
  async settled(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private changed({ command, tables }: Changed): void {
    // What was erased must not be found a moment longer: all rows go, and those that may stay are made anew.
    if (command === 'case.erased' && this.index !== null) forget(this.index, this.id);
    if (tables.length > 0) this.settle();
  }

  private settle(): void {
    const { index, store } = this;
    if (index === null) return;
    if (!this.on) {
      this.threads.cancel(FOLLOW);
      forget(index, this.id);
      return;
    }
    const { name, reference } = readSettings(store.db);
    register(index, { id: this.id, name, reference, owner: store.db.prepare<[], string>(OWNER).pluck().get() ?? '', folder: store.folder });
    this.behind = true;
    this.running ??= this.follow(index).finally(() => {
      this.running = null;
    });
  }

  private async follow(index: Across): Promise<void> {
    while (this.behind && !this.stopped) {
      await wait(this.pause, undefined, { ref: false });
      if (this.stopped || !this.on) return;
      this.behind = false;
      try {
        await this.threads.run(FOLLOW, { kind: 'follow', id: this.id, place: index.place }, () => undefined);
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'cancelled')) this.report(error, 'across');
      }
    }
  }

  /** A case goes on whatever becomes of the index. */
  private safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.report(error, 'across');
    }
  }
}
