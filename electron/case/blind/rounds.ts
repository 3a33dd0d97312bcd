import { createHash, randomUUID } from 'node:crypto';
import { digestOf } from './file';
import type { BlindFile, Draft } from './file';
import { common, ownListOf, sorted } from './ownList';
import type { BlindEntry, OwnList } from './ownList';
import { newSecret, POINT_BYTES } from './points';
import { requireAgreed, requireAnswer } from './requirements';
import { Refusal } from './refusal';
import { Batch } from './sliced';
import type { BlindWatch, Multiplier } from './sliced';
import { sizeClassOf } from './terms';
import type { Label, Header, Party, State, Terms } from './terms';

/** What one side learns. */
export interface Outcome {
  /** Entries of ours that the other has as well. */
  readonly count: number;
  /** Which, by our own refs; null where only the number was agreed. */
  readonly hits: readonly Label[] | null;
  /** Size class of the other's list: it holds at most so many. */
  readonly othersAtMost: number;
}

export interface Begun {
  readonly draft: Draft;
  readonly state: State;
}
export interface Answered {
  readonly draft: Draft;
  /** Null where the responder learns nothing, and so has nothing to wait for. */
  readonly state: State | null;
}
export interface Concluded {
  readonly outcome: Outcome;
  /** The last round, where both learn. */
  readonly draft: Draft | null;
}

