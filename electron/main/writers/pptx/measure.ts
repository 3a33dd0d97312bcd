import type { CitedText } from '../../../../shared/briefing/document';

/** Inches. */
export const SLIDE = { width: 13.333, height: 7.5, left: 0.6, top: 1.35, bottom: 6.72 } as const;
export const TEXT_WIDTH = SLIDE.width - 2 * SLIDE.left;
export const TEXT_HEIGHT = SLIDE.bottom - SLIDE.top;

/** Mean width of a sign as a share of its size, and height of a line; a little much, so that nothing runs over. */
const SIGN = 0.52;
const LINE = 1.2;

/** Estimated height of a text, inches. `size` in points. */
export function textHeight(text: string, width: number, size: number): number {
  const perLine = Math.max(1, Math.floor((width * 72) / (size * SIGN)));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / perLine)), 0);
  return (lines * size * LINE) / 72;
}

/** The words of a cited text with its numbers, as they take room. */
export const wordsOf = (part: CitedText): string => `${part.text}${(part.notes ?? []).join(',')}${part.sources.length > 0 ? `[${part.sources.join(', ')}]` : ''}`;

/** Cuts a text at blanks into pieces of at most so many signs. */
function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while ([...rest].length > most) {
    const head = [...rest].slice(0, most).join('');
    const blank = head.lastIndexOf(' ');
    const cut = blank > most / 2 ? blank : head.length;
    found.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...found, rest];
}

/** A text that may be longer than a slide as texts that are not; its citations go with the last. */
export function splitText(part: CitedText, most: number): readonly CitedText[] {
  const texts = pieces(part.text, most);
  return texts.map((text, index) => (index === texts.length - 1 ? { ...part, text } : { ...part, text, sources: [], notes: [] }));
}

/** Puts things of known height on pages of at most `room`, in order, the first of them smaller by `before`; what is higher than a page gets one by itself. */
export function paged<T>(things: readonly T[], heightOf: (thing: T) => number, room: number, before = 0): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let left = 0;
  let own = room - before;
  for (const thing of things) {
    const height = heightOf(thing);
    const last = pages.at(-1);
    if (last === undefined || height > left) {
      pages.push([thing]);
      left = own - height;
      own = room;
    } else {
      last.push(thing);
      left -= height;
    }
  }
  return pages;
}
