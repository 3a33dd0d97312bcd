import { formatProperty } from '../schema/choice';
import type { Catalogue } from '../schema/catalogue';
import { LANGUAGES } from '../values/kind';
import type { Audience } from './compose';
import { passGate } from './gate';
import type { Gathered, GatheredStatement } from './gathered';
import { closedUp } from './searched';

/** Shorter texts are found in any document by chance. */
const SHORTEST = 4;

/** A statement's values in every form in which a document could hold them: canonical, as written, as shown in each language. */
function formsOf(statement: GatheredStatement, typeId: string, catalogue: Catalogue): string[] {
  return Object.entries(statement.values).flatMap(([id, values]) => {
    const property = catalogue.property(typeId, id);
    return values.flatMap(({ v, raw }) => [v, ...(raw === undefined ? [] : [raw]), ...(property === undefined ? [] : LANGUAGES.map((language) => formatProperty(property, v, language)))]);
  });
}

/**
 * Texts that must not be found in what is written for this audience: values, ids of subjects and titles of sources of which everything was held back.
 * What an allowed statement says as well is not among them, nor what is too short to mean anything.
 */
export function withheldTexts(gathered: Gathered, catalogue: Catalogue, { rights, purpose }: Audience): readonly string[] {
  const { allowed, withheld } = passGate(gathered.statements, rights, purpose, catalogue.schemes);
  if (withheld.length === 0) return [];
  const types = new Map([...gathered.entities, ...gathered.links].map(({ id, type }) => [id, type]));
  const titles = new Map(gathered.sources.map((source) => [source.id, source.title]));
  const said = (statement: GatheredStatement): string[] => [...formsOf(statement, types.get(statement.subject) ?? '', catalogue), statement.subject, statement.id, titles.get(statement.source) ?? ''];
  const open = closedUp(allowed.flatMap(said).join('\n'));
  const forbidden = new Map<string, string>();
  for (const { statement } of withheld) {
    for (const text of said(statement)) {
      const closed = closedUp(text);
      if (closed.length >= SHORTEST && !open.includes(closed)) forbidden.set(closed, text);
    }
  }
  return [...forbidden.values()];
}
