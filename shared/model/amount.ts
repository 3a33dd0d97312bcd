const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?(?: ([A-Z]{3}))?$/;

interface Amount {
  /** Value times ten to the power of `decimals`. */
  readonly units: bigint;
  readonly decimals: number;
  readonly currency: string;
}

function read(text: string): Amount | null {
  const [, sign, whole = '', fraction = '', currency = ''] = AMOUNT.exec(text) ?? [];
  if (sign === undefined) return null;
  return { units: BigInt(`${sign}${whole}${fraction}`), decimals: fraction.length, currency };
}

function write(units: bigint, decimals: number, currency: string): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const figure = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${units < 0n ? '-' : ''}${figure}${currency === '' ? '' : ` ${currency}`}`;
}

/**
 * Sum of canonical amounts ("184300.00 EUR") or plain numbers, exact to the last decimal. Null when there are none, when one
 * cannot be read, or when currencies differ.
 */
export function sumAmounts(amounts: Iterable<string>): string | null {
  let sum: Amount | null = null;
  for (const text of amounts) {
    const amount = read(text);
    if (!amount || (sum && sum.currency !== amount.currency)) return null;
    if (!sum) {
      sum = amount;
      continue;
    }
    const decimals: number = Math.max(sum.decimals, amount.decimals);
    const units: bigint = sum.units * 10n ** BigInt(decimals - sum.decimals) + amount.units * 10n ** BigInt(decimals - amount.decimals);
    sum = { units, decimals, currency: sum.currency };
  }
  return sum && write(sum.units, sum.decimals, sum.currency);
}
