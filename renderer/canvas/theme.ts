import type { Family } from '../../shared/schema/types';

/** print: white paper, as figures are printed. */
export type ThemeName = 'light' | 'dark' | 'print';

export interface Tone {
  /** Ring and glyph. */
  readonly ink: string;
  /** Pale fill of the disc. */
  readonly tint: string;
}

export interface Theme {
  readonly name: ThemeName;
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly danger: string;
  readonly amber: string;
  /** Count of sources: figure on a dark disc. */
  readonly badge: string;
  readonly badgeText: string;
  readonly pill: string;
  readonly pillBorder: string;
  readonly families: Readonly<Record<Family, Tone>>;
}

/**
 * The hues of the families differ in lightness as well, and each family has its own shape: no one needs the colour to tell
 * them apart, and a print in black and white keeps them distinct.
 */
const SCREENS: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    name: 'light', background: '#fbfcfd', text: '#1c2127', quiet: '#5f6b7c', line: '#a3acb8', accent: '#2d72d2', danger: '#b3242e', amber: '#d1980b',
    badge: '#404854', badgeText: '#ffffff', pill: '#ffffff', pillBorder: '#c5cbd3',
    families: {
      people: { ink: '#1a64ab', tint: '#e1eefa' },
      organisations: { ink: '#6f43b0', tint: '#ece5f8' },
      places: { ink: '#217a46', tint: '#e0f2e7' },
      transport: { ink: '#b9540b', tint: '#fdeada' },
      communication: { ink: '#0b7b7b', tint: '#dcf3f2' },
      money: { ink: '#6f6f0c', tint: '#f3f3d4' },
      goods: { ink: '#75502f', tint: '#f1e6da' },
      events: { ink: '#b3242e', tint: '#fce3e3' },
      documents: { ink: '#56606e', tint: '#eceff3' },
    },
  },
  dark: {
    name: 'dark', background: '#1c2127', text: '#f0f2f5', quiet: '#abb3bf', line: '#66728a', accent: '#5b9bf0', danger: '#f0696f', amber: '#e6b53d',
    badge: '#d3d8de', badgeText: '#1c2127', pill: '#2f343c', pillBorder: '#5f6b7c',
    families: {
      people: { ink: '#7bb5ef', tint: '#1d3450' },
      organisations: { ink: '#bb9cf0', tint: '#35294d' },
      places: { ink: '#72cb94', tint: '#1c3d2a' },
      transport: { ink: '#f2a366', tint: '#4a2f18' },
      communication: { ink: '#5ccaca', tint: '#153d3f' },
      money: { ink: '#d0d062', tint: '#3a3a17' },
      goods: { ink: '#d3ab85', tint: '#403023' },
      events: { ink: '#f58a8a', tint: '#4d2328' },
      documents: { ink: '#b6c0cc', tint: '#343b45' },
    },
  },
};

/** On paper, and on a projector in a light room: no tint of the ground, lines dark enough for a copier. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  ...SCREENS,
  print: { ...SCREENS.light, name: 'print', background: '#ffffff', text: '#111418', quiet: '#404854', line: '#737e8c', badge: '#2f343c', pillBorder: '#8f99a8' },
};
