import i2 from '../../../../../resources/vocabularies/i2.json';
import writing from '../../../../../resources/vocabularies/i2Writing.json';
import type { ItemStyle } from '../../../../../shared/model/drawing';
import type { Strength } from '../../../../../shared/model/strength';
import type { Language } from '../../../../../shared/values/kind';
import { partsOf } from '../../colours';

type Line = NonNullable<ItemStyle['line']>;

const ICONS: Readonly<Record<string, string>> = writing.icons;
const KNOWN = new Map(Object.entries(i2.icons).map(([icon, glyph]) => [glyph, icon]).toReversed() as [string, string][]);
/** The program's icon for what has none of its own. */
const GENERAL = 'general';
const DOTS: Readonly<Record<Line, string>> = { solid: 'DotStyleSolid', dashed: 'DotStyleDashed', dotted: 'DotStyleDotted' };
const USUAL: Readonly<Record<Strength, Line>> = { confirmed: 'solid', unconfirmed: 'dashed', tentative: 'dotted' };
const SIZES: readonly (readonly [number, string | null])[] = [[0.5, 'ICEnlargeHalf'], [1, null], [2, 'ICEnlargeDouble'], [3, 'ICEnlargeTriple'], [4, 'ICEnlargeQuadruple']];

/** "#rrggbb" as the number that charts hold, its lowest byte red. */
export function colourNumber(colour: string): number {
  const [red, green, blue] = partsOf(colour);
  return red + green * 256 + blue * 65_536;
}

/** Name of the program's icon that comes nearest to a glyph. */
export const iconOf = (glyph: string): string => (Object.hasOwn(ICONS, glyph) ? (ICONS[glyph] ?? GENERAL) : (KNOWN.get(glyph) ?? GENERAL));

/** The enlargement nearest to a size; null for the usual one. */
export function enlargementOf(size: number | undefined): string | null {
  if (size === undefined) return null;
  const near = SIZES.toSorted(([a], [b]) => Math.abs(a - size) - Math.abs(b - size));
  return near[0]?.[1] ?? null;
}

export interface ChartStrength {
  readonly name: string;
  readonly dots: string;
}

/** How strong a link is and how it is drawn are one thing in a chart: a line that was set otherwise makes a strength of its own. */
export function strengthOf(strength: Strength, line: ItemStyle['line'], language: Language): ChartStrength {
  const name = writing.strengths[strength][language];
  const drawn = line ?? USUAL[strength];
  return { name: drawn === USUAL[strength] ? name : `${name}, ${writing.lines[drawn][language]}`, dots: DOTS[drawn] };
}

export const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
