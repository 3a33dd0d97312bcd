import type { Strength } from '../../shared/model/strength';
import { contrast, inkOn, mixed } from '../canvas/colours';
import { THEMES, type Tone } from '../canvas/theme';
import type { Family } from '../../shared/schema/types';

const theme = THEMES.light;

/** Inks of a figure on paper: those of the canvas, with lines dark enough for a copier. */
export const INK = { text: '#111418', quiet: '#404854', line: '#737e8c', stub: '#8f99a8', pill: '#ffffff', pillBorder: '#8f99a8', badge: '#2f343c', badgeText: '#ffffff', danger: theme.danger, paper: '#ffffff' } as const;

/** The contrast with paper that a line needs to be seen on a copy. */
const SEEN = 3;

/** A colour of somebody's own, darkened until it stands off the paper. */
export function onPaper(colour: string): string {
  let seen = colour;
  for (let step = 0; step < 12 && contrast(seen, INK.paper) < SEEN; step += 1) seen = mixed(seen, INK.text, 0.15);
  return seen;
}

/** Dashes by strength, CSS px: solid, dashed, dotted. */
export const DASHES: Readonly<Record<Strength, readonly number[]>> = { confirmed: [], unconfirmed: [5, 3], tentative: [0.1, 3] };

/** A neutral line that stands for what is held back. */
export const STUB_DASHES: readonly number[] = [1.2, 3.4];

/** The colour that an item has of its own: its ring is as dark as paper needs, its sign is read on it. */
export const ownTone = (colour: string): Tone => ({ tint: colour, ink: onPaper(mixed(colour, inkOn(colour), 0.45)) });

/** Dashes of a line that has its own. */
export const OWN_DASHES: Readonly<Record<'solid' | 'dashed' | 'dotted', readonly number[]>> = { solid: DASHES.confirmed, dashed: DASHES.unconfirmed, dotted: DASHES.tentative };

/** Colours of a family; those of documents for a family of a newer Knoop. */
export function toneOf(family: string): Tone {
  return Object.hasOwn(theme.families, family) ? theme.families[family as Family] : theme.families.documents;
}
