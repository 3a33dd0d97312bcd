/** Recipients for the tests: who may see what. */
import { v7 as newId } from 'uuid';
import type { Purpose, RecipientRecord } from '../../../shared/model/recipient';
import type { Knoop } from './knoop';

export const recipientOf = (name: string, service: string, purpose: Purpose, rights: RecipientRecord['rights']): RecipientRecord => ({ id: newId(), name, service, purpose, language: null, rights, permissions: [], encryptionKey: null, signingKey: null, retired: false });

/** A recipient that may see every code and every marking; what needs an originator's leave still needs it. */
export async function allSeeing(ask: Knoop['ask'], name: string, service: string, purpose: Purpose): Promise<RecipientRecord> {
  const { schemes } = await ask('case.catalogue', {});
  const codes = (scheme: (typeof schemes)[number]) => scheme.axes.flatMap((axis) => axis.codes);
  return recipientOf(name, service, purpose, {
    allowedHandling: Object.fromEntries(schemes.filter(({ use }) => use === 'handling').map((scheme) => [scheme.id, codes(scheme).map(({ code }) => code)])),
    maximumMarkings: schemes.filter(({ use }) => use === 'marking').map((scheme) => ({ scheme: scheme.id, code: codes(scheme).toSorted((a, b) => b.rank - a.rank)[0]!.code })),
  });
}
