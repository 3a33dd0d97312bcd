import { recordsOf } from './csvRecords';

/** Likeliest first: where two fit equally, the earlier one wins. */
const CANDIDATES: readonly { readonly mark: string; readonly prior: number }[] = [
  { mark: '\t', prior: 1 },
  { mark: ';', prior: 1 },
  { mark: '|', prior: 1 },
  { mark: ',', prior: 0.96 },
  // Colons part hours from minutes far more often than cells.
  { mark: ':', prior: 0.6 },
];

export interface DelimiterGuess {
  readonly delimiter: string;
  readonly quote: string;
  readonly unsure: boolean;
}

interface Vote {
  readonly delimiter: string;
  readonly score: number;
}

/** How well `delimiter` cuts the rows into equally many cells. A comma between digits counts for little: it may be a decimal comma. */
function vote(head: string, delimiter: string, prior: number): Vote {
  const rows = recordsOf(head, { delimiter, quote: '"' }, true).slice(0, 200).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let best = 0;
  let width = 1;
  for (const [cells, count] of counts) {
    if (cells > 1 && count > best) {
      best = count;
      width = cells;
    }
  }
  if (width < 2) return { delimiter, score: 0 };
  const share = best / rows.length;
  const decimal = delimiter === ',' ? decimalShare(rows.map((row) => row.cells)) : 0;
  const first = rows.slice(0, 12).find((row) => row.cells.length > 1)?.cells.length ?? 1;
  return { delimiter, score: prior * share * (first === width ? 1 : 0.75) * (1 - decimal * 0.7) + Math.min(width, 40) * 0.003 };
}

/** Share of the commas that stand between digits with one or two digits behind: "1,5". */
function decimalShare(rows: readonly (readonly string[])[]): number {
  let commas = 0;
  let decimals = 0;
  for (const cells of rows) {
    for (let at = 1; at < cells.length; at += 1) {
      commas += 1;
      if (/\d$/.test(cells[at - 1] ?? '') && /^\d{1,2}(?!\d)\D/.test(cells[at] ?? '')) decimals += 1;
    }
  }
  return commas === 0 ? 0 : decimals / commas;
}

/** Votes which mark parts the cells, by the first part of a file. */
export function voteDelimiter(head: string): DelimiterGuess {
  const sample = head.slice(0, 200_000);
  const votes = CANDIDATES.map(({ mark, prior }) => vote(sample, mark, prior)).sort((left, right) => right.score - left.score);
  const [winner, next] = votes;
  if (winner === undefined || winner.score === 0) return { delimiter: ',', quote: '"', unsure: false };
  return { delimiter: winner.delimiter, quote: '"', unsure: winner.score < 0.5 || (next !== undefined && next.score > winner.score * 0.9) };
}
