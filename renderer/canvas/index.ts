export { createCanvas } from './createCanvas';
export type { Appearance, Canvas, CanvasCallbacks, CanvasOptions, MenuRequest } from './canvas';
export type { LayoutOutcome } from './layoutRun';
export { ENTITY_IDS } from './drop';
export { LAYOUTS, type LayoutId, type OfferedLayout } from './layouts/offered';
export type { PlacedItem } from '../../shared/analysis/layout/placeNew';
export type { ThemeName } from './theme';
export type { Glyphs } from './glyph';
export type { Mode } from './gestures/pointer';
