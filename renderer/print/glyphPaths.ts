const files = import.meta.glob<Readonly<Record<string, string>>>('../../resources/icons/glyphs.json', { eager: true, import: 'default' });

/** SVG paths of all signs by name, 24 × 24. */
export const glyphs: Readonly<Record<string, string>> = Object.values(files)[0] ?? {};

/** Side of a sign in its frame, chart units. */
export const GLYPH = 20;
