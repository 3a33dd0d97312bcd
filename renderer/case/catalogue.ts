import { useSyncExternalStore } from 'react';
import { Failure, type CaseService, type Client, type Listen } from '../../shared/contract';
import { buildCatalogue, type Catalogue } from '../../shared/schema/catalogue';

interface Connection {
  readonly client: Pick<Client<CaseService>, 'case.catalogue'>;
  readonly listen: Listen<CaseService>;
}

export interface CatalogueState {
  /** Null until the types of the case have come. */
  readonly catalogue: Catalogue | null;
  readonly failure: Failure | null;
}

/** The types and schemes of the open case, asked for once and again when a type was added. Made for useSyncExternalStore. */
export class CatalogueMirror {
  private readonly connection: Connection;
  private state: CatalogueState = { catalogue: null, failure: null };
  private readonly watchers = new Set<() => void>();
  private readonly stop: () => void;
  private newest = 0;

  constructor(connection: Connection) {
    this.connection = connection;
    this.stop = connection.listen('case.changed', (change) => {
      if (change.tables.includes('user_type')) void this.load();
    });
    void this.load();
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly getSnapshot = (): CatalogueState => this.state;

  async load(): Promise<void> {
    const question = ++this.newest;
    let state: CatalogueState;
    try {
      state = { catalogue: buildCatalogue(await this.connection.client['case.catalogue']({})), failure: null };
    } catch (error) {
      state = { ...this.state, failure: error instanceof Failure ? error : new Failure('internal', {}, { cause: error }) };
    }
    if (question !== this.newest) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }

  close(): void {
    this.newest++;
    this.stop();
    this.watchers.clear();
  }
}

/** The catalogue for components; null while it is awaited. */
export const useCatalogue = (mirror: CatalogueMirror): CatalogueState => useSyncExternalStore(mirror.subscribe, mirror.getSnapshot, mirror.getSnapshot);
