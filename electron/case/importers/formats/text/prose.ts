import { voteDelimiter } from '../../delimiter';
import { recordsOf } from '../../csvRecords';

/** As sure as a text without any mark of its own can be: every other format goes first. */
const PROSE = 0.55;
/** A text by its name that reads like one in part only. */
const TEXT_BY_NAME = 0.5;
/** Below what counts as recognised: a table, or nothing. */
const UNLIKELY = 0.2;
const ENDING = /\.(?:txt|text|md|log)$/;
/** Names that promise something else. */
const FOREIGN = /\.(?:csv|tsv|tab|psv|json|jsonl|ndjson|xml|html?|yaml|yml|ini|sql|940|sta|cod|net|gml|dl|dot|gv|vcf|eml|mbox|ics|svg|kml|gpx|geojson|graphml|gexf)$/;
const LINES = 300;
/** Share of lines that a mark must part into the same number of cells to make columns. */
const STEADY = 0.6;

/** Sentences have these marks too, with a blank behind: then nearly every one of several lines must have as many. */
const SENTENCE_MARKS = new Set([',', ':', ';']);
const STEADY_IN_SENTENCES = 0.9;
const LINES_IN_SENTENCES = 4;

/** True when most of the marks stand as in a sentence. */
function inSentences(text: string, mark: string): boolean {
  if (!SENTENCE_MARKS.has(mark)) return false;
  const all = text.split(mark).length - 1;
  const spaced = text.split(`${mark} `).length + text.split(`${mark}\n`).length - 2;
  return all > 0 && spaced / all > 0.8;
}

/** True when a delimiter cuts most lines into equally many cells. */
function hasColumns(text: string, lines: readonly string[]): boolean {
  const { delimiter } = voteDelimiter(text);
  return [...new Set([delimiter, '\t', ';', '|'])].some((mark) => {
    const rows = recordsOf(lines.join('\n'), { delimiter: mark, quote: '"' }, true).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const counts = new Map<number, number>();
    for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const most = Math.max(0, ...[...counts].filter(([cells]) => cells > 1).map(([, count]) => count));
    return inSentences(text, mark) ? rows.length >= LINES_IN_SENTENCES && most / rows.length >= STEADY_IN_SENTENCES : rows.length >= 2 && most / rows.length >= STEADY;
  });
}

const wordsOf = (line: string): number => line.match(/\p{L}[\p{L}\p{M}'’-]+/gu)?.length ?? 0;

/** Whether a text starts like markup or JSON. "[01/02/2024, 10:05] Jan: …" and "<jan> hallo" are lines of chats. */
const isMarked = (text: string): boolean => /^\s*(?:<[?!]|[{[]\s*["{[\]}])/.test(text) || (/^\s*<\w/.test(text) && /<\/|\/>/.test(text)) || /^\s*\{/.test(text);

/** How surely the head of a file is text for people to read: 0 to 0.55. */
export function proseOf(name: string, head: string): number {
  const text = head.slice(0, 40_000);
  if (text.trim() === '' || FOREIGN.test(name) || isMarked(text)) return 0;
  const all = text.split(/\r\n|\n|\r/);
  // The last line of a head may be cut off.
  const lines = (head.length > text.length || all.length > 2 ? all.slice(0, -1) : all).filter((line) => line.trim() !== '').slice(0, LINES);
  if (lines.length === 0) lines.push(text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const filled = text.match(/\S/g)?.length ?? 1;
  if (letters / filled < 0.5) return 0;
  if (hasColumns(text, lines)) return 0;
  const words = lines.reduce((sum, line) => sum + wordsOf(line), 0);
  const sentences = text.match(/\p{L}{2,}[)"'”’]?[.!?…](?=\s|$)/gu)?.length ?? 0;
  // Scripts without blanks between words count by their own full stops.
  const eastern = text.match(/[。！？]/g)?.length ?? 0;
  const perLine = words / lines.length;
  if ((perLine >= 5 && sentences >= 1 && words >= 20) || eastern >= 2) return PROSE;
  return ENDING.test(name) && words >= 3 && (perLine >= 3 || sentences >= 1) ? TEXT_BY_NAME : UNLIKELY;
}
