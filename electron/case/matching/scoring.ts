import type { Database } from 'better-sqlite3';
import type { MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { scorePrepared, type Match } from '../../../shared/analysis/matching/score';
import type { EvidenceView } from '../../../shared/contract/judging';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from '../queries/statements';
import { countedNames, withCounts } from './counted';
import { PreparedRecords } from './preparedRecords';
import { matchingSettings, matchVocabulary } from './vocabulary';

const NOTHING: Match = { score: 0, evidence: [] };
/** Evidence whose sides are ids of entities. */
const COMPANION = 'companion';

/** Compares entities as they are now, so that what is shown never lags behind what is said of them. */
export class Scoring {
  readonly vocabulary: MatchVocabulary;
  /** It is known how usual names are in the case; else a score that was kept tells more than a fresh one. */
  readonly isCounted: boolean;
  private readonly prepared: PreparedRecords;
  private readonly captions = new Map<string, string>();

  constructor(private readonly db: Database, catalogue: Catalogue) {
    const counted = countedNames(db);
    const vocabulary = matchVocabulary(matchingSettings(db));
    this.vocabulary = counted === null ? vocabulary : withCounts(vocabulary, counted);
    this.isCounted = counted !== null;
    this.prepared = new PreparedRecords(db, catalogue, this.vocabulary);
  }

  /** Reads what will be compared, all at once. */
  read(keys: Iterable<number>): void {
    this.prepared.read(keys);
  }

  /** How likely two entities are one, and why; 0 where one is not compared. */
  match(left: number, right: number): Match {
    this.read([left, right]);
    const [a, b] = [this.prepared.of(left), this.prepared.of(right)];
    return a === null || b === null ? NOTHING : scorePrepared(a, b, this.vocabulary);
  }

  /** Evidence to be read: companions by their captions. */
  shown(matches: readonly Match[]): EvidenceView[][] {
    const ids = new Set(matches.flatMap(({ evidence }) => evidence).flatMap(({ kind, left }) => (kind === COMPANION && !this.captions.has(left) ? [left] : [])));
    if (ids.size > 0) for (const { id, caption } of query<{ id: string; caption: string }>(this.db, 'SELECT entity.id, entity.caption FROM json_each(@ids) wanted CROSS JOIN entity ON entity.id = wanted.value').all({ ids: JSON.stringify([...ids]) })) this.captions.set(id, caption);
    const captionOf = (id: string): string => this.captions.get(id) ?? '';
    return matches.map(({ evidence }) => evidence.map((each) => (each.kind === COMPANION ? { ...each, left: captionOf(each.left), right: captionOf(each.right) } : { ...each })));
  }
}
