/**
 * What a name sounds like, as a row of sounds: spelling varies by language ("Šćepanović", "Scepanovic", "Щепанович"), sounds less so. One sound a sign:
 * a e i o u vowels · y w h glides · b p d t k g f v m n l r s z as written · x kh, German ch · S sh · C tch · Z French j · J dj · T th · D dh · G gh ·
 * c what "ch" may be (sh, tch, kh) · j what "j" may be (y, dj, French j, Spanish j) · q what "c" before e and i may be (s, tch) · N ny.
 */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['iev', 'iyev'], ['shtch', 'SC'], ['schtsch', 'SC'], ['shch', 'SC'], ['tsch', 'C'], ['dzsch', 'J'], ['dsch', 'J'], ['tch', 'C'], ['ssch', 'S'], ['sch', 'S'], ['dzh', 'J'], ['zsch', 'C'], ['sjtsj', 'SC'], ['chtch', 'SC'], ['dzj', 'J'], ['tsj', 'C'], ['zj', 'Z'], ['rzh', 'rZ'], ['rzj', 'rZ'],
  ['eij', 'ay'], ['ij', 'ay'], ['sj', 'S'], ['sh', 'S'], ['ch', 'c'], ['kh', 'x'], ['gh', 'G'], ['zh', 'Z'], ['dj', 'J'], ['gj', 'J'], ['xh', 'J'], ['th', 'T'], ['dh', 'D'], ['ph', 'f'], ['ck', 'k'], ['qu', 'k'], ['cz', 'C'], ['sz', 'S'], ['rz', 'Z'], ['ts', 's'], ['tz', 's'], ['dz', 'z'], ['gn', 'N'], ['ny', 'N'], ['nj', 'N'], ['lj', 'l'], ['ly', 'ly'], ['rh', 'r'],
  ['gue', 'ge'], ['gui', 'gi'], ['tx', 'C'], ['aeu', 'oy'], ['eau', 'o'], ['aou', 'aw'], ['ou', 'u'], ['oo', 'u'], ['oe', 'o'], ['ue', 'u'], ['ae', 'a'], ['ee', 'i'], ['ie', 'i'], ['ei', 'ay'], ['ey', 'ay'], ['ai', 'ay'], ['ay', 'ay'], ['eu', 'o'], ['au', 'aw'], ['uw', 'u'], ['uy', 'ay'], ['ui', 'ay'],
  ['ce', 'qe'], ['ci', 'qi'], ['cy', 'qi'], ['c', 'k'], ['q', 'k'], ['x', 'ks'],
];
/** By first letter, the longest first. */
const BY_LETTER: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([...new Set(SPELLINGS.map(([spelling]) => spelling[0] ?? ''))].map((letter) => [letter, SPELLINGS.filter(([spelling]) => spelling.startsWith(letter)).toSorted(([x], [y]) => y.length - x.length)]));

const VOWELS = 'aeiou';
export const isVowel = (sound: string): boolean => VOWELS.includes(sound);

/** "Tsarnaev", "Dudurkajew", "Alieva": what would be one vowel elsewhere is two with a glide between. */
const SLAVIC_ENDING = /([aeiou])[ijy]?e[vw](?=a?$)/;
/** "Anatolij": only before consonants, and after e, is "ij" the Dutch vowel. */
const LAST_IJ = /(?<!e)ij$/;
/** "Khrulyov", "Chruljow", "Roublioff": nearly always written with "e" as well. */
const SLAVIC_YO = /(?<=[bcdfghklmnprstvwxz])[ijy]o(?:[vw]|ff)(?=a?$)/;
/** In names that end so, these are two sounds and no Dutch or German vowel: "Buinov", "Leikin". */
const SLAVIC = /(?:[eo](?:[vw]a?|ff)|sk(?:[iy]|iy|ij|aya|aja|aia)|enko|[ck]uk|kina?|i(?:tch|c))$/;
/** "Vuckovic" is "Vučković" without its marks. */
const SLAVIC_CK = /ck(?=[a-z]*ic$)/;

