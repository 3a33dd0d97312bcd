import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { v7 as newId } from 'uuid';
import type { Actor } from '../../../electron/case/actor';
import { encryptionKeyOf } from '../../../electron/case/bundles/identity';
import { bundleWork } from '../../../electron/case/bundles/work';
import type { BundleResult } from '../../../electron/case/bundles/work';
import type { WriteRequest } from '../../../electron/case/bundles/write';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { closeCase, createCase } from '../../../electron/case/life';
import type { OpenCase } from '../../../electron/case/life';
import { releaseOf } from '../../../electron/case/releasable/record';
import type { CaseStore } from '../../../electron/case/store';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { TakenBundle } from '../../../shared/model/bundle';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { CHEAP } from '../place';
import { values } from '../sample';

/** Cost of a passphrase in tests. */
export const LIGHT = 4;

export async function newKeys(): Promise<WorkstationKeys> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { signing: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: await generateX25519Identity() };
}

/** Handling that no partner of these tests may see. */
export const SECRET = [{ scheme: 'europolHandling', code: 'H2' }];
const RIGHTS: RecipientRecord['rights'] = { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };

type Scope = Extract<WriteRequest, { what: 'case' }>['scope'];

/** One service with a case of its own, its workstation's keys, and the others as recipients. */
export class Party {
  private readonly recipients = new Map<string, string>();

  private constructor(readonly name: string, readonly open: OpenCase, readonly keys: WorkstationKeys, readonly key: string, private readonly folder: string) {}

  static async make(name: string, folder: string): Promise<Party> {
    const keys = await newKeys();
    const open = await createCase(join(folder, `${name}.knoop`), { name: `Zaak ${name}`, reference: '', secrets: { passphrase: null }, cost: CHEAP }, Party.actorOf(name));
    return new Party(name, open, keys, await encryptionKeyOf(keys), folder);
  }

  private static actorOf(name: string): Actor {
    return { name: `Agent ${name}`, service: `Dienst ${name}`, workstation: `WS-${name}`, version: '0.0.0' };
  }

  get actor(): Actor {
    return Party.actorOf(this.name);
  }

  get store(): CaseStore {
    return this.open.store;
  }

  do(command: string, args: unknown): void {
    this.store.execute({ command, args }, this.actor);
  }

  person(name: string, handling: readonly unknown[] = [], more: Readonly<Record<string, string>> = {}): string {
    const id = newId();
    this.do('entity.create', { id, type: 'person', values: values({ name, ...more }), grading: null, handling, basis: 'fact' });
    return id;
  }

  say(subject: string, said: Readonly<Record<string, string>>, handling: readonly unknown[] = []): string {
    const id = newId();
    this.do('statement.add', { id, subject, subjectKind: 'entity', values: values(said), grading: null, handling, basis: 'fact' });
    return id;
  }

  tie(from: string, to: string, handling: readonly unknown[] = []): string {
    const id = newId();
    this.do('link.create', { id, type: 'knows', from, to, values: {}, grading: null, handling, basis: 'fact' });
    return id;
  }

  judge(left: string, right: string, verdict: string): string {
    const id = newId();
    this.do('judgement.set', { id, left, right, verdict, reason: '' });
    return id;
  }

  /** The other as a recipient of this case, made when first asked for. */
  recipient(other: Party): string {
    let id = this.recipients.get(other.name);
    if (id === undefined) {
      id = newId();
      this.recipients.set(other.name, id);
      this.do('recipient.put', { id, name: `Agent ${other.name}`, service: `Dienst ${other.name}`, purpose: 'operational', language: null, rights: RIGHTS, permissions: [], encryptionKey: other.key, signingKey: null, retired: false });
    }
    return id;
  }

  about(other: Party | null): ReleaseAbout {
    return { recipient: other === null ? null : this.recipient(other), purpose: other === null ? 'internal' : 'operational', reason: 'onderzoek', basis: '', copyNumber: '', expires: null };
  }

  private async write(file: string, request: WriteRequest, about: ReleaseAbout): Promise<string> {
    const { store } = this;
    const result = await bundleWork({ folder: store.folder, key: store.key }, request, UNWATCHED);
    if (result.kind !== 'write') throw new Error('not written');
    const { judgements, said, permissions, check, ...written } = result.written;
    this.do('release.record', releaseOf(store.db, about, this.actor, { ...written, id: request.id, at: request.at, kind: request.what === 'case' ? 'bundle' : 'notice', format: 'knoopx', title: '', language: 'nl', check: { ...check }, permissions: [...permissions], said: said.map(([a, b]): [number, number] => [a, b]) }));
    for (const judgement of judgements) store.db.prepare('INSERT INTO bundle_sent (release, judgement) VALUES (?, ?)').run(request.id, judgement);
    return file;
  }

  private sealing(file: string, lock: WriteRequest['lock']): Omit<Extract<WriteRequest, { what: 'case' }>, 'what' | 'scope' | 'about' | 'documents'> {
    const { service, name: person } = this.actor;
    return { kind: 'write', beside: file, id: newId(), at: new Date().toISOString(), lock, keys: this.keys, issuer: { service, person }, language: 'nl', logN: LIGHT };
  }

  /** A bundle for the other, as a file. */
  send(other: Party | null, { scope = { kind: 'case' }, lock, documents = false, expires = null }: { scope?: Scope; lock?: WriteRequest['lock']; documents?: boolean; expires?: string | null } = {}): Promise<string> {
    const file = join(this.folder, `${newId()}.knoopx`);
    const about = { ...this.about(other), expires };
    return this.write(file, { ...this.sealing(file, lock ?? { kind: 'keys', keys: [other?.key ?? this.key] }), what: 'case', scope, about, documents }, about);
  }

  notice(other: Party, release: string): Promise<string> {
    const file = join(this.folder, `${newId()}.knoopx`);
    return this.write(file, { ...this.sealing(file, { kind: 'keys', keys: [other.key] }), what: 'notice', release, reason: 'vergissing' }, this.about(other));
  }

  private ask(request: Parameters<typeof bundleWork>[1]): Promise<BundleResult> {
    return bundleWork({ folder: this.store.folder, key: this.store.key }, request, UNWATCHED);
  }

  async preview(path: string, passphrase: string | null = null): Promise<Extract<BundleResult, { kind: 'preview' }>['preview']> {
    const result = await this.ask({ kind: 'preview', path, opener: { keys: this.keys, passphrase }, today: '2026-11-22' });
    if (result.kind !== 'preview') throw new Error('not previewed');
    return result.preview;
  }

  async take(path: string, applyRecalls = true, passphrase: string | null = null): Promise<TakenBundle> {
    const result = await this.ask({ kind: 'unite', path, opener: { keys: this.keys, passphrase }, applyRecalls, actor: this.actor });
    if (result.kind !== 'unite') throw new Error('not united');
    this.store.reload();
    return result.taken;
  }

  /** Ids of live rows. */
  live(table: 'entity' | 'link' | 'statement' | 'source' | 'judgement'): string[] {
    return this.store.db.prepare<[], string>(`SELECT id FROM ${table} WHERE seq_retracted IS NULL ORDER BY id`).pluck().all();
  }

  close(): void {
    if (this.store.db.open) closeCase(this.open);
  }
}
