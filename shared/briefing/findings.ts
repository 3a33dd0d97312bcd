import type { AuthoredText, BriefingBlock } from '../model/briefing';
import type { Id } from '../model/ids';
import type { Catalogue } from '../schema/catalogue';
import type { Audience } from './audience';
import { lacksTranslation, printed } from './authored';
import { CATEGORY } from './category';
import type { ComposeContext } from './context';
import type { Material } from './material';
import { passMaterial } from './passing';
import { isPerson } from './persons';
import type { SceneEntity } from './scene';
import { scoped } from './scopes';
import { SearchedText } from './searched';
import type { Words } from './words';

/** What an author should know before a briefing leaves; `case.checkBriefing` of the contract describes it. */
export interface Finding {
  readonly kind: 'uncited' | 'untranslated' | 'citesRetracted' | 'citesWithheld' | 'emptyFigure' | 'chartGone' | 'entityGone' | 'witnessAsSuspect' | 'personUncategorised';
  readonly block: Id;
  readonly sentence: Id | null;
  readonly excerpt: string;
}

const EXCERPT = 120;
const beginning = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text);

/** Categories of those against whom there is something, and of those who must never be shown as such (Directive 2016/680 art. 6). */
const ACCUSED: ReadonlySet<string> = new Set(['suspect', 'convicted']);
const PROTECTED: ReadonlySet<string> = new Set(['victim', 'witness']);

const categoriesOf = ({ subject }: SceneEntity): readonly string[] => (subject.values[CATEGORY] ?? []).filter((value) => value.doubt === undefined).map((value) => value.v);

/** Something that an author wrote in one place, with what it rests on; `sentence` null for headings, captions and column heads. */
interface WrittenPlace {
  readonly block: Id;
  readonly sentence: Id | null;
  readonly texts: readonly AuthoredText[];
  readonly cites: readonly Id[] | null;
  readonly assessment: boolean;
}

function writtenIn(block: BriefingBlock): WrittenPlace[] {
  const at = (texts: readonly (AuthoredText | null)[]): WrittenPlace => ({ block: block.id, sentence: null, texts: texts.filter((text) => text !== null), cites: null, assessment: false });
  switch (block.kind) {
    case 'heading': return [at([block.text])];
    case 'text': return block.sentences.map((sentence) => ({ block: block.id, sentence: sentence.id, texts: [sentence.text], cites: sentence.cites, assessment: sentence.assessment }));
    case 'grid': return [at([block.caption, ...block.columns]), ...block.rows.map((row) => ({ block: block.id, sentence: row.id, texts: row.cells, cites: row.cites, assessment: false }))];
    case 'figure': case 'exhibit': return [at([block.caption])];
    case 'generated': case 'pageBreak': case 'profile': case 'table': case 'timeline': return [];
  }
}

/** Looks through one briefing, already past the gate. */
class Check {
  readonly found: Finding[] = [];
  private readonly material: Material;
  private readonly context: ComposeContext;
  private readonly internal: boolean;
  /** How each language names the accused, as the types have it. */
  private readonly accusing: readonly SearchedText[];
  private readonly known: ReadonlySet<Id>;
  private readonly retracted: ReadonlySet<Id>;
  private readonly guarded: readonly { readonly person: SceneEntity; readonly name: SearchedText }[];

  constructor(material: Material, context: ComposeContext, catalogue: Catalogue, internal: boolean) {
    this.material = material;
    this.context = context;
    this.internal = internal;
    const { language } = material.briefing;
    const labels = catalogue.entityTypes.filter(isPerson).flatMap((type) => type.properties.filter((property) => property.id === CATEGORY)).flatMap((property) => Object.entries(property.choices ?? {}).filter(([code]) => ACCUSED.has(code)).map(([, label]) => label[language]));
    this.accusing = [...new Set(labels)].map((label) => new SearchedText(label));
    this.known = new Set(material.cited.map((statement) => statement.id));
    this.retracted = new Set(material.cited.filter((statement) => statement.retracted).map((statement) => statement.id));
    this.guarded = [...context.scene.entities.values()].filter((entity) => isPerson(entity.type)).filter((entity) => {
      const categories = categoriesOf(entity);
      return categories.some((each) => PROTECTED.has(each)) && !categories.some((each) => ACCUSED.has(each));
    }).map((person) => ({ person, name: new SearchedText(person.caption) }));
  }

  private add(kind: Finding['kind'], block: Id, excerpt: string, sentence: Id | null = null): void {
    this.found.push({ kind, block, sentence, excerpt: beginning(excerpt) });
  }

