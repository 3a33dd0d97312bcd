import type { EntityType, LinkType } from '../../../../../shared/schema/types';
import type { Strength } from '../../../../../shared/model/strength';
import type { ItemStyle } from '../../../../../shared/model/drawing';
import { OWN_CLASS, USUAL_COLOUR } from '../../../importers/formats/anx/ownItem';
import type { Told } from '../../../importers/formats/anx/ownItem';
import { colourOfType } from '../../colours';
import type { Outgoing, OutgoingEntity, OutgoingLink } from '../../outgoing';
import { element } from './element';
import { ChartGrades } from './grades';
import { colourNumber, iconOf, STRENGTHS, strengthOf } from './style';
import { attributeKinds, oneLine, shortened } from './values';
import type { AttributeKind, ItemAttribute } from './values';

export interface Defined {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly colour: number;
}

const COLLECTIONS = ['GradeOne', 'GradeTwo', 'GradeThree'] as const;

/** What a chart must say before its items: gathered in one walk over all that leaves. Names are unique, as the program asks. */
export class ChartDefinitions {
  readonly grades: ChartGrades;
  readonly entityTypes = new Map<string, Defined>();
  readonly linkTypes = new Map<string, Defined>();
  readonly strengths = new Map<string, { readonly id: string; readonly dots: string }>();
  /** All links may lie beside others between the same two. */
  readonly connection: string;
  private readonly classes = new Map<string, { readonly id: string; kind: AttributeKind }>();
  private readonly suppliers = new Set<string>();
  private readonly ownClass: string;
  private last = 0;

  constructor(private readonly outgoing: Outgoing) {
    this.grades = new ChartGrades(outgoing);
    this.connection = this.newId();
    this.ownClass = this.newId();
    for (const strength of STRENGTHS) this.strength(strength, undefined);
  }

  newId(): string {
    this.last += 1;
    return `ID${this.last}`;
  }

  meetEntity(entity: OutgoingEntity): void {
    const { catalogue } = this.outgoing;
    const type = catalogue.entityType(entity.type);
    this.define(this.entityTypes, entity.type, type, iconOf(type?.icon ?? ''), colourOfType(catalogue, entity.type));
    this.meet(entity);
  }

  meetLink(link: OutgoingLink): void {
    this.define(this.linkTypes, link.type, this.outgoing.catalogue.linkType(link.type), '', USUAL_COLOUR);
    this.strength(link.strength, link.style?.line);
    this.meet(link);
  }

  /** The name of a link's strength, defined where it is new. */
  strength(strength: Strength, line: ItemStyle['line']): string {
    const { name, dots } = strengthOf(strength, line, this.outgoing.language);
    if (!this.strengths.has(name)) this.strengths.set(name, { id: this.newId(), dots });
    return name;
  }

  /** An item's attributes, and the class by which Knoop knows a link again. */
  attributes(said: readonly ItemAttribute[], own: string | null): Told | null {
    const attributes = said.map(({ name, text, plain }) => {
      const known = this.classes.get(name);
      return element('Attribute', { AttributeClass: name, AttributeClassReference: known?.id, Value: known?.kind === 'AttText' ? text : plain });
    });
    const all = own === null ? attributes : [...attributes, element('Attribute', { AttributeClass: OWN_CLASS, AttributeClassReference: this.ownClass, Value: own })];
    return all.length === 0 ? null : element('AttributeCollection', {}, all);
  }

  /** The collections that stand before the items. */
  collections(): readonly Told[] {
    const texts = this.grades.settle();
    const list = (name: string, of: readonly string[]): Told | null => (of.length < 1 ? null : element(name, {}, [element('StringCollection', {}, of.map((Text) => element('String', { Id: this.newId(), Text })))]));
    const usual = { IsUser: true, UserCanAdd: true, UserCanRemove: true, ShowValue: true };
    const classes = [...this.classes].map(([Name, { id, kind }]) => element('AttributeClass', { Id: id, Name, Type: kind, ...usual, ShowClassName: true, Visible: false, ...(kind === 'AttNumber' ? { DecimalPlaces: 2 } : {}), ...(kind === 'AttFlag' ? { ShowIfSet: true } : {}) }));
    const hidden = element('AttributeClass', { Id: this.ownClass, Name: OWN_CLASS, Type: 'AttText', IsUser: false, UserCanAdd: false, UserCanRemove: false, ShowValue: false, Visible: false });
    return [
      element('StrengthCollection', {}, [...this.strengths].map(([Name, { id, dots }]) => element('Strength', { Id: id, Name, DotStyle: dots }))),
      ...COLLECTIONS.map((name, at) => list(name, texts[at] ?? [])),
      list('SourceHints', [...this.suppliers]),
      element('AttributeClassCollection', {}, [...classes, hidden]),
      element('EntityTypeCollection', {}, [...this.entityTypes.values()].map(({ id, name, icon, colour }) => element('EntityType', { Id: id, Name: name, PreferredRepresentation: 'RepresentAsIcon', IconFile: icon, Colour: colour }))),
      this.linkTypes.size === 0 ? null : element('LinkTypeCollection', {}, [...this.linkTypes.values()].map(({ id, name, colour }) => element('LinkType', { Id: id, Name: name, Colour: colour }))),
    ].filter((each) => each !== null);
  }

  /** What stands behind the items: how links between the same two lie, and what the user may choose from. */
  endings(): readonly Told[] {
    const entries = (collection: string, name: string, of: readonly Told[]): Told | null => (of.length === 0 ? null : element(collection, {}, of.map((each) => ({ ...each, name }))));
    return [
      element('ConnectionCollection', {}, [element('Connection', { Id: this.connection }, [element('ConnectionStyle', { Multiplicity: 'MultiplicityMultiple' })])]),
      element('PaletteCollection', {}, [element('Palette', { Name: OWN_CLASS }, [
        entries('AttributeClassEntryCollection', 'AttributeClassEntry', [...this.classes].map(([AttributeClass, { id }]) => element('', { AttributeClass, AttributeClassReference: id }))),
        entries('EntityTypeEntryCollection', 'EntityTypeEntry', [...this.entityTypes.values()].map(({ id, name }) => element('', { Entity: name, EntityTypeReference: id }))),
        entries('LinkTypeEntryCollection', 'LinkTypeEntry', [...this.linkTypes.values()].map(({ id, name }) => element('', { LinkType: name, LinkTypeReference: id }))),
      ])]),
    ];
  }

  private define(into: Map<string, Defined>, key: string, type: EntityType | LinkType | undefined, icon: string, colour: string): void {
    if (into.has(key)) return;
    const label = shortened(oneLine(type?.label[this.outgoing.language] ?? key), 100);
    const taken = [...into.values()].some(({ name }) => name.toLowerCase() === label.toLowerCase());
    into.set(key, { id: this.newId(), name: taken ? `${label} (${key})` : label, icon, colour: colourNumber(colour) });
  }

  private meet({ type, values, statements }: OutgoingEntity | OutgoingLink): void {
    for (const [name, kind] of attributeKinds(type, values, this.outgoing)) {
      const held = this.classes.get(name);
      if (held === undefined) this.classes.set(name, { id: this.newId(), kind });
      else if (held.kind !== kind) held.kind = 'AttText';
    }
    for (const statement of statements) {
      this.grades.meet(statement);
      const supplier = shortened(oneLine(statement.supplier));
      if (supplier !== '') this.suppliers.add(supplier);
    }
  }
}
