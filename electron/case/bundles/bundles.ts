import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { BundlePreview } from '../../../shared/contract/bundling';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { TakenBundle } from '../../../shared/model/bundle';
import type { ReleaseRecord } from '../../../shared/model/release';
import type { Language } from '../../../shared/values/kind';
import type { Actor } from '../actor';
import { failureOfSqlite } from '../db/sqliteFailure';
import type { Patience } from '../guard';
import type { Progress } from '../importers/watch';
import { dayOf } from '../releasable/audience';
import { releaseOf } from '../releasable/record';
import { syncFolder } from '../replaceFile';
import type { CaseStore } from '../store';
import { Threads, workerFile } from '../threads';
import { releasesOf } from './recalls';
import type { Lock } from './sealing';
import type { BundleRequest, BundleResult } from './work';
import type { WriteRequest, Written } from './write';

/** A passphrase takes seconds in which nothing is read, and uniting as long as the case is big. */
const PATIENCE: Patience = { still: 600, stopping: 120 };
/** A payload is held in memory while it is opened, beside what is read of it. */
const LIMITS = { maxOldGenerationSizeMb: 4096 };

type Told = (progress: Progress) => void;
type What = Pick<Extract<WriteRequest, { what: 'case' }>, 'what' | 'scope' | 'about' | 'documents'> | Pick<Extract<WriteRequest, { what: 'notice' }>, 'what' | 'release' | 'reason'>;

export interface WriteOptions {
  readonly lock: Lock;
  readonly title: string;
  readonly language: Language;
  readonly actor: Actor;
  /** Cost of a passphrase as a power of two; for tests. */
  readonly logN?: number;
}

/** The bundles of one open case that are written, opened or taken in, each in a thread of its own while the case goes on answering. */
export class Bundles {
  private readonly threads: Threads<BundleRequest, BundleResult>;

  constructor(private readonly store: CaseStore, private readonly workstation: WorkstationKeys | null, worker: string = workerFile('bundle')) {
    this.threads = new Threads(store, worker, PATIENCE, LIMITS);
  }

  /** Throws Failure internal where there are none: nobody exchanges bundles without a window. */
  get keys(): WorkstationKeys {
    if (this.workstation === null) throw new Failure('internal');
    return this.workstation;
  }

  /**
   * Writes beside `file`, records the release, then renames: a bundle without its release must not be. Rejects with the failures of writeBundle.
   */
  async write(job: string, file: string, what: What, { lock, title, language, actor, logN }: WriteOptions, told: Told): Promise<ReleaseRecord & { readonly name: string }> {
    const beside = join(dirname(file), `.${basename(file)}.${newId().slice(0, 8)}.new`);
    const [id, at] = [newId(), new Date().toISOString()];
    try {
      const result = await this.threads.run(job, { kind: 'write', ...what, beside, id, at, lock, keys: this.keys, issuer: { service: actor.service, person: actor.name }, language, ...(logN === undefined ? {} : { logN }) }, told);
      if (result.kind !== 'write') throw new Failure('internal');
      const release = this.record(id, at, what, result.written, title, language, actor);
      try {
        renameSync(beside, file);
        syncFolder(dirname(file));
      } catch (error) {
        // On record is then a release that nobody got: the safe side to err on.
        throw failureOfSqlite(error, file);
      }
      return { ...release, name: basename(file) };
    } finally {
      rmSync(beside, { force: true });
    }
  }

  private record(id: string, at: string, what: What, { sha256, bytes, seq, marking, check, permissions, said, judgements }: Written, title: string, language: Language, actor: Actor): ReleaseRecord {
    const { db } = this.store;
    const release = releaseOf(db, what.what === 'case' ? what.about : this.aboutNotice(what.release, what.reason), actor, {
      id, at, kind: what.what === 'case' ? 'bundle' : 'notice', format: 'knoopx', title, language, marking, sha256, bytes, seq, check: { ...check }, permissions: [...permissions], said: said.map(([first, last]) => [first, last]),
    });
    this.store.execute({ command: 'release.record', args: release }, actor);
    const sent = db.prepare('INSERT OR IGNORE INTO bundle_sent (release, judgement) VALUES (?, ?)');
    db.transaction(() => {
      for (const judgement of judgements) sent.run(id, judgement);
    }).immediate();
    return release;
  }

  /** A notice goes to whom the release went, for what it went. */
  private aboutNotice(release: string, reason: string): ReleaseAbout {
    const told = releasesOf(this.store.db).find((each) => each.id === release);
    if (told === undefined) throw new Failure('releaseNotFound');
    return { recipient: told.recipientId, purpose: told.purpose, reason, basis: told.basis, copyNumber: '', expires: null };
  }

  /** Opens and checks; nothing is taken in. Rejects with the failures of openBundle and previewBundle. */
  async preview(job: string, path: string, passphrase: string | null, told: Told): Promise<BundlePreview> {
    const result = await this.threads.run(job, { kind: 'preview', path, opener: { keys: this.keys, passphrase }, today: dayOf(new Date()) }, told);
    if (result.kind !== 'preview') throw new Failure('internal');
    return result.preview;
  }

  /** Takes a bundle in. Changes by hand fail with importRunning meanwhile. Rejects with the failures of openBundle and unite, importRunning and caseReadOnly. */
  async unite(job: string, path: string, passphrase: string | null, applyRecalls: boolean, actor: Actor, told: Told): Promise<TakenBundle> {
    if (this.store.readOnly) throw new Failure('caseReadOnly');
    if (this.store.importing) throw new Failure('importRunning');
    this.store.importing = true;
    try {
      const result = await this.threads.run(job, { kind: 'unite', path, opener: { keys: this.keys, passphrase }, applyRecalls, actor }, told);
      if (result.kind !== 'unite') throw new Failure('internal');
      return result.taken;
    } finally {
      this.store.importing = false;
      this.store.reload();
    }
  }

  /** As Threads. */
  cancel(job: string): void {
    this.threads.cancel(job);
  }

  cancelAll(): void {
    this.threads.cancelAll();
  }
}
