import { createHash } from 'node:crypto';
import { CHECKS, type CheckId } from '../../../shared/contract/quality';
import type { StoredValue } from '../../../shared/values/kind';

/** Findings of one check that can be looked at; more are only counted. */
export const MOST_LISTED = 5000;
/** Statements that are named for one value. */
const SAID_BY = 3;

/** A value of a finding with the statements that say it, by short key. `of`: place of whom it is said in the finding's entities. */
export interface FoundValue {
  readonly of: number;
  readonly property: string;
  readonly value: StoredValue;
  readonly statements: readonly number[];
}

/** What was found, by short keys: plain data, so that it can come from a thread. */
export interface Found {
  readonly key: string;
  readonly check: CheckId;
  readonly detail: string;
  readonly entities: readonly number[];
  readonly link: number | null;
  readonly source: number | null;
  readonly property: string;
  readonly values: readonly FoundValue[];
}

/** What a finding is made of; `about`: ids or short keys of what it speaks of, in an order that stays. */
export type Finds = Pick<Found, 'check' | 'entities'> & Partial<Omit<Found, 'key' | 'check' | 'entities'>>;

export interface FoundGroup {
  readonly check: CheckId;
  readonly total: number;
  readonly found: readonly Found[];
}

/** Stands for a finding with its facts. Entities keep their short keys as long as the case lives, so they need no ids. */
function keyOf({ check, detail, entities, link, source, property, values }: Omit<Found, 'key'>): string {
  const said = values.map(({ of, property: id, value }) => [of, id, value.v, value.raw ?? '', value.doubt ?? '']).map((each) => JSON.stringify(each)).toSorted();
  return createHash('sha256').update(JSON.stringify([check, detail, entities, link, source, property, said])).digest('hex').slice(0, 32);
}

/** All that was found, by check: the first of each, and how many there are. */
export class Findings {
  private readonly groups = new Map<CheckId, { total: number; found: Found[] }>(CHECKS.map((check) => [check, { total: 0, found: [] }]));

  add({ check, entities, detail = '', link = null, source = null, property = '', values = [] }: Finds): void {
    const group = this.groups.get(check);
    if (group === undefined) return;
    group.total += 1;
    if (group.found.length >= MOST_LISTED) return;
    const finding = { check, detail, entities, link, source, property, values: values.map((value) => ({ ...value, statements: value.statements.slice(0, SAID_BY) })) };
    group.found.push({ ...finding, key: keyOf(finding) });
  }

  all(): FoundGroup[] {
    return CHECKS.map((check) => ({ check, total: 0, found: [], ...this.groups.get(check) }));
  }
}
