import anyAscii from 'any-ascii';

/**
 * Signs that any-ascii would tell less of than a reader hears. Arabic and Persian first: their short vowels are not written, so the long ones must not get lost as
 * well. Then letters with marks whose sound is another than that of the bare letter.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'dj', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh', ص: 's', ض: 'dh', ط: 't', ظ: 'dh',
  ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'w', ي: 'y', ی: 'y', ى: 'a', ئ: 'y', ؤ: 'w', ء: '', ة: 'a', پ: 'p', چ: 'tch', ژ: 'zh', گ: 'g', ڤ: 'v', ـ: '',
  א: 'a', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'w', ז: 'z', ח: 'kh', ט: 't', י: 'y', כ: 'k', ך: 'kh', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ע: 'a', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh', ת: 't',
  ş: 'sh', š: 'sh', ś: 'sh', ș: 'sh', ç: 'tch', č: 'tch', ć: 'tch', ğ: '', ı: 'i', ž: 'zh', ź: 'zh', ż: 'zh', đ: 'dj', ł: 'l', ñ: 'ny', ń: 'n', ß: 'ss', ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'a', ŭ: 'w', ŝ: 'shtch', ў: 'w', æ: 'ae', œ: 'oe', þ: 'th', ð: 'dh', ț: 'ts', ţ: 'ts', ă: 'a', â: 'a', î: 'i', ë: 'e', ï: 'i', ж: 'zh', х: 'kh', ц: 'ts', ч: 'tch', ш: 'sh', щ: 'shtch', й: 'y', ё: 'yo', е: 'e', ю: 'yu', я: 'ya', э: 'e', ы: 'y', ь: '', ъ: '', є: 'ye', і: 'i', ї: 'yi', ґ: 'g', ђ: 'dj', ћ: 'tch', џ: 'dj', љ: 'ly', њ: 'ny',
};

/** Scripts that leave short vowels out. */
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Vowel points of Arabic and Hebrew, and other marks that stand over letters. */
const POINTS = /[\u064B-\u065F\u0670\u0591-\u05C7]/g;

/** A name in Latin letters of the alphabet alone, lower case, words divided by single blanks; and whether its script leaves out vowels. */
export interface Latin {
  readonly text: string;
  readonly vowelless: boolean;
}

/** Greek writes one vowel or consonant with two letters. Without accents. */
const GREEK: readonly (readonly [RegExp, string])[] = [[/ου/g, 'ou'], [/οι|ει|υι/g, 'i'], [/αι/g, 'e'], [/αυ/g, 'av'], [/ευ/g, 'ev'], [/(?<!\p{L})μπ/gu, 'b'], [/(?<!\p{L})ντ/gu, 'd'], [/ντ/g, 'nt'], [/(?<!\p{L})γκ/gu, 'g'], [/γκ|γγ|γχ/g, 'ng'], [/μπ/g, 'mp'], [/τζ/g, 'tz'], [/τσ/g, 'ts'], [/χ/g, 'h'], [/υ|η/g, 'i'], [/β/g, 'v'], [/ω/g, 'o'], [/θ/g, 'th'], [/ψ/g, 'ps'], [/ξ/g, 'x']];
const GREEK_LETTERS = /\p{Script=Greek}/u;
const UKRAINIAN = /[єіїґ]/;
const VOWEL_BEFORE = /[аеёиоуыэюяіїєь]$/;
/** Letters with a stroke, which no decomposition takes off. */
const STRUCK: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };

function greekOf(name: string): string {
  // A vowel with two dots is one by itself.
  let text = name.replaceAll(/[ϊΐ]/g, 'i').replaceAll(/[ϋΰ]/g, 'y').normalize('NFD').replace(/\p{M}/gu, '');
  for (const [letters, sound] of GREEK) text = text.replace(letters, sound);
  return text;
}

/** Cyrillic as it is heard: "е" after a vowel is "ye"; Ukrainian "г" is "h". */
function cyrillicOf(name: string): string {
  let text = '';
  const ukrainian = UKRAINIAN.test(name);
  for (const sign of name) text += sign === 'е' && (VOWEL_BEFORE.test(text) || text.endsWith('ye')) ? 'ye' : sign === 'г' && ukrainian ? 'h' : sign;
  return text;
}

/** Spells a name out in the letters a to z, by its sound where a sign has one of its own. Digits stay. */
export function latinOf(name: string): Latin {
  let text = '';
  // Points go first: written beside their letters they are no letters. A capital İ leaves a dot behind.
  let lower = name.normalize('NFC').replace(POINTS, '').toLowerCase().replaceAll('i̇', 'i').normalize('NFC');
  // At the start of a word alef carries what follows: "أوشن" is "ushn".
  lower = lower.replaceAll(/(?<!\p{L})[اأ]و(?=\p{L}{2})/gu, 'u').replaceAll(/(?<!\p{L})[اإ]ي(?=\p{L}{2})/gu, 'i');
  if (GREEK_LETTERS.test(lower)) lower = greekOf(lower);
  for (const sign of cyrillicOf(lower)) {
    const heard = SOUNDS[sign] ?? (/[a-z0-9]/.test(sign) ? sign : /\p{L}/u.test(sign) ? anyAscii(sign).toLowerCase() : /\p{M}/u.test(sign) ? '' : /['’ʼ`´]/u.test(sign) ? "'" : sign === '.' ? '. ' : ' ');
    // Two letters of an abjad are no digraph: "כה" is not "kh", "ني" is not "ny".
    text += heard === 'h' && sign !== 'h' && /[ksgtdzc]$/.test(text) ? `a${heard}` : heard === 'y' && /[يیי]/.test(sign) && /[nl]$/.test(text) ? 'i' : heard;
  }
  return { text: text.replace(/[^a-z0-9.' ]+/g, ' ').replace(/ +/g, ' ').trim(), vowelless: ABJAD.test(name) };
}

/** A name with the marks of its Latin letters, and of "ё", left off, as one writes who has no key for them: "Šarić" is "Saric". The same where there are none. */
export const withoutMarks = (name: string): string => (/[\u00C0-\u024F\u1E00-\u1EFFёЁ]|\p{M}/u.test(name) ? [...name.replaceAll('İ', 'I').normalize('NFC').replaceAll(/[\u00C0-\u024F\u1E00-\u1EFFёЁ]\p{M}*/gu, (sign) => sign.normalize('NFD').replace(/\p{M}/gu, '')).replace(/\p{M}/gu, '')].map((sign) => STRUCK[sign.toLowerCase()] ?? sign).join('') : name);
