import type { Database } from 'better-sqlite3';
import { NameIndex, plainWords } from '../../../shared/analysis/mentions/names';
import type { KnownName } from '../../../shared/analysis/mentions/names';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

/** Entities whose names are compared with the text at most; those with most of their words in it come first. */
const MOST = 20_000;

/** Entities of which the text has at least two words of the name, or the only one. */
const CANDIDATES = `
  SELECT found.entity AS n, e.type FROM (
    SELECT k.entity, count(*) AS words FROM json_each(@words) AS sought CROSS JOIN name_key k ON k.key = sought.value GROUP BY k.entity
  ) AS found
  CROSS JOIN entity e ON e.n = found.entity AND e.seq_retracted IS NULL
  WHERE found.words > 1 OR (SELECT count(*) FROM name_key own WHERE own.entity = found.entity) <= 3
  ORDER BY found.words DESC LIMIT ${MOST}`;

const SAID = `
  SELECT s.subject AS n, s."values" FROM json_each(@keys) AS hit
  CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = hit.value AND s.seq_retracted IS NULL`;

/** Entities of which a text with two words of a name says both; names that are kept in parts have no keys of their own. */
const BOTH = `SELECT e.n, e.type FROM (SELECT rowid AS n FROM fulltext WHERE fulltext MATCH @match LIMIT 50) AS found CROSS JOIN entity e ON e.n = found.n AND e.seq_retracted IS NULL`;
/** Pairs of words that are looked up so; a text with more has names in most of its words. */
const MOST_PAIRS = 5000;
/** Small words that may stand between the two: "Jan van den Bossche". */
const BETWEEN = 3;
/** Names begin with a capital in every script that has any; words without one can only be inside of one. */
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Words with a capital beside each other, as FTS5 is asked for both. */
function pairsOf(texts: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const text of texts) {
    let last = '';
    let since = 0;
    for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’`]*/gu)) {
      const name = word.replace(/['’`]s?$/u, '');
      if (!CAPITAL.test(name)) since += 1;
      else {
        if (last !== '' && since <= BETWEEN && pairs.size < MOST_PAIRS) pairs.add([last, name].map((each) => `"${each}"`).toSorted().join(' AND '));
        last = name;
        since = 0;
      }
    }
  }
  return pairs;
}

/** Property by which a type is known by name, its first; null when it has none. */
export const nameProperty = (catalogue: Catalogue, type: string): string | null => catalogue.entityType(type)?.properties.find((property) => property.match === 'name')?.id ?? null;

/** Names of the case that may stand in these texts, prepared for finding them there. Bearers are short keys of entities. */
export function knownNames(db: Database, catalogue: Catalogue, texts: readonly string[]): { readonly index: NameIndex; readonly types: ReadonlyMap<number, string> } {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(/[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{N}\p{M}'’`]*/gu)) for (const plain of plainWords(word.replace(/['’`]s?$/u, ''))) words.add(plain);
  const candidates = query<{ n: number; type: string }>(db, CANDIDATES).all({ words: JSON.stringify([...words]) });
  const types = new Map(candidates.map(({ n, type }) => [n, type]));
  const both = query<{ n: number; type: string }>(db, BOTH);
  for (const match of pairsOf(texts)) {
    if (types.size >= 2 * MOST) break;
    for (const { n, type } of both.all({ match })) types.set(n, type);
  }
  const named = new Map(catalogue.entityTypes.map((type) => [type.id, new Set(type.properties.filter((property) => property.match === 'name').map(({ id }) => id))]));
  const caption = new Map(catalogue.entityTypes.map((type) => [type.id, type.caption]));
  const names: KnownName[] = [];
  for (const { n, values } of query<{ n: number; values: string }>(db, SAID).all({ keys: JSON.stringify([...types.keys()]) })) {
    const said = JSON.parse(values) as Values;
    const type = types.get(n) ?? '';
    for (const [property, list] of Object.entries(said)) if (named.get(type)?.has(property) === true) for (const { v } of list) names.push({ bearer: n, name: v });
    // A name that is kept in parts is written as the caption joins them.
    for (const parts of caption.get(type) ?? []) {
      const joined = parts.map((property) => (catalogue.property(type, property)?.kind === 'name' ? said[property]?.[0]?.v : undefined));
      if (parts.length > 1 && joined.every((part) => part !== undefined)) names.push({ bearer: n, name: joined.join(' ') });
    }
  }
  return { index: new NameIndex(names), types };
}
