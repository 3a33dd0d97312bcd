/** As long as the lock of a bundle must at least be. */
export const SHORTEST = 12;

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeiou';
const WORDS = 5;

/**
 * Why a passphrase for something that leaves the house is too weak; null when it is not. It can be tried by machines without end, so that length counts: either
 * twenty signs, or twelve of several kinds; and not the same few over and over.
 */
export function passphraseProblem(passphrase: string): 'tooShort' | 'tooSimple' | null {
  const signs = [...passphrase];
  if (signs.length < SHORTEST) return 'tooShort';
  if (new Set(signs.map((sign) => sign.toLowerCase())).size < 6) return 'tooSimple';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(passphrase)).length;
  return signs.length >= 20 || kinds >= 3 ? null : 'tooSimple';
}

/** A random passphrase that can be read out over the telephone: five words of five letters, 83 bits. */
export function suggestedPassphrase(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(WORDS * 5));
  const letter = (at: number): string => {
    const letters = at % 5 === 1 || at % 5 === 3 ? VOWELS : CONSONANTS;
    // 2^32 is so much more than 16 that no letter is favoured by more than a billionth.
    return letters.charAt((numbers[at] ?? 0) % letters.length);
  };
  return Array.from({ length: WORDS }, (_, word) => Array.from({ length: 5 }, (_sign, sign) => letter(word * 5 + sign)).join('')).join(' ');
}
