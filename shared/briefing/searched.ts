/**
 * A text as a search for withheld values compares it: without case, accents, blanks and punctuation, so that no line break, hyphen or grouping of digits
 * hides a value.
 */
export function closedUp(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Those of `forbidden` that occur in `text`, however they are set there. */
export function findForbidden(text: string, forbidden: Iterable<string>): string[] {
  const closed = closedUp(text);
  const found: string[] = [];
  for (const each of forbidden) {
    const wanted = closedUp(each);
    if (wanted !== '' && closed.includes(wanted)) found.push(each);
  }
  return found;
}
