import type { Database } from 'better-sqlite3';
import { NameReader } from '../../../shared/analysis/matching/nameWords';
import { datesAgree } from '../../../shared/analysis/contradiction';
import type { Identity } from '../db/identity';
import { judgedPairs } from '../db/judged';
import type { Findings } from './findings';

/** A name that more than so many bear tells nobody apart, and asks for more than a list. */
const MOST_BEARERS = 25;
/** Pairs that are looked at in all. */
const MOST_PAIRS = 50_000;

const SHARED = `SELECT 1 WHERE EXISTS (SELECT 1 FROM identifier a JOIN identifier b ON b.kind = a.kind AND b.value = a.value WHERE a.entity = @left AND b.entity = @right)
  OR EXISTS (
    SELECT 1 FROM (SELECT to_n AS other FROM link WHERE from_n = @left AND seq_retracted IS NULL UNION SELECT from_n FROM link WHERE to_n = @left AND seq_retracted IS NULL) near
    WHERE near.other = @right OR near.other IN (SELECT to_n FROM link WHERE from_n = @right AND seq_retracted IS NULL UNION SELECT from_n FROM link WHERE to_n = @right AND seq_retracted IS NULL))`;

/** Entities by how their names sound, whole and in any order: gathered while they are walked, told at the end. */
export class Namesakes {
  private readonly bearers = new Map<string, number[]>();
  private readonly births = new Map<number, readonly string[]>();
  private readonly reader = new NameReader();

  add(n: number, names: readonly string[], births: readonly string[]): void {
    const keys = new Set(names.flatMap((name) => {
      const words = this.reader.read(name).words.filter((word) => !word.initial);
      // One word is too little to be mixed up by.
      return words.length < 2 ? [] : [words.map((word) => word.core).toSorted().join(' ')];
    }));
    for (const key of keys) {
      const known = this.bearers.get(key);
      if (known === undefined) this.bearers.set(key, [n]);
      else known.push(n);
    }
    if (births.length > 0) this.births.set(n, births);
  }

  /** Pairs that share a name and nothing else, of whom nobody said who they are, and whose births do not tell them apart. */
  check(db: Database, identity: Identity, findings: Findings, step: () => void): void {
    const judged = new Set(judgedPairs(db).map(({ left, right }) => [left, right].toSorted().join(' ')));
    const idOf = db.prepare<[number], string>('SELECT id FROM entity WHERE n = ?').pluck();
    const shared = db.prepare<[{ left: number; right: number }]>(SHARED);
    const told = new Set<string>();
    let pairs = 0;
    for (const bearers of this.bearers.values()) {
      if (bearers.length < 2 || bearers.length > MOST_BEARERS) continue;
      step();
      for (const [at, left] of bearers.entries()) {
        for (const right of bearers.slice(at + 1)) {
          if (pairs >= MOST_PAIRS) return;
          const pair = `${left} ${right}`;
          if (told.has(pair) || identity.topOf(left) === identity.topOf(right) || this.apart(left, right)) continue;
          told.add(pair);
          pairs += 1;
          if (judged.has([idOf.get(left) ?? '', idOf.get(right) ?? ''].toSorted().join(' ')) || shared.get({ left, right }) !== undefined) continue;
          findings.add({ check: 'namesake', entities: [left, right] });
        }
      }
    }
  }

  private apart(left: number, right: number): boolean {
    const [ones, others] = [this.births.get(left) ?? [], this.births.get(right) ?? []];
    return ones.length > 0 && others.length > 0 && !ones.some((one) => others.some((other) => datesAgree(one, other)));
  }
}
