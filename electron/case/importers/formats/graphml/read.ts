import { OWN_NAME } from '../../../../../shared/mapping/ownRecord';
import type { Bytes } from '../../bytes';
import { readXml } from '../../xml';
import type { XmlClose, XmlOpen } from '../../xml';
import type { GraphItem, GraphWalk } from '../graph/items';
import { isPositional } from '../graph/nodes';
import { Element } from './element';
import { Keys } from './keys';

/** Data elements with more text than this are cut: no attribute is that long. */
const LONGEST = 1_000_000;

interface Graph {
  readonly directed: boolean;
  /** The node that this graph lies in. */
  readonly within: string | null;
}

/** A data element while it is read: its own text, and that of elements inside it that draw nothing. */
interface Data {
  readonly key: string;
  inner: string;
  drawing: boolean;
}

/** Elements of yEd and Visone that describe a drawing: their texts are labels, or nothing. */
const DRAWING = /(?:Node|Edge|Resources|Realizer|Realizers)$/;
const LABELS = new Set(['NodeLabel', 'EdgeLabel']);

class Reading {
  private readonly keys = new Keys();
  private readonly graphs: Graph[] = [];
  private readonly elements: Element[] = [];
  private readonly items: GraphItem[] = [];
  private declared = '';
  private data: Data | null = null;
  private port: string | null = null;

  taken(): GraphItem[] {
    return this.items.splice(0);
  }

  open(event: XmlOpen): void {
    const { name, attributes } = event;
    const element = this.elements.at(-1);
    if (this.data !== null) {
      if (DRAWING.test(name)) this.data.drawing = true;
      element?.draw(name, attributes);
    } else if (name === 'key') {
      this.declared = attributes.id ?? '';
      this.keys.declare(attributes);
    } else if (name === 'graph') this.openGraph(attributes);
    else if (name === 'node' || name === 'edge' || name === 'hyperedge') this.elements.push(new Element(name, event));
    else if (name === 'data') this.data = { key: attributes.key ?? '', inner: '', drawing: false };
    else if (name === 'port') {
      this.port = attributes.name ?? '';
      element?.add('port', this.port);
    } else if (name === 'endpoint' && element?.of === 'hyperedge') {
      element.endpoints.push(attributes.node ?? '');
      if (attributes.port !== undefined) element.add('port', attributes.port);
    }
  }

  close(event: XmlClose): void {
    const { name, text } = event;
    const element = this.elements.at(-1);
    if (name === 'data' && this.data !== null) this.closeData(this.data, text, element);
    else if (this.data !== null) {
      if (LABELS.has(name)) element?.show(text);
      else if (!this.data.drawing && this.data.inner.length < LONGEST) this.data.inner += ` ${text.trim()}`;
    } else if (name === 'default') this.keys.standard(this.declared, text);
    else if (name === 'key') this.declared = '';
    else if (name === 'desc') element?.add('desc', text);
    else if (name === 'port') this.port = null;
    else if (name === 'graph') this.graphs.pop();
    else if (name === element?.of) {
      this.elements.pop();
      this.closeElement(element);
    }
  }

  private openGraph(attributes: Readonly<Record<string, string>>): void {
    const outer = this.graphs.at(-1);
    const holder = this.elements.at(-1);
    // A group is told before what lies in it, so that its name is known there.
    if (holder?.of === 'node') this.tell(holder);
    this.graphs.push({ directed: attributes.edgedefault === undefined ? (outer?.directed ?? false) : attributes.edgedefault === 'directed', within: holder?.of === 'node' ? (holder.open.attributes.id ?? null) : (outer?.within ?? null) });
  }

  private closeData(data: Data, text: string, element: Element | undefined): void {
    this.data = null;
    if (element === undefined) return;
    element.said.add(data.key);
    const said = `${text.trim()}${data.drawing ? '' : data.inner}`.trim();
    const name = this.keys.nameOf(data.key);
    if (name === OWN_NAME) element.add(name, said);
    else if (said !== '') element.add(this.port === null || this.port === '' ? name : `${this.port}: ${name}`, said.slice(0, LONGEST));
  }

  private tell(element: Element): void {
    const id = element.open.attributes.id;
    if (id === undefined || id === '') {
      this.fault(element, 'node without id');
      return;
    }
    const parent = this.graphs.at(-1)?.within ?? null;
    this.items.push(element.node(this.keys, element.told || parent === null ? [] : [parent]));
    element.told = true;
    element.attributes.length = 0;
    element.label = null;
  }

  private closeElement(element: Element): void {
    if (element.of === 'node') {
      if (!element.told || element.attributes.length > 0 || element.label !== null) this.tell(element);
      return;
    }
    const usual = this.graphs.at(-1)?.directed ?? false;
    const ends = element.of === 'edge' ? [element.open.attributes.source ?? '', element.open.attributes.target ?? ''] : element.endpoints;
    if (ends.length < 2 || ends.includes('')) {
      this.fault(element, `${element.of} without two ends`);
      return;
    }
    // A hyperedge becomes a link from its first end to each other.
    if (element.of === 'hyperedge') element.add('hyperedge', element.open.attributes.id ?? String(element.open.line));
    else if (element.open.attributes.id !== undefined && !isPositional(element.open.attributes.id)) element.add('id', element.open.attributes.id);
    for (const end of ends.slice(1)) this.items.push(element.edge(this.keys, element.of === 'edge' && usual, ends[0] ?? '', end));
  }

  private fault(element: Element, detail: string): void {
    this.items.push({ kind: 'fault', row: element.open.line, detail, cells: Object.values(element.open.attributes) });
  }
}

/** Streams a GraphML file: keys, nested graphs, ports, hyperedges, and what yEd draws. */
export function readGraphml(bytes: Bytes, encoding: string | null): GraphWalk {
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
