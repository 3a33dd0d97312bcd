/** The four languages of the interface and of everything that is printed. */
export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that people read, in each language. */
export type Localised = Readonly<Record<Language, string>>;

/**
 * One value as it is kept in a statement.
 *
 * `v` is the canonical form of its kind, always a string, so that values can be compared, indexed and hashed alike:
 * a phone is E.164 ("+32470550127"), a date an ISO prefix as precise as is known ("1984", "1984-03", "1984-03-14",
 * "2026-02-01T14:05", "2026-02-01T14:05:11", optionally with zone "Z" or "+01:00", "~" in front when approximate),
 * money "-1234.50 EUR", coordinates "51.26120,4.40280", a number its plain decimal form.
 * `raw` is what the source wrote, kept only when it differs from `v`.
 * `doubt` says why the value could not be confirmed (a failed check digit, an unreadable date): it is kept, never dropped,
 * and `v` is then the trimmed text as written.
 */
export interface StoredValue {
  readonly v: string;
  readonly raw?: string;
  readonly doubt?: DoubtCode;
}

/** Why a value is in doubt; the interface has a sentence for each. */
export const DOUBT_CODES = ['format', 'checkDigit', 'length', 'impossibleDate', 'ambiguousDate', 'unknownCurrency', 'outOfRange'] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What parsing needs to know of the file or the person that wrote a value. */
export interface ParseContext {
  /** Order of day and month in numeric dates. */
  readonly dateOrder: DateOrder;
  readonly decimal: ',' | '.';
  /** ISO 3166 country that a number without prefix belongs to: "BE". */
  readonly country: string;
  /** ISO 4217 currency of an amount that names none: "EUR". */
  readonly currency: string;
}

export const BELGIAN_CONTEXT: ParseContext = { dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };

export const VALUE_KINDS = [
  'text', 'longText', 'name', 'number', 'flag', 'date', 'money', 'phone', 'imei', 'imsi', 'email', 'url', 'account', 'iban', 'bic',
  'container', 'imo', 'mmsi', 'vin', 'plate', 'nationalNumber', 'enterpriseNumber', 'documentNumber', 'coordinates', 'country', 'gender',
  'quantity', 'duration', 'choice',
] as const;
export type ValueKindId = (typeof VALUE_KINDS)[number];

/** How values of one kind are read, compared and shown. One file per kind in this folder. */
export interface ValueKind {
  readonly id: ValueKindId;
  /** Reads what a source wrote. Never throws: blank text gives null, an unreadable value comes back with a doubt. */
  parse(text: string, context: ParseContext): StoredValue | null;
  /** How `v` is shown to a reader of `language`. Never throws: what it cannot format it returns as it is. */
  format(v: string, language: Language): string;
  /** Orders two canonical values: negative, zero, positive. */
  compare(a: string, b: string): number;
  /** True when `text` looks like this kind and hardly like another; the import wizard guesses columns by it. */
  looksLike?(text: string, context: ParseContext): boolean;
  /** Normalised form for exact joins (upper case, without blanks and punctuation), where the canonical form is not that already. */
  identifier?(v: string): string;
}
