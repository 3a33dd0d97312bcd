/** How different services write the same name or number. */

const UNFOLDED = { ı: 'i', İ: 'I', ø: 'o', ł: 'l', ß: 'ss' };

/** The text without accents, as a keyboard abroad leaves it. */
export function withoutAccents(text) {
  return [...text].map((char) => UNFOLDED[char] ?? char).join('').normalize('NFD').replace(/\p{M}/gu, '');
}

/** A transliteration that another clerk might choose: one or two sounds written differently. */
export function otherEar(text) {
  const turns = [[/^El /, 'Al-'], [/ou/, 'u'], [/Aï/, 'Ay'], [/Xh/, 'Dj'], [/Gj/, 'Dj'], [/aj$/, 'ai'], [/ll/, 'l'], [/ck/, 'k'], [/oğlu/, 'oglou'], [/^Van der /, 'Vander'],
    [/^Van /, 'Van'], [/^De /, 'De'], [/ç/i, 'c'], [/sch/, 'sh'], [/z/, 's'], [/y/, 'i'], [/ae/, 'a']];
  let changed = text;
  let count = 0;
  for (const [from, to] of turns) {
    if (count < 2 && from.test(changed)) {
      changed = changed.replace(from, to);
      count += 1;
    }
  }
  // "Vanhoofstadt", not "VanHoofstadt".
  return changed.replace(/^(Vander|Van|De)([A-Z])/, (_, prefix, initial) => prefix + initial.toLowerCase());
}

/** Ways in which offices write a Belgian number; the argument is E.164. Foreign numbers keep their country code. */
export const PHONE_FORMS = {
  plus: (e164) => e164,
  zeros: (e164) => `00${e164.slice(1)}`,
  bare: (e164) => (e164.startsWith('+32') ? e164.slice(1) : e164),
  national: (e164) => (e164.startsWith('+32') ? `0${e164.slice(3)}` : `00${e164.slice(1)}`),
  slashed: (e164) => (e164.startsWith('+32') ? `0${e164.slice(3, 6)}/${e164.slice(6, 8)}.${e164.slice(8, 10)}.${e164.slice(10)}` : e164),
  spaced: (e164) => (e164.startsWith('+32') ? `0${e164.slice(3, 6)} ${e164.slice(6, 8)} ${e164.slice(8, 10)} ${e164.slice(10)}` : e164),
};

/** Ways in which offices write a plate that is kept as "1-XLD-412". */
export const PLATE_FORMS = {
  dashed: (plate) => plate,
  tight: (plate) => plate.replaceAll('-', ''),
  spaced: (plate) => plate.replaceAll('-', ' '),
};
