import maltego from '../../../../../resources/vocabularies/maltego.json';
import { foldHeading } from '../../../../../shared/schema/heading';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import { childOf, childrenOf, within } from '../../records/elements';
import type { Element } from '../../records/elements';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import { PropertyNames, sayName } from '../../records/named';
import { numberOf, scaleOf, styleOf } from '../anx/drawing';
import type { EntityKinds } from './entityKinds';

const PROPERTIES: ReadonlyMap<string, string> = new Map(Object.entries(maltego.properties));
const MANUAL = 'maltego.link.manual.type';
const LABELS: readonly string[] = [MANUAL, 'maltego.link.label', 'maltego.link.transform.display-name'];
/** What only says how a link is drawn, or what the program keeps for itself. */
const DRAWING = /^maltego\.link\.(?:color|style|thickness|show-label|labelposition|manual\.(?:type|description))$/;
const LINES: ReadonlyMap<string, 'dashed' | 'dotted'> = new Map([['1', 'dashed'], ['2', 'dotted'], ['3', 'dashed']]);

interface Property {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

interface Thing {
  readonly kind: string;
  readonly name: string;
}

const inside = (element: Element, name: string): Element | undefined => [...within(element)].find((each) => each.name === name);

/** The file's id of the kind of a node: "maltego.Person". */
export const kindIn = (node: Element): string => inside(node, 'MaltegoEntity')?.attributes.type ?? 'maltego.Unknown';

function propertiesIn(holder: Element | undefined): readonly Property[] {
  return childrenOf(childOf(holder, 'Properties'), 'Property').flatMap(({ attributes, children, text }) => {
    const value = children.find((child) => child.name === 'Value')?.text ?? text;
    const name = attributes.name ?? attributes.displayName ?? '';
    return name === '' || value.trim() === '' ? [] : [{ name, label: attributes.displayName ?? name, value }];
  });
}

/** What a node is called: its main property, by its own word, else its kind's, else the one that Maltego's kinds have, else its first. */
function mainOf(node: Element, main: string): Property | undefined {
  const properties = propertiesIn(inside(node, 'MaltegoEntity'));
  const named = childOf(inside(node, 'MaltegoEntity'), 'Properties')?.attributes.value ?? main;
  return properties.find((property) => property.name === named) ?? properties.find((property) => ['name', 'title'].includes(PROPERTIES.get(foldHeading(property.name)) ?? '')) ?? properties[0];
}

function placeIn(node: Element): { readonly x: number; readonly y: number } | null {
  const at = inside(node, 'Position')?.attributes;
  const x = numberOf(at?.x);
  const y = numberOf(at?.y);
  return x === null || y === null ? null : { x, y };
}

/** The nodes of an archive's graphs by their ids, as links point at them. */
export class Things {
  private readonly byId = new Map<string, Thing>();
  private readonly points: number[] = [];
  private readonly places = new Set<string>();

  add(part: string, node: Element): void {
    const key = keyOf(part, node.attributes.id ?? '');
    if (!this.byId.has(key)) this.byId.set(key, { kind: kindIn(node), name: mainOf(node, '')?.value ?? '' });
    const at = placeIn(node);
    if (at === null) return;
    this.points.push(at.x, at.y);
    if (this.places.size < 2) this.places.add(`${at.x} ${at.y}`);
  }

  get size(): number {
    return this.byId.size;
  }

  find(part: string, id: string): Thing | undefined {
    return this.byId.get(keyOf(part, id));
  }

