import { Worker } from 'node:worker_threads';
import type { LookOrder, LookRequest, LookWord } from './looker';

/** A thread that has not said anything for so long is taken to hang on its share, ms. */
export const SILENCE = 30_000;
const CHECK_EVERY = 1000;
/** A thread that died is started again after so long, ms. */
const RESTART = 10_000;

export interface Heard {
  readonly word: (word: LookWord) => void;
  /** It fell silent, or speaks again. */
  readonly silent: (silent: boolean) => void;
}

/** One thread that looks into one share, and the ear on it. */
export class Watcher {
  private worker: Worker | null = null;
  private readonly stop: Int32Array;
  private heardAt = Date.now();
  private silent = false;
  private readonly clock: NodeJS.Timeout;
  private restart: NodeJS.Timeout | null = null;

  /** `order` is asked for at each start, since what is known of the share grows. */
  constructor(private readonly file: string, private readonly order: () => Omit<LookOrder, 'flag'>, private readonly heard: Heard, private readonly silence = SILENCE) {
    this.stop = new Int32Array(new SharedArrayBuffer(4));
    this.clock = setInterval(() => this.listen(), Math.min(CHECK_EVERY, silence));
    this.clock.unref();
    this.start();
  }

  tell(request: LookRequest): void {
    // Who sleeps until asked may have said nothing for long.
    this.heardAt = Date.now();
    this.worker?.postMessage(request);
  }

  /** Resolves true when the thread has ended, false when it hangs on its share and cannot. */
  async end(patience: number): Promise<boolean> {
    clearInterval(this.clock);
    if (this.restart !== null) clearTimeout(this.restart);
    Atomics.store(this.stop, 0, 1);
    const { worker } = this;
    if (worker === null) return true;
    worker.postMessage({ kind: 'stop' });
    return await new Promise((resolve) => {
      const timer = setTimeout(() => {
        worker.unref();
        resolve(false);
      }, patience);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  private start(): void {
    this.restart = null;
    const worker = new Worker(this.file, { workerData: { ...this.order(), flag: this.stop.buffer as SharedArrayBuffer } satisfies LookOrder });
    this.worker = worker;
    this.heardAt = Date.now();
    let resting = false;
    worker.on('message', (word: LookWord) => {
      this.heardAt = Date.now();
      resting = false;
      this.setSilent(false);
      this.heard.word(word);
    });
    // What broke there (a store that cannot be opened, say) may pass.
    worker.on('error', () => { resting = true; });
    worker.once('exit', () => {
      this.worker = null;
      if (Atomics.load(this.stop, 0) === 0) this.restart = setTimeout(() => this.start(), RESTART).unref();
      if (resting) this.setSilent(true);
    });
  }

  private listen(): void {
    if (this.worker !== null && Date.now() - this.heardAt > this.silence) this.setSilent(true);
  }

  private setSilent(silent: boolean): void {
    if (this.silent === silent) return;
    this.silent = silent;
    this.heard.silent(silent);
  }
}
