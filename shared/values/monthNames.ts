/** Names and abbreviations of months as suppliers write them in the four languages, lower case without accents and points. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'januari', 'janv', 'janvier', 'januar', 'january', 'janner', 'jaen'],
  ['feb', 'febr', 'februari', 'fev', 'fevr', 'fevrier', 'februar', 'february'],
  ['mrt', 'maa', 'maart', 'mar', 'mars', 'marz', 'maerz', 'mrz', 'march'],
  ['apr', 'april', 'avr', 'avril'],
  ['mei', 'mai', 'may'],
  ['jun', 'juni', 'juin', 'june'],
  ['jul', 'juli', 'juil', 'juillet', 'july'],
  ['aug', 'augustus', 'aou', 'aout', 'august'],
  ['sep', 'sept', 'september', 'septembre'],
  ['okt', 'oct', 'oktober', 'octobre', 'october'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre', 'dez', 'dezember'],
];
const MONTHS: ReadonlyMap<string, number> = new Map(NAMES.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** The month (1 to 12) that a word names, or null. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(word.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()) ?? null;
}
