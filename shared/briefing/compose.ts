import { placeNew } from '../analysis/layout/placeNew';
import type { BriefingBlock } from '../model/briefing';
import type { Id } from '../model/ids';
import type { Catalogue } from '../schema/catalogue';
import { INTERNAL, type Audience } from './audience';
import { printed } from './authored';
import { chronologyTable } from './chronology';
import { plain, type ComposeContext } from './context';
import { furnitureOf } from './cover';
import type { Block, BriefingDocument, Figure } from './document';
import { printedAnnotations, represented } from './drawnMarks';
import { Draft, finalNumbers, type Kept, type UnnumberedBlock } from './draft';
import { exhibitTable, mentionOf, pictureOf, type NumberedExhibit } from './exhibits';
import { figureAlternative, figureOf } from './figure';
import { gatheredIn, withGroupsOfSeveral } from './figureGroups';
import { passGate } from './gate';
import type { GatheredChart } from './gathered';
import { glossaryTable } from './glossary';
import { identityTable, shownAsOne } from './identityTable';
import { itemTables } from './items';
import { legendTable } from './legendTable';
import { linkTable } from './links';
import type { CitedSaying, Material } from './material';
import { markText } from './marks';
import { momentText } from './moment';
import { passMaterial, type Passed } from './passing';
import { indexedPersons, indexTable } from './personIndex';
import { personTable } from './persons';
import { profileParts } from './profile';
import { scoped } from './scopes';
import { Footnotes, gridTable, paragraphs, type Manner } from './sentences';
import { sourceTable } from './sourceList';
import { numberSources } from './sourceNumbers';
import { stubsOf } from './stubs';
import { timelineBlock } from './timeline';
import { withheldTable } from './withheldTable';
import type { Words } from './words';
import type { Scene } from './scene';

type Of<K extends BriefingBlock['kind']> = Extract<BriefingBlock, { kind: K }>;

const paragraph = (text: string): Block => ({ kind: 'paragraph', parts: [plain(text)] });

/** Places of what is seen here and of nothing else, so that no gap tells of the rest. */
function placedAnew(chart: GatheredChart, scene: Scene): GatheredChart {
  const links = chart.links.flatMap((id) => scene.links.get(id) ?? []);
  const added = chart.places.filter((place) => scene.entities.has(place.entity)).map((place) => place.entity);
  return { ...chart, places: placeNew({ placed: [], added, lines: links.map((link) => ({ from: link.from.id, to: link.to.id })) }).map(({ id, x, y }) => ({ entity: id, x, y })) };
}

/** Makes the blocks of a briefing into those of a document, one after another. */
class Composer {
  readonly draft = new Draft();
  readonly exhibits: NumberedExhibit[] = [];
  readonly figures: Figure[] = [];
  readonly generated: { readonly of: Of<'generated'>['of']; readonly kept: Kept }[] = [];
  contents = false;
  private readonly profiled = new Set<Id>();
  private readonly passed: Passed;
  private readonly context: ComposeContext;
  private readonly notes: Footnotes;
  private readonly manner: Manner;

  constructor(passed: Passed, manner: Manner) {
    this.passed = passed;
    this.context = passed.context;
    this.manner = manner;
    this.notes = new Footnotes(passed.context);
  }

  /** Ids of entities that statements are about. */
  private about(cited: readonly CitedSaying[]): Id[] {
    const { scene: { links }, joined } = this.context;
    return cited.flatMap(({ subject, subjectKind }) => {
      const link = subjectKind === 'link' ? links.get(subject) : undefined;
      return link === undefined ? [joined.topOf(subject)] : [link.from.id, link.to.id];
    });
  }

  private heading({ id, level, text }: Of<'heading'>): void {
    this.draft.foot(this.notes.end());
    this.draft.heading(id, level, printed(text, this.context.scene.language).text);
  }

