import type { Database } from 'better-sqlite3';
import type { TextRanks } from '../../../shared/analysis/evaluation';
import type { EntityView } from '../../../shared/contract/views';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { categoriesIn, CATEGORY, categoryCodes } from '../../../shared/schema/category';
import { valueKinds } from '../../../shared/values';
import { contradictory } from '../db/contradiction';
import { Evaluations } from '../db/evaluation';
import { gather, type SaidRow } from '../db/gather';
import type { Identity } from '../db/identity';
import { textRanks } from './catalogueFacts';
import { ENTITY_COLUMNS, entityView, type EntityRow } from './entityRows';
import { insideLinks } from './insideLinks';
import { query } from './statements';

/** An entity that stands for several, with what lists of them are ordered and counted by. */
export interface MergedView {
  readonly view: EntityView;
  /** Types of all members, the top's first. */
  readonly types: readonly string[];
  /** Journal number of the member that came last. */
  readonly added: number;
}

type MemberRow = EntityRow & { readonly n: number; readonly added: number };

const MEMBERS = `SELECT e.n, e.seq_added AS added, ${ENTITY_COLUMNS} FROM json_each(@keys) AS wanted CROSS JOIN entity e ON e.n = wanted.value`;
/** One after another, in the order of the keys. */
const SAID = `SELECT s.subject, s."values", NULL AS grading, '' AS handling, s.basis, s.source FROM json_each(@keys) AS wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value WHERE s.seq_retracted IS NULL`;

/** What was computed of groups, by their members, for as long as what is said of these is the same: a further judgement makes only few groups new. */
const kept = new WeakMap<object, Map<string, MergedView>>();

const keyOf = (identity: Identity, top: number): string => identity.membersOf(top).join(' ');

/** What is said of members, read once for all groups: to be asked for group after group, in the order of the keys. */
class Said {
  private readonly rows: IterableIterator<SaidRow>;
  private next: IteratorResult<SaidRow>;

  constructor(db: Database, keys: readonly number[]) {
    this.rows = query<SaidRow>(db, SAID).iterate({ keys: JSON.stringify(keys) });
    this.next = this.rows.next();
  }

  *of(members: readonly MemberRow[]): Generator<SaidRow> {
    const keys = new Set(members.map((member) => member.n));
    for (; this.next.done !== true && keys.has(this.next.value.subject); this.next = this.rows.next()) yield this.next.value;
  }

  end(): void {
    this.rows.return?.();
  }
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && valueKinds.date.compare(b, a) < 0) ? b : a);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && valueKinds.date.compare(b, a) > 0) ? b : a);

class Merging {
  private readonly ranks: TextRanks;
  private readonly evaluations: Evaluations;

  constructor(private readonly catalogue: Catalogue) {
    this.ranks = textRanks(catalogue);
    this.evaluations = new Evaluations(catalogue);
  }

  /** `inside`: links between the members. */
  merge(members: readonly [MemberRow, ...MemberRow[]], said: Iterable<SaidRow>, inside: number): MergedView {
    const [top] = members;
    const { values, sources } = gather(said, this.evaluations, { room: 0 });
    const type = this.catalogue.entityType(top.type);
    return {
      types: members.map((member) => member.type),
      added: Math.max(...members.map((member) => member.added)),
      view: {
        ...entityView(top),
        start: members.map((member) => member.start).reduce(earlier),
        end: members.map((member) => member.end).reduce(later),
        sources,
        links: members.reduce((sum, member) => sum + member.links, 0) - 2 * inside,
        grading: members.map((member) => member.grading).reduce((a, b) => this.ranks.betterGrading(a, b)),
        handling: members.map((member) => member.handling).reduce((a, b) => this.ranks.stricterHandling(a, b)),
        category: type === undefined ? top.category : categoriesIn(type, { [CATEGORY]: members.flatMap((member) => categoryCodes(member.category).map((v) => ({ v }))) }).join(' '),
        members: members.map((member) => member.id),
        contradicts: members.some((member) => member.contradicts !== 0) || (type !== undefined && contradictory(type, values)),
        ...assessedOf(members),
      },
    };
  }
}

/** Something is said, and all of it is assessment: of members of which nothing is said nothing follows. */
function assessedOf(members: readonly MemberRow[]): Pick<EntityView, 'assessed'> {
  const spoken = members.filter((member) => member.sources > 0);
  return spoken.length > 0 && spoken.every((member) => member.assessed !== 0) ? { assessed: true } : {};
}

/**
 * What stands for several of these tops, by its short key: name, type and second line its own, all else of all members together. Tops that stand only for themselves are
 * not in it. Computed once per state of the case.
 */
export function mergedViews(db: Database, catalogue: Catalogue, identity: Identity, tops: Iterable<number>): Map<number, MergedView> {
  const found = new Map<number, MergedView>();
  if (!identity.any) return found;
  let known = kept.get(identity.content);
  if (known === undefined) kept.set(identity.content, (known = new Map()));
  const wanted: number[] = [];
  for (const n of tops) {
    if (!identity.groups.has(n)) continue;
    const view = known.get(keyOf(identity, n));
    if (view === undefined) wanted.push(n);
    else found.set(n, view);
  }
  if (wanted.length === 0) return found;
  const rows = new Map(query<MemberRow>(db, MEMBERS).all({ keys: JSON.stringify(wanted.flatMap((n) => identity.membersOf(n))) }).map((row) => [row.n, row]));
  const inside = insideLinks(db, catalogue, [...rows.values()].map(({ n, links }) => ({ n, links, top: identity.topOf(n) })));
  const merging = new Merging(catalogue);
  const said = new Said(db, [...rows.keys()]);
  try {
    for (const n of wanted) {
      const [top, ...others] = identity.membersOf(n).flatMap((member) => rows.get(member) ?? []);
      if (top === undefined) continue;
      const members: readonly [MemberRow, ...MemberRow[]] = [top, ...others];
      const view = merging.merge(members, said.of(members), inside.get(n) ?? 0);
      known.set(keyOf(identity, n), view);
      found.set(n, view);
    }
  } finally {
    said.end();
  }
  return found;
}
