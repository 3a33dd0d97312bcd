import type { ItemStyle } from '../../../../../shared/model/drawing';
import { colourOf } from './colour';

/** Diameter that a node of the usual size has on a chart, in chart units. */
const USUAL = 40;

interface Drawn {
  readonly colour?: string | undefined;
  /** Diameter in the units of the file's positions. */
  readonly diameter?: number | undefined;
  readonly width?: string | undefined;
  readonly line?: string | undefined;
}

const LINES: Readonly<Record<string, 'solid' | 'dashed' | 'dotted'>> = { solid: 'solid', line: 'solid', dashed: 'dashed', dash: 'dashed', dots: 'dotted', dotted: 'dotted', dot: 'dotted', double: 'solid' };

/** How the file draws something, within what charts can draw; undefined when it says nothing of that. */
export function styleOf({ colour, diameter, width, line }: Drawn): ItemStyle | undefined {
  const fill = colourOf(colour);
  const thick = width === undefined || width.trim() === '' ? Number.NaN : Number(width);
  const kind = LINES[(line ?? '').trim().toLowerCase()];
  const style: ItemStyle = {
    ...(fill === undefined ? {} : { colour: fill }),
    ...(diameter === undefined || !Number.isFinite(diameter) || diameter <= 0 ? {} : { size: Math.max(0.25, Math.min(8, diameter / USUAL)) }),
    ...(Number.isFinite(thick) && thick > 0 ? { width: Math.max(0.5, Math.min(20, thick)) } : {}),
    ...(kind === undefined ? {} : { line: kind }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

/** A number as files write coordinates; undefined for all else. */
export function coordinate(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return Number.isFinite(value) && Math.abs(value) < 1e9 ? value : undefined;
}
