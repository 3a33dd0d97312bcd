import type { Database } from 'better-sqlite3';
import { Failure } from '../../shared/contract/failure';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { CatalogueData } from '../../shared/schema/types';
import type { Actor } from './actor';
import { loadCatalogue } from './catalogue';
import type { IdentityMode } from '../../shared/model/identity';
import { openInMemory } from './db/database';
import { identityOf, type Identity } from './db/identity';
import type { Progress } from './importers/watch';
import type { ViewedCase, ViewRequest } from './releasable/view';
import type { CaseStore } from './store';

/** What readings answer from: the case, or what was built for somebody. */
export interface Reading {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly catalogueData: CatalogueData;
  /** Which entities are taken for one, as the port reads. */
  readonly identity: Identity;
}

/** A case that is read, whoever reads it. */
type Readable = Omit<Reading, 'identity'>;

/** Builds the case as somebody would get it: in a thread of its own. */
export type BuildView = (job: string, request: ViewRequest, onProgress: (progress: Progress) => void) => Promise<ViewedCase>;

export interface Viewed {
  readonly recipient: string | null;
  readonly entities: number;
  readonly links: number;
  readonly statements: number;
  readonly withheld: number;
}

const JOB = 'viewAs';

/** With whose eyes one port reads the case, one's own or those of a recipient, and which entities it takes for one. */
export class Viewing {
  private other: { readonly recipient: string; readonly about: Pick<ReleaseAbout, 'recipient' | 'purpose'>; readonly reading: Readable } | null = null;
  private mode: IdentityMode = 'judged';
  private turn = 0;

  /** `announce` is told whenever all that was read over the port is to be read again since the eyes are others, `announceIdentity` when it takes others for one. */
  constructor(
    private readonly store: CaseStore,
    private readonly id: string,
    private readonly build: BuildView,
    private readonly announce: (recipient: string | null) => void,
    private readonly announceIdentity: (mode: IdentityMode) => void,
  ) {}

  /** Whose eyes they are; null for one's own. */
  get recipient(): string | null {
    return this.other?.recipient ?? null;
  }

  /** For whom and for what these eyes were borrowed; null for one's own. */
  get about(): Pick<ReleaseAbout, 'recipient' | 'purpose'> | null {
    return this.other?.about ?? null;
  }

  /** Where every reading over this port must answer from. */
  get reading(): Reading {
    const { mode } = this;
    const { db, catalogue, catalogueData }: Readable = this.other?.reading ?? this.store;
    return { db, catalogue, catalogueData, get identity() { return identityOf(db, mode); } };
  }

  /** What this port takes for one: also in what was built for a recipient, by the judgements that are in it. */
  get identity(): IdentityMode {
    return this.mode;
  }

  setIdentity(mode: IdentityMode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.announceIdentity(mode);
  }

  /** From now on reads as the recipient would; the last call holds. Throws the failures of viewCase. */
  async as(about: Pick<ReleaseAbout, 'recipient' | 'purpose'> & { readonly recipient: string }, actor: Actor, onProgress: (progress: Progress) => void): Promise<Viewed> {
    const turn = (this.turn += 1);
    const { bytes, counts, withheld } = await this.build(`${JOB} ${turn}`, { about, actor: { ...actor, workstation: '' }, id: this.id, at: new Date().toISOString() }, onProgress);
    if (turn !== this.turn) throw new Failure('cancelled');
    const db = openInMemory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    db.pragma('query_only = ON');
    this.close();
    const { catalogue, data } = loadCatalogue(db);
    this.other = { recipient: about.recipient, about, reading: { db, catalogue, catalogueData: data } };
    this.announce(about.recipient);
    return { recipient: about.recipient, entities: counts.entities, links: counts.links, statements: counts.statements, withheld };
  }

  /** Reads with one's own eyes again. */
  end(): Viewed {
    this.turn += 1;
    if (this.other !== null) {
      this.close();
      this.announce(null);
    }
    const count = (table: string): number => this.store.db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? 0;
    return { recipient: null, entities: count('entity'), links: count('link'), statements: count('statement'), withheld: 0 };
  }

  /** Lets go of what was built. */
  close(): void {
    this.other?.reading.db.close();
    this.other = null;
  }
}

/** Answered as ever while somebody else's eyes are borrowed: from what was built for them, or about the author's own desk. */
const ANSWERED: ReadonlySet<string> = new Set([
  'case.info', 'case.catalogue', 'case.search', 'case.entities', 'case.subject', 'case.links', 'case.lineMembers', 'case.neighbours', 'case.expand', 'case.browse', 'case.charts', 'case.chart', 'case.chartTimes', 'case.pastChart', 'case.chartHistory', 'case.propertiesOnChart', 'case.propertyValues', 'case.selections', 'case.sources', 'case.pages', 'case.mentions', 'case.sourceRejects',
  'case.presentations', 'case.beginShow',
  'case.journal', 'case.receipt', 'case.recipes', 'case.shares', 'case.shareFiles',
  'case.verifyJournal', 'case.cancel', 'case.recipients', 'case.releases', 'case.viewAs', 'case.withheld', 'case.notices', 'case.giveReason', 'case.reason',
  'case.exportData', 'case.writeBundle', 'case.card', 'case.recordRelease', 'case.identityOf', 'case.setIdentity',
]);

type Answer = (args: never) => unknown;

/**
 * The same handlers, of which only those that answer from `viewing.reading` do so while a recipient's eyes are borrowed: whatever is not known to is refused with
 * viewingAs, so that nothing can be shown that the recipient would not get, and nothing can be changed by mistake.
 */
export function whileViewing<H extends object>(handlers: H, viewing: Viewing): H {
  return Object.fromEntries((Object.entries(handlers) as [string, Answer][]).map(([name, answer]) => [name, ANSWERED.has(name) ? answer : (args: never) => {
    if (viewing.recipient !== null) throw new Failure('viewingAs');
    return answer(args);
  }])) as H;
}
