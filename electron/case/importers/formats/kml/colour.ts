/** KML writes colours as opacity, blue, green, red; the rest of the world as "#rrggbb". What is no such colour stays as written. */
export function colourOf(written: string): string {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(written.trim());
  return parts === null ? written.trim() : `#${parts[4] ?? ''}${parts[3] ?? ''}${parts[2] ?? ''}`.toLowerCase();
}
