import { entryText, POINT_BYTES } from './points';
import { Refusal } from './refusal';
import type { Label, Terms } from './terms';

/** Something that is compared: a canonical identifier or a name key, and whose it is here. */
export interface BlindEntry {
  readonly kind: string;
  /** As the identifier table has it (or nameKeys.ts): both sides must write the same value alike. */
  readonly value: string;
  /** Ours, for the result: the id of an entity. Never leaves. */
  readonly ref: string;
}

/** Our entries, each once however many refs have it. */
export interface OwnList {
  readonly texts: readonly string[];
  readonly labels: readonly Label[];
}

/** The entries of the agreed kinds. Throws Refusal blindEmpty, and blindTooLarge where there are more than agreed: leaving some out silently would be a wrong "no hit". */
export function ownListOf(entries: Iterable<BlindEntry>, { kinds, most }: Pick<Terms, 'kinds' | 'most'>): OwnList {
  const agreed = new Set(kinds);
  const found = new Map<string, { kind: string; refs: Set<string> }>();
  for (const { kind, value, ref } of entries) {
    if (!agreed.has(kind) || value === '') continue;
    const text = entryText(kind, value);
    const known = found.get(text);
    if (known !== undefined) known.refs.add(ref);
    else if (found.size === most) throw new Refusal('blindTooLarge', { most });
    else found.set(text, { kind, refs: new Set([ref]) });
  }
  if (found.size === 0) throw new Refusal('blindEmpty');
  return { texts: [...found.keys()], labels: [...found.values()].map(({ kind, refs }) => ({ kind, refs: [...refs] })) };
}

/** Points in the order of their bytes, and for each place where it was before. */
export function sorted(points: Uint8Array): { readonly points: Uint8Array; readonly was: Uint32Array } {
  const bytes = Buffer.from(points.buffer, points.byteOffset, points.byteLength);
  const was = Uint32Array.from({ length: points.length / POINT_BYTES }, (_, at) => at);
  was.sort((a, b) => bytes.compare(bytes, b * POINT_BYTES, (b + 1) * POINT_BYTES, a * POINT_BYTES, (a + 1) * POINT_BYTES));
  const moved = new Uint8Array(points.length);
  was.forEach((from, to) => moved.set(bytes.subarray(from * POINT_BYTES, (from + 1) * POINT_BYTES), to * POINT_BYTES));
  return { points: moved, was };
}

/** The places of points that stand in the other list as well. */
export function common(points: Uint8Array, others: Uint8Array): number[] {
  const keyOf = (list: Uint8Array, at: number): string => Buffer.from(list.buffer, list.byteOffset + at * POINT_BYTES, POINT_BYTES).toString('latin1');
  const there = new Set<string>();
  for (let at = 0; at < others.length / POINT_BYTES; at += 1) there.add(keyOf(others, at));
  const found: number[] = [];
  for (let at = 0; at < points.length / POINT_BYTES; at += 1) if (there.has(keyOf(points, at))) found.push(at);
  return found;
}
