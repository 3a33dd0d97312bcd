import type { Strength } from '../../shared/model/strength';
import { THEMES, type Tone } from '../canvas/theme';
import type { Family } from '../../shared/schema/types';

const theme = THEMES.light;

/** Inks of a figure on paper: those of the canvas, with lines dark enough for a copier. */
export const INK = { text: '#111418', quiet: '#404854', line: '#737e8c', stub: '#8f99a8', pill: '#ffffff', pillBorder: '#8f99a8', badge: '#2f343c', badgeText: '#ffffff', danger: theme.danger, paper: '#ffffff' } as const;

/** Dashes by strength, CSS px: solid, dashed, dotted. */
export const DASHES: Readonly<Record<Strength, readonly number[]>> = { confirmed: [], unconfirmed: [5, 3], tentative: [0.1, 3] };

/** A neutral line that stands for what is held back. */
export const STUB_DASHES: readonly number[] = [1.2, 3.4];

/** Colours of a family; those of documents for a family of a newer Knoop. */
export function toneOf(family: string): Tone {
  return Object.hasOwn(theme.families, family) ? theme.families[family as Family] : theme.families.documents;
}
