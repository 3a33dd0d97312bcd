import type { Handling } from '../model/evaluation';
import type { Id } from '../model/ids';
import type { Permission, Rights } from '../model/recipient';
import { serviceKey } from '../model/service';
import type { Scheme, SchemeCode } from '../schema/types';
import type { Audience } from './audience';

/** The part of a statement that the gate looks at. */
export interface GateSubject {
  /** As it stands: its own, or its source's where it has none. */
  readonly handling: readonly Handling[];
  /** Service that its source names as supplier. */
  readonly originator: string;
  readonly source: Id;
}

/**
 * handling: a code that this recipient may not see. marking: above the recipient's highest marking. originator: its originator has not given leave. unknownCode:
 * nobody can look the code up, so it is not let out by mistake. noRights: nothing is known of what the recipient may see, and it leaves the service.
 */
export const WITHHELD_REASONS = ['handling', 'marking', 'originator', 'unknownCode', 'noRights'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

export interface Withheld<S> {
  readonly statement: S;
  readonly reason: WithheldReason;
  /** The code that caused it; null where none did. */
  readonly cause: Handling | null;
  /** Service whose permission would free it; null where none can, or where nobody knows it. */
  readonly originator: string | null;
}

export interface Passage<S> {
  readonly allowed: readonly S[];
  readonly withheld: readonly Withheld<S>[];
  /** Permissions without which something of `allowed` had stayed. */
  readonly permissions: readonly Id[];
}

export { serviceKey };

/** Those of a scheme's codes that a handling names; several where it does not say on which axis. */
export function codesOf(scheme: Scheme, { axis, code }: Handling): readonly SchemeCode[] {
  return scheme.axes.filter((each) => axis === undefined || each.id === axis).flatMap((each) => each.codes).filter((each) => each.code === code);
}

const strictestRank = (codes: readonly SchemeCode[]): number => Math.max(...codes.map((code) => code.rank));

function covers(permission: Permission, { originator, source }: GateSubject, handling: Handling, rank: number, audience: Audience, scheme: Scheme): boolean {
  const held = permission.withdrawnOn === null || audience.on < permission.withdrawnOn;
  const inTime = permission.givenOn <= audience.on && (permission.until === null || audience.on <= permission.until) && held;
  if (!inTime || serviceKey(originator) === '' || serviceKey(permission.originator) !== serviceKey(originator) || !permission.purposes.includes(audience.purpose)) return false;
  if (permission.sources.length > 0 && !permission.sources.includes(source)) return false;
  return permission.codes.some((code) => {
    if (code.scheme !== handling.scheme) return false;
    if (scheme.use !== 'marking') return code.code === handling.code && (code.axis === undefined || handling.axis === undefined || code.axis === handling.axis);
    const highest = codesOf(scheme, code);
    return highest.length > 0 && rank <= strictestRank(highest);
  });
}

type Verdict = { readonly reason: WithheldReason; readonly freed: boolean } | { readonly permission: Id | null };

function judge(subject: GateSubject, handling: Handling, rights: Rights, audience: Audience, schemes: readonly Scheme[]): Verdict {
  const scheme = schemes.find((each) => each.id === handling.scheme);
  const codes = scheme === undefined ? [] : codesOf(scheme, handling);
  if (scheme === undefined || codes.length === 0 || scheme.use === 'grading') return { reason: 'unknownCode', freed: false };
  if (scheme.use === 'marking' && codes.every((code) => code.unmarked === true)) return { permission: null };
  const rank = strictestRank(codes);
  const conditional = codes.some((code) => code.permission?.includes(audience.purpose) === true);
  const seen = scheme.use === 'marking'
    ? rights.maximumMarkings.some((highest) => highest.scheme === scheme.id && codesOf(scheme, highest).length > 0 && rank <= strictestRank(codesOf(scheme, highest)))
    : (rights.allowedHandling[scheme.id] ?? []).includes(handling.code);
  if (seen && !conditional) return { permission: null };
  const permission = audience.recipient?.permissions.find((each) => covers(each, subject, handling, rank, audience, scheme));
  if (permission !== undefined) return { permission: permission.id };
  return { reason: conditional ? 'originator' : scheme.use === 'marking' ? 'marking' : 'handling', freed: true };
}

/** A statement's codes, with the marking of the case where it bears none of its own: nobody has said that it is less than the whole. */
function underMarking(handling: readonly Handling[], { unmarked = null }: Audience, schemes: readonly Scheme[]): readonly Handling[] {
  const use = (id: string): Scheme['use'] | undefined => schemes.find((scheme) => scheme.id === id)?.use;
  return unmarked === null || handling.some((each) => use(each.scheme) === 'marking') ? handling : [...handling, unmarked];
}

/**
 * The release gate: the only way out of a case. Parts statements into those that may go to this audience and those that are held back, each with its reason and
 * with whose permission would free it. Inside the service (no recipient, purpose internal) everything may go; a recipient of whom no rights are stored gets
 * nothing. What came from the recipient's own service may go back to it; what bears no marking stands under the case's. Pure; the order of `statements` is kept.
 */
export function passGate<S extends GateSubject>(statements: readonly S[], audience: Audience, schemes: readonly Scheme[]): Passage<S> {
  const { recipient, purpose } = audience;
  if (recipient === null && purpose === 'internal') return { allowed: statements, withheld: [], permissions: [] };
  const rights = recipient?.rights ?? null;
  if (recipient === null || rights === null) return { allowed: [], withheld: statements.map((statement) => ({ statement, reason: 'noRights', cause: null, originator: null })), permissions: [] };
  const own = serviceKey(recipient.service);
  const allowed: S[] = [];
  const withheld: Withheld<S>[] = [];
  const permissions = new Set<Id>();
  for (const statement of statements) {
    if (own !== '' && serviceKey(statement.originator) === own) {
      allowed.push(statement);
      continue;
    }
    const used: Id[] = [];
    let found: Withheld<S> | null = null;
    for (const handling of underMarking(statement.handling, audience, schemes)) {
      const verdict = judge(statement, handling, rights, audience, schemes);
      if ('reason' in verdict) {
        found = { statement, reason: verdict.reason, cause: handling, originator: verdict.freed && statement.originator !== '' ? statement.originator : null };
        break;
      }
      if (verdict.permission !== null) used.push(verdict.permission);
    }
    if (found) {
      withheld.push(found);
      continue;
    }
    allowed.push(statement);
    for (const id of used) permissions.add(id);
  }
  return { allowed, withheld, permissions: [...permissions] };
}
