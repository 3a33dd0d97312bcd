/**
 * A column heading in the form that types list theirs: lower case, without accents, other signs as one blank
 * ("Duur (sec)" becomes "duur sec", "A_NUMBER" becomes "a number").
 */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