  written({ block, sentence, texts, cites, assessment }: WrittenPlace): void {
    const { language } = this.material.briefing;
    const text = texts.map((each) => printed(each, language).text).filter((each) => each !== '').join(' · ');
    if (text === '') return;
    if (texts.some((each) => lacksTranslation(each, language))) this.add('untranslated', block, text, sentence);
    if (cites === null) return;
    if (cites.length === 0 && !assessment) this.add('uncited', block, text, sentence);
    if (cites.some((id) => this.retracted.has(id) || !this.known.has(id))) this.add('citesRetracted', block, text, sentence);
    if (!this.internal && cites.some((id) => this.known.has(id) && !this.context.cited.has(id))) this.add('citesWithheld', block, text, sentence);
    const searched = new SearchedText(text);
    if (!this.accusing.some((word) => searched.holds(word))) return;
    const about = new Set(cites.flatMap((id) => this.context.joined.topOf(this.context.cited.get(id)?.subject ?? '')));
    const named = this.guarded.find(({ person, name }) => about.has(person.id) || searched.holds(name));
    if (named !== undefined) this.add('witnessAsSuspect', block, `${named.person.caption}: ${text}`, sentence);
  }

  block(block: BriefingBlock): void {
    const { material, context } = this;
    const live = new Set(material.entities.map((entity) => entity.id));
    if (block.kind === 'figure') {
      const chart = block.snapshot === null ? context.material.charts.find((each) => each.id === block.chart) : context.material.frozen.find((each) => each.snapshot === block.snapshot)?.chart;
      const scene = block.snapshot === null ? context.scene : context.frozen.get(block.snapshot);
      if (chart === undefined) this.add('chartGone', block.id, '');
      else if (!chart.places.some((place) => scene?.entities.has(place.entity) === true)) this.add('emptyFigure', block.id, chart.name);
    }
    if (block.kind === 'table' || block.kind === 'timeline') {
      const { scope } = block;
      if (scope.kind === 'chart' && !material.charts.some((chart) => chart.id === scope.chart)) this.add('chartGone', block.id, '');
      if (scope.kind === 'entities') for (const id of scope.ids) if (!live.has(id)) this.add('entityGone', block.id, '');
    }
    if (block.kind === 'profile' && !live.has(block.entity)) this.add('entityGone', block.id, '');
    if (block.kind === 'exhibit' && !material.exhibits.some((exhibit) => exhibit.source === block.source)) this.add('entityGone', block.id, '');
  }

  /** Persons whom a block shows. */
  private shownBy(block: BriefingBlock): readonly SceneEntity[] {
    const { context: { material, scene, frozen } } = this;
    if (block.kind === 'figure') {
      const shown = block.snapshot === null ? scene : frozen.get(block.snapshot);
      const chart = block.snapshot === null ? material.charts.find((each) => each.id === block.chart) : material.frozen.find((each) => each.snapshot === block.snapshot)?.chart;
      return (chart?.places ?? []).flatMap((place) => shown?.entities.get(place.entity) ?? []);
    }
    if (block.kind === 'table' || block.kind === 'timeline') return scoped(block.scope, material, scene).entities;
    return block.kind === 'profile' ? [scene.entities.get(block.entity)].filter((entity) => entity !== undefined) : [];
  }

  /** Each person once, at the first block that shows it: one without a category, and one who is both accused and to be guarded. */
  persons(): void {
    const seen = new Set<Id>();
    for (const block of this.context.material.briefing.blocks) {
      for (const person of this.shownBy(block)) {
        if (seen.has(person.id) || !isPerson(person.type)) continue;
        seen.add(person.id);
        const categories = categoriesOf(person);
        if (categories.length === 0) this.add('personUncategorised', block.id, person.caption);
        if (categories.some((each) => PROTECTED.has(each)) && categories.some((each) => ACCUSED.has(each))) this.add('witnessAsSuspect', block.id, person.caption);
      }
    }
  }
}

/**
 * What the author of a briefing should know before it leaves: sentences that rest on nothing, on what was retracted or on what its recipient may not see, texts
 * without translation, figures and tables of what is gone, persons without a category, and witnesses or victims who are called suspects. In the order of its blocks.
 */
export function findingsOf(material: Material, catalogue: Catalogue, words: Words, audience: Audience): readonly Finding[] {
  const { context } = passMaterial(material, catalogue, words, audience);
  const check = new Check(material, context, catalogue, audience.recipient === null && audience.purpose === 'internal');
  for (const block of material.briefing.blocks) {
    for (const place of writtenIn(block)) check.written(place);
    check.block(block);
  }
  check.persons();
  const order = new Map(material.briefing.blocks.map((block, index) => [block.id, index]));
  return check.found.map((finding, index) => ({ finding, index })).sort((a, b) => (order.get(a.finding.block) ?? 0) - (order.get(b.finding.block) ?? 0) || a.index - b.index).map(({ finding }) => finding);
}
