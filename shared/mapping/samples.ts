import type { DateOrder } from '../values/kind';

const NUMERIC_DATE = /^\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?!\d)/;

export interface DateOrderGuess {
  readonly dateOrder: DateOrder;
  /** True when numeric dates occur and none of them tells day from month. */
  readonly unsure: boolean;
}

/** Which part of numeric dates is the day, by those where only one reading is possible. Day first where nothing tells. */
export function guessDateOrder(samples: Iterable<readonly string[]>): DateOrderGuess {
  const seen = { ymd: 0, dmy: 0, mdy: 0, either: 0 };
  for (const cells of samples) {
    for (const cell of cells) {
      const found = cell.length > 40 ? null : NUMERIC_DATE.exec(cell);
      if (found === null) continue;
      const [, first = '', second = '', third = ''] = found;
      if (first.length === 4) seen.ymd += 1;
      else if (third.length !== 4 && third.length !== 2) continue;
      else if (Number(first) > 12 && Number(first) <= 31) seen.dmy += 1;
      else if (Number(second) > 12 && Number(second) <= 31) seen.mdy += 1;
      else seen.either += 1;
    }
  }
  if (seen.dmy === 0 && seen.mdy === 0) return seen.ymd > seen.either ? { dateOrder: 'ymd', unsure: seen.either > 0 } : { dateOrder: 'dmy', unsure: seen.either > 0 };
  return seen.mdy > seen.dmy ? { dateOrder: 'mdy', unsure: seen.dmy > 0 } : { dateOrder: 'dmy', unsure: seen.mdy > 0 };
}

/** Whether "1,5" or "1.5" is how the table writes decimals; `otherwise` where neither occurs. */
export function guessDecimal(samples: Iterable<readonly string[]>, otherwise: ',' | '.'): ',' | '.' {
  let comma = 0;
  let point = 0;
  for (const cells of samples) {
    for (const cell of cells) {
      if (cell.length > 30) continue;
      const text = cell.replace(/[€$£\s]|EUR|USD|GBP/g, '');
      if (/^[-+]?\d{1,3}(?:\.\d{3})*,\d{1,2}$|^[-+]?\d+,(?:\d{1,2}|\d{4,})$/.test(text)) comma += 1;
      else if (/^[-+]?\d{1,3}(?:,\d{3})*\.\d{1,2}$|^[-+]?\d+\.(?:\d{1,2}|\d{4,})$/.test(text)) point += 1;
      else if (/^\d{1,3}(?:,\d{3})+$/.test(text)) point += 0.5;
    }
  }
  return comma > point ? ',' : point > comma ? '.' : otherwise;
}
