import type { Database } from 'better-sqlite3';

const DEAD = `SELECT 1 FROM bundle_word said JOIN taken_bundle one ON one.id = said.bundle
  JOIN bundle_word taken ON taken.id = said.id AND taken.word = 'recalled' JOIN taken_bundle other ON other.id = taken.bundle AND other.signingKey = one.signingKey
  WHERE said.id = ? AND said.word = 'said' LIMIT 1`;
const BY_KEY = 'SELECT DISTINCT bundle_word.id FROM bundle_word JOIN taken_bundle ON taken_bundle.id = bundle_word.bundle WHERE signingKey = ? AND word = ?';

/**
 * What bundles that were taken in have said and taken back, known by id. Once any of those who said something has taken it back, it is not said any more, whoever
 * else repeats it and whatever came first; for nobody can tell from whom the others have it.
 */
export class BundleWords {
  private readonly dead;
  private readonly earlier: ReadonlySet<string>;
  private readonly said: ReadonlySet<string>;
  private readonly now: ReadonlySet<string>;

  /** `recalled`: what the bundle that is being taken in takes back; `signingKey`: whose it is. */
  constructor(db: Database, signingKey: string, recalled: ReadonlySet<string>) {
    this.dead = db.prepare<[string], number>(DEAD).pluck();
    this.earlier = new Set(db.prepare<[string, string], string>(BY_KEY).pluck().all(signingKey, 'recalled'));
    this.said = recalled.size === 0 ? new Set() : new Set(db.prepare<[string, string], string>(BY_KEY).pluck().all(signingKey, 'said'));
    this.now = recalled;
  }

  /** Whether what this bundle says was taken back by somebody who said it. */
  isDead(id: string): boolean {
    return this.earlier.has(id) || this.now.has(id) || this.dead.get(id) !== undefined;
  }

  /** What this bundle takes back of what its sender had said. */
  takenBack(): string[] {
    return [...this.now].filter((id) => this.said.has(id));
  }
}
