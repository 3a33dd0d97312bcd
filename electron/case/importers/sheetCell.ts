/** How the number in a cell is meant, by its number format. */
export type CellForm = { readonly kind: 'plain' } | { readonly kind: 'date'; readonly elapsed: boolean } | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: CellForm = { kind: 'plain' };
const DATE: CellForm = { kind: 'date', elapsed: false };
const ELAPSED: CellForm = { kind: 'date', elapsed: true };
const MS_PER_DAY = 86_400_000;

/** The form that a built-in format number or a format code stands for. */
export function formOf(id: number, code: string | undefined): CellForm {
  if (code === undefined) {
    if (id === 46) return ELAPSED;
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58) ? DATE : PLAIN;
  }
  const first = code.split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return ELAPSED;
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? DATE : PLAIN;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as hours, minutes and seconds; more than a day's hours stay hours. */
export const clockText = (all: number): string => `${two(Math.floor(all / 3600))}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;

function dateText(serial: number, elapsed: boolean, from1904: boolean): string {
  const seconds = Math.round((serial % 1) * 86_400);
  if (elapsed) return clockText(Math.round(serial * 86_400));
  if (serial < 1 && !from1904) return clockText(seconds);
  // Serial 60 is a 29 February 1900 that never was: days before it are one off.
  const days = Math.floor(serial) + (from1904 ? 1462 : 0) + (!from1904 && serial < 60 ? 1 : 0);
  const at = new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY + seconds * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return String(serial);
  const text = at.toISOString();
  return seconds === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** A date as XML tells it, without its midnight, to the second; a time of day stands on the day before the calendar of workbooks begins. */
export function isoDateText(told: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(\.\d{1,20})?)?Z?$/.exec(told.trim());
  if (parts === null) return told;
  const [, day = '', clock = '00:00', seconds = ':00', rest = '0'] = parts;
  const at = new Date(new Date(`${day}T${clock}${seconds}Z`).getTime() + Math.round(Number(rest)) * 1000);
  if (Number.isNaN(at.getTime())) return told;
  const text = at.toISOString().slice(0, 19);
  if (text.startsWith('1899-12-3')) return text.slice(11);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

/** Plain decimal digits of a number, as a person sees them in the sheet: 15 digits, no exponent. */
export function plainNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (/^-?\d+$/.test(text)) return text;
  const short = String(Number(value.toPrecision(15)));
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(short);
  if (parts === null) return short;
  const [, sign = '', lead = '', rest = '', power = '0'] = parts;
  const digits = lead + rest;
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return digits.length <= exponent + 1 ? `${sign}${digits.padEnd(exponent + 1, '0')}` : `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** Text of a number cell in its form: a date as ISO text, leading zeros kept, figures in full. */
export function numberText(raw: string, form: CellForm, from1904: boolean): string {
  const text = raw.trim();
  if (form.kind === 'plain') return plainNumber(text);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (form.kind === 'padded') return /^\d+$/.test(text) ? text.padStart(form.digits, '0') : plainNumber(text);
  return value < 0 || value > 2_958_466 ? plainNumber(text) : dateText(value, form.elapsed, from1904);
}

/** Characters that XML cannot hold stand as _x000D_ in a workbook. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** Column index from 0 of a cell name ("AB12"), or null. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return at === 0 ? null : column - 1;
}

const ERRORS: Readonly<Record<number, string>> = { 0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA' };

/** Text of an error value by its number in binary workbooks. */
export const errorText = (code: number): string => ERRORS[code] ?? '#N/A';

const halves = new DataView(new ArrayBuffer(8));

/** A number that binary workbooks pack into 30 bits and two flags: whole or the upper part of a double, perhaps in hundredths. */
export function rkNumber(packed: number): number {
  let value: number;
  if ((packed & 2) === 0) {
    halves.setUint32(0, (packed & 0xfffffffc) >>> 0);
    halves.setUint32(4, 0);
    value = halves.getFloat64(0);
  } else value = packed >> 2;
  return (packed & 1) === 0 ? value : value / 100;
}
