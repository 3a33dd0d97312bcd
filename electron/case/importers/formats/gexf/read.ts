import type { Bytes } from '../../bytes';
import { readXml } from '../../xml';
import type { XmlClose, XmlOpen } from '../../xml';
import type { GraphItem, GraphWalk } from '../graph/items';
import { isPositional } from '../graph/nodes';
import { Declarations } from './attributes';
import { Element, spanOf } from './element';

const DRAWN = new Set(['color', 'position', 'size', 'thickness', 'shape']);

class Reading {
  private readonly declared = new Declarations();
  private readonly elements: Element[] = [];
  private readonly items: GraphItem[] = [];
  private usual = 'undirected';
  private of: 'node' | 'edge' = 'node';
  private declaring = '';

  taken(): GraphItem[] {
    return this.items.splice(0);
  }

  open({ name, attributes, line, kind }: XmlOpen): void {
    const element = this.elements.at(-1);
    if (name === 'graph') this.usual = attributes.defaultedgetype ?? this.usual;
    else if (name === 'attributes') this.of = attributes.class === 'edge' ? 'edge' : 'node';
    else if (name === 'attribute') {
      this.declaring = attributes.id ?? '';
      this.declared.declare(this.of, attributes);
    } else if (name === 'nodes' && element?.of === 'node') this.tell(element);
    else if (name === 'node' || name === 'edge') this.elements.push(new Element(name, { kind, name, attributes, line }, name === 'node' && element?.of === 'node' ? (element.open.attributes.id ?? null) : null));
    else if (element === undefined) return;
    else if (name === 'attvalue') {
      const id = attributes.for ?? attributes.id ?? '';
      element.said.add(id);
      if (id !== '') for (const value of this.declared.values(element.of, id, attributes.value ?? '', spanOf(attributes))) element.attributes.push(value);
    } else if (name === 'spell' || name === 'slice') {
      const span = spanOf(attributes);
      if (span !== '') element.spells.push(span);
    } else if (name === 'parent' && attributes.for !== undefined) element.parents.push(attributes.for);
    else if (DRAWN.has(name)) element.draw(name, attributes);
  }

  close({ name, text }: XmlClose): void {
    const element = this.elements.at(-1);
    if (name === 'default') this.declared.standard(this.of, this.declaring, text);
    else if (name === 'attribute') this.declaring = '';
    else if (name === element?.of) {
      this.elements.pop();
      if (element.of === 'edge') this.edge(element);
      else if (!element.told) this.tell(element);
    }
  }

  private tell(element: Element): void {
    if ((element.open.attributes.id ?? '') === '') this.items.push({ kind: 'fault', row: element.open.line, detail: 'node without id', cells: Object.values(element.open.attributes) });
    else if (!element.told) this.items.push(element.node(this.declared));
    element.told = true;
  }

  private edge(element: Element): void {
    const { id, source = '', target = '' } = element.open.attributes;
    if (source === '' || target === '') {
      this.items.push({ kind: 'fault', row: element.open.line, detail: 'edge without two ends', cells: Object.values(element.open.attributes) });
      return;
    }
    if (id !== undefined && id !== '' && !isPositional(id)) element.attributes.push({ name: 'id', value: id });
    this.items.push(element.edge(this.declared, this.usual));
  }
}

/** Streams a GEXF file: declared and undeclared attributes, lists, spans of time, nested nodes, and the viz name space. */
export function readGexf(bytes: Bytes, encoding: string | null): GraphWalk {
  const xml = readXml(bytes, encoding);
  return {
    done: () => xml.done(),
    *items() {
      const reading = new Reading();
      for (const batch of xml.events()) {
        for (const event of batch) {
          if (event.kind === 'open') reading.open(event);
          else reading.close(event);
        }
        const items = reading.taken();
        if (items.length > 0) yield items;
      }
    },
  };
}
