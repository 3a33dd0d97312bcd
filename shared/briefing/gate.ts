import type { Handling, Marking } from '../model/evaluation';
import type { Scheme } from '../schema/types';

/** What a recipient may see. A code of a scheme that is not listed here may not be seen. */
export interface Rights {
  /** Handling codes that the recipient may see, by scheme. */
  readonly allowedHandling: Readonly<Record<string, readonly string[]>>;
  /** Highest marking that the recipient may see; null: none at all. */
  readonly maximumMarking: Marking | null;
}

/** Why something leaves: inside the service that holds the case, or out of it. */
export type Purpose = 'internal' | 'release';

/** The part of a statement that the gate looks at. */
export interface GateSubject {
  readonly handling: readonly Handling[];
}

/**
 * handling: a code that this recipient may not see. marking: above the recipient's highest marking. unknownCode: nobody can look the code up, so it
 * is not let out by mistake. noRights: nothing is known of what the recipient may see, and it leaves the service.
 */
export const WITHHELD_REASONS = ['handling', 'marking', 'unknownCode', 'noRights'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

export interface Withheld<S> {
  readonly statement: S;
  readonly reason: WithheldReason;
  /** The code that caused it; null where none did. */
  readonly cause: Handling | null;
}

export interface Passage<S> {
  readonly allowed: readonly S[];
  readonly withheld: readonly Withheld<S>[];
}

function rankOf(scheme: Scheme, code: string): number | null {
  const ranks = scheme.axes.flatMap((axis) => axis.codes).filter((each) => each.code === code).map((each) => each.rank);
  return ranks.length === 0 ? null : Math.max(...ranks);
}

function obstacle(handling: Handling, rights: Rights, schemes: readonly Scheme[]): WithheldReason | null {
  const scheme = schemes.find((each) => each.id === handling.scheme);
  const rank = scheme === undefined ? null : rankOf(scheme, handling.code);
  if (scheme === undefined || rank === null) return 'unknownCode';
  if (scheme.use === 'marking') {
    const highest = rights.maximumMarking?.scheme === scheme.id ? rankOf(scheme, rights.maximumMarking.code) : null;
    return highest !== null && rank <= highest ? null : 'marking';
  }
  return (rights.allowedHandling[scheme.id] ?? []).includes(handling.code) ? null : 'handling';
}

/**
 * The release gate: the only way out of a case. Parts statements into those that may go and those that are held back, each with its reason.
 * `rights` null: nothing was set for this recipient; inside the service everything may go, out of it nothing may.
 */
export function passGate<S extends GateSubject>(statements: readonly S[], rights: Rights | null, purpose: Purpose, schemes: readonly Scheme[]): Passage<S> {
  if (rights === null) {
    if (purpose === 'internal') return { allowed: statements, withheld: [] };
    return { allowed: [], withheld: statements.map((statement) => ({ statement, reason: 'noRights', cause: null })) };
  }
  const allowed: S[] = [];
  const withheld: Withheld<S>[] = [];
  for (const statement of statements) {
    let found: Withheld<S> | null = null;
    for (const handling of statement.handling) {
      const reason = obstacle(handling, rights, schemes);
      if (reason !== null) {
        found = { statement, reason, cause: handling };
        break;
      }
    }
    if (found) withheld.push(found);
    else allowed.push(statement);
  }
  return { allowed, withheld };
}

/**
 * The markings that a document carries: the one that its author chose, raised to the strictest of its scheme that went in, and the strictest of each other
 * marking scheme that went in. In the order in which schemes were met.
 */
export function markingsOf(chosen: Marking, statements: readonly GateSubject[], schemes: readonly Scheme[]): readonly Marking[] {
  const markings = new Map<string, { code: string; rank: number }>();
  const add = (id: string, code: string): void => {
    const scheme = schemes.find((each) => each.id === id && each.use === 'marking');
    const rank = scheme === undefined ? null : rankOf(scheme, code);
    if (rank === null) return;
    const known = markings.get(id);
    if (known === undefined || rank > known.rank) markings.set(id, { code, rank });
  };
  add(chosen.scheme, chosen.code);
  for (const { handling } of statements) for (const each of handling) add(each.scheme, each.code);
  return [...markings].map(([scheme, { code }]) => ({ scheme, code }));
}
