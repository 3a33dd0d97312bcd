/** Money ("-1234.50 EUR") and plain numbers ("12.5"): an amount as its digits, how many of them are decimals, and its currency ("" for a plain number). */
interface Amount {
  readonly digits: bigint;
  readonly decimals: number;
  readonly currency: string;
}

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?(?: ([A-Z]{3}))?$/;

function parse(text: string): Amount | null {
  const parts = CANONICAL.exec(text);
  if (parts === null) return null;
  const fraction = parts[3] ?? '';
  const digits = BigInt((parts[2] ?? '') + fraction);
  return { digits: parts[1] === '-' ? -digits : digits, decimals: fraction.length, currency: parts[4] ?? '' };
}

function write({ digits, decimals, currency }: Amount): string {
  const plain = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  let fraction = decimals === 0 ? '' : plain.slice(plain.length - decimals);
  // Money has at least two decimals and no blank ones beyond; never exactly three, as its value kind writes it.
  if (currency !== '') {
    fraction = fraction.replace(/0+$/, '').padEnd(2, '0');
    if (fraction.length === 3) fraction += '0';
  }
  const whole = decimals === 0 ? plain : plain.slice(0, plain.length - decimals);
  const figure = fraction === '' ? whole : `${whole}.${fraction}`;
  return `${digits < 0n ? '-' : ''}${figure}${currency === '' ? '' : ` ${currency}`}`;
}

/**
 * Adds canonical amounts one by one without losing a digit. Once two currencies met, or a text that is no amount, the total is null for good:
 * a total that leaves something out would be wrong.
 */
export class AmountTotal {
  #total: Amount | null = null;
  #broken = false;

  add(text: string): void {
    if (this.#broken) return;
    const amount = parse(text);
    if (amount === null) {
      this.#broken = true;
      return;
    }
    const total = this.#total;
    if (total === null) {
      this.#total = amount;
    } else if (total.currency === amount.currency) {
      const decimals = Math.max(total.decimals, amount.decimals);
      const digits = total.digits * 10n ** BigInt(decimals - total.decimals) + amount.digits * 10n ** BigInt(decimals - amount.decimals);
      this.#total = { digits, decimals, currency: amount.currency };
    } else {
      this.#broken = true;
    }
  }

  /** Canonical total, or null when nothing was added or the amounts cannot be added up. */
  get text(): string | null {
    return this.#broken || this.#total === null ? null : write(this.#total);
  }
}

/** Sum of two canonical amounts; null when their currencies differ or either is no amount. */
export function addAmounts(a: string, b: string): string | null {
  return sumAmounts([a, b]);
}

/** Sum of canonical amounts; null when there are none, when currencies differ, or when one is no amount. */
export function sumAmounts(amounts: Iterable<string>): string | null {
  const total = new AmountTotal();
  for (const amount of amounts) total.add(amount);
  return total.text;
}
