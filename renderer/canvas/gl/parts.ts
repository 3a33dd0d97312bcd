import type { Selection } from '../../case/selection';

/** What part an element plays in what is emphasised, one bit each; the shaders read the same bits. */
export const PART = { chosen: 1, near: 2, faded: 4, marked: 8, dimmed: 16, hovered: 32, aimed: 64, left: 128 } as const;

/** Items and lines by slot, and who they are. */
export interface PartsTarget {
  readonly nodeIds: readonly string[];
  readonly edgeIds: readonly string[];
  /** Slots of the two ends of each line. */
  endsOf(edge: number): readonly [number, number];
  nodeSlot(id: string): number | undefined;
  edgeSlot(id: string): number | undefined;
  readonly nodeParts: Uint8Array;
  readonly edgeParts: Uint8Array;
}

export interface Emphasised {
  readonly selection: Selection;
  readonly marked: ReadonlySet<string>;
  /** What a filter keeps; null: all. */
  readonly matching: ReadonlySet<string> | null;
  readonly hovered: string | null;
  /** The item that a line which is being drawn would end at. */
  readonly aimed: string | null;
}

/** With many items selected the lines among them would all shout. */
const MOST_NEAR = 30;

/** Writes the part of every element, as classes say it of few; elements that Cytoscape draws stay left to it. One pass over all. */
export function writeParts(target: PartsTarget, { selection, marked, matching, hovered, aimed }: Emphasised): void {
  const { nodeParts, edgeParts, nodeIds, edgeIds } = target;
  const nodes = nodeIds.length;
  const edges = edgeIds.length;
  for (let i = 0; i < nodes; i += 1) nodeParts[i]! &= PART.left;
  for (let i = 0; i < edges; i += 1) edgeParts[i]! &= PART.left;
  let chosen = 0;
  let chosenNodes = 0;
  for (const id of selection.entities) {
    const slot = target.nodeSlot(id);
    if (slot === undefined) continue;
    nodeParts[slot]! |= PART.chosen;
    chosen += 1;
    chosenNodes += 1;
  }
  for (const id of selection.lines) {
    const slot = target.edgeSlot(id);
    if (slot === undefined) continue;
    edgeParts[slot]! |= PART.chosen;
    chosen += 1;
  }
  if (chosen > 0) fadeAllBut(target, chosenNodes <= MOST_NEAR);
  if (matching !== null) {
    for (let i = 0; i < nodes; i += 1) if (!matching.has(nodeIds[i]!)) nodeParts[i]! |= PART.dimmed;
    for (let i = 0; i < edges; i += 1) if (!matching.has(edgeIds[i]!)) edgeParts[i]! |= PART.dimmed;
  }
  const note = (id: string | null, bit: number): void => {
    if (id === null) return;
    const node = target.nodeSlot(id);
    const edge = target.edgeSlot(id);
    if (node !== undefined) nodeParts[node]! |= bit;
    if (edge !== undefined) edgeParts[edge]! |= bit;
  };
  for (const id of marked) note(id, PART.marked);
  note(hovered, PART.hovered);
  note(aimed, PART.aimed);
}

/** Fades what is neither chosen nor next to it; lines at a chosen item are near where that is wished. */
function fadeAllBut(target: PartsTarget, near: boolean): void {
  const { nodeParts, edgeParts } = target;
  const kept = new Uint8Array(target.nodeIds.length);
  for (let edge = 0; edge < target.edgeIds.length; edge += 1) {
    const [from, to] = target.endsOf(edge);
    const own = (edgeParts[edge]! & PART.chosen) !== 0;
    const incident = ((nodeParts[from]! | nodeParts[to]!) & PART.chosen) !== 0;
    if (own || incident) {
      kept[from] = 1;
      kept[to] = 1;
      if (near && !own) edgeParts[edge]! |= PART.near;
    } else edgeParts[edge]! |= PART.faded;
  }
  for (let node = 0; node < kept.length; node += 1) if (kept[node] === 0 && (nodeParts[node]! & PART.chosen) === 0) nodeParts[node]! |= PART.faded;
}
