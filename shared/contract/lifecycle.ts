import { z } from 'zod';
import { FAILURE_CODES } from './failure';

const text = z.string().max(4000);

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
  z.object({ kind: z.literal('closed') }),
]);
export type LifecycleReply = z.infer<typeof lifecycleReplySchema>;
