/** Shortens a text with "…" to a width, measured once per text and font. */
export class Ellipsis {
  private readonly cut = new Map<string, { text: string; width: number }>();

  /** The text as it fits `limit` pixels in the context's present font, with its width. `font` names that font in the memory, `use` one of several limits for it. */
  fit(context: CanvasRenderingContext2D, font: string, text: string, limit: number, use = ''): { text: string; width: number } {
    const key = `${font}${use}\u0000${text}`;
    const known = this.cut.get(key);
    if (known) return known;
    if (this.cut.size > 20_000) this.cut.clear();
    const result = shorten(context, text, limit);
    this.cut.set(key, result);
    return result;
  }

  clear(): void {
    this.cut.clear();
  }
}

/** As much of a text as fits `limit` pixels in the context's present font, with its width. */
export function shorten(context: CanvasRenderingContext2D, text: string, limit: number): { text: string; width: number } {
  const whole = context.measureText(text).width;
  if (whole <= limit) return { text, width: whole };
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${letters.slice(0, middle).join('').trimEnd()}…`).width <= limit) low = middle;
    else high = middle - 1;
  }
  const short = `${letters.slice(0, low).join('').trimEnd()}…`;
  return { text: short, width: context.measureText(short).width };
}
