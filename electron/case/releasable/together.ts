import type { Database } from 'better-sqlite3';
import { APART, joinGiven, type Joined } from '../../../shared/briefing/joined';
import type { GatheredJudgement } from '../../../shared/briefing/material';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import { judgementsOf, withAliases } from '../queries/gatherJudgements';
import { HANDLING_AS_IT_STANDS } from './asItStands';
import type { JudgedRow, Verdicts } from './verdicts';

const SAID = `SELECT e.id, source.n AS source, source.id AS sourceId, source.supplier, ${HANDLING_AS_IT_STANDS}
  FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n JOIN source ON source.n = s.source
  WHERE e.seq_retracted IS NULL AND s.seq_retracted IS NULL`;

const LIVE = 'SELECT e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL';

/** Judgements that leave with what they join: all where nothing is held back, else our own for those who may see what bears no codes. */
function leaving(judgements: readonly GatheredJudgement[], verdicts: Verdicts): readonly GatheredJudgement[] {
  if (verdicts.all) return judgements;
  return verdicts.ofOurs ? judgements.filter(({ theirs }) => !theirs) : [];
}

/**
 * Which records are taken for one in what leaves: by judgements of which both ends leave, so that nothing tells of a record that is held back. Asks the gate
 * of those only that anybody ever judged.
 */
export class Together {
  private readonly judgements: readonly GatheredJudgement[];
  private readonly aliases: (ids: Iterable<Id>) => ReadonlySet<Id>;

  constructor(private readonly db: Database, private readonly verdicts: Verdicts, private readonly mode: IdentityMode) {
    const all = judgementsOf(db);
    this.judgements = leaving(all, verdicts);
    this.aliases = withAliases(all, mode);
  }

  /** Those of the ids of which something may be said; live ones where nothing is held back. */
  private given(ids: ReadonlySet<Id>): ReadonlySet<Id> {
    const asked = { ids: JSON.stringify([...ids]) };
    if (this.verdicts.all) return new Set(this.db.prepare<{ ids: string }, Id>(LIVE).pluck().all(asked));
    const found = new Set<Id>();
    for (const row of this.db.prepare<{ ids: string }, JudgedRow & { readonly id: Id }>(SAID).iterate(asked)) if (!found.has(row.id) && this.verdicts.passes(row)) found.add(row.id);
    return found;
  }

  /** How these, and what they are one with, stand together. */
  among(ids: Iterable<Id>): Joined {
    if (this.judgements.length === 0) return APART;
    const judged = new Set(this.judgements.flatMap(({ left, right }) => [left, right]));
    const reach = [...this.aliases(ids)].filter((id) => judged.has(id));
    return joinGiven(this.judgements, this.given(new Set(reach)), this.mode, this.verdicts.all);
  }

  /** How records stand together that leave, and nothing else. */
  ofLeaving(ids: ReadonlySet<Id>): Joined {
    return this.judgements.length === 0 ? APART : joinGiven(this.judgements, ids, this.mode, this.verdicts.all);
  }
}

/** An entity as a chart holds it. */
export interface StandingItem {
  readonly subject: Id;
  readonly hidden: boolean;
}

/** What a chart shows, all records of each item among it; gone is what is one with an item that was put out of sight. In the order of the ids given, others behind. */
export function standing(items: readonly StandingItem[], joined: Joined): readonly Id[] {
  const rows = new Map(items.map((item) => [item.subject, item]));
  const shown = new Set<Id>();
  for (const { subject, hidden } of items) {
    const members = joined.clusters.get(joined.topOf(subject));
    if (members === undefined) {
      if (!hidden) shown.add(subject);
      continue;
    }
    const row = members.find((id) => rows.has(id));
    if (row !== undefined && rows.get(row)?.hidden === false) for (const id of members) shown.add(id);
  }
  return [...shown];
}
