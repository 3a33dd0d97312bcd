import { addressLine, type StreetForms } from './addressLine';
import { latinOf } from './letters';
import type { MatchRecord } from './matchRecord';

const lettersOf = (text: string): string => latinOf(text).text.replaceAll(/[^a-z0-9]/g, '');

/** A date of birth as it is, with day and month swapped; and each with the places, for dates that very many share. */
export function birthKeys({ births, places }: MatchRecord): string[] {
  return births.flatMap((birth) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(birth);
    if (parts === null) return [];
    const [, year = '', month = '', day = ''] = parts;
    // Both ways are one key.
    const key = `${year}-${[month, day].sort().join('-')}`;
    return [key, ...places.map((place) => `${key} ${lettersOf(place)}`)];
  });
}

/** A street with its number, and the postcode with the number and the beginning of the street. */
export function addressKeys(record: MatchRecord, streets: StreetForms): string[] {
  return [...record.addresses, ...(record.kind === 'address' ? record.names : [])].flatMap((line) => {
    const { street, number, postcode } = addressLine(line, streets);
    return street === '' || number === '' ? [] : [`${street} ${number}`, ...(postcode === '' ? [] : [`${postcode} ${number} ${street.slice(0, 3)}`])];
  });
}
