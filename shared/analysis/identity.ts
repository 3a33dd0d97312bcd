import type { IdentityMode } from '../model/identity';
import type { Id } from '../model/ids';
import type { JudgementRecord } from '../model/records';

/** A live judgement as identity is computed from it. */
export interface Judged extends Pick<JudgementRecord, 'left' | 'right' | 'verdict'> {
  /** Came with a bundle: somebody else's. Theirs count only where nobody stands against them. */
  readonly theirs: boolean;
}

/** Groups that grow together: each knows its smallest id, and which groups must stay apart from it. */
class Groups {
  private readonly above = new Map<Id, Id>();
  private readonly size = new Map<Id, number>();
  private readonly smallest = new Map<Id, Id>();
  private readonly apart = new Map<Id, Set<Id>>();

  private root(id: Id): Id {
    let root = id;
    for (let next = this.above.get(root); next !== undefined; next = this.above.get(root)) root = next;
    for (let at = id, next = this.above.get(at); next !== undefined && next !== root; at = next, next = this.above.get(at)) this.above.set(at, root);
    return root;
  }

  top(id: Id): Id {
    const root = this.root(id);
    return this.smallest.get(root) ?? root;
  }

  join(left: Id, right: Id): void {
    const [one, other] = [this.root(left), this.root(right)];
    if (one === other) return;
    const [sizeOne, sizeOther] = [this.size.get(one) ?? 1, this.size.get(other) ?? 1];
    const [kept, lost] = sizeOne >= sizeOther ? [one, other] : [other, one];
    const [a, b] = [this.smallest.get(one) ?? one, this.smallest.get(other) ?? other];
    this.above.set(lost, kept);
    this.size.set(kept, sizeOne + sizeOther);
    this.smallest.set(kept, a < b ? a : b);
    for (const far of this.apart.get(lost) ?? []) {
      this.apart.get(far)?.delete(lost);
      if (far !== kept) this.keepApart(far, kept);
    }
    this.apart.delete(lost);
  }

  keepApart(left: Id, right: Id): void {
    const [one, other] = [this.root(left), this.root(right)];
    if (one === other) return;
    for (const [from, to] of [[one, other], [other, one]] as const) {
      const held = this.apart.get(from);
      if (held === undefined) this.apart.set(from, new Set([to]));
      else held.add(to);
    }
  }

  /** Joins the two unless they are to stay apart. */
  joinUnlessApart(left: Id, right: Id): void {
    const [one, other] = [this.root(left), this.root(right)];
    if (one !== other && this.apart.get(one)?.has(other) !== true) this.join(one, other);
  }

  /** Ids that are joined with another, each with the top of its group. */
  tops(): Map<Id, Id> {
    const ids = new Set([...this.above].flat());
    return new Map([...ids].map((id) => [id, this.top(id)]));
  }
}

/**
 * Which ids live judgements join, directly or over others: each id that is joined with another, the smallest of its group among them, to that smallest one.
 * judged: what we judged the same is. What other services judged the same is so where it joins none of which anybody says that they are different, or of which we say that
 * we are not sure. lenient: also those of which somebody is not sure, first we and then the others, where nobody says that they are different. strict: none.
 * `judged` is to be in the order of the judgements' ids, so that the outcome does not depend on who was heard first.
 */
export function joinJudged(judged: readonly Judged[], mode: IdentityMode): Map<Id, Id> {
  const groups = new Groups();
  if (mode === 'strict') return groups.tops();
  for (const { left, right, verdict, theirs } of judged) if (verdict === 'same' && !theirs) groups.join(left, right);
  const parts = ({ verdict, theirs }: Judged): boolean => verdict === 'different' || (mode === 'judged' && verdict === 'unsure' && !theirs);
  for (const each of judged) if (parts(each)) groups.keepApart(each.left, each.right);
  const joinAll = (verdict: Judged['verdict'], theirs: boolean): void => {
    for (const each of judged) if (each.verdict === verdict && each.theirs === theirs) groups.joinUnlessApart(each.left, each.right);
  };
  if (mode === 'lenient') joinAll('unsure', false);
  joinAll('same', true);
  if (mode === 'lenient') joinAll('unsure', true);
  return groups.tops();
}

/** True of a partner's judgement that does not count, given what joinJudged says in mode "judged": it stands against one of ours, or against another partner's. */
export function isOpposed({ left, right, verdict, theirs }: Judged, joined: ReadonlyMap<Id, Id>): boolean {
  if (!theirs || verdict === 'unsure') return false;
  return ((joined.get(left) ?? left) === (joined.get(right) ?? right)) === (verdict === 'different');
}

/** What stands against a judgement. */
export interface StandsAgainst<J extends Judged> {
  /** The judgement "different" that "same" would go against; null against "different": then the chain itself is what says otherwise. */
  readonly apart: J | null;
  /** Judgements "same", each with an end in common with the next; for a verdict "same" the new judgement would stand between those of the left and those of the right. */
  readonly chain: readonly J[];
}

/**
 * What of our own judgements stands against this verdict on a pair, or null: against "same" that the two groups that it would join hold a pair that is judged different,
 * against "different" that the two are joined over others. What is held of exactly this pair does not stand against it, since the new one takes its place; partners'
 * judgements bind nobody, and "unsure" contradicts nothing.
 */
export function contradictionOf<J extends Judged>(judged: readonly J[], pair: { readonly left: Id; readonly right: Id }, verdict: Judged['verdict']): StandsAgainst<J> | null {
  if (verdict === 'unsure' || pair.left === pair.right) return null;
  const bind = judged.filter(({ left, right, theirs }) => !theirs && !((left === pair.left && right === pair.right) || (left === pair.right && right === pair.left)));
  const fromLeft = pathsFrom(pair.left, bind);
  if (verdict === 'different') return fromLeft.has(pair.right) ? { apart: null, chain: pathTo(pair.right, fromLeft) } : null;
  const fromRight = pathsFrom(pair.right, bind);
  for (const apart of bind) {
    if (apart.verdict !== 'different') continue;
    for (const [near, far] of [[apart.left, apart.right], [apart.right, apart.left]] as const) {
      if (fromLeft.has(near) && fromRight.has(far)) return { apart, chain: [...pathTo(near, fromLeft).reverse(), ...pathTo(far, fromRight)] };
    }
  }
  return null;
}

interface Step<J> {
  readonly by: J;
  readonly from: Id;
}

/** All that judgements "same" lead to from an id, each with the last step there; shortest ways first. */
function pathsFrom<J extends Judged>(start: Id, judged: readonly J[]): Map<Id, Step<J> | null> {
  const next = new Map<Id, J[]>();
  for (const each of judged) {
    if (each.verdict !== 'same') continue;
    for (const end of [each.left, each.right]) next.set(end, [...(next.get(end) ?? []), each]);
  }
  const reached = new Map<Id, Step<J> | null>([[start, null]]);
  // A map is walked in the order in which it grows, also by what is added while it is walked.
  for (const at of reached.keys()) {
    for (const by of next.get(at) ?? []) {
      const far = by.left === at ? by.right : by.left;
      if (!reached.has(far)) reached.set(far, { by, from: at });
    }
  }
  return reached;
}

/** The judgements on the way to an id, from the start on. */
function pathTo<J>(end: Id, reached: ReadonlyMap<Id, Step<J> | null>): J[] {
  const path: J[] = [];
  for (let step = reached.get(end); step !== undefined && step !== null; step = reached.get(step.from)) path.unshift(step.by);
  return path;
}
