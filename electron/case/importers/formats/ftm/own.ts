import { createHash } from 'node:crypto';
import { readOwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';

/** What a proxy says, in FollowTheMoney's own words. */
export interface Said {
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** What Knoop wrote beside it, told by the head of it: the whole is read where it is needed, for a file is walked more than once. */
export interface OwnProxy {
  readonly id: string;
  readonly type: string;
  /** Ids that Knoop gave the ends of a link; null for an entity. */
  readonly ends: { readonly from: string; readonly to: string } | null;
  /** True when the proxy says what it said when Knoop wrote it. */
  untouched(): boolean;
  /** Null when what follows the head is not whole. */
  read(): OwnSubject | null;
}

const WRITTEN = /^([0-9a-f]{16})(?: ([0-9a-f-]{36}) ([0-9a-f-]{36}))? (?=\{"knoop":1,"id":"([0-9a-f-]{36})","type":"([^"\\]{1,64})")/;

function digestOf({ schema, properties }: Said): string {
  const said = [...properties].map(([name, values]) => [name, values.toSorted()]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([schema, said])).digest('hex').slice(0, 16);
}

/** Text of the member "knoop": a mark that tells whether somebody changed the proxy, the ends of a link, and all that Knoop knows of it. */
export const ownMember = (said: Said, ends: OwnProxy['ends'], json: string): string => `${digestOf(said)}${ends === null ? '' : ` ${ends.from} ${ends.to}`} ${json}`;

/** What Knoop wrote of a proxy; null when it did not write it. */
export function ownOf(member: string, said: Said): OwnProxy | null {
  const found = WRITTEN.exec(member);
  if (found === null) return null;
  const [head, digest, from, to, id = '', type = ''] = found;
  return { id, type, ends: from === undefined || to === undefined ? null : { from, to }, untouched: () => digestOf(said) === digest, read: () => readOwnSubject(member.slice(head.length)) };
}
