import { Failure } from '../../../../shared/contract/failure';
import type { XmlEvent } from '../xml';

/** One element of an XML document with all that is in it. */
export interface Element {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Text directly inside, untrimmed. */
  readonly text: string;
  readonly line: number;
  /** True when it held more than a record ever does, and was cut. */
  readonly cut: boolean;
}

interface Growing {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Growing[];
  text: string;
  line: number;
  cut: boolean;
}

/** Elements inside one record. */
const MOST = 100_000;

/** What a faulty end of a document looks like: where, and why. */
export interface Fault {
  readonly line: number;
  readonly why: string;
}

/**
 * The elements with one of these names, each whole, in the order in which they close; one that stands inside another is a part of that one only.
 * One batch per piece of the document, so that its size does not matter. Ends quietly at a fault in the document after telling `faulty`.
 */
export function* elementsNamed(events: Iterable<readonly XmlEvent[]>, names: ReadonlySet<string>, faulty: (fault: Fault) => void): Generator<readonly Element[]> {
  const open: Growing[] = [];
  let count = 0;
  try {
    for (const batch of events) {
      const found: Element[] = [];
      for (const event of batch) {
        if (event.kind === 'open') {
          if (open.length === 0 && !names.has(event.name)) continue;
          const element: Growing = { name: event.name, attributes: event.attributes, children: [], text: '', line: event.line, cut: false };
          const outer = open.at(-1);
          count = outer === undefined ? 0 : count + 1;
          if (count < MOST) outer?.children.push(element);
          else if (open[0] !== undefined) open[0].cut = true;
          open.push(element);
          continue;
        }
        const closed = open.pop();
        if (closed === undefined) continue;
        closed.text = event.text;
        if (open.length === 0) found.push(closed);
      }
      yield found;
    }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'fileNotThisFormat') throw error;
    const { line, why } = error.details as { line?: unknown; why?: unknown };
    faulty({ line: typeof line === 'number' ? line : 0, why: typeof why === 'string' ? why : '' });
  }
}

/** Children of an element with this name. */
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] => element?.children.filter((child) => child.name === name) ?? [];

/** The first child with this name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined => element?.children.find((child) => child.name === name);

/** Every element inside, at any depth, in the document's order. */
export function* within(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* within(child);
  }
}
