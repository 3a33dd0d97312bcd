import type { Catalogue } from '../schema/catalogue';
import { chronologyTable } from './chronology';
import { furnitureOf, markingText } from './cover';
import type { Block, BriefingDocument, Section, Table } from './document';
import { figureAlternative, figureOf } from './figure';
import { passGate, type Purpose, type Rights } from './gate';
import type { Gathered } from './gathered';
import { itemTables } from './items';
import { momentText } from './moment';
import { personTable } from './persons';
import { buildScene, type Scene } from './scene';
import { sourceTable } from './sourceList';
import type { Words } from './words';

/** For whom a briefing is composed. */
export interface Audience {
  readonly rights: Rights | null;
  readonly purpose: Purpose;
}

/** A briefing for the service's own use: nothing is known of a recipient, nothing is held back. */
export const INTERNAL: Audience = { rights: null, purpose: 'internal' };

/** Gives sections, figures and tables their numbers in the order in which they are added. */
class Numbered {
  readonly sections: Section[] = [];
  private readonly words: Words;
  private chapter = 0;
  private part = 0;
  private figures = 0;
  private tables = 0;

  constructor(words: Words) {
    this.words = words;
  }

  add(level: 1 | 2, id: string, heading: string, blocks: readonly Block[]): void {
    this.chapter += level === 1 ? 1 : 0;
    this.part = level === 1 ? 0 : this.part + 1;
    this.sections.push({ id, level, number: level === 1 ? `${this.chapter}` : `${this.chapter}.${this.part}`, heading, blocks: [...blocks] });
  }

  figure(block: Omit<Extract<Block, { kind: 'figure' }>, 'number' | 'label'>): Block {
    this.figures += 1;
    return { ...block, number: this.figures, label: this.words('figure', { number: this.figures }) };
  }

  table(block: Omit<Table, 'number' | 'label'>): Block {
    this.tables += 1;
    return { ...block, number: this.tables, label: this.words('table', { number: this.tables }) };
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', parts: [{ text, sources: [], emphasis: 'plain' }] });

function summary(gathered: Gathered, scene: Scene): Block[] {
  const written = gathered.briefing.summary.split(/\r?\n\s*\r?\n/).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return [...written.map(paragraph), paragraph(scene.words('scope', {
    items: scene.words('countItems', { count: scene.entities.size }), links: scene.words('countLinks', { count: scene.links.size }),
    sources: scene.words('countSources', { count: scene.numbers.cited.length }), date: momentText(gathered.at, scene.language),
  }))];
}

function tables(scene: Scene, numbered: Numbered, shown: ReadonlySet<string>): void {
  const { words } = scene;
  const persons = shown.has('persons') ? personTable(scene) : null;
  if (persons) numbered.add(1, 'persons', words('persons'), [numbered.table(persons)]);
  const items = shown.has('others') ? itemTables(scene) : [];
  if (items.length > 0) {
    numbered.add(1, 'others', words('others'), []);
    for (const { type, heading, table } of items) numbered.add(2, `others-${type.id}`, heading, [numbered.table(table)]);
  }
  const chronology = shown.has('chronology') ? chronologyTable(scene) : null;
  if (chronology) numbered.add(1, 'chronology', words('chronology'), [paragraph(words('chronologyIntroduction')), numbered.table(chronology)]);
  const sources = shown.has('sources') ? sourceTable(scene) : null;
  if (sources) numbered.add(1, 'sources', words('sources'), [paragraph(words('sourcesIntroduction')), numbered.table(sources)]);
}

/**
 * Composes a briefing: everything gathered goes through the release gate, and the document is made only from what came out of it. Pure: the same
 * records give the same tree. `words` speaks the briefing's language.
 */
export function compose(gathered: Gathered, catalogue: Catalogue, words: Words, audience: Audience = INTERNAL): BriefingDocument {
  const { allowed, withheld } = passGate(gathered.statements, audience.rights, audience.purpose, catalogue.schemes);
  const scene = buildScene(gathered, allowed, catalogue, words);
  const numbered = new Numbered(words);
  const shown: ReadonlySet<string> = new Set(gathered.briefing.sections);
  numbered.add(1, 'summary', words('summary'), summary(gathered, scene));
  if (shown.has('figures')) {
    for (const chart of gathered.charts) {
      const figure = figureOf(chart, scene);
      const caption = words('figureCaption', { name: chart.name, date: momentText(gathered.at, scene.language), seq: gathered.head.seq });
      const block = figure.nodes.length === 0 ? paragraph(words('emptyChart')) : numbered.figure({ kind: 'figure', caption, alternative: figureAlternative(chart, figure, scene), figure });
      numbered.add(1, `chart-${chart.id}`, chart.name, [block]);
    }
  }
  tables(scene, numbered, shown);
  const reasons = new Map<string, number>();
  for (const { reason } of withheld) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    language: gathered.briefing.language,
    ...furnitureOf(gathered, markingText(gathered, allowed, catalogue), words),
    contentsHeading: words('contents'),
    sections: numbered.sections,
    pageText: words('page', { page: '{{page}}', pages: '{{pages}}' }),
    seq: gathered.head.seq,
    withheld: [...reasons].map(([reason, count]) => ({ reason, count })),
  };
}
