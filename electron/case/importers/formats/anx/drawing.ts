import i2 from '../../../../../resources/vocabularies/i2.json';
import type { ItemStyle } from '../../../../../shared/model/drawing';
import { foldHeading } from '../../../../../shared/schema/heading';

const ICONS: Readonly<Record<string, string>> = i2.icons;
const LINES: Readonly<Record<string, NonNullable<ItemStyle['line']>>> = { DotStyleDashed: 'dashed', DotStyleDashDot: 'dashed', DotStyleDashDotDot: 'dotted', DotStyleDotted: 'dotted' };
const SIZES: Readonly<Record<string, number>> = { ICEnlargeHalf: 0.5, ICEnlargeDouble: 2, ICEnlargeTriple: 3, ICEnlargeQuadruple: 4 };

/** A number as these files write it: decimal, or hexadecimal with 0x. */
export function numberOf(text: string | undefined): number | null {
  const written = (text ?? '').trim();
  if (!/^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[0-9a-f]+)$/i.test(written)) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}

/** "#rrggbb" of a colour number, whose lowest byte is red. Black is what every line and type has that nobody coloured, and is none. */
export function colourOf(text: string | undefined): string | undefined {
  const value = numberOf(text);
  if (value === null || !Number.isInteger(value) || value <= 0 || value > 0xff_ff_ff) return undefined;
  const byte = (at: number): string => ((value >>> at) & 255).toString(16).padStart(2, '0');
  return `#${byte(0)}${byte(8)}${byte(16)}`;
}

/** Glyph for the name of an icon or, failing that, of a kind; undefined when none comes near. */
export function glyphOf(name: string | undefined): string | undefined {
  const folded = foldHeading(name ?? '');
  return Object.hasOwn(ICONS, folded) ? ICONS[folded] : undefined;
}

/** How a line is drawn; undefined for a whole one, as all are. */
export const lineOf = (dots: string | undefined): ItemStyle['line'] => (dots !== undefined && Object.hasOwn(LINES, dots) ? LINES[dots] : undefined);

export function sizeOf(enlargement: string | undefined): number | undefined {
  return enlargement !== undefined && Object.hasOwn(SIZES, enlargement) ? SIZES[enlargement] : undefined;
}

/** Width of a line that is wider than the usual 1. */
export function widthOf(text: string | undefined): number | undefined {
  const value = numberOf(text);
  return value === null || value <= 0 || value === 1 ? undefined : Math.min(20, Math.max(0.5, value));
}

/** A style without what is not said; undefined when nothing is. */
export function styleOf(parts: { readonly [key in keyof ItemStyle]: ItemStyle[key] | undefined }): ItemStyle | undefined {
  const said = Object.entries(parts).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : (Object.fromEntries(said) as ItemStyle);
}

/** Distance between neighbours that a chart of Knoop has, and how far a file's may be from it before its drawing is stretched or shrunk. */
const USUAL = 100;
const NARROW = 40;
const WIDE = 300;
/** Points that are measured of a large drawing. */
const SAMPLE = 2000;

/** Factor that brings the neighbours of a drawing to about their usual distance; 1 where they are near enough already. `points`: x, y, x, y … */
export function scaleOf(points: readonly number[]): number {
  const count = points.length / 2;
  if (count < 2) return 1;
  // Sorted by x, the nearest neighbour stands within as many places as its distance leaves room for.
  const order = Array.from({ length: count }, (_, at) => at).toSorted((a, b) => (points[2 * a] ?? 0) - (points[2 * b] ?? 0));
  const nearest: number[] = [];
  const step = Math.max(1, Math.floor(count / SAMPLE));
  for (let place = 0; place < count; place += step) {
    const x = points[2 * (order[place] ?? 0)] ?? 0;
    const y = points[2 * (order[place] ?? 0) + 1] ?? 0;
    let best = Number.POSITIVE_INFINITY;
    for (const direction of [-1, 1]) {
      for (let other = place + direction, looks = 0; other >= 0 && other < count && looks < SAMPLE; other += direction, looks += 1) {
        const dx = Math.abs((points[2 * (order[other] ?? 0)] ?? 0) - x);
        if (dx >= best) break;
        const distance = Math.hypot(dx, (points[2 * (order[other] ?? 0) + 1] ?? 0) - y);
        if (distance > 0) best = Math.min(best, distance);
      }
    }
    if (Number.isFinite(best)) nearest.push(best);
  }
  const middle = nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)];
  return middle === undefined || (middle >= NARROW && middle <= WIDE) ? 1 : USUAL / middle;
}
