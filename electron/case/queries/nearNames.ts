import type { Database } from 'better-sqlite3';
import companyWords from '../../../resources/vocabularies/companyWords.json';
import { companyWordsOf } from '../../../shared/analysis/matching/companyName';
import { prepareRecord, type MatchVocabulary, type PreparedRecord } from '../../../shared/analysis/matching/matchRecord';
import { scorePrepared, type Evidence } from '../../../shared/analysis/matching/score';
import { findMentions } from '../../../shared/analysis/mentions/findMentions';
import { NAMED_KINDS, recordOfName, unsureNames, type NamedKind, type UnsureName } from '../../../shared/analysis/mentions/nearNames';
import type { PageRange } from '../../../shared/contract/reading';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { CaseNames } from '../matching/caseNames';
import { PreparedRecords } from '../matching/preparedRecords';
import { contextOf } from './mentions';
import { liveSource, pagesOf } from './pages';

/** Names less alike than this are others', whatever else is the same. */
const LEAST = 0.72;
/** So many who it may be are compared with all that is known of them, and so many are shown. */
const COMPARED = 8;
const SHOWN = 4;

const { legal } = companyWordsOf(companyWords);

/** Somebody of the case whose name may be meant, by short key. */
export interface NearBearer {
  readonly n: number;
  readonly score: number;
  /** How alike the names are by themselves, 0 to 1. */
  readonly alike: number;
  readonly evidence: readonly Evidence[];
}

/** A name on a page that may be that of somebody known, the likeliest first, or of somebody new. */
export interface NearName extends UnsureName {
  readonly page: number;
  readonly near: readonly NearBearer[];
}

/** Somebody whose name is like one in the text. */
interface Like {
  readonly n: number;
  readonly kind: NamedKind;
  readonly alike: number;
}

/** Those that a name may mean, compared by all that is known: name, and what stands beside it. */
class Comparing {
  private readonly prepared: PreparedRecords;

  constructor(db: Database, private readonly catalogue: Catalogue, private readonly vocabulary: MatchVocabulary) {
    this.prepared = new PreparedRecords(db, catalogue, vocabulary);
  }

  /** Reads what will be compared, all at once. */
  read(keys: Iterable<number>): void {
    this.prepared.read(keys);
  }

  near(name: UnsureName, found: readonly Like[]): NearBearer[] {
    const own = new Map<NamedKind, PreparedRecord>();
    const all = found.flatMap(({ n, kind, alike }): NearBearer[] => {
      const other = this.prepared.of(n);
      if (other === null) return [];
      const mine = own.get(kind) ?? prepareRecord(recordOfName(name, kind, this.catalogue), this.vocabulary);
      own.set(kind, mine);
      const { score, evidence } = scorePrepared(mine, other, this.vocabulary);
      return [{ n, score, alike, evidence }];
    });
    return all.filter(({ score }) => score >= this.vocabulary.weights.propose).sort((a, b) => b.score - a.score || b.alike - a.alike || a.n - b.n).slice(0, SHOWN);
  }
}

/**
 * Names on pages of a document that nobody in the case bears exactly, but that may be written otherwise: in another spelling, order or script; and names of nobody known of whom the
 * sentence says enough to be somebody new. Takes as long as the names of the case take to be read the first time; meant for a thread. Throws Failure sourceNotFound.
 */
export function nearNames(db: Database, catalogue: Catalogue, names: CaseNames, vocabulary: MatchVocabulary, { source, from, limit }: PageRange, beat: () => void = () => undefined): readonly NearName[] {
  const { n, reading: told } = liveSource(db, source);
  names.bringUp(catalogue);
  const reading = contextOf(told);
  const pages = pagesOf(db, n, from, limit);
  const found = pages.flatMap(({ page, text }) => {
    beat();
    const certain = { identifiers: findMentions(text, { catalogue, reading }), names: names.findIn(text) };
    return unsureNames(text, certain, { catalogue, reading, vocabulary, forms: legal }).map((name) => {
      beat();
      return { page, name, like: NAMED_KINDS.flatMap((kind) => names.like(name.raw, kind, vocabulary, LEAST, COMPARED).map((bearer): Like => ({ n: bearer.n, kind, alike: bearer.score }))) };
    });
  });
  const comparing = new Comparing(db, catalogue, vocabulary);
  comparing.read(found.flatMap(({ like }) => like.map((each) => each.n)));
  const all = found.flatMap(({ page, name, like }): NearName[] => {
    const near = comparing.near(name, like);
    return near.length === 0 && name.fresh === null ? [] : [{ ...name, page, near }];
  });
  return apart(all);
}

/** Of names that overlap, the one that is likest to somebody stands, by all that is known and then by its letters; of equally like ones the longest. */
function apart(names: readonly NearName[]): readonly NearName[] {
  const kept: NearName[] = [];
  const told = ({ near: [first] }: NearName): number => first?.score ?? 0;
  const alike = ({ near: [first] }: NearName): number => first?.alike ?? 0;
  for (const each of names.toSorted((a, b) => told(b) - told(a) || alike(b) - alike(a) || b.end - b.start - (a.end - a.start) || a.page - b.page || a.start - b.start)) {
    if (!kept.some((other) => other.page === each.page && each.start < other.end && other.start < each.end)) kept.push(each);
  }
  return kept.toSorted((a, b) => a.page - b.page || a.start - b.start);
}
