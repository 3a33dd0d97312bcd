/** One layout as menus and the palette show it. */
export interface OfferedLayout {
  readonly id: LayoutId;
  /** Key of its name in the translation namespace "canvas". */
  readonly label: string;
  /** Name of its glyph in resources/icons/glyphs.json. */
  readonly icon: string;
  /** Largest number of free items for which it is worth its time; null when any. */
  readonly limit: number | null;
}

export const LAYOUT_IDS = ['standard', 'cola', 'hierarchy', 'concentric', 'circle', 'grid'] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];

/** All layouts, in the order of the menu. What they do is in the files of the same names, which only the worker loads. */
export const LAYOUTS: readonly OfferedLayout[] = [
  { id: 'standard', label: 'layout.standard', icon: 'graph-outline', limit: null },
  { id: 'cola', label: 'layout.cola', icon: 'auto-fix', limit: 150 },
  { id: 'hierarchy', label: 'layout.hierarchy', icon: 'sitemap-outline', limit: 3000 },
  { id: 'concentric', label: 'layout.concentric', icon: 'target', limit: null },
  { id: 'circle', label: 'layout.circle', icon: 'dots-circle', limit: null },
  { id: 'grid', label: 'layout.grid', icon: 'view-grid-outline', limit: null },
];
