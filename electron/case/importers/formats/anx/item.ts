import type { ReadingContext, RecordOutcome } from '../../records/format';
import { childOf, childrenOf } from '../../records/elements';
import type { Element } from '../../records/elements';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import { PropertyNames, sayIdentifier, sayName } from '../../records/named';
import { createIds } from '../../ids';
import { referred } from './definitions';
import type { Definitions, Strength } from './definitions';
import { colourOf, glyphOf, lineOf, scaleOf, sizeOf, styleOf, widthOf } from './drawing';
import { definedKind, endOf, positionOf } from './ends';
import type { EndElement, EndRef, Ends } from './ends';
import type { Kinds } from './kinds';
import { isOwnCard } from './ownCard';
import type { OwnChart } from './ownChart';
import { OWN_CLASS, ownIdOf, ownOf, USUAL_COLOUR } from './ownItem';
import { pictureOf } from './picture';
import { attributesOf, sayAttributes, sayKind, sayMoment, sayNote, sayOther, saySource } from './said';
import type { Saying } from './said';

/** A chart as its first reading leaves it: what items refer to. */
export interface ReadChart {
  readonly definitions: Definitions;
  readonly ends: Ends;
  readonly kinds: Kinds;
}

type Row = Extract<RecordOutcome, { kind: 'row' }>;

const textOf = (card: Element): string => card.attributes.Text ?? card.text;

/** The cards that say something new. */
const cardsOf = (...holders: readonly (Element | undefined)[]): readonly Element[] =>
  holders.flatMap((holder) => childrenOf(holder, 'CardCollection').flatMap((collection) => childrenOf(collection, 'Card'))).filter((card) => !isOwnCard(textOf(card)));

/** Turns the items of a chart into records: one per item, and one per card on it. */
export class Items {
  private readonly saying: Saying;
  private readonly scale: number;
  private readonly newId = createIds();
  private things = 0;

  constructor({ plan }: ReadingContext, private readonly chart: ReadChart, private readonly own: OwnChart) {
    const { catalogue } = chart.kinds;
    this.saying = { plan, catalogue, definitions: chart.definitions, names: new PropertyNames(catalogue) };
    this.scale = chart.definitions.own ? 1 : scaleOf(chart.ends.positions);
  }

  /** Records of one item; none for what is neither thing nor link. */
  outcomes(item: Element): readonly RecordOutcome[] {
    const link = childOf(item, 'Link');
    const end = endOf(item);
    const ref = end === null ? undefined : this.chart.ends.at(this.things);
    if (end !== null) this.things += 1;
    if (item.cut) return [this.reject(item, 'item too large')];
    const written = this.written(item, end, ref, link);
    if (written !== null && written.untouched) return written.records;
    const found = end !== null && ref !== undefined ? this.thing(item, end, ref) : link !== undefined ? this.link(item, link) : [this.reject(item, 'neither end nor link')];
    // What somebody changed since Knoop wrote it comes in beside what Knoop wrote.
    return written === null ? found : [...written.records, ...found];
  }

  /** What Knoop wrote of an item; null for all others. */
  private written(item: Element, end: EndElement | null, ref: EndRef | undefined, link: Element | undefined): { readonly records: readonly RecordOutcome[]; readonly untouched: boolean } | null {
    const own = ownOf(item);
    if (own === null) return null;
    if (end !== null && ref !== undefined) return { records: this.own.thing(own, item, end, ref), untouched: own.untouched };
    const { ends, kinds } = this.chart;
    const from = ends.find(link?.attributes.End1Reference, link?.attributes.End1Id);
    const to = ends.find(link?.attributes.End2Reference, link?.attributes.End2Id);
    return from === undefined || to === undefined ? null : { records: this.own.link(own, item, from, to, (each) => kinds.pointedAt(each.kind)), untouched: own.untouched };
  }

  private reject(item: Element, detail: string): RecordOutcome {
    return { kind: 'reject', reject: { row: item.line, code: 'badRecord', detail, cells: [item.attributes.Label ?? item.attributes.Id ?? ''] } };
  }

