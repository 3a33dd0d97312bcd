import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { INTERNAL } from '../../../shared/briefing/audience';
import type { Audience } from '../../../shared/briefing/audience';
import { forbiddenInBytes } from '../../../shared/briefing/encoded';
import { markText, marksOf } from '../../../shared/briefing/marks';
import { ForbiddenTexts } from '../../../shared/briefing/searched';
import { forbiddenAmong } from '../../../shared/briefing/withheldTexts';
import type { BlindKinds } from '../../../shared/contract/blinding';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { Id } from '../../../shared/model/ids';
import type { Language } from '../../../shared/values/kind';
import { readBlind, writeBlind } from '../blind/file';
import { answer, begin, conclude, finish } from '../blind/rounds';
import type { Doing, Outcome } from '../blind/rounds';
import type { BlindWatch, Multiplier } from '../blind/sliced';
import { MOST_ENTRIES, stateSchema } from '../blind/terms';
import type { Header, Party, Terms } from '../blind/terms';
import { MultiplyingThreads } from '../blind/threads';
import { loadCatalogue } from '../catalogue';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { Pace, type Watch } from '../importers/watch';
import { journalHead } from '../journal';
import { audienceOf } from '../releasable/audience';
import { HANDLING_AS_IT_STANDS } from '../releasable/selection';
import { Verdicts, type JudgedRow } from '../releasable/verdicts';
import { readSettings } from '../settings';
import { withheldFromExport } from '../writers/readBack';
import { countedByKind, entriesOf, ownerOf, usualKinds } from './entries';
import { failureOfBlind } from './failed';

type Whom = Pick<ReleaseAbout, 'recipient' | 'purpose'>;

interface Ours {
  /** The list that is put in, and for whom. */
  readonly scope: ExportScope;
  readonly about: Whom;
  readonly language: Language;
}
interface Signing {
  readonly keys: WorkstationKeys;
  /** Written beside the file that it becomes. */
  readonly beside: string;
}

/** Entries that are sought here: as a partner's request names them. */
export interface Sought { readonly kind: string; readonly value: string }

/** `at`: now, as ISO. `state`: as it was kept. */
export type BlindRequest =
  | { readonly kind: 'kinds'; readonly scope: ExportScope; readonly about: Whom }
  | { readonly kind: 'look'; readonly file: string }
  | { readonly kind: 'find'; readonly sought: readonly Sought[] }
  | { readonly kind: 'text'; readonly about: Whom; readonly text: string; readonly names: readonly string[] }
  | ({ readonly kind: 'begin'; readonly terms: Terms; readonly from: Party; readonly to: Party; readonly at: string } & Ours & Signing)
  | ({ readonly kind: 'answer'; readonly file: string; readonly seen: string; readonly from: Party; readonly signer: string | null; readonly answered: readonly string[]; readonly at: string } & Ours & Signing)
  | ({ readonly kind: 'conclude'; readonly file: string; readonly state: string; readonly at: string } & Signing)
  | { readonly kind: 'finish'; readonly file: string; readonly state: string; readonly at: string };

/** A list that was blinded and written beside: what its release says. */
export interface ListWritten {
  readonly header: Header;
  readonly sha256: string;
  readonly bytes: number;
  /** What must be kept secret between the rounds; null: nothing is awaited. */
  readonly state: string | null;
  readonly entries: number;
  readonly seq: number;
  readonly marking: string;
  readonly check: { readonly searched: number; readonly withheld: number };
  readonly permissions: readonly Id[];
}

export type BlindResult =
  | { readonly kind: 'kinds'; readonly kinds: BlindKinds }
  | { readonly kind: 'look'; readonly header: Header; readonly sha256: string; readonly bytes: number }
  /** Ids of entities for each of the sought. */
  | { readonly kind: 'find'; readonly found: readonly (readonly Id[])[] }
  | { readonly kind: 'text'; readonly searched: number }
  | { readonly kind: 'list'; readonly list: ListWritten }
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly taken: { readonly sha256: string; readonly bytes: number }; readonly written: { readonly sha256: string; readonly bytes: number } | null };

