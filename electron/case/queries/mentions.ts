import type { Database } from 'better-sqlite3';
import { findMentions } from '../../../shared/analysis/mentions/findMentions';
import { mentionKey } from '../../../shared/analysis/mentions/key';
import type { Mention, NameMention } from '../../../shared/analysis/mentions/mention';
import { findNames } from '../../../shared/analysis/mentions/names';
import { dismissedIn, dismissedKey } from '../../../shared/commands/mentions';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { MentionView, PageRange } from '../../../shared/contract/reading';
import type { Id } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { identifierOf } from '../../../shared/values';
import { BELGIAN_CONTEXT } from '../../../shared/values/kind';
import type { ParseContext } from '../../../shared/values/kind';
import type { Identity } from '../db/identity';
import { knownNames, nameProperty } from './knownNames';
import { liveSource, pagesOf } from './pages';
import { shownEntities } from './shownEntities';
import { query } from './statements';

type Result = ResultOf<CaseService['requests']['case.mentions']>;

const BEARERS = `
  SELECT DISTINCT sought.value ->> 'kind' AS kind, sought.value ->> 'value' AS value, e.n FROM json_each(@sought) AS sought
  CROSS JOIN identifier i ON i.kind = sought.value ->> 'kind' AND i.value = sought.value ->> 'value'
  CROSS JOIN entity e ON e.n = i.entity AND e.seq_retracted IS NULL`;

const SAID_HERE = `SELECT subject, "values" FROM statement WHERE source = @source AND subject_kind = 'entity' AND seq_retracted IS NULL AND subject IN (SELECT value FROM json_each(@keys))`;

/** How the document's numbers and dates are to be read: as the import was told. */
export function contextOf(reading: string | null): ParseContext {
  const told = reading === null ? {} : (JSON.parse(reading) as Partial<ParseContext>);
  return {
    country: typeof told.country === 'string' ? told.country : BELGIAN_CONTEXT.country,
    dateOrder: told.dateOrder ?? BELGIAN_CONTEXT.dateOrder,
    decimal: told.decimal ?? BELGIAN_CONTEXT.decimal,
    currency: typeof told.currency === 'string' ? told.currency : BELGIAN_CONTEXT.currency,
  };
}

interface OnPage<T> {
  readonly page: number;
  readonly found: T;
}

/** Kinds of identifier under which the case would know a value. */
function joinsOf({ targets, kind, value }: Mention, catalogue: Catalogue): { kind: string; value: string }[] {
  const kinds = new Set(targets.flatMap(({ type, property }) => catalogue.property(type, property)?.identifier ?? []));
  const joined = identifierOf(kind, value.v);
  return joined === '' ? [] : [...kinds].map((each) => ({ kind: each, value: joined }));
}

/** Who in the case has each identifier: short keys by "kind value". */
function bearersOf(db: Database, mentions: readonly OnPage<Mention>[], catalogue: Catalogue): Map<string, number[]> {
  const sought = mentions.flatMap(({ found }) => joinsOf(found, catalogue));
  const bearers = new Map<string, number[]>();
  if (sought.length === 0) return bearers;
  for (const { kind, value, n } of query<{ kind: string; value: string; n: number }>(db, BEARERS).all({ sought: JSON.stringify(sought) })) {
    const key = `${kind} ${value}`;
    const known = bearers.get(key) ?? [];
    if (!known.includes(n)) known.push(n);
    bearers.set(key, known);
  }
  return bearers;
}

/** Values that the document itself states of each entity already. */
export function saidBy(db: Database, source: number, keys: readonly number[]): Map<number, Set<string>> {
  const said = new Map<number, Set<string>>();
  for (const { subject, values } of query<{ subject: number; values: string }>(db, SAID_HERE).all({ source, keys: JSON.stringify(keys) })) {
    const all = said.get(subject) ?? new Set();
    for (const list of Object.values(JSON.parse(values) as Values)) for (const { v } of list) all.add(v);
    said.set(subject, all);
  }
  return said;
}

/** Names of a case, ready to be found in texts. */
export interface NamesKept {
  findIn(text: string): readonly NameMention[];
  typeOf(entity: number): string | undefined;
}

/** What pages name, before anybody's views of it: identifiers, and names with who bears them, by short key and type. */
export interface FoundOnPages {
  readonly identifiers: readonly OnPage<Mention>[];
  readonly names: readonly (OnPage<NameMention> & { readonly types: readonly string[] })[];
}