  private thing(item: Element, found: EndElement, ref: EndRef): readonly Row[] {
    const { plan, catalogue } = this.saying;
    const own = this.chart.definitions.own ? ownIdOf(found.entity.attributes.Identity) : null;
    const draft = new EntityDraft(catalogue, plan, ref.own !== null && catalogue.entityType(ref.own) !== undefined ? ref.own : this.chart.kinds.entity(ref.kind), ref.key).id(own);
    const { Label: label = '', Description } = item.attributes;
    const { Identity: identity = '' } = own === null ? found.entity.attributes : {};
    const lines = (label.trim() === '' ? identity : label).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '');
    const name = lines.join(' ');
    // Labels are broken to fit, or hold a number and what else is known: a line that is the thing's number names it, else all of them do.
    if (lines.length < 2 || !lines.some((line) => sayIdentifier(draft, catalogue, plan, line))) sayName(draft, catalogue, plan, name);
    if (lines.length > 1) sayNote(draft, catalogue, label);
    if (identity !== '' && identity.trim() !== label.trim()) {
      const said = sayIdentifier(draft, catalogue, plan, identity);
      if (!said && plan.namespace === '') sayOther(draft, 'Identity', identity);
    }
    if (plan.namespace !== '' && identity !== '') draft.say('reference', identity);
    sayNote(draft, catalogue, Description);
    sayKind(draft, 'EntityType', ref.kind, catalogue);
    const block = found.shape?.attributes.Text ?? childOf(found.shape, 'Text')?.text;
    if (block !== undefined && block.trim() !== label.trim()) sayNote(draft, catalogue, block);
    const { Strength: strength, StrengthReference: reference } = found.style?.attributes ?? {};
    this.sayStrength(draft, referred(this.chart.definitions.strengths, reference, strength), strength);
    const grades = this.sayCommon(draft, item);
    this.place(draft, item, found);
    const picture = pictureOf(found, this.chart.definitions, name);
    const row: Row = {
      kind: 'row', row: item.line, cells: [ref.kind, label, identity],
      mapped: recordOf({ entities: [draft], grading: grades, ...(picture === null ? {} : { attachments: [picture] }) }),
    };
    const cards = cardsOf(found.entity, found.end, item).map((card): Row => {
      const said = new EntityDraft(catalogue, plan, draft.type, ref.key);
      const grading = this.sayCard(said, card);
      return { kind: 'row', row: card.line, cells: this.cardCells(card), mapped: recordOf({ entities: [said], grading }) };
    });
    return [row, ...cards];
  }

  private link(item: Element, link: Element): readonly RecordOutcome[] {
    const { plan, catalogue, definitions } = this.saying;
    const { attributes } = link;
    const ends = [this.pointed(attributes.End1Reference, attributes.End1Id), this.pointed(attributes.End2Reference, attributes.End2Id)] as const;
    const [one, two] = ends;
    if (one === null || two === null) return [this.reject(item, 'link without ends')];
    const style = childOf(link, 'LinkStyle')?.attributes ?? {};
    const named = style.Type ?? attributes.LinkTypeReference ?? attributes.LinkTypeId;
    const defined = referred(definitions.linkTypes, style.LinkTypeReference ?? named, named);
    const label = (defined?.name ?? named ?? '').trim();
    const meaning = [attributes.SemanticTypeGuid, defined?.meaning].find((id) => id !== undefined && id !== '') ?? '';
    const arrow = style.ArrowStyle ?? 'ArrowNone';
    const kind = this.chart.kinds.link(label, definitions.meaningsOf(meaning), one.type, two.type, arrow === 'ArrowOnHead' ? 'on' : arrow === 'ArrowOnTail' ? 'back' : 'none');
    const [from, to] = kind.turned ? [1, 0] : [0, 1];
    const { Label: written = '', Description } = item.attributes;
    const strength = referred(definitions.strengths, style.StrengthReference, style.Strength);
    const cards = cardsOf(link, item);
    const own = definitions.own ? ownIdOf(attributesOf(item).find((each) => each.attributes.AttributeClass === OWN_CLASS)?.attributes.Value) : null;
    const id = own ?? (cards.length > 0 && (catalogue.linkType(kind.type)?.occurrence ?? false) ? this.newId() : null);
    const start = (): LinkDraft => new LinkDraft(catalogue, plan, kind.type).id(id);
    const draft = start();
    // A link whose type says nothing is what its label says.
    const labelled = kind.general && kind.role === null && !/[\r\n]/.test(written);
    draft.say('role', labelled ? written : kind.role);
    if (!labelled) sayOther(draft, 'Label', written);
    if (!kind.general && kind.role === null) sayKind(draft, 'LinkType', label, catalogue);
    sayNote(draft, catalogue, Description);
    this.sayStrength(draft, strength, style.Strength);
    if (arrow === 'ArrowOnBoth' || (arrow !== 'ArrowNone' && catalogue.linkType(kind.type)?.directed === false)) sayOther(draft, 'ArrowStyle', arrow);
    const grading = this.sayCommon(draft, item);
    const drawn = styleOf({ colour: this.unusual(colourOf(style.LineColour ?? defined?.colour)), width: widthOf(style.LineWidth), line: lineOf(strength?.dots ?? style.DotStyle) });
    if (drawn !== undefined) draft.style(drawn);
    const entities = ends.map((each) => each?.mention()).filter((each) => each !== undefined);
    const row = (said: LinkDraft, line: number, cells: readonly string[], graded: typeof grading): Row => ({ kind: 'row', row: line, cells, mapped: recordOf({ entities, links: [{ draft: said, from, to }], grading: graded }) });
    return [
      row(draft, item.line, [label, written, one.name, two.name], grading),
      ...cards.map((card) => {
        const said = start();
        const graded = this.sayCard(said, card);
        return row(said, card.line, this.cardCells(card), graded);
      }),
    ];
  }

  /** What items have in common: when, from where, how good, and their attributes. Gives the grading. */
  private sayCommon(draft: EntityDraft | LinkDraft, item: Element): ReturnType<Definitions['grades']['of']>['grading'] {
    sayMoment(draft, item, this.saying, true);
    saySource(draft, item);
    // Nothing of a drawing stays hidden without a word.
    if (item.attributes.Shown === 'false') sayOther(draft, 'Shown', item.attributes.Shown);
    sayAttributes(draft, item, this.saying);
    const { grading, words } = this.chart.definitions.grades.of(item.attributes);
    for (const [name, text] of words) sayOther(draft, name, text);
    return grading;
  }

  private sayCard(draft: EntityDraft | LinkDraft, card: Element): ReturnType<Definitions['grades']['of']>['grading'] {
    const { Summary: summary = '', Text: text = card.text } = card.attributes;
    sayNote(draft, this.saying.catalogue, text.trim() === '' ? summary : text);
    if (text.trim() !== '') sayOther(draft, 'Summary', summary);
    sayMoment(draft, card, this.saying, false);
    saySource(draft, card);
    sayAttributes(draft, card, this.saying);
    const { grading, words } = this.chart.definitions.grades.of(card.attributes);
    for (const [name, words_] of words) sayOther(draft, name, words_);
    return grading;
  }

  private cardCells({ attributes, text }: Element): string[] {
    return [attributes.Summary ?? '', attributes.Text ?? text, attributes.SourceReference ?? ''];
  }

  private sayStrength(draft: EntityDraft | LinkDraft, strength: Strength | undefined, named: string | undefined): void {
    const name = (strength?.name ?? named ?? '').trim();
    // A strength that is called after its line says nothing but how it is drawn; those of Knoop follow from the grades.
    if (this.chart.definitions.own || name === '' || name === 'Default' || `DotStyle${name}` === strength?.dots) return;
    sayOther(draft, 'Strength', name);
  }

  /** Without the colour that Knoop gives lines that nobody coloured. */
  private unusual(colour: string | undefined): string | undefined {
    return this.chart.definitions.own && colour === USUAL_COLOUR ? undefined : colour;
  }

  private place(draft: EntityDraft, item: Element, found: EndElement): void {
    const at = positionOf(item, found.end);
    if (at === null) return;
    const { catalogue, definitions } = this.saying;
    const defined = definedKind(definitions, found.style);
    const style = found.style?.attributes ?? {};
    const own = catalogue.entityType(draft.type)?.icon;
    const icon = glyphOf(style.TypeIconName ?? style.IconName) ?? glyphOf(defined?.icon);
    const fill = found.shape?.name === 'TextBlock' || found.shape?.name === 'Border' ? undefined : colourOf(style.BackColour);
    const colour = colourOf(style.IconShadingColour) ?? fill ?? colourOf(style.FillColour) ?? colourOf(style.Colour) ?? (definitions.own ? undefined : colourOf(defined?.colour));
    const drawn = styleOf({ colour: colour === '#ffffff' ? undefined : colour, icon: icon === own ? undefined : icon, size: sizeOf(style.Enlargement) });
    draft.place(at.x * this.scale, at.y * this.scale, drawn);
  }

  /** One end of a link; a stub for what the chart does not hold; null when the link does not say. */
  private pointed(reference: string | undefined, id: string | undefined): (EntityDraft & { readonly name: string }) | null {
    const { plan, catalogue } = this.saying;
    const ref = this.chart.ends.find(reference, id);
    const name = ref?.label ?? id ?? reference ?? '';
    if (ref === undefined && name.trim() === '') return null;
    const draft = new EntityDraft(catalogue, plan, ref === undefined ? 'item' : ref.own !== null && catalogue.entityType(ref.own) !== undefined ? ref.own : this.chart.kinds.pointedAt(ref.kind), ref?.key ?? `?\u0000${name}`);
    sayName(draft, catalogue, plan, name);
    return Object.assign(draft, { name });
  }
}
