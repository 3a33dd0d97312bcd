/** SVG path data of each glyph on a 24 × 24 field, by name. */
export type Glyphs = Readonly<Record<string, string>>;

/** Makes the picture of a glyph in one colour as a data URI, once per glyph and colour. Empty when there is no such glyph. */
export function glyphPainter(glyphs: Glyphs): (icon: string, colour: string) => string {
  const painted = new Map<string, string>();
  return (icon, colour) => {
    const path = Object.hasOwn(glyphs, icon) ? glyphs[icon] : undefined;
    if (!path) return '';
    const key = `${icon} ${colour}`;
    let uri = painted.get(key);
    if (!uri) {
      // Cytoscape draws an SVG without a size of its own at nothing or blurred, so both are given.
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24"><path fill="${colour}" d="${path}"/></svg>`;
      uri = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
      painted.set(key, uri);
    }
    return uri;
  };
}

const WRITTEN = /^<svg [^>]*><path fill="([^"]*)" d="([^"]*)"\/><\/svg>$/;
const HEAD = 'data:image/svg+xml;utf8,';

/** The path and the colour of a picture that the painter made; null for any other. */
export function readGlyph(uri: string): { readonly path: string; readonly colour: string } | null {
  const [, colour, path] = uri.startsWith(HEAD) ? WRITTEN.exec(decodeURIComponent(uri.slice(HEAD.length))) ?? [] : [];
  return colour === undefined || path === undefined ? null : { path, colour };
}