  /** Factor for positions; null where all things stand on one spot: then the file draws nothing. */
  get scale(): number | null {
    return this.places.size < 2 ? null : scaleOf(this.points);
  }
}

const keyOf = (part: string, id: string): string => `${part}\u0000${id}`;

/** Colours are kept as a number with the opacity in front, or as "#rrggbb". */
function colourOf(text: string | undefined): string | undefined {
  if (text === undefined || /^#[0-9a-f]{6}$/i.test(text)) return text?.toLowerCase();
  const value = numberOf(text);
  return value === null || !Number.isInteger(value) ? undefined : `#${((value >>> 0) & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
}

/** Turns nodes and edges into records. */
export class Records {
  private readonly names: PropertyNames;
  private readonly scale: number | null;

  constructor(private readonly context: ReadingContext, private readonly kinds: EntityKinds, private readonly things: Things) {
    this.names = new PropertyNames(kinds.catalogue);
    this.scale = things.scale;
  }

  thing(part: string, node: Element): RecordOutcome {
    const { plan } = this.context;
    const { catalogue } = this.kinds;
    const entity = inside(node, 'MaltegoEntity');
    const id = node.attributes.id ?? '';
    if (entity === undefined || id === '') return reject(node, 'node without an entity');
    const kind = kindIn(node);
    const definition = this.kinds.definition(kind);
    const draft = new EntityDraft(catalogue, plan, this.kinds.entity(kind), keyOf(part, id));
    const main = mainOf(node, definition?.value ?? '');
    const properties = propertiesIn(entity);
    for (const property of properties) if (property !== main && property.name !== main?.name) this.say(draft, property, definition?.fields.find((field) => field.name === property.name)?.label);
    if (main !== undefined) this.sayMain(draft, main);
    for (const note of childrenOf(entity, 'Notes')) draft.say('note', note.text);
    const latitude = properties.find((property) => /latitude$/i.test(property.name))?.value;
    const longitude = properties.find((property) => /longitude$/i.test(property.name))?.value;
    const coordinates = catalogue.entityType(draft.type)?.coordinates;
    if (coordinates !== undefined && latitude !== undefined && longitude !== undefined && draft.values[coordinates] === undefined) draft.say(coordinates, `${latitude}, ${longitude}`);
    if (draft.type === 'item') draft.other('Type', this.kinds.nameOf(kind));
    const at = placeIn(node);
    if (at !== null && this.scale !== null) draft.place(at.x * this.scale, at.y * this.scale);
    return { kind: 'row', row: node.line, cells: [this.kinds.nameOf(kind), main?.value ?? ''], mapped: recordOf({ entities: [draft] }) };
  }

  link(part: string, edge: Element): RecordOutcome {
    const { plan } = this.context;
    const { catalogue } = this.kinds;
    const link = inside(edge, 'MaltegoLink');
    const back = link?.attributes.isReversed === 'true';
    const [source = '', target = ''] = [edge.attributes.source, edge.attributes.target];
    if (source === '' || target === '') return reject(edge, 'edge without ends');
    const ends = (back ? [target, source] : [source, target]).map((id) => this.mention(part, id));
    const [from, to] = ends;
    if (from === undefined || to === undefined) return reject(edge, 'edge without ends');
    const properties = propertiesIn(link);
    const label = LABELS.map((name) => properties.find((property) => property.name === name)?.value.trim()).find((text) => text !== undefined && text !== '') ?? '';
    const { type, role } = this.kinds.link(label, from.type, to.type);
    const draft = new LinkDraft(catalogue, plan, type);
    if (role !== null) draft.say('role', role);
    for (const property of properties) {
      if (property.name.endsWith('manual.description')) draft.say('note', property.value);
      else if (!DRAWING.test(property.name) && property.value.trim() !== label) this.say(draft, property, undefined);
    }
    for (const note of childrenOf(link, 'Notes')) draft.say('note', note.text);
    const drawn = (name: string): string | undefined => properties.find((property) => property.name === `maltego.link.${name}`)?.value.trim();
    const width = numberOf(drawn('thickness'));
    const style = styleOf({ colour: colourOf(drawn('color')), line: LINES.get(drawn('style') ?? ''), width: width === null || width <= 1 ? undefined : Math.min(20, width) });
    if (style !== undefined) draft.style(style);
    return { kind: 'row', row: edge.line, cells: [label, this.things.find(part, source)?.name ?? source, this.things.find(part, target)?.name ?? target], mapped: recordOf({ entities: [from, to], links: [{ draft, from: 0, to: 1 }] }) };
  }

  private mention(part: string, id: string): EntityDraft {
    const found = this.things.find(part, id);
    const draft = new EntityDraft(this.kinds.catalogue, this.context.plan, found === undefined ? 'item' : this.kinds.meet(found.kind), keyOf(part, id)).mention();
    sayName(draft, this.kinds.catalogue, this.context.plan, found === undefined || found.name.trim() === '' ? id : found.name);
    return draft;
  }

  private sayMain(draft: EntityDraft, main: Property): void {
    const known = PROPERTIES.get(foldHeading(main.name));
    const property = known === undefined ? undefined : this.kinds.catalogue.property(draft.type, known);
    if (property === undefined) sayName(draft, this.kinds.catalogue, this.context.plan, main.value);
    else draft.say(property.id, main.value);
  }

  private say(draft: EntityDraft | LinkDraft, { name, label, value }: Property, defined: string | undefined): void {
    const known = PROPERTIES.get(foldHeading(name));
    const property = (known === undefined ? undefined : this.kinds.catalogue.property(draft.type, known)) ?? this.names.find(draft.type, defined ?? label) ?? this.names.find(draft.type, name);
    if (property === undefined) draft.other(defined ?? label, value);
    else draft.say(property.id, value);
  }
}

const reject = (element: Element, detail: string): RecordOutcome => ({ kind: 'reject', reject: { row: element.line, code: 'badRecord', detail, cells: [element.attributes.id ?? ''] } });
