import type { JournalRow } from '../../shared/contract/erasing';
import type { WorkstationKeys } from '../../shared/contract/lifecycle';
import type { ReleaseRecord } from '../../shared/model/release';
import { signatureOver, signingKeyOf } from './signing';

/** Who signs, and of which case. */
export interface Signer {
  readonly keys: WorkstationKeys;
  readonly service: string;
  readonly person: string;
  readonly caseId: string;
  /** Head of the case's journal. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** ISO time, UTC. */
  readonly at: string;
}

function signedText(format: string, { keys, service, person, caseId, head, at }: Signer, content: object): string {
  const body = { format, version: 1, at, issuer: { service, person, signingKey: signingKeyOf(keys) }, case: { id: caseId }, head, ...content };
  return `${JSON.stringify({ ...body, signature: signatureOver(keys, body) }, null, 1)}\n`;
}

/** The log of releases, or the slip of one, as a signed file. Which statements went out is the case's own. */
export const releaseLogText = (releases: readonly ReleaseRecord[], signer: Signer): string => signedText('knoop-releases', signer, { releases: releases.map(({ said: _said, permissions: _permissions, ...release }) => release) });

/** Rows of the journal as a signed file; they hold references and hashes, no content. */
export const journalText = (rows: readonly JournalRow[], signer: Signer): string => signedText('knoop-journal', signer, { rows });
