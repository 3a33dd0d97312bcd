import type { Bytes } from '../../bytes';
import { readLines } from '../../textLines';
import { vertexOf } from './lines';

/** How far apart evenly spread neighbours stand on a chart. */
const APART = 100;
const LOOKED_AT = 500;

/**
 * Factor from the file's coordinates to chart units. Pajek draws in a square of side 1: it is widened so that its vertices, spread evenly,
 * would stand 100 units apart. Files of other programs have wider coordinates: these are taken as they stand.
 */
export function scaleOf(bytes: Bytes, encoding: string | null): number {
  let most = 0;
  let count = 0;
  let seen = 0;
  for (const batch of readLines(bytes, encoding).lines()) {
    for (const { text } of batch) {
      const heading = /^\s*\*vertices\s+(\d{1,9})/i.exec(text);
      if (heading) count = Math.max(count, Number(heading[1]));
      else if (/^\s*\*/.test(text) && seen > 0) seen = LOOKED_AT;
      else if (count > 0 && text.trim() !== '' && !text.startsWith('%')) {
        const { x, y } = vertexOf(text.slice(0, 10_000));
        most = Math.max(most, Math.abs(x ?? 0), Math.abs(y ?? 0));
        seen += 1;
      }
      if (seen >= LOOKED_AT) return most <= 1 ? Math.max(5, Math.sqrt(count)) * APART : 1;
    }
    if (seen === 0 && count === 0) break;
  }
  return most <= 1 ? Math.max(5, Math.sqrt(count)) * APART : 1;
}
