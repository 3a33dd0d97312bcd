import iconv from 'iconv-lite';

/** How usual a letter beyond ASCII is where its encoding is used; others weigh 0.3. */
const LATIN = weights({ 1.2: 'é', 1: 'èëüöäç', 0.8: 'êßÉàłąężśćźńışğÖÜÄčšžřěő', 0.6: 'âîïôñåøæœùûáíóÀÈÇ', 0.1: 'þðý' });
const CYRILLIC = weights({ 1.2: 'оеаинтсрвлкОЕАИНТСРВЛК', 1: 'мдпуяыьгзбчМДПУЯЫЬГЗБЧ', 0.7: 'йхжшюцщэфъёЙХЖШЮЦЩЭФЪЁіїєґІЇЄҐ' });
const GREEK = weights({ 1.2: 'αοιετσνηυρπκμλςΑΟΙΕΤΣΝΗΥΡΠΚΜΛ', 1: 'άέήίόύώθδγχωφβΘΔΓΧΩΦΒ', 0.7: 'ζξψΖΞΨΆΈΉΊΌΎΏ' });
const VOWELS = /[аеёиоуыэюяіїєαεηιουωάέήίόύώ]/iu;
/** Signs that stand in words or at their ends: an apostrophe, quotation marks. */
const QUOTES = new Set('’‘“”„«»‹›');

/** Hebrew letters that only end a word. */
const FINAL = new Set('ךםןףץ');

/** Older and national encodings of one byte per letter, windows-1252 first: it wins unless another reads the text clearly better. */
const CANDIDATES: readonly { readonly encoding: string; readonly table: readonly string[] }[] = ['windows-1252', 'windows-1250', 'windows-1254', 'cp850', 'macintosh', 'windows-1251', 'koi8-r', 'cp866', 'windows-1253', 'windows-1255', 'windows-1256'].map((encoding) => ({ encoding, table: tableOf(encoding) }));
const MOST_WORDS = 2000;
const LOOK = 256 * 1024;
/** Another encoding must read each word so much better than windows-1252. */
const MARGIN = 0.25;
/** Below this for each word, none reads it: a text that was mangled before stays as windows-1252 shows it. */
const BELIEVABLE = 0.4;

function weights(groups: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(groups).flatMap(([weight, letters]) => [...letters].map((letter): [string, number] => [letter, Number(weight)])));
}

function tableOf(encoding: string): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), encoding));
}

const isLetterByte = (byte: number): boolean => byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Different words with a byte beyond ASCII, of two letters and more. */
function wordsIn(head: Buffer): Buffer[] {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < head.length && found.size < MOST_WORDS; at += 1) {
    const start = at;
    let high = false;
    while (at < head.length && isLetterByte(head[at] ?? 0)) {
      high ||= (head[at] ?? 0) >= 0x80;
      at += 1;
    }
    if (!high || at - start < 2 || at - start > 40) continue;
    const word = head.subarray(start, at);
    const key = word.toString('latin1');
    if (!found.has(key)) found.set(key, word);
  }
  return [...found.values()];
}

function letterScore(letter: string, inLatin: boolean): number {
  if (/\p{Script=Latin}/u.test(letter)) return LATIN.get(letter) ?? (LATIN.get(letter.toLowerCase()) ?? 0.3) * 0.8;
  // Two scripts in one word are a misreading.
  if (inLatin) return -2;
  if (/\p{Script=Cyrillic}/u.test(letter)) return CYRILLIC.get(letter) ?? 0.1;
  if (/\p{Script=Greek}/u.test(letter)) return GREEK.get(letter) ?? 0.1;
  return 1.15;
}

/** How believable one word is, read by one table. */
function scoreOf(word: Buffer, table: readonly string[]): number {
  const letters = [...word].map((byte) => table[byte] ?? '');
  const inLatin = word.some((byte) => byte < 0x80);
  let score = 0;
  let consonants = 0;
  let foreign = 0;
  letters.forEach((letter, at) => {
    const before = letters[at - 1] ?? '';
    const byte = word[at] ?? 0;
    if ((/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) || (FINAL.has(before) && /\p{L}/u.test(letter))) score -= 1.5;
    if (byte < 0x80) {
      foreign = 0;
      return;
    }
    if (!/\p{L}/u.test(letter)) {
      const quotes = QUOTES.has(letter) && (inLatin || at === 0 || at === letters.length - 1);
      score += quotes ? 1 : /\uFFFD|\p{Cc}/u.test(letter) ? -4 : -1.5;
      return;
    }
    const latin = /\p{Script=Latin}/u.test(letter);
    score += letterScore(letter, inLatin);
    foreign = latin ? foreign + 1 : 0;
    // Words of Latin letters hardly have two beyond ASCII side by side.
    if (foreign > 1) score -= 1.3;
    consonants = latin || VOWELS.test(letter) || /[ьъ]/iu.test(letter) ? 0 : /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(letter) ? consonants + 1 : 0;
    if (consonants > 3) score -= 1.5;
  });
  return score;
}

/**
 * The encoding of one byte per letter by which the words of a text read best: national ones of Windows, and those of DOS, Unix and old Macs. Null when none reads
 * them clearly better than windows-1252.
 */
export function voteSingleByte(head: Buffer): string | null {
  const words = wordsIn(head.subarray(0, LOOK));
  const [usual = 0, ...others] = CANDIDATES.map(({ table }) => words.reduce((sum, word) => sum + scoreOf(word, table), 0));
  const most = Math.max(...others);
  return most > BELIEVABLE * words.length && most > usual + MARGIN * words.length + 0.2 ? (CANDIDATES[others.indexOf(most) + 1]?.encoding ?? null) : null;
}
