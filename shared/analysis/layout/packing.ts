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

/** The place nearest to the middle, along the edges of what is there, where a block takes no other's room. Above one, `flatness` favours the sides. */
function fitted(width: number, height: number, placed: readonly Placed[], flatness: number): Placed {
  const edgesX = [0, ...placed.flatMap((other) => [other.left, other.right])];
  const edgesY = [0, ...placed.flatMap((other) => [other.top, other.bottom])];
  let best: Placed | null = null;
  let bestCost = Infinity;
  for (const edgeX of edgesX) {
    for (const edgeY of edgesY) {
      for (const left of [edgeX, edgeX - width, edgeX - width / 2]) {
        for (const top of [edgeY, edgeY - height, edgeY - height / 2]) {
          const cost = Math.hypot((left + width / 2) / flatness, top + height / 2);
          if (cost >= bestCost) continue;
          const spot = { left, right: left + width, top, bottom: top + height };
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

/** Ways of packing that are tried where blocks are few, and how few that is. */
const FLATNESSES = [ASPECT, 0.6, 0.9, 1.2, 2.4];
const FEW = 24;

/** How high a window must be to show all. */
function windowHeight(placed: readonly Placed[]): number {
  const width = Math.max(...placed.map((spot) => spot.right)) - Math.min(...placed.map((spot) => spot.left));
  const height = Math.max(...placed.map((spot) => spot.bottom)) - Math.min(...placed.map((spot) => spot.top));
  return Math.max(width / ASPECT, height);
}

/** Packs in several ways and takes the one that is shown largest: what is best depends on the shapes of all blocks. */
function closest(blocks: readonly Block[]): Placed[] {
  const ways = (blocks.length <= FEW ? FLATNESSES : FLATNESSES.slice(0, 1)).map((flatness) => {
    const placed: Placed[] = [];
    for (const { width, height } of blocks) placed.push(fitted(width, height, placed, flatness));
    return placed;
  });
  return ways.reduce((best, way) => (windowHeight(way) < windowHeight(best) ? way : best));
}

/**
 * Centres for blocks so that none overlaps, packed close round the first, which comes in the middle.
 * Blocks should come largest first.
 */
export function packAround(blocks: readonly Block[], gap: number): { x: number; y: number }[] {
  const placed = closest(blocks.slice(0, FITTED).map(({ width, height }) => ({ width: width + gap, height: height + gap })));
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
