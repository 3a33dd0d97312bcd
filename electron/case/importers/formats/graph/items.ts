import type { ItemStyle } from '../../../../../shared/model/drawing';

/** What a file says of a node or an edge under one name of its own. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** One node as a graph file has it, whatever the format. */
export interface GraphNode {
  readonly kind: 'node';
  /** Line of the file, from 1. */
  readonly row: number;
  /** By which edges point at it, within this file. */
  readonly id: string;
  /** Text that the format itself means to be shown; null when there is none. */
  readonly label: string | null;
  readonly attributes: readonly Attribute[];
  /** Chart units, y down. */
  readonly place?: { readonly x: number; readonly y: number };
  readonly style?: ItemStyle;
  /** Ids of the nodes that it lies in. */
  readonly parents?: readonly string[];
}

/** One edge as a graph file has it. */
export interface GraphEdge {
  readonly kind: 'edge';
  readonly row: number;
  readonly from: string;
  readonly to: string;
  /** Text or kind that the format itself has for it; null when there is none. */
  readonly label: string | null;
  /** True when the file says that it runs from one to the other. */
  readonly directed: boolean;
  readonly attributes: readonly Attribute[];
  readonly style?: ItemStyle;
}

/** A part of the file that cannot be read. */
export interface GraphFault {
  readonly kind: 'fault';
  readonly row: number;
  /** Short, in English, for people to see. */
  readonly detail: string;
  readonly cells: readonly string[];
}

export type GraphItem = GraphNode | GraphEdge | GraphFault;

/** One walk over a graph file. */
export interface GraphWalk {
  /** Batches of what the file says, in its order. Throws Failure fileNotThisFormat {line, why} where it cannot go on. */
  items(): Generator<readonly GraphItem[]>;
  /** Bytes of the document read so far. */
  done(): number;
}