  private figure(block: Of<'figure'>): void {
    const { material, scene, frozen, ledger } = this.context;
    const { words, language } = scene;
    const snapshot = block.snapshot === null ? undefined : material.frozen.find((each) => each.snapshot === block.snapshot);
    const chart = block.snapshot === null ? material.charts.find((each) => each.id === block.chart) : snapshot?.chart;
    const shown = block.snapshot === null ? scene : frozen.get(block.snapshot);
    if (chart === undefined || shown === undefined) return this.draft.add(block.id, []);
    const whole = block.places === 'anew' ? placedAnew(chart, shown) : chart;
    const placed = this.manner.internal ? whole : withGroupsOfSeveral(whole, shown);
    const stubs = this.manner.stub && !this.manner.internal ? stubsOf(placed, snapshot?.links ?? material.links, this.passed.held, shown) : [];
    const bare = figureOf(placed, shown, material.at, stubs);
    const { nodes, marks: photographed } = represented(bare.nodes, placed, this.context);
    const annotations = printedAnnotations(placed, nodes, block.places === 'anew');
    const figure: Figure = { ...bare, nodes, ...(annotations.length === 0 ? {} : { annotations }) };
    if (figure.nodes.length === 0) {
      this.draft.add(block.id, [paragraph(words('emptyChart'))]);
      return;
    }
    const written = block.caption === null ? '' : printed(block.caption, language).text;
    const named = written === '' ? chart.name : written.replace(/\.$/, '');
    const caption = snapshot === undefined
      ? words('figureCaption', { name: named, date: momentText(material.at, language), seq: material.head.seq })
      : words('snapshotCaption', { name: named, snapshot: snapshot.name, date: momentText(snapshot.at, language), seq: snapshot.seq });
    // What a closed group stands for went into the figure as well.
    const { closed } = gatheredIn(placed, shown);
    const drawn = figure.nodes.flatMap((node) => closed.get(node.id)?.members ?? [node.id]);
    const said = [...drawn.flatMap((id) => [...(shown.entities.get(id)?.subject.statements ?? [])]), ...placed.links.flatMap((id) => [...(shown.links.get(id)?.subject.statements ?? [])])];
    this.figures.push(figure);
    // What was one then may be several now, and the index is of now.
    const then = block.snapshot === null ? undefined : this.context.joinedThen.get(block.snapshot);
    const about = drawn.flatMap((id) => then?.clusters.get(id) ?? [id]).map(this.context.joined.topOf);
    this.draft.add(block.id, [{ kind: 'figure', caption, alternative: figureAlternative(placed, figure, shown), figure, marks: [...new Set([...ledger.enter(said), ...photographed])].sort((a, b) => a - b) }], about);
  }

  private table({ id, of, scope }: Of<'table'>): void {
    const { context } = this;
    const { entities, links } = scoped(scope, context.material, context.scene);
    const ends = links.flatMap((link) => [link.from.id, link.to.id]);
    if (of === 'others') {
      for (const { table, items } of itemTables(entities, context)) this.draft.add(id, [table], items.map((item) => item.id));
      // Even where there are none: the heading is only for them.
      this.draft.add(id, []);
      return;
    }
    const table = of === 'persons' ? personTable(entities, context) : of === 'links' ? linkTable(links, context) : chronologyTable(entities, links, context);
    const about = of === 'persons' ? entities.map((entity) => entity.id) : of === 'links' ? ends : [...ends, ...entities.filter((entity) => entity.start !== null || entity.end !== null).map((entity) => entity.id)];
    this.draft.add(id, table === null ? [] : of === 'chronology' ? [paragraph(context.scene.words('chronologyIntroduction')), table] : [table], about);
  }

  private exhibit({ id, source, caption, show }: Of<'exhibit'>): void {
    const { context } = this;
    const exhibit = context.exhibits.get(source);
    if (exhibit === undefined) {
      this.draft.add(id, []);
      return;
    }
    const known = this.exhibits.find((each) => each.exhibit.source === source);
    const numbered = known ?? { number: this.exhibits.length + 1, exhibit };
    if (known === undefined) this.exhibits.push(numbered);
    const written = caption === null ? '' : printed(caption, context.scene.language).text;
    const label = context.scene.words('exhibit', { number: numbered.number });
    const picture = show === 'picture' ? pictureOf(exhibit, [label, written === '' ? exhibit.title : written].join(': '), context) : null;
    this.draft.add(id, [picture ?? mentionOf(numbered, written, context)]);
  }

  private keep({ id, of }: Of<'generated'>): void {
    if (of === 'contents') this.contents = true;
    else this.generated.push({ of, kept: this.draft.keep(id) });
  }

  block(block: BriefingBlock): void {
    const { context, draft } = this;
    switch (block.kind) {
      case 'heading': return this.heading(block);
      case 'text': {
        const { blocks, cited } = paragraphs(block.sentences, this.notes, this.manner, context);
        return draft.add(block.id, blocks, this.about(cited));
      }
      case 'grid': {
        const { blocks, cited } = gridTable(block, this.notes, this.manner, context);
        return draft.add(block.id, blocks, this.about(cited));
      }
      case 'figure': return this.figure(block);
      case 'table': return this.table(block);
      case 'timeline': {
        const { entities, links } = scoped(block.scope, context.material, context.scene);
        const timeline = timelineBlock(entities, links, context);
        return draft.add(block.id, timeline === null ? [] : [timeline.block], timeline?.about.map((entity) => entity.id));
      }
      case 'profile': {
        // Two records that are one are told of once.
        if (!this.profiled.has(block.entity)) for (const part of profileParts(block.entity, context)) draft.add(block.id, [part.block], part.about);
        this.profiled.add(block.entity);
        return draft.add(block.id, []);
      }
      case 'exhibit': return this.exhibit(block);
      case 'generated': return this.keep(block);
      case 'pageBreak': return draft.add(block.id, [{ kind: 'pageBreak' }], [], false);
    }
  }

