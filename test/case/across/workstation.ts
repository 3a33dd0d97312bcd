import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { Known } from '../../../electron/case/across/known';
import { openAcross, type Across } from '../../../electron/case/across/store';
import { acrossWork } from '../../../electron/case/across/sync';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { OpenCase } from '../../../electron/case/life';
import { readSettings } from '../../../electron/case/settings';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { Handling } from '../../../shared/model/evaluation';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

export const newKeys = (): WorkstationKeys => ({ signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' });

/** A case open on a workstation, with its place in the index across cases. */
export class Desk {
  private constructor(readonly open: OpenCase, readonly across: Across, readonly known: Known) {}

  static async make(folder: string, name: string, keys: WorkstationKeys, on = true): Promise<Desk> {
    const open = await newCase('kaaien en dokken', join(folder, `${name}.knoop`));
    const desk = Desk.on(open, folder, keys);
    desk.set({ name, reference: `AN.${name}`, ...(on ? { knownAcross: true } : {}) });
    return desk;
  }

  /** The same case, opened anew beside the same store. */
  static on(open: OpenCase, folder: string, keys: WorkstationKeys): Desk {
    const across = openAcross(join(folder, 'across'), keys);
    const { store } = open;
    const threads = { run: (_job: string, request: Parameters<typeof acrossWork>[1]) => acrossWork({ folder: store.folder, key: store.key }, request, UNWATCHED), cancel: () => undefined, cancelAll: () => undefined };
    const desk = new Desk(open, across, new Known(store, open.id, across, (error) => { throw error; }, threads, 0));
    desk.known.start();
    return desk;
  }

  set(part: object): void {
    this.execute('settings.put', { ...readSettings(this.open.store.db), ...part });
  }

  execute(command: string, args: unknown): void {
    this.open.store.execute({ command, args }, ACTOR);
  }

  add(type: string, said: Readonly<Record<string, string>>, handling: readonly Handling[] = []): string {
    const id = newId();
    this.execute('entity.create', { id, type, values: values(said), ...SAID, handling });
    return id;
  }

  key(id: string): number {
    return this.open.store.db.prepare<[string], number>('SELECT n FROM entity WHERE id = ?').pluck().get(id) ?? 0;
  }

  /** What others know of an entity: "case name: kinds". */
  async of(id: string): Promise<string[]> {
    await this.known.settled();
    return (this.known.elsewhere([this.key(id)]).get(this.key(id)) ?? []).map((each) => `${each.case.name}: ${each.by.join(' ')}`).toSorted();
  }

  /** Rows of one case in the store. */
  rows(id: string = this.open.id): number {
    return this.across.run((db) => db.prepare<[string], number>('SELECT count(*) FROM known JOIN known_case ON n = case_n WHERE id = ?').pluck().get(id) ?? 0);
  }

  async close(): Promise<void> {
    await this.known.stop();
    this.across.close();
  }
}
