import type { Attribute, GraphEdge, GraphNode } from '../graph/items';
import { coordinate, styleOf } from '../graph/style';
import { colourOf, rgb } from '../graph/colour';
import type { XmlOpen } from '../../xml';
import type { Keys } from './keys';

/** Attributes of XML that place a node or edge in the file and say nothing of it. */
const STRUCTURE = new Set(['id', 'source', 'target', 'directed', 'schemaLocation']);

/** Values of one node or edge; a hostile file has more. */
const MOST = 10_000;

/** What yEd draws. */
interface Drawn {
  colour?: string;
  line?: string;
  width?: string;
  x?: number;
  y?: number;
  /** Arrow heads at both ends; undefined where the drawing says nothing. */
  arrows?: { readonly source: boolean; readonly target: boolean };
}

/** A node, edge or hyperedge of a GraphML file while it is read. */
export class Element {
  readonly attributes: Attribute[] = [];
  readonly said = new Set<string>();
  readonly endpoints: string[] = [];
  readonly drawn: Drawn = {};
  label: string | null = null;
  /** Its own rows came out already: a group, when its inner graph began. */
  told = false;

  constructor(readonly of: 'node' | 'edge' | 'hyperedge', readonly open: XmlOpen) {
    for (const [name, value] of Object.entries(open.attributes)) if (!STRUCTURE.has(name) && !name.startsWith('parse.')) this.add(name, value);
  }

  add(name: string, value: string): void {
    const text = value.trim();
    if (text !== '' && this.attributes.length < MOST && !this.attributes.some((other) => other.name === name && other.value === text)) this.attributes.push({ name, value: text });
  }

  /** What is drawn: elements of yEd inside a data element. */
  draw(name: string, attributes: Readonly<Record<string, string>>): void {
    const drawn = this.drawn;
    if (name === 'Geometry' && this.of === 'node') {
      const [x, y] = [coordinate(attributes.x), coordinate(attributes.y)];
      if (x !== undefined && y !== undefined && drawn.x === undefined) {
        drawn.x = x + (coordinate(attributes.width) ?? 0) / 2;
        drawn.y = y + (coordinate(attributes.height) ?? 0) / 2;
      }
    } else if (name === 'Fill' && attributes.color !== undefined) drawn.colour ??= attributes.color;
    else if (name === 'LineStyle' && this.of !== 'node') {
      if (attributes.color !== undefined) drawn.colour ??= attributes.color;
      if (attributes.type !== undefined) drawn.line ??= attributes.type;
      if (attributes.width !== undefined) drawn.width ??= attributes.width;
    } else if (name === 'Arrows') drawn.arrows ??= { source: (attributes.source ?? 'none') !== 'none', target: (attributes.target ?? 'none') !== 'none' };
  }

  /** A text that yEd shows at it: the first is what it is called, others are kept beside it. */
  show(text: string): void {
    const clean = text.trim();
    if (clean === '') return;
    if (this.label === null) this.label = clean;
    else if (clean !== this.label) this.add('label', clean);
  }

  node(keys: Keys, parents: readonly string[]): GraphNode {
    const attributes = [...this.attributes, ...keys.standards('node', this.said)];
    const { x, y, colour } = this.drawn;
    const placed = x !== undefined && y !== undefined ? { place: { x, y }, style: styleOf({ colour }), attributes } : Element.placed(attributes);
    return {
      kind: 'node', row: this.open.line, id: this.open.attributes.id ?? '', label: this.label, attributes: placed.attributes,
      ...(placed.place === undefined ? {} : { place: placed.place }), ...(placed.style === undefined ? {} : { style: placed.style }), ...(parents.length === 0 ? {} : { parents }),
    };
  }

  /** `usual`: whether edges of this graph are directed where they do not say. */
  edge(keys: Keys, usual: boolean, from: string, to: string): GraphEdge {
    const told = this.open.attributes.directed;
    const { arrows, colour, line, width } = this.drawn;
    const style = styleOf({ colour, line, width });
    // yEd writes every graph as directed and tells by arrow heads what it means.
    const directed = arrows === undefined ? (told === undefined ? usual : /^(?:true|1)$/i.test(told)) : arrows.source !== arrows.target;
    const turned = arrows !== undefined && arrows.source && !arrows.target;
    return {
      kind: 'edge', row: this.open.line, from: turned ? to : from, to: turned ? from : to, label: this.label, directed,
      attributes: [...this.attributes, ...keys.standards('edge', this.said)], ...(style === undefined ? {} : { style }),
    };
  }

  /** Gephi and igraph write the drawing among the data: x and y (upwards), and r, g, b with a size where Gephi did. */
  private static placed(attributes: readonly Attribute[]): Pick<GraphNode, 'place' | 'attributes'> & { readonly style?: ReturnType<typeof styleOf> } {
    const by = new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute.value]));
    const [x, y] = [coordinate(by.get('x')), coordinate(by.get('y'))];
    if (x === undefined || y === undefined) return { attributes };
    const drawn = rgb(by.get('r'), by.get('g'), by.get('b'));
    const size = coordinate(by.get('size'));
    const consumed = drawn === undefined ? ['x', 'y'] : ['x', 'y', 'r', 'g', 'b', 'size'];
    return {
      place: { x, y: -y },
      style: styleOf({ colour: drawn ?? colourOf(by.get('color') ?? by.get('colour')), diameter: drawn === undefined || size === undefined ? undefined : size * 2 }),
      attributes: attributes.filter((attribute) => !consumed.includes(attribute.name.toLowerCase())),
    };
  }
}
