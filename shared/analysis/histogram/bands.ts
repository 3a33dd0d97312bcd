/** Steps of a scale on which each band is about twice as wide as the last, per power of ten. */
const STEPS = [1, 2, 5];

/** A stretch of numbers from `low` up to and with `high`. Of amounts, `high` is where the next band begins. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** ISO 4217; absent for plain numbers. */
  readonly currency?: string;
}

/** Numbers up to this stand each for themselves: one source and two are another matter. */
const SINGLE = 5;

/** Ends of the step of the scale that a positive number lies in: low ≤ size < high. */
function stepOf(size: number): { readonly low: number; readonly high: number } {
  const power = 10 ** Math.floor(Math.log10(size) + 1e-12);
  const at = STEPS.findLastIndex((step) => size >= step * power);
  const low = (STEPS[Math.max(at, 0)] ?? 1) * power;
  return { low, high: at === STEPS.length - 1 ? power * 10 : (STEPS[Math.max(at, 0) + 1] ?? 10) * power };
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** The band of a count: 0 to 5 by themselves, then 6–10, 11–20, 21–50, 51–100 … as a key. */
export function countBand(count: number): string {
  if (count <= SINGLE) return `${count}..${count}`;
  // A count lies above the lower end and up to the upper one: 10 belongs to 6–10.
  const { low, high } = stepOf(count - 1);
  return `${tidy(low) + 1}..${tidy(high)}`;
}

/** The band of a number or amount as a key: nought, or 1–2, 2–5, 5–10, 10–20 … of its sign and currency. What is no number gives null. */
export function amountBand(canonical: string): string | null {
  const [figure = '', currency] = canonical.split(' ');
  const value = figure === '' ? Number.NaN : Number(figure);
  if (!Number.isFinite(value)) return null;
  const suffix = currency === undefined ? '' : ` ${currency}`;
  if (value === 0) return `0..0${suffix}`;
  const { low, high } = stepOf(Math.abs(value));
  return value > 0 ? `${tidy(low)}..${tidy(high)}${suffix}` : `${-tidy(high)}..${-tidy(low)}${suffix}`;
}

/** What a key of countBand or amountBand stands for; null for any other text. */
export function readBand(key: string): Band | null {
  const found = /^(-?[\d.e+]+)\.\.(-?[\d.e+]+)(?: (\w+))?$/.exec(key);
  if (found === null) return null;
  const [, low = '', high = '', currency] = found;
  return { low: Number(low), high: Number(high), ...(currency === undefined ? {} : { currency }) };
}