/** The result of the kind that was asked for. */
export function resultOf<K extends BlindResult['kind']>(result: BlindResult, kind: K): Extract<BlindResult, { kind: K }> {
  if (result.kind !== kind) throw new Failure('internal');
  return result as Extract<BlindResult, { kind: K }>;
}

/** Every source with the conditions under which it says something. */
const CONDITIONS = `SELECT DISTINCT source.n AS source, source.id AS sourceId, source.supplier, ${HANDLING_AS_IT_STANDS} FROM statement s JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL`;

/** Told at most so often, in milliseconds. */
const EVERY = 100;

/** Tells of points as of any work; never throws, since it is told between messages of threads. */
function followed(watch: Watch): BlindWatch {
  let told = -Infinity;
  return {
    progress: (done, total) => {
      watch.beat?.();
      const now = performance.now();
      if (done < total && now - told < EVERY) return;
      told = now;
      watch.progress({ phase: 'blinding', done, total, rows: 0 });
    },
    cancelled: () => watch.cancelled(),
  };
}

/** Whether there is anything at all in the case that this audience may not have: asked by what sources and conditions there are, not by statements. */
function holdsBack(db: Database, audience: Audience): boolean {
  const verdicts = new Verdicts(loadCatalogue(db).catalogue, audience);
  for (const row of db.prepare<[], JudgedRow>(CONDITIONS).iterate()) if (!verdicts.passes(row)) return true;
  return false;
}

/** Searches what people wrote into a file that others may read for what must not leave. Returns how many texts were looked for. Throws Failure withheldFound. */
function searchedFor(db: Database, audience: Audience, text: string, names: readonly string[]): number {
  if (!holdsBack(db, audience)) return 0;
  const forbidden = new ForbiddenTexts(forbiddenAmong(withheldFromExport(db, loadCatalogue(db).catalogue, audience), names));
  if (!forbidden.none && forbiddenInBytes(Buffer.from(text, 'utf8'), forbidden) !== null) throw new Failure('withheldFound', { place: '' });
  return forbidden.count;
}

/** One moment of the case, over a connection that cannot write. */
function reading<T>({ folder, key }: CasePlace, read: (db: Database) => T): T {
  const db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true });
  try {
    db.exec('BEGIN');
    return read(db);
  } finally {
    db.close();
  }
}

interface Prepared extends Pick<ListWritten, 'seq' | 'marking' | 'check' | 'permissions' | 'entries'> { readonly list: ReturnType<typeof entriesOf>['entries'] }

function prepared(place: CasePlace, { scope, about, language }: Ours, terms: Terms, names: readonly string[], pace: Pace): Prepared {
  return reading(place, (db) => {
    const { catalogue } = loadCatalogue(db);
    const audience = audienceOf(db, about);
    const { entries, withheld, permissions } = entriesOf(db, catalogue, scope, audience, new Set(terms.kinds), (done, total) => pace.step('reading', done, total));
    pace.step('checking', 0, 0);
    const searched = searchedFor(db, audience, terms.purpose, names);
    return { list: entries, entries: countedByKind(entries).reduce((sum, each) => sum + each.entries, 0), seq: journalHead(db).seq, marking: markText(marksOf([readSettings(db).marking], catalogue, language)), check: { searched, withheld }, permissions };
  });
}

