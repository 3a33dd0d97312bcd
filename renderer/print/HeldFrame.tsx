import type { ReactElement } from 'react';
import type { Family } from '../../shared/schema/types';
import { ownTone, toneOf } from './figureInk';
import { MARK, type DrawnNode } from './figureLayout';

/** Room round a mark with its name under it, CSS px. */
const AIR = 6;
const POINT = 10;

/** The outline that holds an item's mark and name where that is what stands for it on its chart: under lines, as large as both need. */
export function HeldFrame({ drawn: { node, x, y, label }, scale, size }: { drawn: DrawnNode; scale: number; size: number }): ReactElement | null {
  if (node.as !== 'box' && node.as !== 'circle' && node.as !== 'eventFrame') return null;
  const { ink } = node.colour === undefined ? toneOf(node.family as Family) : ownTone(node.colour);
  const half = Math.max((MARK * scale) / 2 + AIR * 2, size * 4.4);
  const top = y - (MARK * scale) / 2 - AIR;
  const bottom = y + (MARK * scale) / 2 + AIR + (label === null ? 0 : size * (label.key === '' ? 1.5 : 2.6) + (label.lines.length - 1) * size * 1.15);
  const look = { fill: ink, fillOpacity: 0.04, stroke: ink, strokeWidth: 1.1 };
  if (node.as === 'box') return <rect x={x - half} y={top} width={half * 2} height={bottom - top} rx={5} {...look} />;
  if (node.as === 'circle') return <ellipse cx={x} cy={(top + bottom) / 2} rx={half} ry={Math.max(half * 0.8, (bottom - top) / 2 + AIR)} {...look} />;
  return <polygon points={`${x - half},${top} ${x + half},${top} ${x + half + POINT},${(top + bottom) / 2} ${x + half},${bottom} ${x - half},${bottom}`} {...look} />;
}