/** Who does a round, with what and when. */
export interface Doing {
  readonly multiplier: Multiplier;
  readonly watch: BlindWatch;
  /** Now, as "2026-05-03T10:00:00.000Z". */
  readonly at: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Which entry is behind each point of the sent list. What is not told is not kept either. */
function labelsBy(was: Uint32Array, own: OwnList, { tells }: Terms): (Label | null)[] {
  return tells === 'number' ? [] : Array.from(was, (at) => own.labels[at] ?? null);
}

function outcomeOf(state: State, mine: Uint8Array, others: Uint8Array, othersAtMost: number): Outcome {
  const found = common(mine, others);
  if (state.terms.tells === 'number') return { count: found.length, hits: null, othersAtMost };
  // A random point that is common would be a lie of the other: it has no entry.
  const hits = found.flatMap((at) => state.labels[at] ?? []);
  return { count: hits.length, hits, othersAtMost };
}

/**
 * Round 1: our entries as points, under a new secret, filled up to a size class and sorted. Rejects with Refusal blindEmpty, blindTooLarge, blindExpired; Failure cancelled.
 */
export async function begin(terms: Terms, from: Party, to: Party, entries: Iterable<BlindEntry>, { multiplier, watch, at }: Doing): Promise<Begun> {
  requireAgreed(terms, at);
  const own = ownListOf(entries, terms);
  const [session, secret, size] = [randomUUID(), newSecret(), sizeClassOf(own.texts.length)];
  const batch = new Batch(multiplier);
  const list = batch.entries(session, own.texts, secret, size);
  const { points, was } = sorted((await batch.done(watch))(list));
  const draft: Draft = { header: { format: 'knoop-blind', version: 1, group: 'ristretto255-sha512', session, round: 1, from, to, at, terms, before: null, counts: { theirs: 0, own: size } }, points };
  return { draft, state: { version: 1, role: 'initiator', session, terms, from, to, secret: base64(secret), sent: digestOf(draft), own: sha256(points), size, labels: labelsBy(was, own, terms), doubled: '' } };
}

/** What the responder agreed to, and knows. */
export interface Accepting {
  readonly from: Party;
  readonly entries: Iterable<BlindEntry>;
  /** The terms that a person here read and accepted. */
  readonly terms: Terms;
  /** Sessions that were answered before: a file is answered once. */
  readonly answered: ReadonlySet<string>;
  /** Who is expected to have signed; null: whoever did, or nobody. */
  readonly signer: string | null;
}

/**
 * Round 2: the other's points blinded once more, in their order (shuffled where only the number is told), and our own list. Rejects with Refusal blindRound, blindTerms,
 * blindReplayed, blindSignature, blindNotForUs, blindExpired, blindDamaged, blindPoint, blindTooLarge, blindEmpty; Failure cancelled.
 */
export async function answer(file: BlindFile, { from, entries, terms, answered, signer }: Accepting, { multiplier, watch, at }: Doing): Promise<Answered> {
  const { header } = file;
  if (header.round !== 1) throw new Refusal('blindRound');
  if (answered.has(header.session)) throw new Refusal('blindReplayed');
  requireAnswer(file, { terms, us: from, signer, before: null, theirs: 0, at });
  const own = ownListOf(entries, terms);
  const [secret, size] = [newSecret(), sizeClassOf(own.texts.length)];
  const batch = new Batch(multiplier);
  const [asked, list] = [batch.times(file.own, secret), batch.entries(header.session, own.texts, secret, size)];
  const listOf = await batch.done(watch);
  const given = listOf(asked);
  const doubled = terms.tells === 'number' ? sorted(given).points : given;
  const { points, was } = sorted(listOf(list));
  const draft: Draft = {
    header: { ...header, round: 2, from, to: header.from, at, before: file.sha256, counts: { theirs: header.counts.own, own: size } } satisfies Header,
    points: Buffer.concat([doubled, points]),
  };
  if (terms.sides === 'initiator') return { draft, state: null };
  return {
    draft,
    state: { version: 1, role: 'responder', session: header.session, terms, from, to: header.from, secret: base64(secret), sent: digestOf(draft), own: sha256(points), size, labels: labelsBy(was, own, terms), doubled: base64(doubled) },
  };
}

/** A file that answers what we sent in this session, of the awaited round. */
function requireSession({ header }: BlindFile, state: State, role: State['role'], round: Header['round']): void {
  if (state.role !== role || header.round !== round) throw new Refusal('blindRound');
  if (header.session !== state.session) throw new Refusal('blindSession');
}

/**
 * Takes round 2 in: tells what the initiator learns, and makes round 3 where both do. The state is used up by it: erase it. Rejects with Refusal blindRound, blindSession,
 * blindTerms, blindSignature, blindNotForUs, blindExpired, blindDamaged, blindPoint, blindReflected; Failure cancelled.
 */
export async function conclude(state: State, file: BlindFile, { multiplier, watch, at }: Doing): Promise<Concluded> {
  requireSession(file, state, 'initiator', 2);
  requireAnswer(file, { terms: state.terms, us: state.from, signer: state.to.signingKey, before: state.sent, theirs: state.size, at });
  if (sha256(file.own) === state.own || sha256(file.theirs) === state.own) throw new Refusal('blindReflected');
  const batch = new Batch(multiplier);
  batch.check(file.theirs);
  const list = batch.times(file.own, Buffer.from(state.secret, 'base64'));
  const others = (await batch.done(watch))(list);
  const outcome = outcomeOf(state, file.theirs, others, file.own.length / POINT_BYTES);
  if (state.terms.sides === 'initiator') return { outcome, draft: null };
  const header: Header = { ...file.header, round: 3, from: state.from, to: file.header.from, at, before: file.sha256, counts: { theirs: others.length / POINT_BYTES, own: 0 } };
  return { outcome, draft: { header, points: state.terms.tells === 'number' ? sorted(others).points : others } };
}

/**
 * Takes round 3 in: tells what the responder learns. The state is used up by it: erase it. Rejects as conclude does.
 */
export async function finish(state: State, file: BlindFile, { multiplier, watch, at }: Doing): Promise<Outcome> {
  requireSession(file, state, 'responder', 3);
  requireAnswer(file, { terms: state.terms, us: state.from, signer: state.to.signingKey, before: state.sent, theirs: state.size, at });
  if (sha256(file.theirs) === state.own) throw new Refusal('blindReflected');
  const batch = new Batch(multiplier);
  batch.check(file.theirs);
  await batch.done(watch);
  const others = Buffer.from(state.doubled, 'base64');
  return outcomeOf(state, file.theirs, others, others.length / POINT_BYTES);
}
