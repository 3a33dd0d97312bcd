/** Complete numbers with their check digits, by the rules of their issuers. Every function takes the part that is free. */

/** ISO 6346: `free` is owner code, category and serial ("KWXU481207"). */
export function containerNumber(free) {
  let sum = 0;
  for (let i = 0; i < 10; i += 1) {
    const char = free[i];
    // Letters count 10, 12 ... 38: the multiples of 11 are left out, so that the remainder by 11 can tell them apart.
    const value = /\d/.test(char) ? Number(char) : letterValue(char);
    sum += value * 2 ** i;
  }
  return free + String((sum % 11) % 10);
}

function letterValue(letter) {
  const index = letter.charCodeAt(0) - 65;
  return 10 + index + Math.floor((index + 9) / 10);
}

/** IMO ship number: `free` is six digits. */
export function imoNumber(free) {
  const sum = [...free].reduce((total, digit, i) => total + Number(digit) * (7 - i), 0);
  return free + String(sum % 10);
}

/** IMEI: `free` is fourteen digits, Luhn. */
export function imei(free) {
  const sum = [...free].reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return free + String((10 - (sum % 10)) % 10);
}

/**
 * Belgian national number, as "84.07.04-987.12". For births from 2000 on, the check is taken with a 2 in front.
 * @param {{year: number, month: number, day: number}} birth
 * @param {number} serial odd for men, even for women
 */
export function nationalNumber(birth, serial) {
  const two = (value) => String(value).padStart(2, '0');
  const date = two(birth.year % 100) + two(birth.month) + two(birth.day);
  const free = date + String(serial).padStart(3, '0');
  const check = two(97 - (Number(birth.year >= 2000 ? `2${free}` : free) % 97));
  return `${date.slice(0, 2)}.${date.slice(2, 4)}.${date.slice(4)}-${free.slice(6)}.${check}`;
}

/** Belgian enterprise number without punctuation: `free` is eight digits, the first 0 or 1. */
export function enterpriseNumber(free) {
  return free + String(97 - (Number(free) % 97)).padStart(2, '0');
}

/** Structured message of a Belgian transfer: `free` is ten digits. */
export function structuredMessage(free) {
  const all = free + String(Number(free) % 97 || 97).padStart(2, '0');
  return `+++${all.slice(0, 3)}/${all.slice(3, 7)}/${all.slice(7)}+++`;
}

/** IBAN of a country from its complete national part, without blanks. */
export function iban(country, national) {
  const numeric = [...`${national}${country}00`].map((char) => parseInt(char, 36)).join('');
  return country + String(98n - (BigInt(numeric) % 97n)).padStart(2, '0') + national;
}

/** National part of an account for `country` from a string of at least sixteen free digits. */
export function nationalAccount(country, free) {
  return nationalForms[country](free);
}

const mod11 = (digits, weights) => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const check = 11 - (sum % 11);
  return String(check === 11 ? 0 : check === 10 ? 1 : check);
};

const nationalForms = {
  BE: (free) => {
    const base = `9${free.slice(0, 9)}`;
    return base + String(Number(base) % 97 || 97).padStart(2, '0');
  },
  NL: (free) => `KNOP0${elevenProof(free)}`,
  AE: (free) => `098${free.slice(0, 16)}`,
  TR: (free) => `009870${free.slice(0, 16)}`,
  AL: (free) => {
    const bank = `29${free.slice(0, 5)}`;
    const sum = [9, 7, 3, 1, 9, 7, 3].reduce((total, weight, i) => total + weight * Number(bank[i]), 0);
    return bank + String((10 - (sum % 10)) % 10) + free.slice(0, 16);
  },
  ES: (free) => {
    const bank = `9870${free.slice(0, 4)}`;
    const account = free.slice(4, 14);
    return bank + mod11(bank, [4, 8, 5, 10, 9, 7, 3, 6]) + mod11(account, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) + account;
  },
};

/** The first nine-digit Dutch account number from `free` on that passes the eleven-proof. */
function elevenProof(free) {
  let base = Number(`7${free.slice(0, 8)}`);
  const weigh = (text) => [...text].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0);
  while (weigh(String(base)) % 11 !== 0) base += 1;
  return String(base);
}
