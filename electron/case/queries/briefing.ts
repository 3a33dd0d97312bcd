import type { Database } from 'better-sqlite3';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import { compose } from '../../../shared/briefing/compose';
import type { BriefingDocument } from '../../../shared/briefing/document';
import { passGate } from '../../../shared/briefing/gate';
import type { Material } from '../../../shared/briefing/material';
import { momentText } from '../../../shared/briefing/moment';
import { forbiddenAmong, frame, withheldTexts } from '../../../shared/briefing/withheldTexts';
import { wordsOf, type Words } from '../../../shared/briefing/words';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Language } from '../../../shared/values/kind';
import { seesAll } from '../releasable/audience';
import { withheldFromExport } from '../writers/readBack';
import { gatherBriefing, type Occasion } from './gatherBriefing';

const texts = import.meta.glob<Record<string, string>>('../../../resources/translations/*/document.json', { eager: true, import: 'default' });

const textsIn = (language: Language): Readonly<Record<string, string>> => texts[`../../../resources/translations/${language}/document.json`] ?? {};

/** What a document says in one language. */
export const documentWords = (language: Language): Words => wordsOf(textsIn(language), language);

/**
 * Composes a briefing from the open case through the gate; nothing is written. Charts that no longer exist are left out. `words` speaks the briefing's language.
 */
export function composeBriefing(db: Database, catalogue: Catalogue, briefing: BriefingRecord, occasion: Occasion, audience: Audience = INTERNAL, words: Words = documentWords(briefing.language)): BriefingDocument {
  return compose(gatherBriefing(db, catalogue, briefing, occasion), catalogue, words, audience);
}

/** The material without what is live and held back: of that, the search through the whole case knows. */
function withoutLive(material: Material, catalogue: Catalogue, audience: Audience): Material {
  const allowed = new Set(passGate([...material.statements, ...material.cited, ...material.frozen.flatMap((chart) => chart.statements)], audience, catalogue.schemes).allowed.map((statement) => statement.id));
  return {
    ...material,
    statements: material.statements.filter((statement) => allowed.has(statement.id)),
    cited: material.cited.filter((statement) => statement.retracted || allowed.has(statement.id)),
    frozen: material.frozen.map((chart) => ({ ...chart, statements: chart.statements.filter((statement) => statement.retracted || allowed.has(statement.id)) })),
  };
}

/** Dates that stand in the document by chance: round ones along lines of time, and when charts were frozen. */
function datesBeside(material: Material, catalogue: Catalogue, words: Words, audience: Audience): readonly string[] {
  const { language, blocks } = material.briefing;
  const frozen = material.frozen.map(({ at }) => momentText(at, language));
  if (!blocks.some((block) => block.kind === 'timeline' || block.kind === 'profile')) return frozen;
  const drawn = compose(material, catalogue, words, audience).sections.flatMap((section) => section.blocks);
  return [...frozen, ...drawn.flatMap((block) => (block.kind === 'timeline' ? block.ticks.map((tick) => tick.text) : []))];
}

/**
 * Every text that must not be found in the written briefing: whatever of the whole case is held back, whether or not it is on the briefing's charts, since an author
 * may have written it; and what is held back of earlier statements that are frozen or cited. What the document says of itself is not among them.
 */
export function withheldFromBriefing(db: Database, catalogue: Catalogue, briefing: BriefingRecord, occasion: Occasion, audience: Audience = INTERNAL): readonly string[] {
  // Inside the service nothing is held back, so nothing need be read.
  if (seesAll(audience)) return [];
  const words = documentWords(briefing.language);
  const material = gatherBriefing(db, catalogue, briefing, occasion);
  const earlier = withheldTexts(withoutLive(material, catalogue, audience), catalogue, words, audience);
  return forbiddenAmong([...withheldFromExport(db, catalogue, audience), ...earlier], [frame(material, catalogue, words), JSON.stringify(Object.values(textsIn(briefing.language))), ...datesBeside(material, catalogue, words, audience), audience.recipient?.name ?? '', audience.recipient?.service ?? '']);
}
