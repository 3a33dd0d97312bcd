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
const FITTED = 40;

/** The rectangle round two. */
const around = (a: Placed, b: Placed): Placed => ({ left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) });

/** How high a window must be to show a rectangle. */
const windowHeight = ({ left, right, top, bottom }: Placed): number => Math.max((right - left) / ASPECT, bottom - top);

/** What a place costs a block, given what is taken so far as one rectangle: the lower, the better. */
type Cost = (spot: Placed, taken: Placed) => number;

/** Near the middle. Above one, `flatness` favours the sides. */
const nearMiddle = (flatness: number): Cost => ({ left, right, top, bottom }) => Math.hypot((left + right) / 2 / flatness, (top + bottom) / 2);

/** Into the corners that are free already: what all blocks together ask of the window first, then near the middle. */
const inCorners: Cost = (spot, taken) => windowHeight(around(taken, spot)) + nearMiddle(ASPECT)(spot, taken) / 1000;

/** The cheapest place along the edges of what is there, where a block takes no other's room. */
function fitted(width: number, height: number, placed: readonly Placed[], cost: Cost): Placed {
  // Blocks of one size share edges: each is tried once.
  const edgesX = new Set([0, ...placed.flatMap((other) => [other.left, other.right])]);
  const edgesY = new Set([0, ...placed.flatMap((other) => [other.top, other.bottom])]);
  const taken = placed.reduce(around, placed[0] ?? { left: 0, top: 0, right: 0, bottom: 0 });
  let best: Placed | null = null;
  let bestCost = Infinity;
  for (const edgeX of edgesX) {
    for (const edgeY of edgesY) {
      for (const left of [edgeX, edgeX - width, edgeX - width / 2]) {
        for (const top of [edgeY, edgeY - height, edgeY - height / 2]) {
          const spot = { left, right: left + width, top, bottom: top + height };
          const own = cost(spot, taken);
          if (own >= bestCost || placed.some((other) => clash(spot, other))) continue;
          best = spot;
          bestCost = own;
        }
      }
    }
  }
  if (best) return best;
  const right = Math.max(0, ...placed.map((other) => other.right));
  return { left: right, right: right + width, top: -height / 2, bottom: height / 2 };
}

/** Ways of packing that are tried where blocks are few, and how few that is. */
const WAYS: readonly Cost[] = [nearMiddle(ASPECT), inCorners, nearMiddle(0.6), nearMiddle(0.9), nearMiddle(1.2), nearMiddle(2.4)];
const FEW = 24;

/** Packs in several ways and takes the one that is shown largest: what is best depends on the shapes of all blocks. */
function closest(blocks: readonly Block[]): Placed[] {
  const ways = (blocks.length <= FEW ? WAYS : WAYS.slice(0, 1)).map((cost) => {
    const placed: Placed[] = [];
    for (const { width, height } of blocks) placed.push(fitted(width, height, placed, cost));
    return placed;
  });
  const asked = (way: readonly Placed[]): number => windowHeight(way.reduce(around));
  return blocks.length === 0 ? [] : ways.reduce((best, way) => (asked(way) < asked(best) ? way : best));
}

/**
 * Centres for blocks so that none overlaps, packed so that a window shows them as large as it can; the first comes in or near the middle.
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
