import { compareDecimals, readDecimal, showDecimal, withoutTrailingZeros } from './decimal';
import type { ValueKind } from './kind';
import { isReadable, oneLine, plainOrder, readShort } from './written';

/** Spellings of units that mean one unit. */
const UNITS: ReadonlyMap<string, string> = new Map(Object.entries({
  kg: 'kg', kgs: 'kg', kgm: 'kg', kilo: 'kg', kilogram: 'kg', kilogramme: 'kg', kilogrammes: 'kg', kilogramm: 'kg',
  g: 'g', gr: 'g', gram: 'g', gramme: 'g', grammes: 'g', gramm: 'g', mg: 'mg',
  t: 't', ton: 't', tons: 't', tne: 't', tonne: 't', tonnes: 't',
  l: 'l', liter: 'l', litre: 'l', litres: 'l', ml: 'ml', cl: 'cl', m3: 'm3', 'm³': 'm3', cbm: 'm3',
  m: 'm', km: 'km', cm: 'cm', st: 'pcs', stuk: 'pcs', stuks: 'pcs', stück: 'pcs', pcs: 'pcs', pce: 'pcs', pc: 'pcs', pièces: 'pcs', pieces: 'pcs',
}));
/** Powers of ten by which units of mass stand above the milligram. */
const MASS: ReadonlyMap<string, number> = new Map([['mg', 0], ['g', 3], ['kg', 6], ['t', 9]]);
const PARTS = /^([-+(]?[\d.,' ]*\d\)?) ?([\p{L}%][\p{L}\d³²/.%]{0,15})?$/u;
const CANONICAL = /^(-?\d+(?:\.\d+)?)(?: (.+))?$/;

/** Moves the decimal point `places` to the right, on digits. */
function shifted(plain: string, places: number): string {
  const [whole = '0', fraction = ''] = plain.split('.');
  const digits = fraction.padEnd(places, '0');
  return `${whole}${digits.slice(0, places)}.${digits.slice(places)}0`;
}

/** A measure with its unit; canonical plain decimal, blank, unit: "1250.5 kg". Units are never converted. */
export const quantity: ValueKind = {
  id: 'quantity',
  parse: (text, context) =>
    readShort(text, (line) => {
      const parts = PARTS.exec(line);
      const plain = parts?.[1] === undefined ? null : readDecimal(parts[1], context.decimal);
      if (plain === null) return { doubt: 'format' };
      const unit = parts?.[2];
      return unit === undefined ? withoutTrailingZeros(plain) : `${withoutTrailingZeros(plain)} ${UNITS.get(unit.toLowerCase().replace(/\.$/, '')) ?? unit}`;
    }),
  format(v, language) {
    const parts = CANONICAL.exec(v);
    if (parts?.[1] === undefined) return v;
    return parts[2] === undefined ? showDecimal(parts[1], language) : `${showDecimal(parts[1], language)} ${parts[2]}`;
  },
  compare(a, b) {
    const left = CANONICAL.exec(a);
    const right = CANONICAL.exec(b);
    if (left?.[1] === undefined || right?.[1] === undefined) return plainOrder(a, b);
    const leftMass = MASS.get(left[2] ?? '');
    const rightMass = MASS.get(right[2] ?? '');
    if (leftMass !== undefined && rightMass !== undefined) return compareDecimals(shifted(left[1], leftMass), shifted(right[1], rightMass));
    return plainOrder(left[2] ?? '', right[2] ?? '') || compareDecimals(left[1], right[1]);
  },
  looksLike(text) {
    if (!isReadable(text)) return false;
    const unit = PARTS.exec(oneLine(text))?.[2];
    return unit !== undefined && UNITS.has(unit.toLowerCase());
  },
};
