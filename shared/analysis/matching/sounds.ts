/**
 * What a name sounds like, as a row of sounds: spelling varies by language ("Šćepanović", "Scepanovic", "Щепанович"), sounds less so. One sound a sign:
 * a e i o u vowels · y w h glides · b p d t k g f v m n l r s z as written · x kh, German ch · S sh · C tch · Z French j · J dj · T th · D dh · G gh ·
 * c what "ch" may be (sh, tch, kh) · j what "j" may be (y, dj, French j, Spanish j) · q what "c" before e and i may be (s, tch) · N ny.
 */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['shtch', 'SC'], ['schtsch', 'SC'], ['shch', 'SC'], ['tsch', 'C'], ['dzsch', 'J'], ['dsch', 'J'], ['tch', 'C'], ['sch', 'S'], ['dzh', 'J'], ['zsch', 'C'],
  ['ij', 'ay'], ['sh', 'S'], ['ch', 'c'], ['kh', 'x'], ['gh', 'G'], ['zh', 'Z'], ['dj', 'J'], ['gj', 'J'], ['xh', 'J'], ['th', 'T'], ['dh', 'D'], ['ph', 'f'], ['ck', 'k'], ['qu', 'k'], ['cz', 'C'], ['sz', 'S'], ['rz', 'Z'], ['ts', 's'], ['tz', 's'], ['dz', 'z'], ['gn', 'N'], ['ny', 'N'], ['nj', 'N'], ['lj', 'l'], ['ly', 'ly'], ['rh', 'r'],
  ['aeu', 'oy'], ['eau', 'o'], ['aou', 'aw'], ['ou', 'u'], ['oo', 'u'], ['oe', 'o'], ['ue', 'u'], ['ae', 'a'], ['ee', 'i'], ['ie', 'i'], ['ei', 'ay'], ['ey', 'ay'], ['ai', 'ay'], ['ay', 'ay'], ['eu', 'o'], ['au', 'aw'], ['uw', 'u'], ['uy', 'ay'], ['ui', 'ay'],
  ['ce', 'qe'], ['ci', 'qi'], ['cy', 'qi'], ['c', 'k'], ['q', 'k'], ['x', 'ks'],
];
const LONGEST = 7;
const BY_LENGTH: readonly ReadonlyMap<string, string>[] = Array.from({ length: LONGEST + 1 }, (_, length) => new Map(SPELLINGS.filter(([spelling]) => spelling.length === length)));

const VOWELS = 'aeiou';
export const isVowel = (sound: string): boolean => VOWELS.includes(sound);

/** The sounds of one word in the letters a to z. Doubled sounds are one. */
export function soundsOf(word: string): string {
  let sounds = '';
  for (let at = 0; at < word.length;) {
    let taken = 1;
    let heard = word[at] ?? '';
    for (let length = Math.min(LONGEST, word.length - at); length > 0; length -= 1) {
      const found = BY_LENGTH[length]?.get(word.slice(at, at + length));
      if (found === undefined) continue;
      [taken, heard] = [length, found];
      break;
    }
    // "y" between consonants is a vowel.
    if (heard === 'y' && !isVowel(word[at - 1] ?? '') && !isVowel(word[at + 1] ?? '')) heard = 'i';
    for (const sound of heard) if (sounds.at(-1) !== sound) sounds += sound;
    at += taken;
  }
  return sounds;
}

/** How much a sound tells: vowels come and go, consonants stay. */
export const weightOf = (sound: string): number => (isVowel(sound) ? 0.4 : sound === 'h' || sound === 'y' || sound === 'w' ? 0.5 : 1);

/** Sounds that are written for one another, with what the exchange costs (0 to 1). */
const NEAR: Readonly<Record<string, number>> = {};
const near = (group: string, cost: number): void => {
  for (const a of group) for (const b of group) if (a !== b) (NEAR as Record<string, number>)[a + b] = Math.min(cost, NEAR[a + b] ?? 1);
};
near('aeiou', 0.3);
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
near('kg', 0.45);
near('kx', 0.3);
near('gG', 0.12);
near('rG', 0.3);
near('xG', 0.35);
near('xh', 0.15);
near('gh', 0.4);
near('xg', 0.4);
near('sz', 0.2);
near('sS', 0.25);
near('zZ', 0.25);
near('SZ', 0.3);
near('SC', 0.25);
near('CJ', 0.3);
near('ZJ', 0.15);
near('sC', 0.4);
near('kC', 0.4);
near('cS', 0.05);
near('cC', 0.08);
near('cx', 0.08);
near('ck', 0.25);
near('ch', 0.25);
near('cs', 0.35);
near('jy', 0.08);
near('ji', 0.15);
near('jJ', 0.05);
near('jZ', 0.05);
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

/** What it costs that a sound is missing on the other side: little for vowels, next to nothing where the other side's script leaves them out. */
function missing(sound: string, before: string, first: boolean, last: boolean, vowelless: boolean): number {
  // The second half of a sound that some spell as one: "shch" and "sch", "ks" and "x".
  if ((before === 'S' && sound === 'C') || (before === 'k' && sound === 's') || (before === 'n' && sound === 'g') || (before === 'd' && sound === 'z')) return 0.3;
  if (isVowel(sound)) return vowelless ? (first ? 0.2 : 0.05) : first ? 0.4 : last ? 0.2 : 0.28;
  if (sound === 'h') return last ? 0.1 : 0.25;
  if (sound === 'y' || sound === 'w') return vowelless ? 0.3 : 0.25;
  return 0.9;
}

/** How alike two rows of sounds are, 0 to 1: an edit distance whose costs are those above, as a share of what both tell. */
export function soundLikeness(a: string, b: string, aVowelless = false, bVowelless = false): number {
  if (a === b) return 1;
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return 0;
  let row = new Float64Array(m + 1);
  let next = new Float64Array(m + 1);
  for (let j = 1; j <= m; j += 1) row[j] = (row[j - 1] ?? 0) + missing(b[j - 1] ?? '', b[j - 2] ?? '', j === 1, j === m, aVowelless);
  for (let i = 1; i <= n; i += 1) {
    const own = a[i - 1] ?? '';
    const gone = missing(own, a[i - 2] ?? '', i === 1, i === n, bVowelless);
    next[0] = (row[0] ?? 0) + gone;
    for (let j = 1; j <= m; j += 1) {
      const other = b[j - 1] ?? '';
      next[j] = Math.min((row[j - 1] ?? 0) + exchange(own, other), (row[j] ?? 0) + gone, (next[j - 1] ?? 0) + missing(other, b[j - 2] ?? '', j === 1, j === m, aVowelless));
    }
    [row, next] = [next, row];
  }
  let whole = 0;
  for (const sound of a) whole += weightOf(sound);
  for (const sound of b) whole += weightOf(sound);
  return Math.max(0, 1 - (row[m] ?? 0) / (whole / 2));
}