/** The sounds of one word in the letters a to z. Doubled sounds are one. */
export function soundsOf(written: string): string {
  const word = written.replace(SLAVIC_ENDING, '$1yev').replace(LAST_IJ, 'iy').replace(SLAVIC_CK, 'czk').replace(SLAVIC_YO, 'yev').replaceAll(/([eu])[iy](?=[a-z])/g, (whole, vowel: string) => (SLAVIC.test(written) ? `${vowel}j` : whole));
  let sounds = '';
  for (let at = 0; at < word.length;) {
    let taken = 1;
    let heard = word[at] ?? '';
    for (const [spelling, sound] of BY_LETTER.get(heard) ?? []) {
      if (!word.startsWith(spelling, at)) continue;
      [taken, heard] = [spelling.length, sound];
      break;
    }
    // "Marija", "Hijazi": before a vowel "ij" is two sounds.
    if (taken === 2 && word.startsWith('ij', at) && isVowel(word[at + 2] ?? '')) [taken, heard] = [1, 'i'];
    // "Gnatyuk": at the start each is heard. "Petrovic": a last "c" is "k" in French, "ts" in Polish, and "tch" where marks were left off; so is that of "Milica".
    if (at === 0 && heard === 'N' && word.startsWith('gn')) [taken, heard] = [1, 'g'];
    else if (heard === 'k' && taken === 1 && word[at] === 'c' && (at === word.length - 1 || /^c[ao]$/.test(word.slice(at)) && word[at - 1] === 'i')) heard = 'q';
    // "y" between consonants is a vowel.
    if (heard === 'y' && !isVowel(word[at - 1] ?? '') && !isVowel(word[at + 1] ?? '')) heard = 'i';
    for (const sound of heard) if (sounds.at(-1) !== sound) sounds += sound;
    at += taken;
  }
  // "Tyutchev", "Tjuttschew": t before tch is not heard.
  return sounds.replaceAll('tC', 'C');
}

/** How much a sound tells: vowels come and go, consonants stay. */
export const weightOf = (sound: string): number => (isVowel(sound) ? 0.4 : sound === 'h' || sound === 'y' || sound === 'w' ? 0.5 : 1);

/** Sounds that are written for one another, with what the exchange costs (0 to 1). */
const NEAR: Readonly<Record<string, number>> = {};
const near = (group: string, cost: number): void => {
  for (const a of group) for (const b of group) if (a !== b) (NEAR as Record<string, number>)[a + b] = Math.min(cost, NEAR[a + b] ?? 1);
};
near('ai', 0.45);
near('au', 0.4);
near('eo', 0.35);
near('eu', 0.5);
near('io', 0.55);
near('iu', 0.55);
near('ie', 0.12);
near('ou', 0.12);
near('ae', 0.2);
near('ao', 0.22);
near('yi', 0.08);
near('ye', 0.2);
near('wu', 0.08);
near('wo', 0.15);
near('wv', 0.15);
near('vf', 0.25);
near('vb', 0.35);
near('wb', 0.45);
near('bp', 0.4);
near('dt', 0.4);
near('tT', 0.15);
near('sT', 0.35);
near('dD', 0.12);
near('zD', 0.25);
near('kg', 0.4);
near('kG', 0.3);
near('kx', 0.3);
near('gG', 0.12);
near('rG', 0.3);
near('xG', 0.35);
near('xh', 0.15);
near('gh', 0.4);
near('xg', 0.4);
near('sz', 0.2);
near('sS', 0.15);
near('zZ', 0.15);
near('zJ', 0.4);
near('dJ', 0.35);
near('pf', 0.35);
near('SZ', 0.3);
near('zS', 0.45);
near('SC', 0.25);
near('CJ', 0.3);
near('ZJ', 0.15);
near('sC', 0.3);
near('zC', 0.4);
near('kC', 0.4);
near('cS', 0.05);
near('cC', 0.08);
near('cx', 0.08);
near('ck', 0.25);
near('ch', 0.25);
near('cs', 0.35);
near('jy', 0.08);
near('gy', 0.4);
near('ji', 0.15);
near('jJ', 0.05);
near('jZ', 0.05);
near('jS', 0.35);
near('jx', 0.2);
near('jh', 0.3);
near('jg', 0.35);
near('Jg', 0.3);
near('Jy', 0.35);
near('Zg', 0.35);
near('qs', 0.05);
near('qC', 0.15);
near('qk', 0.25);
near('qS', 0.25);
near('qJ', 0.3);
near('qz', 0.25);
near('nN', 0.15);
near('mn', 0.5);
near('lr', 0.7);

const exchange = (a: string, b: string): number => (a === b ? 0 : (NEAR[a + b] ?? 1) * (0.5 + 0.5 * Math.max(weightOf(a), weightOf(b))));

/** Sounds are signs of ASCII: a table has a row for each of them. */
const SIGNS = 128;
const coded = (code: number): number => (code < SIGNS ? code : 0);

const EXCHANGE = Float64Array.from({ length: SIGNS * SIGNS }, (_, at) => exchange(String.fromCharCode(at / SIGNS), String.fromCharCode(at % SIGNS)));
const WEIGHT = Float64Array.from({ length: SIGNS }, (_, at) => weightOf(String.fromCharCode(at)));

