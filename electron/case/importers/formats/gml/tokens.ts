import { unescapeEntities } from '../graph/entities';
import { LINE_END, NOT_BLANK, type Scanner } from '../graph/scanner';

/** True when the text ends in a backslash that is not itself behind one. */
function isEscaped(text: string): boolean {
  let count = 0;
  while (text[text.length - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

export interface Token {
  readonly kind: 'word' | 'text' | 'open' | 'close' | 'end';
  readonly text: string;
  readonly line: number;
}

const ENDS_WORD = /[ \n\t\r\f\u00a0\u0000[\]"]/g;
const QUOTE = /"/g;

/** The next token: a key or number, a text in quotes, a bracket. A hash at the start of a token begins a comment. */
export function nextToken(scanner: Scanner): Token {
  for (;;) {
    scanner.skip(NOT_BLANK);
    const line = scanner.line;
    const sign = scanner.peek();
    if (sign === '') return { kind: 'end', text: '', line };
    if (sign === '#') {
      scanner.skip(LINE_END);
      continue;
    }
    if (sign === '[' || sign === ']') {
      scanner.next();
      return { kind: sign === '[' ? 'open' : 'close', text: sign, line };
    }
    if (sign !== '"') return { kind: 'word', text: scanner.until(ENDS_WORD), line };
    scanner.next();
    const parts = [scanner.until(QUOTE)];
    // GML has no escapes, but writers use a backslash before a quote all the same.
    for (let last = parts[0] ?? ''; isEscaped(last) && scanner.peek() === '"'; ) {
      scanner.next();
      parts[parts.length - 1] = `${last.slice(0, -1)}"`;
      last = scanner.until(QUOTE);
      parts.push(last);
    }
    if (scanner.next() === '') scanner.refuse('text not closed');
    return { kind: 'text', text: unescapeEntities(parts.join('')), line };
  }
}
