import { formatProperty } from '../schema/choice';
import type { Catalogue } from '../schema/catalogue';
import type { Values } from '../model/records';
import { LANGUAGES } from '../values/kind';
import { compose, type Audience } from './compose';
import { passGate } from './gate';
import type { Gathered, GatheredStatement } from './gathered';
import { momentText } from './moment';
import { SearchedText } from './searched';
import type { Words } from './words';

/** Shorter texts are found in any document by chance. */
const SHORTEST = 4;

/** A statement's values in every form in which a document could hold them: canonical, as written, as shown in each language. */
export function formsOf(said: Values, typeId: string, catalogue: Catalogue): string[] {
  return Object.entries(said).flatMap(([id, values]) => {
    const property = catalogue.property(typeId, id);
    return values.flatMap(({ v, raw }) => [v, ...(raw === undefined ? [] : [raw]), ...(property === undefined ? [] : LANGUAGES.map((language) => formatProperty(property, v, language)))]);
  });
}

/** What a document of this case says even when nothing at all passes: cover, headings, names of types and choices, when sources came in. What its author wrote is not part of it. */
function frame(gathered: Gathered, catalogue: Catalogue, words: Words): string {
  const charts = gathered.charts.map((chart) => ({ ...chart, name: '' }));
  const empty = compose({ ...gathered, charts, briefing: { ...gathered.briefing, summary: '' }, entities: [], links: [], statements: [] }, catalogue, words);
  const received = gathered.sources.map((source) => momentText(source.receivedAt, gathered.briefing.language));
  return JSON.stringify([empty, catalogue.entityTypes, catalogue.linkTypes, catalogue.schemes, received]);
}

/**
 * Texts that must not be found in what is written for this audience: values, ids of statements and subjects, and titles of sources of which everything was
 * held back. What an allowed statement says as well is not among them, nor what any document of this case says, nor what is too short to mean anything.
 */
export function withheldTexts(gathered: Gathered, catalogue: Catalogue, words: Words, { rights, purpose }: Audience): readonly string[] {
  const { allowed, withheld } = passGate(gathered.statements, rights, purpose, catalogue.schemes);
  if (withheld.length === 0) return [];
  const types = new Map([...gathered.entities, ...gathered.links].map(({ id, type }) => [id, type]));
  const titles = new Map(gathered.sources.map((source) => [source.id, source.title]));
  const said = (statement: GatheredStatement): string[] => [...formsOf(statement.values, types.get(statement.subject) ?? '', catalogue), statement.subject, statement.id, titles.get(statement.source) ?? ''];
  return forbiddenAmong(withheld.flatMap(({ statement }) => said(statement)), [...new Set(allowed.flatMap(said)), frame(gathered, catalogue, words)]);
}

/** Those of the withheld texts that nothing open says as well, and that are long enough to mean something. */
export function forbiddenAmong(withheld: Iterable<string>, open: Iterable<string>): readonly string[] {
  const said = new SearchedText([...open].join('\n'));
  const forbidden = new Map<string, string>();
  for (const text of new Set(withheld)) {
    const searched = new SearchedText(text);
    if (searched.closed.length >= SHORTEST && !said.holds(searched)) forbidden.set(searched.closed, text);
  }
  return [...forbidden.values()];
}
