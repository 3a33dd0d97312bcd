import { unescapeEntities } from '../graph/entities';
import { isBlank, type Scanner } from '../graph/scanner';

export interface Token {
  readonly kind: 'word' | 'text' | 'open' | 'close' | 'end';
  readonly text: string;
  readonly line: number;
}

const endsWord = (sign: string): boolean => isBlank(sign) || sign === '[' || sign === ']' || sign === '"';

/** The next token: a key or number, a text in quotes, a bracket. A hash at the start of a token begins a comment. */
export function nextToken(scanner: Scanner): Token {
  for (;;) {
    scanner.skip((sign) => !isBlank(sign));
    const line = scanner.line;
    const sign = scanner.peek();
    if (sign === '') return { kind: 'end', text: '', line };
    if (sign === '#') {
      scanner.skip((each) => each === '\n');
      continue;
    }
    if (sign === '[' || sign === ']') {
      scanner.next();
      return { kind: sign === '[' ? 'open' : 'close', text: sign, line };
    }
    if (sign !== '"') return { kind: 'word', text: scanner.until(endsWord), line };
    scanner.next();
    let text = scanner.until((each) => each === '"');
    // GML has no escapes, but writers use a backslash before a quote all the same.
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(text) && scanner.peek() === '"') {
      scanner.next();
      text = `${text.slice(0, -1)}"${scanner.until((each) => each === '"')}`;
    }
    if (scanner.next() === '') scanner.refuse('text not closed');
    return { kind: 'text', text: unescapeEntities(text), line };
  }
}
