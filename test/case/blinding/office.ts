import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { Asks } from '../../../electron/case/blinding/asks';
import { Exchanges } from '../../../electron/case/blinding/exchanges';
import type { Asking, BlindThreads } from '../../../electron/case/blinding/exchanges';
import { blindWork } from '../../../electron/case/blinding/work';
import { signingKeyOf } from '../../../electron/case/bundles/identity';
import type { CaseStore } from '../../../electron/case/store';
import type { AskWish, BlindWish } from '../../../shared/contract/blinding';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { AskRecord, ExchangeRecord } from '../../../shared/model/exchange';
import { releasesOf } from '../../../electron/case/bundles/recalls';
import { powers } from '../blind/group';
import { Party } from '../bundles/party';
import { values } from '../sample';

/** Work on lists in this thread, with a stand-in for the curve, over connections of its own as in the product. */
function threadsOf(store: CaseStore): BlindThreads {
  const stopped = new Set<string>();
  return {
    run: (job, request, told) => blindWork({ folder: store.folder, key: store.key }, request, { progress: told, cancelled: () => stopped.has(job) }, powers),
    cancel: (job) => void stopped.add(job),
    cancelAll: () => undefined,
  };
}

const quiet = (): undefined => undefined;

/** One service with a case, that compares lists with others. */
export class Office {
  readonly exchanges: Exchanges;
  readonly asks: Asks;

  constructor(readonly party: Party) {
    this.exchanges = new Exchanges(party.store, party.keys, threadsOf(party.store));
    this.asks = new Asks(this.exchanges);
  }

  get asking(): Asking {
    return { actor: this.party.actor, language: 'nl' };
  }

  get store(): CaseStore {
    return this.party.store;
  }

  phone(number: string, handling: readonly unknown[] = []): string {
    const id = newId();
    this.party.do('entity.create', { id, type: 'phone', values: values({ number }), grading: null, handling, basis: 'fact' });
    return id;
  }

  /** Makes the other known here by its card. */
  knows(other: Office): string {
    const id = this.party.recipient(other.party);
    const record = { id, name: `Agent ${other.party.name}`, service: `Dienst ${other.party.name}`, purpose: 'operational', language: null, rights: { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] }, permissions: [], encryptionKey: other.party.key, signingKey: signingKeyOf(other.party.keys), retired: false };
    this.party.do('recipient.put', record);
    return id;
  }

  about(other: Office): ReleaseAbout {
    return { recipient: this.party.recipient(other.party), purpose: 'operational', reason: 'dossier Kade', basis: 'art. 44/11/9 WPA', copyNumber: '', expires: null };
  }

  wish(other: Office, change: Partial<BlindWish> = {}): BlindWish {
    return { scope: { kind: 'case' }, about: this.about(other), kinds: ['phone', 'nameBirth'], tells: 'entries', sides: 'both', most: 1000, subject: 'Dossier Kade', until: '2099-01-01', ...change };
  }

  begin(other: Office, out: string, change: Partial<BlindWish> = {}, job = newId()): Promise<ExchangeRecord> {
    return this.exchanges.begin(job, out, this.wish(other, change), this.asking, quiet);
  }

  look(file: string): ReturnType<Exchanges['look']> {
    return this.exchanges.look(newId(), file, this.party.actor, quiet);
  }

  async answer(other: Office, file: string, out: string, job = newId()): Promise<ExchangeRecord> {
    const { sha256 } = await this.look(file);
    return this.exchanges.answer(job, out, file, { seen: sha256, scope: { kind: 'case' }, about: this.about(other) }, this.asking, quiet);
  }

  conclude(file: string, out: string | null, job = newId()): Promise<ExchangeRecord> {
    return this.exchanges.conclude(job, file, out, this.asking, quiet);
  }

  ask(other: Office, out: string, wish: Pick<AskWish, 'exchange' | 'entities'>): Promise<AskRecord> {
    return this.asks.send(out, { question: 'Wat weet u van deze persoon?', urgency: 'urgent', wantedBy: '2099-01-01', about: this.about(other), ...wish }, this.asking);
  }

  /** Commands of the journal that are about comparing, oldest first. */
  journal(): string[] {
    return this.store.db.prepare<[], string>("SELECT command FROM journal WHERE command LIKE 'blind.%' OR command = 'release.record' ORDER BY seq").pluck().all();
  }

  releases(): { kind: string; format: string; sha256: string; reason: string }[] {
    return releasesOf(this.store.db).map(({ kind, format, sha256, reason }) => ({ kind, format, sha256, reason }));
  }

  /** Whether any secret is left in the case. */
  hasSecret(): boolean {
    return this.store.db.prepare('SELECT 1 FROM blind_exchange WHERE state IS NOT NULL').get() !== undefined;
  }

  /** The case as a file, with its log. */
  reopened(store: CaseStore): Exchanges {
    return new Exchanges(store, this.party.keys, threadsOf(store));
  }
}

/** Two services with a folder between them. */
export class Town {
  readonly folder = mkdtempSync(join(tmpdir(), 'knoop-blinding-'));
  private count = 0;
  private readonly offices: Office[] = [];

  async office(name: string): Promise<Office> {
    const office = new Office(await Party.make(name, this.folder));
    this.offices.push(office);
    return office;
  }

  /** Two that know one another by card. */
  async pair(): Promise<[Office, Office]> {
    const [north, south] = [await this.office('Noord'), await this.office('Zuid')];
    north.knows(south);
    south.knows(north);
    return [north, south];
  }

  file(ending = 'knoopblind'): string {
    this.count += 1;
    return join(this.folder, `${this.count}.${ending}`);
  }

  close(): void {
    for (const { party } of this.offices) party.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
