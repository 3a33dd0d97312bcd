import { z } from 'zod';
import { FAILURE_CODES } from './failure';

const text = z.string().max(4000);

/** Private keys of a workstation: base64 of the Ed25519 key in PKCS #8, and "AGE-SECRET-KEY-1…". They never reach a page. */
export const workstationKeysSchema = z.object({ signing: z.string().max(400), encryption: z.string().max(5000) });
export type WorkstationKeys = z.infer<typeof workstationKeysSchema>;

/** What main tells a case process over its parent port. Apart from the contract, because only main may say it and it carries paths. */
export const lifecycleCommandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    folder: text,
    create: z.object({ name: text, reference: text }).nullable(),
    passphrase: z.string().max(1000).nullable(),
    actor: text,
    service: text,
    workstation: text,
    version: text,
    language: z.enum(['nl', 'fr', 'de', 'en']),
    /** Null where nobody exchanges bundles: headless runs. */
    keys: workstationKeysSchema.nullable(),
    /** Makes the case of a bundle, for reading only. `passphrase` null: it is opened with the own key. */
    bundle: z.object({ file: text, passphrase: z.string().max(1000).nullable() }).nullable(),
    /** Folder of what this workstation keeps across cases (watch lists, index of its own cases); null: it is not used. */
    across: text.nullable(),
  }),
  /** Comes with a transferred message port. */
  z.object({ kind: z.literal('port') }),
  z.object({ kind: z.literal('grant'), token: text, path: text }),
  z.object({ kind: z.literal('person'), actor: text, service: text, language: z.enum(['nl', 'fr', 'de', 'en']) }),
  z.object({ kind: z.literal('close') }),
]);
export type LifecycleCommand = z.infer<typeof lifecycleCommandSchema>;

export const lifecycleReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), id: text, name: text, encrypted: z.boolean(), readOnly: z.boolean() }),
  z.object({ kind: z.literal('failed'), code: z.enum(FAILURE_CODES), message: text, details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** With the end of the journal, where the case had been open. */
  z.object({ kind: z.literal('closed'), entries: z.number().int().optional(), head: z.string().max(64).optional() }),
]);
export type LifecycleReply = z.infer<typeof lifecycleReplySchema>;
