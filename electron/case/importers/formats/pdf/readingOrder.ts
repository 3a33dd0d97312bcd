/** A run of text as a PDF draws it, in points; y grows upwards and is the base line. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The drawing goes on at another line. */
  readonly ends: boolean;
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** A gap wider than this many heights of a letter parts cells; half of one that no blank fills parts words. */
const CELL_GAP = 2;
const WORD_GAP = 0.2;
/** Lines further apart than this many heights belong to different paragraphs. */
const PARAGRAPH_GAP = 1.9;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
/** A page in more parts than this is not sorted: it is a drawing, and the work grows with the square. */
const MOST_LINES = 3000;

/** Joins the pieces of each line, in the order in which they are drawn. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let first: Piece | null = null;
  let right = 0;
  let height = 0;
  const end = (): void => {
    if (first !== null && text.trim() !== '') lines.push({ text: text.trim(), left: first.x, right, y: first.y, height });
    text = '';
    first = null;
    height = 0;
  };
  for (const piece of pieces) {
    if (piece.text !== '') {
      const size = piece.height > 0 ? piece.height : height;
      if (first !== null && piece.text.trim() !== '' && Math.abs(piece.y - first.y) > Math.max(2, size * 0.6)) end();
      // What is drawn later but stands far to the left is no part of the words before it.
      if (first !== null && piece.text.trim() !== '' && piece.x + piece.width < first.x - size * CELL_GAP && !RIGHT_TO_LEFT.test(text + piece.text)) end();
      if (first === null) {
        first = piece;
        right = piece.x;
      }
      const gap = piece.x - right;
      if (text !== '' && piece.text.trim() !== '') {
        if (gap > size * CELL_GAP) text = `${text.trimEnd()}\t`;
        else if (gap > size * WORD_GAP && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
      }
      text += piece.text;
      if (piece.text.trim() !== '') {
        right = Math.max(right, piece.x + piece.width);
        height = Math.max(height, size);
      }
    }
    if (piece.ends) end();
  }
  end();
  return lines;
}

const overlap = (one: Line, other: Line): boolean => one.left < other.right && other.left < one.right;

/** True when the drawing jumps back up over what it drew already: then its order is not that of reading. */
function jumps(lines: readonly Line[]): boolean {
  return lines.some((line, at) => {
    const before = lines[at - 1];
    return before !== undefined && line.y > before.y + line.height * 1.5 && overlap(line, before);
  });
}

/** Parts of a page divided where no line reaches across: `from` and `to` are its extent in that direction. */
function divide(lines: readonly Line[], from: (line: Line) => number, to: (line: Line) => number, gap: number): Line[][] {
  const sorted = lines.toSorted((a, b) => from(a) - from(b));
  const parts: Line[][] = [];
  let end = -Infinity;
  for (const line of sorted) {
    if (from(line) > end + gap || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(line);
    end = Math.max(end, to(line));
  }
  return parts;
}

/** Orders lines as a reader would: columns from left to right where a gutter parts them, else from top to bottom. */
function sorted(lines: readonly Line[], depth = 0): readonly Line[] {
  if (lines.length < 2 || depth > 20) return lines.toSorted((a, b) => b.y - a.y || a.left - b.left);
  const size = Math.max(4, ...lines.map((line) => line.height));
  const columns = divide(lines, (line) => line.left, (line) => line.right, size);
  // A gutter beside single lines is the blank between the cells of a row.
  if (columns.length > 1 && columns.every((column) => column.length > 2)) return columns.flatMap((column) => sorted(column, depth + 1));
  const rows = divide(lines, (line) => -line.y - line.height, (line) => -line.y, size * 0.8);
  if (rows.length > 1) return rows.flatMap((row) => sorted(row, depth + 1));
  return lines.toSorted((a, b) => (Math.abs(a.y - b.y) < size * 0.4 ? a.left - b.left : b.y - a.y));
}

/** Text of a page: lines as drawn where that is the order of reading, else sorted; a blank line between paragraphs. */
export function readingOrder(lines: readonly Line[]): string {
  const ordered = lines.length <= MOST_LINES && jumps(lines) ? sorted(lines) : lines;
  let text = '';
  ordered.forEach((line, at) => {
    const before = ordered[at - 1];
    if (before === undefined) text = line.text;
    else if (Math.abs(before.y - line.y) < Math.min(line.height, before.height) * 0.4 && line.left >= before.right) text += `\t${line.text}`;
    else text += `${before.y - line.y > Math.max(line.height, before.height) * PARAGRAPH_GAP || line.y > before.y ? '\n\n' : '\n'}${line.text}`;
  });
  return text;
}
