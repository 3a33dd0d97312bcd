import type { ItemStyle } from '../../../../../shared/model/drawing';
import type { XmlOpen } from '../../xml';
import { colourOf, rgb } from '../graph/colour';
import type { Attribute, GraphEdge, GraphNode } from '../graph/items';
import { coordinate, styleOf } from '../graph/style';
import type { Declarations } from './attributes';

/** Attributes of XML that place a node or edge in the file and say nothing of it. */
const STRUCTURE = new Set(['id', 'label', 'source', 'target', 'pid', 'for', 'start', 'end', 'startopen', 'endopen', 'timestamp', 'schemaLocation']);

/** "2004-01-03/2005-02-01" of a time element; empty when it names no time. */
export function spanOf(attributes: Readonly<Record<string, string>>): string {
  const at = attributes.timestamp?.trim() ?? '';
  if (at !== '') return at;
  // Gephi writes an open end as infinity.
  const [start = '', end = ''] = [attributes.start ?? attributes.startopen, attributes.end ?? attributes.endopen].map((time) => (time === undefined || /^[-+]?infinity$/i.test(time.trim()) ? '' : time.trim()));
  return start === '' && end === '' ? '' : `${start}/${end}`;
}

/** A node or edge of a GEXF file while it is read. */
export class Element {
  readonly attributes: Attribute[] = [];
  readonly said = new Set<string>();
  readonly parents: string[] = [];
  readonly spells: string[] = [];
  private place: { readonly x: number; readonly y: number } | null = null;
  private colour: string | undefined;
  private size: number | undefined;
  private width: string | undefined;
  private shape: string | undefined;
  told = false;

  constructor(readonly of: 'node' | 'edge', readonly open: XmlOpen, within: string | null) {
    const { attributes } = open;
    for (const [name, value] of Object.entries(attributes)) {
      if (STRUCTURE.has(name) || value.trim() === '' || (of === 'edge' && name === 'type' && value !== 'mutual')) continue;
      this.attributes.push({ name, value: value.trim() });
    }
    const parent = (attributes.pid ?? '').trim();
    if (parent !== '' && parent !== '0' && parent !== attributes.id) this.parents.push(parent);
    else if (within !== null) this.parents.push(within);
    const span = spanOf(attributes);
    if (span !== '') this.spells.push(span);
  }

  /** What is drawn, by the elements of the viz name space. */
  draw(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'color') this.colour = colourOf(attributes.hex) ?? rgb(attributes.r, attributes.g, attributes.b);
    else if (name === 'position') {
      const [x, y] = [coordinate(attributes.x), coordinate(attributes.y)];
      if (x !== undefined && y !== undefined) this.place = { x, y: -y };
    } else if (name === 'size') this.size = coordinate(attributes.value);
    else if (name === 'thickness') this.width = attributes.value;
    else if (name === 'shape') this.shape = attributes.value;
  }

  node(declared: Declarations): GraphNode {
    const style = styleOf({ colour: this.colour, diameter: this.size === undefined ? undefined : this.size * 2 });
    const { id = '', label } = this.open.attributes;
    return {
      kind: 'node', row: this.open.line, id, label: label === undefined || label.trim() === '' ? null : label.trim(), attributes: this.all(declared),
      ...(this.place === null ? {} : { place: this.place }), ...(style === undefined ? {} : { style }), ...(this.parents.length === 0 ? {} : { parents: [...new Set(this.parents)] }),
    };
  }

  /** `usual`: whether edges of this graph are directed where they do not say. */
  edge(declared: Declarations, usual: string): GraphEdge {
    const { source = '', target = '', label, type } = this.open.attributes;
    const style: ItemStyle | undefined = styleOf({ colour: this.colour, width: this.width, line: this.shape });
    return {
      kind: 'edge', row: this.open.line, from: source, to: target, label: label === undefined || label.trim() === '' ? null : label.trim(), directed: (type ?? usual) === 'directed', attributes: this.all(declared),
      ...(style === undefined ? {} : { style }),
    };
  }

  /** One span of time is a start and an end; of several none is the one, and all are kept as written. */
  private all(declared: Declarations): Attribute[] {
    const spans = [...new Set(this.spells)];
    const [start = '', end = ''] = (spans[0] ?? '').split('/');
    const times: Attribute[] = spans.length === 1 ? [{ name: 'start', value: start }, { name: 'end', value: end }] : spans.map((span) => ({ name: 'spell', value: span }));
    return [...this.attributes, ...times, ...declared.standards(this.of, this.said)].filter((attribute) => attribute.value !== '');
  }
}
