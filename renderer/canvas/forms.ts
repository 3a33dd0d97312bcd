import type { Family } from '../../shared/schema/types';

/** Outline of a family's frame. Sizes in chart units; they differ so that all frames look equally large. */
export interface Form {
  readonly shape: 'ellipse' | 'round-rectangle' | 'hexagon' | 'octagon' | 'diamond' | 'rectangle' | 'polygon';
  readonly width: number;
  readonly height: number;
  /** For polygons: x, y pairs from -1 to 1. */
  readonly points?: readonly number[];
  /** How far the glyph stands off the middle, chart units. */
  readonly glyphY?: number;
  readonly glyphX?: number;
}

/** A circle that rises to a blunt point on top. */
const PINNED_CIRCLE: readonly number[] = Array.from({ length: 40 }, (_, i) => {
  const angle = (i / 40) * 2 * Math.PI - Math.PI / 2;
  const fromTop = Math.min(i, 40 - i);
  const radius = fromTop === 0 ? 1 : fromTop === 1 ? 0.93 : fromTop === 2 ? 0.89 : 0.87;
  return [Math.cos(angle) * radius * 1.08, Math.sin(angle) * radius + 0.06];
}).flat().map((value) => Math.round(Math.max(-1, Math.min(1, value)) * 1000) / 1000);

export const FORMS: Readonly<Record<Family, Form>> = {
  people: { shape: 'ellipse', width: 36, height: 36 },
  organisations: { shape: 'round-rectangle', width: 35, height: 35 },
  places: { shape: 'polygon', width: 38, height: 41, points: PINNED_CIRCLE, glyphY: 1 },
  transport: { shape: 'hexagon', width: 42, height: 36 },
  communication: { shape: 'octagon', width: 37, height: 37 },
  money: { shape: 'diamond', width: 43, height: 43 },
  goods: { shape: 'rectangle', width: 33, height: 33 },
  events: { shape: 'polygon', width: 40, height: 35, points: [-0.95, -0.95, 0.42, -0.95, 1, 0, 0.42, 0.95, -0.95, 0.95], glyphX: -4 },
  documents: { shape: 'polygon', width: 34, height: 38, points: [-0.9, -1, 0.3, -1, 0.9, -0.45, 0.9, 1, -0.9, 1], glyphY: 1 },
};
