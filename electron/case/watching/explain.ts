import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { prepareRecord, type MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { recordOfEntry } from '../../../shared/analysis/watching/entry';
import { watchMatch, type WatchMatch } from '../../../shared/analysis/watching/watchIndex';
import type { WatchHitView } from '../../../shared/contract/watching';
import type { WatchEntry } from '../../../shared/model/identity';
import { recordsOf } from '../matching/records';
import { matchingSettings, matchVocabulary } from '../matching/vocabulary';
import { entitiesByKey } from '../queries/entityRows';
import type { CaseStore } from '../store';
import type { HeldList, HeldLists } from './lists';
import { verdictId, type KeptHit } from './hits';
import { withoutSecrets } from './openReading';
import { ownIdentifiers } from './ownIdentifiers';
import { secretsOf, type Secrets } from './secret';

/** Of this process only: what stands for a hit that must not be told from another. */
const VEIL = randomBytes(32);
const BATCH = 500;

/** What a hit is called towards the page where it may not say what it is about. */
const veiled = (hit: KeptHit): string => createHmac('sha256', VEIL).update(verdictId(hit)).digest('hex');

/** The kept hits that the page means by these names, as watchHit views give them; null for those of which there is none any more. */
export function hitsNamed(hits: readonly KeptHit[], names: readonly string[]): Map<string, KeptHit | null> {
  const found = new Map<string, KeptHit | null>(names.map((name) => [name, null]));
  const anyVeiled = names.some((name) => !name.includes(' '));
  for (const hit of hits) {
    for (const name of [verdictId(hit), ...(anyVeiled ? [veiled(hit)] : [])]) if (found.has(name)) found.set(name, hit);
  }
  return found;
}

/** What is found of each hit in this reading of the case; null where nothing in it makes it one. */
function matchesIn(db: Database, store: CaseStore, hits: readonly KeptHit[], entryOf: (hit: KeptHit) => WatchEntry | undefined, vocabulary: MatchVocabulary): (WatchMatch | null)[] {
  const found: (WatchMatch | null)[] = [];
  for (let at = 0; at < hits.length; at += BATCH) {
    const batch = hits.slice(at, at + BATCH);
    const keys = [...new Set(batch.map(({ entity }) => entity))];
    const [records, own] = [recordsOf(db, store.catalogue, keys), ownIdentifiers(db, keys)];
    for (const hit of batch) {
      const entry = entryOf(hit);
      const mine = entry === undefined ? null : recordOfEntry(entry);
      const record = records.get(hit.entity) ?? null;
      found.push(entry === undefined ? null : watchMatch(entry, mine === null ? null : prepareRecord(mine, vocabulary), { record, own: own.get(hit.entity) ?? [] }, record === null ? null : prepareRecord(record, vocabulary), vocabulary));
    }
  }
  return found;
}

/** A hit with all that may be said of it. */
type Judged = { readonly hit: KeptHit; readonly match: WatchMatch | null; readonly restricted: boolean };

/** Tells which hits rest on secret statements alone, and what makes the others hits: without those, so that no explanation gives them away. */
export class Explained {
  private readonly secrets: Secrets;
  private readonly judged: readonly Judged[];

  constructor(private readonly store: CaseStore, private readonly lists: HeldLists, hits: readonly KeptHit[], service: string) {
    this.secrets = secretsOf(store.db, store.catalogue, [...new Set(hits.map(({ entity }) => entity))], service);
    const touched = hits.filter(({ entity }) => this.secrets.of(entity).length > 0);
    const vocabulary = matchVocabulary(matchingSettings(store.db));
    const seen = touched.length === 0 ? [] : withoutSecrets(store, this.secrets.statements, (db) => matchesIn(db, store, touched, (hit) => this.entry(hit), vocabulary));
    const inTheOpen = new Map(touched.map((hit, at) => [hit, seen[at] ?? null]));
    this.judged = hits.map((hit) => {
      const match = inTheOpen.get(hit);
      return { hit, match: match ?? null, restricted: match === null };
    });
  }

  private listOf({ list }: KeptHit): HeldList | null {
    return this.lists.get(list);
  }

  private entry(hit: KeptHit): WatchEntry | undefined {
    return this.listOf(hit)?.entries.get(hit.entry);
  }

  /** The hits that may be shown, in the order given. */
  get shown(): readonly KeptHit[] {
    return this.judged.filter(({ restricted }) => !restricted).map(({ hit }) => hit);
  }

  /** Those of which only may be said that they are, in the order given. */
  get restricted(): readonly KeptHit[] {
    return this.judged.filter(({ restricted }) => restricted).map(({ hit }) => hit);
  }

  /** Views of some of the hits, in the order asked. A hit of a list or entity that is no more is left out. */
  views(hits: readonly KeptHit[]): WatchHitView[] {
    const { db } = this.store;
    const known = new Map(this.judged.map((each) => [each.hit, each]));
    const plain = hits.filter((hit) => known.get(hit)?.restricted === false);
    const vocabulary = matchVocabulary(matchingSettings(db));
    const unread = plain.filter((hit) => known.get(hit)?.match === null);
    const read = new Map(matchesIn(db, this.store, unread, (hit) => this.entry(hit), vocabulary).map((match, at) => [unread[at], match]));
    const entities = new Map(entitiesByKey(db, [...new Set(plain.map(({ entity }) => entity))]).map((view) => [view.id, view]));
    return hits.flatMap((hit): WatchHitView[] => {
      const held = this.listOf(hit);
      if (held === null) return [];
      const { id, name, owner, instruction } = held.list;
      const judged = hit.judged === null ? null : { verdict: hit.judged.verdict, reason: hit.judged.reason, by: hit.judged.by, at: hit.judged.at };
      const common = { list: { id, name, owner, instruction, scope: held.scope }, judged, again: hit.judged !== null && hit.open };
      if (known.get(hit)?.restricted === true) {
        const secrets = this.secrets.of(hit.entity);
        const codes = new Map(secrets.flatMap((each) => each.codes).map(({ scheme, code }) => [`${scheme} ${code}`, { scheme, code }]));
        return [{ restricted: true, id: veiled(hit), ...common, codes: [...codes.values()], originators: [...new Set(secrets.map(({ originator }) => originator).filter((each) => each !== ''))].sort() }];
      }
      const entity = entities.get(hit.id);
      const entry = held.entries.get(hit.entry);
      const match = known.get(hit)?.match ?? read.get(hit) ?? null;
      if (entity === undefined || entry === undefined) return [];
      return [{ restricted: false, id: verdictId(hit), ...common, entity, entry, score: match?.score ?? hit.score, evidence: (match?.evidence ?? []).map((each) => ({ ...each })) }];
    });
  }
}
