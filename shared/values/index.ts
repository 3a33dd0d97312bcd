import { account } from './account';
import { bic } from './bic';
import { choice } from './choice';
import { container } from './container';
import { coordinates } from './coordinates';
import { country } from './country';
import { date } from './date';
import { documentNumber } from './documentNumber';
import { duration } from './duration';
import { email } from './email';
import { enterpriseNumber } from './enterpriseNumber';
import { flag } from './flag';
import { gender } from './gender';
import { iban } from './iban';
import { imei } from './imei';
import { imo } from './imo';
import { imsi } from './imsi';
import type { Language, ParseContext, StoredValue, ValueKind, ValueKindId } from './kind';
import { longText } from './longText';
import { mmsi } from './mmsi';
import { money } from './money';
import { name } from './name';
import { nationalNumber } from './nationalNumber';
import { number } from './number';
import { phone } from './phone';
import { plate } from './plate';
import { quantity } from './quantity';
import { text } from './text';
import { url } from './url';
import { vin } from './vin';

/** Every kind of value by its id. */
export const valueKinds: Readonly<Record<ValueKindId, ValueKind>> = {
  text, longText, name, number, flag, date, money, phone, imei, imsi, email, url, account, iban, bic,
  container, imo, mmsi, vin, plate, nationalNumber, enterpriseNumber, documentNumber, coordinates, country, gender,
  quantity, duration, choice,
};

/** How canonical forms are written; parsing a canonical form under it gives the same form back. */
export const CANONICAL_CONTEXT: ParseContext = { dateOrder: 'ymd', decimal: '.', country: 'BE', currency: 'EUR' };

/** Reads what a source wrote as a value of `kind`. Null for blank text; what cannot be read comes back with a doubt. Never throws. */
export function parseValue(kind: ValueKindId, written: string, context: ParseContext): StoredValue | null {
  return valueKinds[kind].parse(written, context);
}

/** Shows a canonical value to a reader of `language`. Never throws. */
export function formatValue(kind: ValueKindId, v: string, language: Language): string {
  return valueKinds[kind].format(v, language);
}

/** The form in which values of an identifier are joined: phones "+32…", plates "1ABC234", IMEI its first 14 digits. */
export function identifierOf(kind: ValueKindId, v: string): string {
  return valueKinds[kind].identifier?.(v) ?? v;
}
