/** A rectangle to pack, in chart units. */
export interface Block {
  readonly width: number;
  readonly height: number;
}

/** The chart is wider than it is high, as the window is. */
const ASPECT = 1.6;

interface Placed { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const clash = (a: Placed, b: Placed): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Beyond this many, blocks are small and alike: they are set in rows under the rest. */
const FITTED = 60;

/** How much nearness to the middle counts beside the size of the whole. */
const NEARNESS = 0.3;

/** How far from the middle something reaches, as a part of a window's height. */
const reach = ({ left, top, right, bottom }: Placed): number => Math.max(-left / ASPECT, right / ASPECT, -top, bottom);

/** The place along the edges of what is there that keeps the whole smallest, then nearest to the middle, where a block takes no other's room. */
function fitted(width: number, height: number, placed: readonly Placed[]): Placed {
  const reached = Math.max(0, ...placed.map(reach));
  const edgesX = [0, ...placed.flatMap((other) => [other.left, other.right])];
  const edgesY = [0, ...placed.flatMap((other) => [other.top, other.bottom])];
  let best: Placed | null = null;
  let bestCost = Infinity;
  for (const edgeX of edgesX) {
    for (const edgeY of edgesY) {
      for (const left of [edgeX, edgeX - width, edgeX - width / 2]) {
        for (const top of [edgeY, edgeY - height, edgeY - height / 2]) {
          const spot = { left, right: left + width, top, bottom: top + height };
          const cost = Math.max(reached, reach(spot)) + NEARNESS * Math.hypot((left + width / 2) / ASPECT, top + height / 2);
          if (cost >= bestCost) continue;
          if (placed.some((other) => clash(spot, other))) continue;
          best = spot;
          bestCost = cost;
        }
      }
    }
  }
  if (best) return best;
  const right = Math.max(0, ...placed.map((other) => other.right));
  return { left: right, right: right + width, top: -height / 2, bottom: height / 2 };
}

/**
 * Centres for blocks so that none overlaps, packed close round the first, which comes in the middle.
 * Blocks should come largest first.
 */
export function packAround(blocks: readonly Block[], gap: number): { x: number; y: number }[] {
  const placed: Placed[] = [];
  for (const { width, height } of blocks.slice(0, FITTED)) placed.push(fitted(width + gap, height + gap, placed));
  const left = Math.min(0, ...placed.map((other) => other.left));
  const right = Math.max(0, ...placed.map((other) => other.right));
  const rowWidth = Math.max(right - left, Math.sqrt(blocks.slice(FITTED).reduce((sum, block) => sum + (block.width + gap) * (block.height + gap), 0)) * ASPECT);
  let top = Math.max(0, ...placed.map((other) => other.bottom));
  let next = left;
  let rowHeight = 0;
  for (const block of blocks.slice(FITTED)) {
    const width = block.width + gap;
    if (next > left && next + width > left + rowWidth) {
      top += rowHeight;
      next = left;
      rowHeight = 0;
    }
    placed.push({ left: next, right: next + width, top, bottom: top + block.height + gap });
    next += width;
    rowHeight = Math.max(rowHeight, block.height + gap);
  }
  return placed.map((spot) => ({ x: (spot.left + spot.right) / 2, y: (spot.top + spot.bottom) / 2 }));
}
