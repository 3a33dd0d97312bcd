import { createHash } from 'node:crypto';
import { readOwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';

/** What a proxy says, in FollowTheMoney's own words. */
export interface Said {
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** What Knoop wrote beside it. */
export interface OwnProxy {
  readonly subject: OwnSubject;
  /** Ids that Knoop gave the ends of a link; null for an entity. */
  readonly ends: { readonly from: string; readonly to: string } | null;
  /** True when the proxy says what it said when Knoop wrote it. */
  readonly untouched: boolean;
}

const WRITTEN = /^([0-9a-f]{16})(?: ([0-9a-f-]{36}) ([0-9a-f-]{36}))? (\{[\s\S]*\})$/;

function digestOf({ schema, properties }: Said): string {
  const said = [...properties].map(([name, values]) => [name, values.toSorted()]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([schema, said])).digest('hex').slice(0, 16);
}

/** Text of the member "knoop": a mark that tells whether somebody changed the proxy, the ends of a link, and all that Knoop knows of it. */
export const ownMember = (said: Said, ends: OwnProxy['ends'], json: string): string => `${digestOf(said)}${ends === null ? '' : ` ${ends.from} ${ends.to}`} ${json}`;

/** What Knoop wrote of a proxy; null when it did not write it. */
export function ownOf(member: string, said: Said): OwnProxy | null {
  const found = WRITTEN.exec(member);
  const subject = found === null ? null : readOwnSubject(found[4] ?? '');
  if (found === null || subject === null) return null;
  const [, digest, from, to] = found;
  return { subject, ends: from === undefined || to === undefined ? null : { from, to }, untouched: digestOf(said) === digest };
}
