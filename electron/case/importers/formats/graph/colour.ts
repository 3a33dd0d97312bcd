/** Names of colours that graph files use, as CSS and Graphviz mean them. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', lime: '#00ff00', blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500', purple: '#800080', violet: '#ee82ee', magenta: '#ff00ff',
  cyan: '#00ffff', pink: '#ffc0cb', brown: '#a52a2a', gray: '#808080', grey: '#808080', lightgray: '#d3d3d3', lightgrey: '#d3d3d3', darkgray: '#a9a9a9', darkgrey: '#a9a9a9', navy: '#000080', navyblue: '#000080', teal: '#008080',
  turquoise: '#40e0d0', gold: '#ffd700', maroon: '#800000', olive: '#808000', silver: '#c0c0c0', skyblue: '#87ceeb', lightblue: '#add8e6', darkblue: '#00008b', lightgreen: '#90ee90', darkgreen: '#006400', darkred: '#8b0000',
  salmon: '#fa8072', tomato: '#ff6347', steelblue: '#4682b4', forestgreen: '#228b22', royalblue: '#4169e1', crimson: '#dc143c', indigo: '#4b0082', beige: '#f5f5dc', tan: '#d2b48c', coral: '#ff7f50', khaki: '#f0e68c', orchid: '#da70d6', plum: '#dda0dd',
};

const two = (value: number): string => Math.max(0, Math.min(255, Math.round(value))).toString(16).padStart(2, '0');

/** "#rrggbb" of three parts from 0 to 255; undefined when one is no number. */
export function rgb(red: string | undefined, green: string | undefined, blue: string | undefined): string | undefined {
  const parts = [red, green, blue].map((part) => (part === undefined || part.trim() === '' ? Number.NaN : Number(part)));
  return parts.every((part) => Number.isFinite(part)) ? `#${parts.map(two).join('')}` : undefined;
}

/** "#rrggbb" of "#f00", "#FF0000", "#ff0000ff", "rgb(255, 0, 0)" or "red"; undefined for all else. */
export function colourOf(text: string | undefined): string | undefined {
  const plain = (text ?? '').trim().toLowerCase();
  if (plain === '' || plain.length > 40) return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain);
  if (short) return `#${[short[1], short[2], short[3]].map((digit) => `${digit ?? ''}${digit ?? ''}`).join('')}`;
  const long = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(plain);
  if (long) return `#${long[1] ?? ''}`;
  const parts = /^rgba?\(\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)/.exec(plain);
  if (parts) return rgb(parts[1], parts[2], parts[3]);
  const name = plain.replaceAll(/[\s_]/g, '');
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}
