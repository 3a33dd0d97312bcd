/** One layout as menus and the palette show it. */
export interface OfferedLayout {
  readonly id: LayoutId;
  /** Key of its name in the translation namespace "canvas". */
  readonly label: string;
  /** Name of its glyph in resources/icons/glyphs.json. */
  readonly icon: string;
  /** Largest number of free items for which it is worth its time; null when any. */
  readonly limit: number | null;
  /** Which part of the menu it is in: by lines, in blocks by what items are, in a form. */
  readonly part: 'lines' | 'blocks' | 'forms';
}

export const LAYOUT_IDS = ['standard', 'cola', 'hubs', 'hierarchy', 'sequence', 'byType', 'byCategory', 'byGrading', 'byCommunity', 'byProperty', 'concentric', 'circle', 'circleByType', 'circleByCommunity', 'grid'] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];

/** All layouts, in the order of the menu. What they do is in the files of the same names, which only the worker loads. */
export const LAYOUTS: readonly OfferedLayout[] = [
  { id: 'standard', label: 'layout.standard', icon: 'graph-outline', limit: null, part: 'lines' },
  { id: 'cola', label: 'layout.cola', icon: 'auto-fix', limit: 150, part: 'lines' },
  { id: 'hubs', label: 'layout.hubs', icon: 'hub-outline', limit: null, part: 'lines' },
  { id: 'hierarchy', label: 'layout.hierarchy', icon: 'sitemap-outline', limit: 3000, part: 'lines' },
  { id: 'sequence', label: 'layout.sequence', icon: 'chart-timeline', limit: null, part: 'lines' },
  { id: 'byType', label: 'layout.byType', icon: 'shape-outline', limit: null, part: 'blocks' },
  { id: 'byCategory', label: 'layout.byCategory', icon: 'tag-outline', limit: null, part: 'blocks' },
  { id: 'byGrading', label: 'layout.byGrading', icon: 'certificate-outline', limit: null, part: 'blocks' },
  { id: 'byCommunity', label: 'layout.byCommunity', icon: 'account-group', limit: null, part: 'blocks' },
  { id: 'byProperty', label: 'layout.byProperty', icon: 'format-list-group', limit: null, part: 'blocks' },
  { id: 'concentric', label: 'layout.concentric', icon: 'target', limit: null, part: 'forms' },
  { id: 'circle', label: 'layout.circle', icon: 'dots-circle', limit: null, part: 'forms' },
  { id: 'circleByType', label: 'layout.circleByType', icon: 'circle-multiple-outline', limit: null, part: 'forms' },
  { id: 'circleByCommunity', label: 'layout.circleByCommunity', icon: 'vector-circle', limit: null, part: 'forms' },
  { id: 'grid', label: 'layout.grid', icon: 'view-grid-outline', limit: null, part: 'forms' },
];
