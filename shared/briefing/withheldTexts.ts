import { captionOf } from '../schema/caption';
import { formatProperty } from '../schema/choice';
import type { Catalogue } from '../schema/catalogue';
import type { Id } from '../model/ids';
import type { Values } from '../model/records';
import { LANGUAGES, type StoredValue } from '../values/kind';
import type { Audience } from './audience';
import { compose } from './compose';
import { passExhibits } from './exhibits';
import { passGate } from './gate';
import type { GatheredStatement } from './gathered';
import type { Material } from './material';
import { momentText } from './moment';
import { APART, SearchedText } from './searched';
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

/** What a document of this case says even when nothing at all passes: cover, names of types, choices and codes, when sources came in. What its author wrote is not part of it. */
export function frame(material: Material, catalogue: Catalogue, words: Words): string {
  const charts = material.charts.map((chart) => ({ ...chart, name: '' }));
  const blocks = material.briefing.blocks.filter((block) => block.kind === 'generated' || block.kind === 'table');
  const empty = compose({ ...material, charts, frozen: [], cited: [], exhibits: [], judgements: [], entities: [], links: [], statements: [], briefing: { ...material.briefing, title: '', blocks } }, catalogue, words);
  const received = material.sources.map((source) => momentText(source.receivedAt, material.briefing.language));
  return JSON.stringify([empty, catalogue.entityTypes, catalogue.linkTypes, catalogue.schemes, received]);
}

/**
 * Texts that must not be found in what is written for this audience: values, ids of statements and subjects, conditions, and titles of sources of which everything
 * was held back. What an allowed statement says as well is not among them, nor what any document of this case says, nor what is too short to mean anything.
 */
export function withheldTexts(material: Material, catalogue: Catalogue, words: Words, audience: Audience): readonly string[] {
  const said = [...material.statements, ...material.cited, ...material.frozen.flatMap((chart) => chart.statements)];
  const { allowed, withheld } = passGate(said, audience, catalogue.schemes);
  const exhibits = passExhibits(material.exhibits, audience, catalogue.schemes).allowed;
  const hidden = material.exhibits.filter((exhibit) => !exhibits.has(exhibit.source));
  if (withheld.length === 0 && hidden.length === 0) return [];
  const subjects = [material, ...material.frozen].flatMap(({ entities, links }) => [...entities, ...links]);
  const types = new Map(subjects.map(({ id, type }) => [id, type]));
  const titles = new Map(material.sources.map((source) => [source.id, source.title]));
  const shown = new Set(allowed.map((statement) => statement.subject));
  const textsOf = (statement: GatheredStatement): string[] => [
    ...formsOf(statement.values, types.get(statement.subject) ?? '', catalogue), statement.subject, statement.id, statement.source, titles.get(statement.source) ?? '', ...statement.handling.flatMap(({ note }) => (note === undefined ? [] : [note])),
  ];
  const closed = [...withheld.flatMap(({ statement }) => textsOf(statement)), ...captionsOf(withheld.map(({ statement }) => statement), shown, types, catalogue), ...hidden.flatMap(({ title, source, sha256 }) => [title, source, sha256 ?? ''])];
  const open = [...new Set([...allowed.flatMap(textsOf), ...[...exhibits.values()].flatMap(({ title, source, sha256 }) => [title, source, sha256 ?? ''])]), frame(material, catalogue, words)];
  return forbiddenAmong(closed, open);
}

/** What entities would be called of which nothing may be said: the parts of a caption may each be too short to be sought. */
function captionsOf(withheld: readonly GatheredStatement[], shown: ReadonlySet<Id>, types: ReadonlyMap<Id, string>, catalogue: Catalogue): string[] {
  const values = new Map<Id, Record<string, StoredValue[]>>();
  for (const statement of withheld) {
    if (statement.subjectKind !== 'entity' || shown.has(statement.subject)) continue;
    const known = values.get(statement.subject) ?? {};
    values.set(statement.subject, known);
    for (const [property, said] of Object.entries(statement.values)) (known[property] ??= []).push(...said);
  }
  return [...values].flatMap(([id, said]) => {
    const type = catalogue.entityType(types.get(id) ?? '');
    return type === undefined ? [] : LANGUAGES.map((language) => captionOf(type, said, language).caption);
  });
}

/** Longer texts are no values but whole documents. */
const LONGEST_VALUE = 500;

/** The words of a value, whatever their order. */
const wordsOf = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').sort().join(' ');

/**
 * Those of the withheld texts that nothing open says as well, and that are long enough to mean something. A value that says the same words in another order says it
 * as well ("AMELAL Idris", "Idris Amelal"): where it stands twice in a row, the other would be found between.
 */
export function forbiddenAmong(withheld: Iterable<string>, open: Iterable<string>): readonly string[] {
  const all = [...open];
  // Between two open texts stands what no value holds: side by side they must not seem to say what is withheld.
  const said = new SearchedText(all.join(APART));
  const openWords = new Set(all.filter((text) => text.length <= LONGEST_VALUE).map(wordsOf));
  const forbidden = new Map<string, string>();
  for (const text of new Set(withheld)) {
    const searched = new SearchedText(text);
    if (searched.closed.length >= SHORTEST && !said.holds(searched) && !openWords.has(wordsOf(text))) forbidden.set(searched.closed, text);
  }
  return [...forbidden.values()];
}
