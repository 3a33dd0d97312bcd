import anyAscii from 'any-ascii';

/**
 * Signs that any-ascii would tell less of than a reader hears. Arabic and Persian first: their short vowels are not written, so the long ones must not get lost as
 * well. Then letters with marks whose sound is another than that of the bare letter.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'dj', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z',
  ع: '', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'w', ي: 'y', ی: 'y', ى: 'a', ئ: 'y', ؤ: 'w', ء: '', ة: 'a', پ: 'p', چ: 'tch', ژ: 'zh', گ: 'g', ڤ: 'v', ـ: '',
  א: 'a', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'w', ז: 'z', ח: 'kh', ט: 't', י: 'y', כ: 'k', ך: 'kh', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ע: '', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh', ת: 't',
  ş: 'sh', š: 'sh', ś: 'sh', ș: 'sh', ç: 'tch', č: 'tch', ć: 'tch', ğ: '', ı: 'i', ž: 'zh', ź: 'zh', ż: 'zh', đ: 'dj', ł: 'l', ñ: 'ny', ń: 'n', ß: 'ss', ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'a', æ: 'ae', œ: 'oe', þ: 'th', ð: 'dh', ț: 'ts', ţ: 'ts', ă: 'a', â: 'a', î: 'i', ë: 'e', ï: 'i', ж: 'zh', х: 'kh', ц: 'ts', ч: 'tch', ш: 'sh', щ: 'shtch', й: 'y', ё: 'yo', ю: 'yu', я: 'ya', э: 'e', ы: 'y', ь: '', ъ: '', є: 'ye', і: 'i', ї: 'yi', ґ: 'g', ђ: 'dj', ћ: 'tch', џ: 'dj', љ: 'ly', њ: 'ny',
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

/** Spells a name out in the letters a to z, by its sound where a sign has one of its own. Digits stay. */
export function latinOf(name: string): Latin {
  let text = '';
  // Points go first: written beside their letters they are no letters.
  for (const sign of name.normalize('NFC').replace(POINTS, '').toLowerCase()) text += SOUNDS[sign] ?? (/[a-z0-9]/.test(sign) ? sign : /\p{L}/u.test(sign) ? anyAscii(sign).toLowerCase() : /['’ʼ`´]/u.test(sign) ? "'" : sign === '.' ? '. ' : ' ');
  return { text: text.replace(/[^a-z0-9.' ]+/g, ' ').replace(/ +/g, ' ').trim(), vowelless: ABJAD.test(name) };
}
