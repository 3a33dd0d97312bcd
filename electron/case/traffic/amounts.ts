const CANONICAL = /^(-?)(\d+)(?:\.(\d+))? ([A-Z]{3})$/;
/** Currencies of one case at most; a payment in yet another counts as one without an amount. */
const MOST_CURRENCIES = 127;

interface Units {
  /** Puts the canonical amount of a payment. */
  readonly put: (at: number, text: string) => void;
  /** Whole numbers, scaled to the most decimals that each currency has; of the first `size` payments. */
  readonly made: (size: number) => { readonly amount: Float64Array; readonly currency: Int8Array; readonly currencies: readonly { readonly code: string; readonly decimals: number }[] };
}

/** Gathers canonical amounts as whole numbers of the smallest unit of their currency, so that sums are exact. What cannot be read, or not exactly, has no currency. */
export function unitsOf(size: number): Units {
  const amount = new Float64Array(size);
  const decimals = new Uint8Array(size);
  const currency = new Int8Array(size).fill(-1);
  const known = new Map<string, { readonly place: number; decimals: number }>();
  return {
    put(at, text) {
      const parts = CANONICAL.exec(text);
      if (parts === null) return;
      const fraction = parts[3]?.replace(/0+$/, '') ?? '';
      const units = Number(`${parts[1]}${parts[2]}${fraction}`);
      if (!Number.isSafeInteger(units)) return;
      let of = known.get(parts[4]!);
      if (of === undefined) {
        if (known.size === MOST_CURRENCIES) return;
        known.set(parts[4]!, of = { place: known.size, decimals: 2 });
      }
      of.decimals = Math.max(of.decimals, fraction.length);
      amount[at] = units === 0 ? 0 : units;
      decimals[at] = fraction.length;
      currency[at] = of.place;
    },
    made(count) {
      const currencies = [...known].map(([code, of]) => ({ code, decimals: of.decimals }));
      for (let at = 0; at < count; at += 1) {
        if (currency[at]! < 0) continue;
        const scaled = amount[at]! * 10 ** (currencies[currency[at]!]!.decimals - decimals[at]!);
        if (Number.isSafeInteger(scaled)) amount[at] = scaled;
        else currency[at] = -1;
      }
      return { amount: amount.slice(0, count), currency: currency.slice(0, count), currencies };
    },
  };
}

/** A whole number of units as a canonical amount: 123450 with 2 decimals is "1234.50 EUR". */
export function amountText(units: number, { code, decimals }: { readonly code: string; readonly decimals: number }): string {
  const digits = Math.abs(units).toFixed(0).padStart(decimals + 1, '0');
  // Beyond two, only the decimals that say something; never three, which could be read as thousands.
  const fraction = digits.slice(-decimals).replace(/0+$/, '').padEnd(2, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${fraction.length === 3 ? `${fraction}0` : fraction} ${code}`;
}
