import type { EdgeData, NodeData } from '../elements';

/** Class of the elements that Cytoscape draws while the graphics card draws all others. */
export const LEFT = 'left';

/** So many items, and so many lines, can be left to Cytoscape without making it slow; of more the rest is drawn in the form of its family. */
const MOST_LEFT = 600;

/** Frames that hold words, pictures and closed groups have looks of their own. */
const hasOwnLook = ({ as, held }: NodeData): boolean => as !== undefined || held !== undefined;

/** A line from an item to itself is a loop. */
const isLoop = ({ source, target }: EdgeData): boolean => source === target;

/** Ids of the elements that are not drawn by the graphics card but by Cytoscape, as on small charts. */
export function leftToCytoscape(nodes: readonly NodeData[], edges: readonly EdgeData[]): { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  const ids = (all: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(all.slice(0, MOST_LEFT).map(({ id }) => id));
  return { nodes: ids(nodes.filter(hasOwnLook)), edges: ids(edges.filter(isLoop)) };
}
