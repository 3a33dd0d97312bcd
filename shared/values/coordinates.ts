import type { ParseContext, ValueKind } from './kind';
import { isReadable, oneLine, plainOrder, readShort } from './written';

const CANONICAL = /^(-?\d{1,2}\.\d{5}),(-?\d{1,3}\.\d{5})$/;
const POINT = /^point ?\((-?[\d.]+) (-?[\d.]+)\)$/i;
/** Degrees, optional minutes and seconds, with or without the letter of the hemisphere ("O" is Ost, Oost and Ouest, so it is not read). */
const ANGLE = /^([NSEWZ])?([-+]?\d{1,3}(?:[.,]\d{1,12})?)(?:[°º] ?(?:(\d{1,2}(?:[.,]\d{1,8})?)['′’] ?(?:(\d{1,2}(?:[.,]\d{1,8})?)(?:["″”]|''))?)?)? ?([NSEWZ])?$/i;

interface Angle {
  readonly degrees: number;
  readonly axis: 'latitude' | 'longitude' | null;
}

function angle(text: string): Angle | null {
  const parts = ANGLE.exec(text.trim());
  if (parts === null) return null;
  const figure = (part: string | undefined): number => (part === undefined ? 0 : Number(part.replace(',', '.')));
  const minutes = figure(parts[3]);
  const seconds = figure(parts[4]);
  if (minutes >= 60 || seconds >= 60 || (parts[1] !== undefined && parts[5] !== undefined)) return null;
  const letter = (parts[1] ?? parts[5] ?? '').toUpperCase();
  const whole = figure(parts[2]);
  const size = Math.abs(whole) + minutes / 60 + seconds / 3600;
  const west = parts[2]?.startsWith('-') === true || 'SWZ'.includes(letter || '-');
  return { degrees: west ? -size : size, axis: letter === '' ? null : 'NSZ'.includes(letter) ? 'latitude' : 'longitude' };
}

/** Parts the two angles: at a semicolon, after the letter of a hemisphere, at a comma that cannot be decimal, or at a blank. */
function halves(line: string): readonly [string, string] | null {
  const candidates = [/^([^;]+);([^;]+)$/, /^(.+[NSEWZ])[ ,/]+(.+)$/i, /^([NSEWZ][^NSEWZ]+?)[ ,/]*([NSEWZ][^NSEWZ]+)$/i, /^([^,]+),([^,]+)$/, /^([^ ]+?),? ([^ ]+)$/, /^([^/]+)\/([^/]+)$/];
  for (const candidate of candidates) {
    const parts = candidate.exec(line);
    if (parts?.[1] !== undefined && parts[2] !== undefined && angle(parts[1]) !== null && angle(parts[2]) !== null) return [parts[1], parts[2]];
  }
  const commas = /^(-?\d{1,2},\d{2,8})[ ,]+(-?\d{1,3},\d{2,8})$/.exec(line);
  return commas?.[1] !== undefined && commas[2] !== undefined ? [commas[1], commas[2]] : null;
}

function fixed(degrees: number): string {
  const text = degrees.toFixed(5);
  return text === '-0.00000' ? '0.00000' : text;
}

function read(line: string, _context: ParseContext): ReturnType<Parameters<typeof readShort>[1]> {
  const bare = line.replace(/^(?:geo:|\(|\[)/i, '').replace(/[)\]]$/, '').trim();
  const point = POINT.exec(line);
  const pair = point?.[1] !== undefined && point[2] !== undefined ? ([point[2], point[1]] as const) : halves(bare);
  if (pair === null) return { doubt: 'format' };
  const first = angle(pair[0]);
  const second = angle(pair[1]);
  if (first === null || second === null || (first.axis !== null && first.axis === second.axis)) return { doubt: 'format' };
  const swapped = first.axis === 'longitude' || second.axis === 'latitude';
  const latitude = swapped ? second.degrees : first.degrees;
  const longitude = swapped ? first.degrees : second.degrees;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return { doubt: 'outOfRange' };
  return `${fixed(latitude)},${fixed(longitude)}`;
}

/** A place on the earth (WGS 84); canonical latitude and longitude with five decimals, about a metre: "51.26120,4.40280". */
export const coordinates: ValueKind = {
  id: 'coordinates',
  parse: (text, context) => readShort(text, (line) => read(line, context)),
  format(v, language) {
    const parts = CANONICAL.exec(v);
    if (parts === null) return v;
    return language === 'en' ? `${parts[1]}, ${parts[2]}` : `${parts[1]?.replace('.', ',')}; ${parts[2]?.replace('.', ',')}`;
  },
  compare: plainOrder,
  looksLike(text, context) {
    if (!isReadable(text)) return false;
    const line = oneLine(text);
    // Two figures with few decimals are more likely an amount or a measure.
    const telling = /[°º]|^[NS]\d|\d ?[NS]\b/i.test(line) || (line.match(/\d[.,]\d{3,}/g) ?? []).length === 2;
    return telling && typeof read(line, context) === 'string';
  },
};
