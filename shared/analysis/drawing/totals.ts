import { sumAmounts } from '../../model/amount';

interface Priced { readonly type: string; readonly amount: string | null }

/** What an amount is counted in: its currency; a figure without one only adds up with figures of its own type. */
export function unitOf({ type, amount }: Priced): string {
  const currency = /^-?\d+(?:\.\d+)? ([A-Z]{3})$/.exec(amount ?? '')?.[1];
  return currency ?? `:${type}`;
}

/** One exact total for each unit, that of the most amounts first; none where nothing has an amount. */
export function totalsOf(lines: readonly Priced[]): string[] {
  const units = new Map<string, string[]>();
  for (const line of lines) {
    if (line.amount === null) continue;
    const unit = unitOf(line);
    const known = units.get(unit);
    if (known) known.push(line.amount);
    else units.set(unit, [line.amount]);
  }
  return [...units].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).flatMap(([, amounts]) => sumAmounts(amounts) ?? []);
}

/** What is left of `a` after `b`, exact; both of one unit. */
export const difference = (a: string, b: string): string => sumAmounts([a, b.startsWith('-') ? b.slice(1) : `-${b}`]) ?? a;

/** The figure of an amount as a number: for its sign and order only. */
export const lead = (amount: string): number => Number(amount.split(' ')[0]);
