import type { Database } from 'better-sqlite3';
import { codesOf, serviceKey } from '../../../shared/briefing/gate';
import type { Handling } from '../../../shared/model/evaluation';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { HUB, matchedTypes } from '../matching/records';
import { query } from '../queries/statements';
import { storedHandling } from '../queries/stored';
import { HANDLING_AS_IT_STANDS } from '../releasable/selection';

/** A statement that may only be used with its originator's permission. */
export interface SecretStatement {
  readonly n: number;
  readonly kind: 'entity' | 'link';
  readonly subject: number;
  /** The codes that say so. */
  readonly codes: readonly Handling[];
  /** Who supplied it; empty where nobody knows. */
  readonly originator: string;
}

/** What a hit would be used for: the purpose that codes speak of. */
const PURPOSE = 'operational';

/**
 * Codes that forbid to act on a statement before its originator was asked: those that ask for permission for operational use, those whose conditions are written beside
 * them in words, and those that nobody can look up. A marking asks nobody.
 */
export function askingCodes(handling: readonly Handling[], catalogue: Catalogue): Handling[] {
  return handling.filter((each) => {
    const scheme = catalogue.scheme(each.scheme);
    const codes = scheme === undefined ? [] : codesOf(scheme, each);
    if (scheme === undefined || codes.length === 0) return true;
    return scheme.use !== 'marking' && codes.some(({ permission, note }) => note === true || permission?.includes(PURPOSE) === true);
  });
}

/** What an entity that is compared is linked with, and by which links: as far as records look. Of what is only known by a number, nothing around it is looked at. */
const AROUND = `SELECT pair.a AS entity, pair.link, other.n AS other FROM json_each(@keys) wanted CROSS JOIN entity e ON e.n = wanted.value AND e.type IN (SELECT value FROM json_each(@types))
  CROSS JOIN (SELECT from_n AS a, to_n AS b, n AS link FROM link WHERE seq_retracted IS NULL UNION ALL SELECT to_n, from_n, n FROM link WHERE seq_retracted IS NULL) pair ON pair.a = e.n
  CROSS JOIN entity other ON other.n = pair.b WHERE other.seq_retracted IS NULL AND other.links <= ${HUB}`;
const HANDLED = `SELECT s.n, s.subject_kind AS kind, s.subject, source.supplier, ${HANDLING_AS_IT_STANDS} FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value
  CROSS JOIN source ON source.n = s.source WHERE s.seq_retracted IS NULL AND (s.handling <> '' OR source.handling <> '')`;

interface Handled { readonly n: number; readonly kind: 'entity' | 'link'; readonly subject: number; readonly supplier: string; readonly handling: string }

/** Which statements about an entity, what it is linked with, and those links, are secret. */
export interface Secrets {
  readonly statements: readonly SecretStatement[];
  /** Those that a hit on the entity may rest on: of itself, or where there are none, of what it is linked with. */
  of(entity: number): readonly SecretStatement[];
}

function listed(lists: Map<number, number[]>, key: number): number[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}

/** Finds the secret statements that bear upon these entities. What our own service (`service`) supplied it may use. */
export function secretsOf(db: Database, catalogue: Catalogue, entities: readonly number[], service: string): Secrets {
  const judged = new Map<string, readonly Handling[]>();
  const own = serviceKey(service);
  const asking = ({ supplier, handling }: Handled): readonly Handling[] => {
    if (own !== '' && serviceKey(supplier) === own) return [];
    let codes = judged.get(handling);
    if (codes === undefined) judged.set(handling, (codes = askingCodes(storedHandling(handling), catalogue)));
    return codes;
  };
  const read = (kind: 'entity' | 'link', keys: readonly number[]): SecretStatement[] => query<Handled>(db, HANDLED).all({ kind, keys: JSON.stringify(keys) }).flatMap((row) => {
    const codes = asking(row);
    return codes.length === 0 ? [] : [{ n: row.n, kind, subject: row.subject, codes, originator: row.supplier }];
  });
  const near = new Map<number, number[]>();
  const links = new Map<number, number[]>();
  for (const { entity, link, other } of query<{ entity: number; link: number; other: number }>(db, AROUND).all({ keys: JSON.stringify(entities), types: JSON.stringify(matchedTypes(catalogue)) })) {
    listed(near, entity).push(other);
    listed(links, entity).push(link);
  }
  const ofEntities = read('entity', [...new Set([...entities, ...[...near.values()].flat()])]);
  const ofLinks = read('link', [...new Set([...links.values()].flat())]);
  const about = (found: readonly SecretStatement[], keys: readonly number[]): SecretStatement[] => {
    const wanted = new Set(keys);
    return found.filter(({ subject }) => wanted.has(subject));
  };
  return {
    statements: [...ofEntities, ...ofLinks],
    of(entity) {
      const itself = about(ofEntities, [entity]);
      return itself.length > 0 ? itself : [...about(ofEntities, near.get(entity) ?? []), ...about(ofLinks, links.get(entity) ?? [])];
    },
  };
}
