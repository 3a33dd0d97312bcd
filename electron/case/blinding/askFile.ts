import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure';
import type { FailureCode } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { URGENCIES } from '../../../shared/model/exchange';
import { idSchema } from '../../../shared/model/ids';
import { purposeSchema } from '../../../shared/model/recipient';
import { partySchema } from '../blind/terms';
import { encryptionKeyOf, isSigned, signed } from '../bundles/identity';
import { sealed, unsealed } from '../bundles/sealing';
import { openFileBytes } from '../importers/bytes';
import { replaceFile } from '../replaceFile';

/** What a signature is over, so that it is one over nothing else. */
const SIGNED = 'knoop-ask/1/file\0';
/** A request is a page of text; what is longer is none. */
const LIMIT = 2 * 1024 * 1024;

/** What a request for information holds, sealed to whom it is for: entries that both services have, and a question. */
export const askBodySchema = z.strictObject({
  format: z.literal('knoop-ask'),
  version: z.literal(1),
  id: idSchema,
  /** The comparison that found the entries. */
  session: z.uuid(),
  from: partySchema,
  to: partySchema,
  at: z.iso.datetime(),
  question: z.string().max(4000),
  purpose: purposeSchema,
  reason: z.string().max(2000),
  basis: z.string().max(1000),
  urgency: z.enum(URGENCIES),
  wantedBy: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable(),
  /** One for each thing that is asked about: the entries of it that hit, as they were compared. */
  subjects: z.array(z.strictObject({ entries: z.array(z.strictObject({ kind: z.string().min(1).max(60), value: z.string().min(1).max(1000) })).min(1).max(200) })).min(1).max(500),
});
export type AskBody = z.infer<typeof askBodySchema>;

const sealSchema = z.strictObject({ body: z.string().max(LIMIT), signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/) });
const toSign = (body: string): Buffer => Buffer.from(SIGNED + createHash('sha256').update(body, 'utf8').digest('hex'), 'utf8');

/** Signs a request, seals it to `key` ("age1…") and to ourselves, and writes it beside, then under its name. Rejects with Failure cardInvalid, diskFull, folderReadOnly. */
export async function writeAsk(path: string, body: AskBody, keys: WorkstationKeys, key: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const text = canonicalJson(askBodySchema.parse(body));
  const payload = Buffer.from(JSON.stringify({ body: text, signature: signed(keys, toSign(text)).toString('base64') }), 'utf8');
  const pieces: Uint8Array[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Uint8Array.from(payload));
      controller.close();
    },
  });
  for await (const piece of await sealed(stream, { kind: 'keys', keys: [key] }, await encryptionKeyOf(keys))) pieces.push(piece);
  const content = Buffer.concat(pieces);
  replaceFile(path, content);
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

const OF_BUNDLES: Readonly<Partial<Record<FailureCode, FailureCode>>> = { bundleDamaged: 'blindDamaged', bundleNotForUs: 'blindNotForUs', wrongPassphrase: 'blindDamaged' };

function bodyIn(payload: Buffer): AskBody {
  let said: unknown;
  let body: string;
  let signature: string;
  try {
    ({ body, signature } = sealSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))));
    said = JSON.parse(body);
  } catch (error) {
    throw new Failure('blindDamaged', {}, { cause: error });
  }
  const { format, version } = (typeof said === 'object' && said !== null ? said : {}) as { format?: unknown; version?: unknown };
  if (format === 'knoop-ask' && typeof version === 'number' && version > 1) throw new Failure('blindNewer');
  const checked = askBodySchema.safeParse(said);
  // One way to write it, so that nothing fits in beside it.
  if (!checked.success || canonicalJson(checked.data) !== body) throw new Failure('blindDamaged', {}, checked.success ? {} : { cause: checked.error });
  const { signingKey } = checked.data.from;
  if (signingKey === null || !isSigned(signingKey, toSign(body), Buffer.from(signature, 'base64'))) throw new Failure('blindSignature');
  return checked.data;
}

/** Opens a stranger's request. Rejects with Failure blindDamaged, blindNewer, blindSignature, blindNotForUs, fileTooLarge, fileNotFound, fileUnreadable, fileEmpty. */
export async function readAsk(path: string, keys: WorkstationKeys): Promise<{ readonly body: AskBody; readonly sha256: string }> {
  const bytes = openFileBytes(path);
  try {
    if (bytes.size > LIMIT) throw new Failure('fileTooLarge', { file: basename(path), limit: LIMIT });
    const { payload, sha256 } = await unsealed(bytes, basename(path), { keys, passphrase: null }, () => undefined);
    return { body: bodyIn(payload), sha256 };
  } catch (error) {
    const code = error instanceof Failure ? OF_BUNDLES[error.code] : undefined;
    throw code === undefined ? error : new Failure(code, {}, { cause: error });
  } finally {
    bytes.close();
  }
}
