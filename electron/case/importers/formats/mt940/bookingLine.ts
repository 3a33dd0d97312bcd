import type { StoredValue } from '../../../../../shared/values/kind';
import { isoDate, writtenOut } from '../bank/exact';

/** What field 61 says. */
export interface BookingLine {
  readonly credit: boolean;
  readonly reversal: boolean;
  /** As written: "RC", "D". */
  readonly mark: string;
  readonly funds: string;
  readonly figure: string;
  readonly rawFigure: string;
  readonly valued: StoredValue | null;
  readonly booked: StoredValue | null;
  readonly type: string;
  readonly reference: string;
  readonly bankReference: string;
  readonly supplement: string;
  /** The supplement stands in the columns of a payee's name. */
  readonly columns: boolean;
}

const SHAPE = /^(\d{6})(\d{4})?\s*(R[CD]|E[CD]|[CD])([A-Z])?\s*(\d[\d.,]*|,\d+)(.*)$/s;
const NO_REFERENCE = /^(?:NONREF|NOREF|NOTPROVIDED)?$/i;

/** Digits with a point from "000000000473,17", "25,", "1.234,56". */
export function figureOf(written: string): string | null {
  const parts = /^(\d*)(?:,(\d*))?$/.exec(written.includes(',') ? written.replaceAll('.', '') : written.replace(/\.(?=\d{0,2}$)/, ',').replaceAll('.', ''));
  if (parts === null || `${parts[1] ?? ''}${parts[2] ?? ''}` === '') return null;
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '') || '0';
  return (parts[2] ?? '') === '' ? whole : `${whole}.${parts[2] ?? ''}`;
}

const DAY = 86_400_000;

/** The day of a month in the year that brings it nearest to the value date: a booking of 2 January may have its value on 30 December. */
function nearest(monthDay: string, valueDate: string): string {
  const [year = 0, month = 1, day = 1] = valueDate.split('-').map(Number);
  const near = Date.UTC(year, month - 1, day);
  const at = (candidate: number): number => Math.abs(Date.UTC(candidate, Number(monthDay.slice(0, 2)) - 1, Number(monthDay.slice(2))) - near) / DAY;
  const best = [year, year - 1, year + 1].toSorted((a, b) => at(a) - at(b))[0] ?? year;
  return `${best}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`;
}

/** Reads field 61; null when it is not one. A date that does not exist is kept with its doubt, never moved. */
export function bookingLine(lines: readonly string[]): BookingLine | null {
  // Some banks break the line before the amount.
  const [first = '', ...rest] = /^\d{6}(?:\d{4})?\s*[A-Z]{1,3}\s*$/.test(lines[0] ?? '') ? [`${lines[0] ?? ''}${lines[1] ?? ''}`, ...lines.slice(2)] : lines;
  const parts = SHAPE.exec(first.trim());
  if (parts === null) return null;
  const [, valueText = '', entry, mark = '', funds = '', rawFigure = '', behind = ''] = parts;
  const figure = figureOf(rawFigure);
  const day = writtenOut(valueText);
  if (figure === null || day === null) return null;
  const code = /^[A-Z][A-Z0-9 ]{3}/.exec(behind)?.[0] ?? /^[A-Z][A-Z0-9]{0,3}$/.exec(behind)?.[0] ?? '';
  const references = behind.slice(code.length);
  const slashes = references.indexOf('//');
  let reference = (slashes < 0 ? references : references.slice(0, slashes)).trimEnd();
  let bankReference = slashes < 0 ? '' : references.slice(slashes + 2).trim();
  const supplements = rest.map((line) => line.trim()).filter((line) => line !== '');
  // Older Dutch statements set the payee's name behind the 16 places of the reference.
  const columns = /^(.{16})(\S.*)$/.exec(reference);
  const named = columns !== null && slashes < 0 && /\s$/.test(columns[1] ?? '');
  if (named) {
    supplements.unshift((columns[2] ?? '').trim());
    reference = (columns[1] ?? '').trim();
  }
  if (NO_REFERENCE.test(reference.trim())) reference = '';
  if (NO_REFERENCE.test(bankReference)) bankReference = '';
  return {
    mark, funds, figure, rawFigure, type: code.trim(), reference: reference.trim(), bankReference, supplement: supplements.join(' '), columns: named,
    // RC takes a credit back, so money goes out; RD brings it back. EC and ED are only expected yet.
    credit: mark === 'C' || mark === 'RD' || mark === 'EC', reversal: mark.startsWith('R'),
    valued: isoDate(day, valueText), booked: entry === undefined ? null : isoDate(nearest(entry, day), entry),
  };
}
