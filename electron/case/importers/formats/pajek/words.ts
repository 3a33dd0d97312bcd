/** One word of a line, and whether it stood in quotes. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
  /** Where it begins in the line. */
  readonly at: number;
}

const isBlank = (sign: string | undefined): boolean => sign === undefined || sign === ' ' || sign === '\t';

/** What may follow a label on its line: coordinates, a shape, a span of time, or nothing. */
const AFTER_LABEL = /^\s*(?:$|[-+]?[\d.]+(?:e[-+]?\d+)?(?:\s|$)|(?:ellipse|circle|box|diamond|triangle|cross|empty|house|man|woman)\b|\[)/i;

/**
 * Where the text that opens with the quote at `from` closes: at a quote before a blank. Labels hold the quote themselves ("Jan "de Lange"
 * Peeters"): then the first one counts after which the line goes on as lines do. -1 when none closes it.
 */
function closing(line: string, from: number, label: boolean): number {
  const quote = line[from];
  let first = -1;
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] !== quote || line[at - 1] === '\\' || !isBlank(line[at + 1])) continue;
    if (first < 0) first = at;
    if (!label || AFTER_LABEL.test(line.slice(at + 1))) return at;
  }
  return first;
}

/** The words of a line. Quotes group only where they open a word and close one: the apostrophe in O'Neil is a letter. `label`: index of the word that is a label. */
export function wordsOf(line: string, label = -1): Word[] {
  const words: Word[] = [];
  let at = 0;
  // Where one quote finds no end, later ones find none either.
  let open = '';
  while (at < line.length) {
    if (isBlank(line[at])) {
      at += 1;
      continue;
    }
    const sign = line[at];
    const quote = (sign === '"' || sign === "'") && !open.includes(sign);
    const end = quote ? closing(line, at, words.length === label) : -1;
    if (end > at) {
      words.push({ text: line.slice(at + 1, end).replaceAll(`\\${sign ?? ''}`, sign ?? ''), quoted: true, at });
      at = end + 1;
      continue;
    }
    if (quote) open += sign;
    const from = at;
    while (at < line.length && !isBlank(line[at])) at += 1;
    words.push({ text: line.slice(from, at), quoted: false, at: from });
  }
  return words;
}

/** Pajek writes letters beyond ASCII as "&#233;". */
export const unescaped = (text: string): string =>
  text.replaceAll(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = code[0] === 'x' || code[0] === 'X' ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