/** Finds what pages of a document name. `names` are those of the case; without them those are read that these pages could name. Throws Failure sourceNotFound. */
export function foundOnPages(db: Database, catalogue: Catalogue, { source, from, limit }: PageRange, names: NamesKept | null = null, beat: () => void = () => undefined): FoundOnPages {
  const { n, reading } = liveSource(db, source);
  const pages = pagesOf(db, n, from, limit);
  const context = { catalogue, reading: contextOf(reading) };
  const known = names ?? namesFor(db, catalogue, pages.map(({ text }) => text));
  const found = pages.map(({ page, text }) => {
    beat();
    const identifiers = findMentions(text, context);
    // Where an identifier stands, no name does: "Vopak" inside of info@vopak.example is part of the address.
    const apart = known.findIn(text).filter((name) => !identifiers.some((other) => name.start < other.end && other.start < name.end));
    return { page, identifiers, names: apart };
  });
  return {
    identifiers: found.flatMap(({ page, identifiers }) => identifiers.map((each) => ({ page, found: each }))),
    names: found.flatMap(({ page, names: all }) => all.map((each) => ({ page, found: each, types: each.bearers.map((bearer) => known.typeOf(bearer) ?? '') }))),
  };
}

function namesFor(db: Database, catalogue: Catalogue, texts: readonly string[]): NamesKept {
  const { index, types } = knownNames(db, catalogue, texts);
  return { findIn: (text) => findNames(text, index), typeOf: (n) => types.get(n) };
}

/**
 * What pages of a document name: identifiers, and names that the case knows; each with the entities that have them, those that are taken for one once. Reads only: nothing is taken into the
 * case. Throws Failure sourceNotFound.
 */
export const mentions = (db: Database, catalogue: Catalogue, identity: Identity, args: PageRange): Result => mentionViews(db, catalogue, identity, args.source, foundOnPages(db, catalogue, args));

/** What was found on pages as the page shows it, in the eyes and the identity of one port. */
export function mentionViews(db: Database, catalogue: Catalogue, identity: Identity, source: Id, { identifiers, names }: FoundOnPages): Result {
  const { n } = liveSource(db, source);
  const bearers = bearersOf(db, identifiers, catalogue);
  const knownOf = (found: Mention): number[] => [...new Set(joinsOf(found, catalogue).flatMap(({ kind, value }) => bearers.get(`${kind} ${value}`) ?? []))];
  const keys = [...new Set([...identifiers.flatMap(({ found }) => knownOf(found)), ...names.flatMap(({ found }) => found.bearers)])];
  const tops = [...new Set(keys.map((key) => identity.topOf(key)))];
  const shown = new Map(tops.flatMap((top) => shownEntities(db, catalogue, identity, [top]).map((view) => [top, view])));
  const views = [...shown.values()];
  const ids = new Map(keys.map((key) => [key, shown.get(identity.topOf(key))?.id ?? '']));
  const said = saidBy(db, n, keys);
  const dismissed = dismissedMentions(db, source);
  const idsOf = (known: readonly number[]): string[] => [...new Set(known.flatMap((key) => ids.get(key) ?? []))].filter((id) => id !== '');

  const all: MentionView[] = identifiers.map(({ page, found }) => {
    const known = knownOf(found);
    const key = mentionKey(found.kind, found.value.v);
    return { key, kind: found.kind, page, start: found.start, end: found.end, sentence: found.sentence, raw: found.raw, value: found.value, targets: [...found.targets], known: idsOf(known), said: known.some((each) => said.get(each)?.has(found.value.v) === true), dismissed: dismissed.has(key) };
  });
  for (const { page, found, types } of names) {
    const key = mentionKey('name', found.raw);
    const named = found.bearers.flatMap((bearer, at) => {
      const type = types[at] ?? '';
      const property = nameProperty(catalogue, type);
      return property === null ? [] : [{ bearer, target: { type, property } }];
    });
    if (named.length === 0) continue;
    all.push({ key, kind: 'name', page, start: found.start, end: found.end, sentence: found.sentence, raw: found.raw, value: { v: found.raw }, targets: named.map(({ target }) => target), known: idsOf(named.map(({ bearer }) => bearer)), said: named.some(({ bearer }) => said.get(bearer)?.has(found.raw) === true), dismissed: dismissed.has(key) });
  }
  return { mentions: all.toSorted((a, b) => a.page - b.page || a.start - b.start), entities: views };
}

/** Keys of what was turned down of a document. */
export const dismissedMentions = (db: Database, source: string): ReadonlySet<string> => new Set(dismissedIn(settingOf(db, dismissedKey(source))));

function settingOf(db: Database, key: string): unknown {
  const content = query<{ content: string }>(db, 'SELECT content FROM setting WHERE key = @key').get({ key })?.content;
  return content === undefined ? null : { content: JSON.parse(content) as unknown };
}