async function made(place: CasePlace, request: Extract<BlindRequest, { kind: 'begin' | 'answer' }>, doing: Doing, pace: Pace): Promise<ListWritten> {
  const file = request.kind === 'answer' ? readBlind(request.file, MOST_ENTRIES) : null;
  // What was read and agreed to must be what is answered.
  if (request.kind === 'answer' && file?.sha256 !== request.seen) throw new Failure('fileChanged');
  const terms = request.kind === 'begin' ? request.terms : file?.header.terms;
  const to = request.kind === 'begin' ? request.to : file?.header.from;
  if (terms === undefined || to === undefined) throw new Failure('internal');
  const { list, ...facts } = prepared(place, request, terms, [request.from.service, request.from.person, to.service, to.person], pace);
  const { draft, state } = request.kind === 'begin' || file === null ? await begin(terms, request.from, to, list, doing) : await answer(file, { from: request.from, entries: list, terms, answered: new Set(request.answered), signer: request.signer }, doing);
  const written = writeBlind(request.beside, draft, request.keys);
  return { ...facts, ...written, header: draft.header, state: state === null ? null : JSON.stringify(state) };
}

async function done(place: CasePlace, request: BlindRequest, watch: Watch, multiplier: Multiplier): Promise<BlindResult> {
  const pace = new Pace(watch);
  switch (request.kind) {
    case 'kinds':
      return reading(place, (db) => {
        const { catalogue } = loadCatalogue(db);
        const { entries, entities, withheld } = entriesOf(db, catalogue, request.scope, audienceOf(db, request.about), null, (read, total) => pace.step('reading', read, total));
        const usual = usualKinds(catalogue);
        return { kind: 'kinds', kinds: { kinds: countedByKind(entries).map((each) => ({ ...each, usual: usual.has(each.kind) })), entities, withheld } };
      });
    case 'look': {
      const { header, sha256 } = readBlind(request.file, MOST_ENTRIES);
      return { kind: 'look', header, sha256, bytes: statSync(request.file).size };
    }
    case 'find':
      return reading(place, (db) => {
        const found = new Map<string, Set<Id>>(request.sought.map(({ kind, value }) => [`${kind} ${value}`, new Set()]));
        const { entries } = entriesOf(db, loadCatalogue(db).catalogue, { kind: 'case' }, INTERNAL, new Set(request.sought.map(({ kind }) => kind)), (read, total) => pace.step('reading', read, total));
        for (const { kind, value, ref } of entries) found.get(`${kind} ${value}`)?.add(ownerOf(ref).entity);
        return { kind: 'find', found: request.sought.map(({ kind, value }) => [...(found.get(`${kind} ${value}`) ?? [])].sort()) };
      });
    case 'text':
      return reading(place, (db) => ({ kind: 'text', searched: searchedFor(db, audienceOf(db, request.about), request.text, request.names) }));
    case 'begin':
    case 'answer':
      return { kind: 'list', list: await made(place, request, { multiplier, watch: followed(watch), at: request.at }, pace) };
    case 'conclude': {
      const file = readBlind(request.file, MOST_ENTRIES);
      const { outcome, draft } = await conclude(stateSchema.parse(JSON.parse(request.state)), file, { multiplier, watch: followed(watch), at: request.at });
      return { kind: 'outcome', outcome, taken: { sha256: file.sha256, bytes: statSync(request.file).size }, written: draft === null ? null : writeBlind(request.beside, draft, request.keys) };
    }
    case 'finish': {
      const file = readBlind(request.file, MOST_ENTRIES);
      const outcome = await finish(stateSchema.parse(JSON.parse(request.state)), file, { multiplier, watch: followed(watch), at: request.at });
      return { kind: 'outcome', outcome, taken: { sha256: file.sha256, bytes: statSync(request.file).size }, written: null };
    }
  }
}

/**
 * Does what is asked with blinded lists of a case, over connections of its own that cannot write. A file is written beside its place; after a failure there is none. Rejects with the failures of
 * audienceOf, entriesOf, readBlind, writeBlind and of each round, withheldFound, fileChanged where another file was shown than is answered, and cancelled.
 */
export async function blindWork(place: CasePlace, request: BlindRequest, watch: Watch, multiplier: Multiplier = new MultiplyingThreads()): Promise<BlindResult> {
  try {
    return await done(place, request, watch, multiplier);
  } catch (error) {
    if ('beside' in request) rmSync(request.beside, { force: true });
    throw failureOfSqlite(failureOfBlind(error), place.folder);
  }
}
