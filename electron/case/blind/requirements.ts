import { canonicalJson } from '../../../shared/model/canonicalJson';
import { requireAscending } from './file';
import type { BlindFile } from './file';
import { POINT_BYTES } from './points';
import { Refusal } from './refusal';
import { NAME_RULES, sizeClassOf } from './terms';
import type { Party, Terms } from './terms';

/** Terms that this workstation can keep, now. Throws Refusal blindExpired, blindNewer. */
export function requireAgreed(terms: Terms, at: string): void {
  if (Date.parse(terms.expires) <= Date.parse(at)) throw new Refusal('blindExpired');
  if (terms.nameRules !== NAME_RULES) throw new Refusal('blindNewer');
}

/** What a file must fit. */
export interface Awaited {
  readonly terms: Terms;
  readonly us: Party;
  /** Key of who must have signed; null where that is not known before. */
  readonly signer: string | null;
  /** The file that it must answer; null: none. */
  readonly before: string | null;
  /** Points of ours that it must give back. */
  readonly theirs: number;
  readonly at: string;
}

/**
 * A file that keeps to what was agreed: terms, signer, addressee, the file it answers, sizes and order of its lists. Throws Refusal blindTerms, blindExpired, blindNewer, blindSignature,
 * blindNotForUs, blindSession, blindTooLarge, blindDamaged.
 */
export function requireAnswer({ header, own, theirs }: BlindFile, awaited: Awaited): void {
  const { terms } = awaited;
  if (canonicalJson(header.terms) !== canonicalJson(terms)) throw new Refusal('blindTerms');
  requireAgreed(terms, awaited.at);
  if (awaited.signer !== null && header.from.signingKey !== awaited.signer) throw new Refusal('blindSignature');
  if (header.to.signingKey !== null && header.to.signingKey !== awaited.us.signingKey) throw new Refusal('blindNotForUs');
  if (header.before !== awaited.before) throw new Refusal('blindSession');
  const { round, counts } = header;
  if (counts.own > sizeClassOf(terms.most)) throw new Refusal('blindTooLarge', { most: terms.most });
  // A list is as long as its size class, in no other order than that of its points.
  if (counts.theirs !== awaited.theirs || (round === 3 ? counts.own !== 0 : counts.own === 0 || counts.own !== sizeClassOf(counts.own))) throw new Refusal('blindDamaged');
  requireAscending(own);
  if (terms.tells === 'number') requireAscending(theirs);
  else requireDistinct(theirs);
}

/** Two points of ours that came back as one would be two hits for one. */
function requireDistinct(points: Uint8Array): void {
  const seen = new Set<string>();
  for (let at = 0; at < points.length; at += POINT_BYTES) seen.add(Buffer.from(points.buffer, points.byteOffset + at, POINT_BYTES).toString('latin1'));
  if (seen.size * POINT_BYTES !== points.length) throw new Refusal('blindDamaged');
}
