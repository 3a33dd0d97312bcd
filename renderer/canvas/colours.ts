/** Colours are "#rrggbb" throughout. */
type Channels = readonly [number, number, number];

const channels = (colour: string): Channels => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0) as unknown as Channels;

/** Relative luminance of WCAG, 0 (black) to 1 (white). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 (none) to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Few colours are asked for again and again, for each of thousands of items; what was reckoned is kept, up to so many. */
const MOST_KNOWN = 4096;
const known = new Map<string, string>();

function once(key: string, reckon: () => string): string {
  let colour = known.get(key);
  if (colour === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (colour = reckon()));
  }
  return colour;
}

/** `part` (0 to 1) of `b` in `a`. */
export const mixed = (a: string, b: string, part: number): string => once(`${a} ${b} ${part}`, () => mixture(a, b, part));

function mixture(a: string, b: string, part: number): string {
  const other = channels(b);
  return `#${channels(a).map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * part).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour, moved towards that of text until it stands off the background: a line that was drawn in yellow on another program's paper can be seen on this one. */
export const visibleOn = (colour: string, background: string, text: string): string => once(`${colour} on ${background} ${text}`, () => {
  let seen = colour;
  for (let step = 0; step < 8 && contrast(seen, background) < 1.8; step += 1) seen = mixture(seen, text, 0.15);
  return seen;
});

/** Black or white, whichever is read better on the colour. */
export const inkOn = (colour: string): string => once(colour, () => (contrast(colour, '#ffffff') >= contrast(colour, '#1c2127') ? '#ffffff' : '#1c2127'));
