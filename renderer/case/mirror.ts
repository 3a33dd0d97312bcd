import { Failure, type CaseService, type ChartView, type Client, type EventPayload, type Listen } from '../../shared/contract';
import { keepingObjects } from './keptObjects';

/** What a view shows of one open chart. */
export interface MirrorState {
  /** Null until the first answer. */
  readonly view: ChartView | null;
  /** Why the last question failed; null when it did not. The view then stays as it was. */
  readonly failure: Failure | null;
  /** True while an answer is awaited. */
  readonly loading: boolean;
}

export interface MirrorConnection {
  readonly client: Pick<Client<CaseService>, 'case.chart'>;
  readonly listen: Listen<CaseService>;
}

/** Tables whose change may show on a chart that is not named in the event itself. */
const SHOWN_TABLES: ReadonlySet<string> = new Set(['entity', 'link', 'statement', 'judgement', 'source', 'identifier', 'source_evaluation', 'user_scheme']);

const EMPTY: MirrorState = { view: null, failure: null, loading: true };

/**
 * The page's copy of one open chart. It asks anew after each commit that may show on it; questions are coalesced (one under
 * way, at most one waiting) and an answer older than what is shown is dropped. Made for useSyncExternalStore.
 */
export class ChartMirror {
  readonly id: string;
  private readonly connection: MirrorConnection;
  private state: MirrorState = EMPTY;
  private readonly watchers = new Set<() => void>();
  private readonly stop: () => void;
  private asking = false;
  /** Which eyes look: an answer to those before is not shown. */
  private eyes = 0;
  private again = false;
  private closed = false;

  constructor(id: string, connection: MirrorConnection) {
    this.id = id;
    this.connection = connection;
    const stopChanges = connection.listen('case.changed', (change) => {
      if (this.concerns(change)) void this.load();
    });
    // What a recipient sees is another case of the same number: its answer is never too old.
    const stopViewing = connection.listen('case.viewing', () => this.restart());
    const stopIdentity = connection.listen('case.identity', () => this.restart());
    this.stop = () => {
      stopChanges();
      stopViewing();
      stopIdentity();
    };
    void this.load();
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly getSnapshot = (): MirrorState => this.state;

  /** Asks now, or right after the question that is under way. */
  async load(): Promise<void> {
    if (this.closed) return;
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    const { eyes } = this;
    this.show({ ...this.state, loading: true });
    try {
      const view = await this.connection.client['case.chart']({ id: this.id });
      if (eyes !== this.eyes) return;
      if (this.state.view === null || view.seq >= this.state.view.seq) this.show({ view: keepingObjects(this.state.view, view), failure: null, loading: false });
      else this.show({ ...this.state, failure: null, loading: false });
    } catch (error) {
      if (eyes === this.eyes) this.show({ ...this.state, failure: error instanceof Failure ? error : new Failure('internal', {}, { cause: error }), loading: false });
    } finally {
      this.asking = false;
      if (this.again) {
        this.again = false;
        await this.load();
      }
    }
  }

  /** Shows nothing until the chart is there as it is read from now on. */
  private restart(): void {
    this.eyes += 1;
    this.show({ view: null, failure: null, loading: true });
    void this.load();
  }

  /** Ends listening; answers that still come are dropped. */
  close(): void {
    this.closed = true;
    this.stop();
    this.watchers.clear();
  }

  private concerns(change: EventPayload<CaseService, 'case.changed'>): boolean {
    return change.charts.includes(this.id) || change.tables.some((table) => SHOWN_TABLES.has(table));
  }

  private show(state: MirrorState): void {
    if (this.closed) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}