/** What it costs that a sound is missing on the other side: little for vowels, next to nothing where the other side's script leaves them out. */
function missing(sound: string, before: string, first: boolean, last: boolean, vowelless: boolean): number {
  // The second half of a sound that some spell as one: "shch" and "sch", "ks" and "x".
  if ((before === 'S' && sound === 'C') || (before === 'k' && sound === 's') || (before === 'n' && sound === 'g') || (before === 'd' && sound === 'z')) return 0.3;
  if (isVowel(sound)) return vowelless ? (first ? 0.25 : 0.05) : first ? 0.5 : last ? 0.2 : 0.28;
  if (sound === 'h') return last ? 0.1 : 0.25;
  // What may be a glide: "Jeremenko" and "Eremenko".
  if (sound === 'j') return 0.4;
  if (sound === 'y' || sound === 'w') return vowelless ? 0.3 : 0.25;
  return 0.9;
}

/** By sound, the one before it, and whether it is first (1), last (2), and the other side without vowels (4). */
const MISSING = Float64Array.from({ length: 8 * SIGNS * SIGNS }, (_, at) => {
  const flags = Math.floor(at / (SIGNS * SIGNS));
  return missing(String.fromCharCode(at % SIGNS), String.fromCharCode(Math.floor(at / SIGNS) % SIGNS), (flags & 1) !== 0, (flags & 2) !== 0, (flags & 4) !== 0);
});

/** Room for the rows of a comparison, so that a scan of very many words allocates nothing. */
export interface Rows {
  row: number[];
  next: number[];
  gone: number[];
}

/** How much the sounds of a row tell together. */
export function soundMass(codes: ArrayLike<number>, from: number, to: number): number {
  let mass = 0;
  for (let at = from; at < to; at += 1) mass += WEIGHT[codes[at] ?? 0] ?? 1;
  return mass;
}

/** A row of sounds as codes below 128. */
export function soundCodes(sounds: string): Uint8Array {
  const codes = new Uint8Array(sounds.length);
  for (let at = 0; at < sounds.length; at += 1) codes[at] = coded(sounds.charCodeAt(at));
  return codes;
}

/**
 * How alike two rows of coded sounds are, 0 to 1: an edit distance (Wagner and Fischer 1974, with a cost for each pair of sounds) as a share of what both tell. Gives
 * up with 0 as soon as less than `least` is certain.
 */
export function codedLikeness(a: Uint8Array, aFrom: number, aTo: number, b: Uint8Array, bFrom: number, bTo: number, aVowelless: boolean, bVowelless: boolean, least: number, rows: Rows): number {
  const [n, m] = [aTo - aFrom, bTo - bFrom];
  // Where both leave short vowels out, those that are written are long, and tell.
  const unequal = aVowelless !== bVowelless;
  if (n === 0 || m === 0) return 0;
  const whole = (soundMass(a, aFrom, aTo) + soundMass(b, bFrom, bTo)) / 2;
  const most = (1 - least) * whole + 1e-9;
  let { row, next } = rows;
  const { gone } = rows;
  row[0] = 0;
  for (let j = 1; j <= m; j += 1) {
    const flags = (j === 1 ? 1 : 0) | (j === m ? 2 : 0) | (aVowelless && unequal ? 4 : 0);
    gone[j] = MISSING[(flags * SIGNS + (j === 1 ? 0 : (b[bFrom + j - 2] ?? 0))) * SIGNS + (b[bFrom + j - 1] ?? 0)] ?? 1;
    row[j] = (row[j - 1] ?? 0) + (gone[j] ?? 0);
  }
  for (let i = 1; i <= n; i += 1) {
    const own = a[aFrom + i - 1] ?? 0;
    const flags = (i === 1 ? 1 : 0) | (i === n ? 2 : 0) | (bVowelless && unequal ? 4 : 0);
    const lost = MISSING[(flags * SIGNS + (i === 1 ? 0 : (a[aFrom + i - 2] ?? 0))) * SIGNS + own] ?? 1;
    let before = (row[0] ?? 0) + lost;
    let lowest = before;
    next[0] = before;
    const table = own * SIGNS;
    for (let j = 1; j <= m; j += 1) {
      let cost = (row[j - 1] ?? 0) + (EXCHANGE[table + (b[bFrom + j - 1] ?? 0)] ?? 1);
      const other = (row[j] ?? 0) + lost;
      if (other < cost) cost = other;
      const third = before + (gone[j] ?? 0);
      if (third < cost) cost = third;
      next[j] = cost;
      before = cost;
      if (cost < lowest) lowest = cost;
    }
    if (lowest > most) return 0;
    [row, next] = [next, row];
  }
  const cost = row[m] ?? 0;
  return cost > most ? 0 : Math.max(0, 1 - cost / whole);
}

/** How alike two rows of sounds are, 0 to 1, as `soundsOf` gives them; 0 for what is less than `least`. */
export function soundLikeness(a: string, b: string, aVowelless = false, bVowelless = false, least = 0): number {
  if (a === b) return 1;
  return codedLikeness(soundCodes(a), 0, a.length, soundCodes(b), 0, b.length, aVowelless, bVowelless, least, { row: [], next: [], gone: [] });
}
