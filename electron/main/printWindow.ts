import { BrowserWindow } from 'electron';
import { Failure, type Handlers } from '../../shared/contract';
import { printService, type CleanPicture, type Drawing, type PrintJob, type PrintService } from '../../shared/contract/printService';
import { ORIGIN } from './scheme';
import { pagePreferences } from './window';

/** What a job gave besides pages to print. */
export interface LaidOut {
  readonly drawings: readonly Drawing[];
  readonly pictures: readonly (CleanPicture | null)[];
}

interface Running {
  readonly ready: (laidOut: LaidOut) => void;
  readonly failed: (message: string) => void;
}

const windows = new Map<number, PrintWindow>();
const LAYOUT_TIMEOUT = 120_000;

/** Handlers for one hidden window: it can read just the documents that it prints. */
export const printHandlers = (contentsId: number): Handlers<PrintService> | undefined => windows.get(contentsId)?.handlers;

/** A hidden window that lays out one job after another in the same page. */
export class PrintWindow {
  private readonly window: BrowserWindow;
  private readonly contentsId: number;
  private readonly signal: AbortSignal | undefined;
  private running: Running | null = null;
  /** The job that the page has not asked for yet, or the page that waits for one. */
  private next: PrintJob | null = null;
  private waiting: ((job: PrintJob) => void) | null = null;
  private loaded = false;

  private constructor(signal: AbortSignal | undefined) {
    this.signal = signal;
    this.window = new BrowserWindow({ show: false, width: 794, height: 1123, webPreferences: { ...pagePreferences(Object.keys(printService.requests)), backgroundThrottling: false } });
    this.contentsId = this.window.webContents.id;
    windows.set(this.contentsId, this);
  }

  readonly handlers: Handlers<PrintService> = {
    'print.job': () => new Promise((resolve) => {
      this.waiting = resolve;
      this.handOver();
    }),
    'print.ready': (laidOut) => {
      this.running?.ready(laidOut);
      return {};
    },
    'print.failed': ({ message }) => {
      this.running?.failed(message);
      return {};
    },
  };

  private handOver(): void {
    const { next, waiting } = this;
    if (next === null || waiting === null) return;
    [this.next, this.waiting] = [null, null];
    waiting(next);
  }

  /** Runs with a window that is gone afterwards. Rejects with Failure "exportFailed", or "cancelled" once the signal is aborted; Failures of `run` stay what they are. */
  static async during<T>(signal: AbortSignal | undefined, run: (window: PrintWindow) => Promise<T>): Promise<T> {
    if (signal?.aborted) throw new Failure('cancelled');
    const own = new PrintWindow(signal);
    try {
      return await run(own);
    } catch (error) {
      if (signal?.aborted) throw new Failure('cancelled');
      if (error instanceof Failure) throw error;
      throw new Failure('exportFailed', {}, { cause: error });
    } finally {
      windows.delete(own.contentsId);
      // Not while the window tells that its page is gone: Electron does not survive that.
      setImmediate(() => {
        if (!own.window.isDestroyed()) own.window.destroy();
      });
    }
  }

  /** Resolves when the job stands in the window as it is printed, with what it was asked for. */
  async layOut(job: PrintJob): Promise<LaidOut> {
    const { window, signal } = this;
    return new Promise<LaidOut>((resolve, reject) => {
      const stop = (): void => settle(() => reject(new Failure('cancelled')));
      const gone = (): void => settle(() => reject(new Failure('exportFailed')));
      const timer = setTimeout(gone, LAYOUT_TIMEOUT);
      const settle = (answer: () => void): void => {
        clearTimeout(timer);
        this.running = null;
        signal?.removeEventListener('abort', stop);
        if (!window.isDestroyed()) window.webContents.removeListener('render-process-gone', gone);
        answer();
      };
      signal?.addEventListener('abort', stop);
      window.webContents.once('render-process-gone', gone);
      this.running = {
        ready: (laidOut) => settle(() => resolve(laidOut)),
        failed: (message) => settle(() => reject(new Failure('exportFailed', {}, { cause: message }))),
      };
      this.next = job;
      this.handOver();
      if (this.loaded) return;
      this.loaded = true;
      window.loadURL(`${ORIGIN}/print.html`).catch(gone);
    });
  }

  async print(options: Electron.PrintToPDFOptions): Promise<Uint8Array> {
    this.signal?.throwIfAborted();
    return this.window.webContents.printToPDF(options);
  }
}