  /** Ends the last section. */
  end(): void {
    this.draft.foot(this.notes.end());
  }

  /** Makes what is made from the rest, and numbers all. */
  finish(): { readonly sections: BriefingDocument['sections'] } {
    const { context, draft, exhibits } = this;
    const { material, ledger, scene: { words, numbers, language } } = context;
    const put = (of: Of<'generated'>['of'], make: () => readonly UnnumberedBlock[]): void => {
      for (const each of this.generated) if (each.of === of) each.kept.put(make());
    };
    const asOne = shownAsOne(new Set([...draft.shown, ...ledger.statements.map((statement) => statement.subject)]), context);
    for (const { members } of asOne) for (const member of members) ledger.enter(member.statements);
    const asTable = (table: UnnumberedBlock | null): readonly UnnumberedBlock[] => (table === null ? [] : [table]);
    const final = numberSources(material.sources, ledger.statements, ledger.documents);
    draft.renumber(finalNumbers(numbers, final, material.sources));
    const subjects = (kind: 'entity' | 'link'): number => new Set(ledger.statements.filter((statement) => statement.subjectKind === kind).map((statement) => context.joined.topOf(statement.subject))).size;
    const identity = (): readonly UnnumberedBlock[] => {
      const table = identityTable(asOne, final, context);
      return table === null ? [] : [paragraph(words(`identityIntroduction.${material.briefing.identity}`)), table];
    };
    // It is said in any case: where the sources are, or in the end.
    if (asOne.length > 0 && !this.generated.some((each) => each.of === 'sources')) this.draft.keep(material.briefing.id).put(identity());
    put('exhibits', () => asTable(exhibitTable(exhibits, final, context)));
    put('legend', () => asTable(legendTable(this.figures, context)));
    put('withheld', () => asTable(withheldTable(this.passed.withheld, context)));
    put('sources', () => {
      const table = sourceTable(final, context);
      if (table === null) return identity();
      const scope = words('scope', {
        items: words('countItems', { count: subjects('entity') }), links: words('countLinks', { count: subjects('link') }), sources: words('countSources', { count: table.rows.length }), date: momentText(material.at, language),
      });
      return [paragraph(`${scope} ${words('sourcesIntroduction')}`), ...identity(), table];
    });
    // The glossary knows the codes of all that went before; the index, where everything is.
    put('glossary', () => asTable(glossaryTable(context)));
    const persons = indexedPersons(draft.shown, context);
    const kept: UnnumberedBlock[] = [];
    put('persons', () => {
      const table = persons.length === 0 ? null : indexTable(persons, [], context);
      if (table !== null) kept.push(table);
      return asTable(table);
    });
    draft.dropEmpty();
    const { sections, places } = draft.numbered(words);
    if (kept.length === 0) return { sections };
    const index = indexTable(persons, places, context);
    const captions = new Set(kept.map((table) => (table.kind === 'table' ? table.rows : null)));
    return { sections: sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => (block.kind === 'table' && captions.has(block.rows) ? { ...block, rows: index.rows } : block)) })) };
  }
}

/**
 * Composes a briefing: everything gathered goes through the release gate, and the document is made only from what came out of it. Pure: the same records give
 * the same tree. `words` speaks the briefing's language.
 */
export function compose(material: Material, catalogue: Catalogue, words: Words, audience: Audience = INTERNAL): BriefingDocument {
  const { briefing } = material;
  const passed = passMaterial(material, catalogue, words, audience);
  const { ledger } = passed.context;
  const internal = audience.recipient === null && audience.purpose === 'internal';
  const composer = new Composer(passed, { internal, stub: briefing.withheldLinks === 'stub', beside: briefing.originalBeside });
  for (const block of briefing.blocks) composer.block(block);
  composer.end();
  const { sections } = composer.finish();
  // A marking of a scheme that nobody knows here still stands on every page.
  const marking = ledger.marks.length === 0 && catalogue.scheme(briefing.marking.scheme) === undefined ? briefing.marking.code : markText(ledger.marks);
  return {
    language: briefing.language,
    ...furnitureOf(material, marking, audience.recipient?.name ?? '', words),
    marks: ledger.marks.map((mark) => ({ ...mark })),
    contentsHeading: composer.contents ? words('contents') : '',
    sections,
    pageText: words('page', { page: '{{page}}', pages: '{{pages}}' }),
    seq: material.head.seq,
    withheld: passed.withheld.map((each) => ({ ...each })),
    released: { statements: ledger.statements.map((statement) => statement.id), permissions: [...passGate(ledger.statements, audience, catalogue.schemes).permissions] },
  };
}
