import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partyOf, readBlind, writeBlind } from '../../../electron/case/blind/file';
import type { BlindFile, Draft } from '../../../electron/case/blind/file';
import type { BlindEntry } from '../../../electron/case/blind/ownList';
import { answer, begin, conclude, finish } from '../../../electron/case/blind/rounds';
import type { Accepting, Doing, Outcome } from '../../../electron/case/blind/rounds';
import type { Multiplier } from '../../../electron/case/blind/sliced';
import { MOST_ENTRIES, NAME_RULES, stateSchema } from '../../../electron/case/blind/terms';
import type { Party, State, Terms } from '../../../electron/case/blind/terms';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';

export const AT = '2026-05-03T10:00:00.000Z';
export const TERMS: Terms = { tells: 'entries', sides: 'both', kinds: ['phone', 'nameBirth'], nameRules: NAME_RULES, most: 1000, purpose: 'Dossier Kade', expires: '2026-06-01T00:00:00.000Z' };
export const ignoring = { progress: () => undefined, cancelled: () => false };

export const newKeys = (): WorkstationKeys => ({ signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' });

export interface Service {
  readonly party: Party;
  readonly keys: WorkstationKeys | null;
}
export function serviceOf(name: string, keys: WorkstationKeys | null = newKeys()): Service {
  return { party: partyOf(name, 'An Peeters', keys), keys };
}

export const phones = (values: Iterable<string>): BlindEntry[] => [...values].map((value) => ({ kind: 'phone', value, ref: `of ${value}` }));

/** A state as the case gives it back. */
export const kept = (state: State): State => stateSchema.parse(JSON.parse(JSON.stringify(state)));

/** Two services with a folder between them. */
export class Exchange {
  readonly folder = mkdtempSync(join(tmpdir(), 'knoop-blind-'));
  readonly north = serviceOf('Politie Noord');
  readonly south = serviceOf('Douane Zuid');
  readonly doing: Doing;
  private written = 0;

  constructor(multiplier: Multiplier, readonly terms: Terms = TERMS) {
    this.doing = { multiplier, watch: ignoring, at: AT };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a draft; gives its path. */
  put(draft: Draft, keys: WorkstationKeys | null): string {
    this.written += 1;
    const path = join(this.folder, `${this.written}.knoopblind`);
    writeBlind(path, draft, keys);
    return path;
  }

  /** There and back through a file. */
  sent(draft: Draft, by: Service): BlindFile {
    return readBlind(this.put(draft, by.keys), MOST_ENTRIES);
  }

  accepting(entries: Iterable<BlindEntry>, change: Partial<Accepting> = {}): Accepting {
    return { from: this.south.party, entries, terms: this.terms, answered: new Set(), signer: this.north.party.signingKey, ...change };
  }

  /** All rounds; what each side learns, and all that lay in the folder. */
  async play(ours: Iterable<BlindEntry>, theirs: Iterable<BlindEntry>): Promise<{ readonly north: Outcome; readonly south: Outcome | null; readonly files: readonly Buffer[] }> {
    const first = await begin(this.terms, this.north.party, this.south.party, ours, this.doing);
    const second = await answer(this.sent(first.draft, this.north), this.accepting(theirs), this.doing);
    const third = await conclude(kept(first.state), this.sent(second.draft, this.south), this.doing);
    const last = third.draft === null || second.state === null ? null : await finish(kept(second.state), this.sent(third.draft, this.north), this.doing);
    return { north: third.outcome, south: last, files: Array.from({ length: this.written }, (_, at) => readFileSync(join(this.folder, `${at + 1}.knoopblind`))) };
  }
}
