import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { WorkstationKeys } from '../../shared/contract/lifecycle';
import { writeDurably } from './durableFile';
import { isSignatureOver, signatureOver, signingKeyOf } from './signing';

const FILE = 'seals.json';
/** Cases whose seals are kept: those used last. */
const KEPT = 500;

const sealSchema = z.object({ case: z.string().max(100), entries: z.number().int().min(0), head: z.string().max(64), at: z.string().max(40), signingKey: z.string().max(100), signature: z.string().max(200) });
export type Seal = z.infer<typeof sealSchema>;
const fileSchema = z.object({ version: z.literal(1), seals: z.array(sealSchema).max(10_000) });

/** The head of a journal: number of its last entry, and that entry's hash. */
export interface Head {
  readonly entries: number;
  readonly head: string;
}

/** What a seal's signature covers. */
const body = ({ entries, head }: Head, caseId: string, at: string): object => ({ format: 'knoop-seal', version: 1, case: caseId, entries, head, at });

/**
 * Where the journals of this workstation's cases ended when they were last closed, kept outside of the cases and signed: a journal that lost its tail, was written
 * anew from its beginning, or came back with an older copy of its case is found by it.
 */
export class Seals {
  private readonly file: string;
  private held: Promise<readonly Seal[]> | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(folder: string, private readonly keys: () => Promise<WorkstationKeys>) {
    this.file = path.join(folder, FILE);
  }

  /** The seal of a case. `forged`: it is not as this workstation signed it. Null where there is none. */
  async of(caseId: string): Promise<(Seal & { readonly forged: boolean }) | null> {
    const seal = (await this.all()).find((each) => each.case === caseId);
    if (seal === undefined) return null;
    const own = signingKeyOf(await this.keys());
    return { ...seal, forged: seal.signingKey !== own || !isSignatureOver(seal.signingKey, body(seal, caseId, seal.at), seal.signature) };
  }

  /** Notes where a case's journal ends now. */
  async put(caseId: string, head: Head): Promise<void> {
    const keys = await this.keys();
    const at = new Date().toISOString();
    const seal: Seal = { case: caseId, entries: head.entries, head: head.head, at, signingKey: signingKeyOf(keys), signature: signatureOver(keys, body(head, caseId, at)) };
    const others = (await this.all()).filter((each) => each.case !== caseId);
    const seals = [seal, ...others].slice(0, KEPT);
    this.held = Promise.resolve(seals);
    this.writing = this.writing.catch(() => undefined).then(() => writeDurably(this.file, JSON.stringify({ version: 1, seals }, null, 2)));
    return this.writing;
  }

  private all(): Promise<readonly Seal[]> {
    this.held ??= readFile(this.file, 'utf8').then((text) => fileSchema.parse(JSON.parse(text)).seals, () => []).catch(() => []);
    return this.held;
  }
}
