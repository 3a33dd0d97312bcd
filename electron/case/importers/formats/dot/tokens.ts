import { unescapeEntities } from '../graph/entities';
import { LINE_END, NOT_BLANK, type Scanner } from '../graph/scanner';

export interface Token {
  /** "id": a name, number, quoted text or HTML; "word": one that may be a keyword; "edge": an arrow or line; "sign": one of {}[]=;,:+; "end". */
  readonly kind: 'id' | 'word' | 'edge' | 'sign' | 'end';
  readonly text: string;
  readonly line: number;
}

const SIGNS = '{}[]=;,:+';
const IN_WORD = /[\w.\u0080-\uffff]/;
const ENDS_WORD = /[^\w.\u0080-\uffff]/g;
const QUOTE_OR_ESCAPE = /["\\]/g;
const ANGLE = /[<>]/g;

/** HTML as the text that people see: tags away, breaks as blanks. */
const textOfHtml = (html: string): string => unescapeEntities(html.replaceAll(/<br\s*\/?>|<\/(?:tr|td|p)>/gi, ' ').replaceAll(/<[^<>]*>/g, '')).replaceAll(/\s+/g, ' ').trim();

function skipped(scanner: Scanner): boolean {
  const sign = scanner.peek();
  if (sign === '#') {
    scanner.skip(LINE_END);
    return true;
  }
  if (sign !== '/') return false;
  const after = scanner.beyond();
  if (after === '/') scanner.skip(LINE_END);
  else if (after === '*') {
    scanner.next();
    scanner.next();
    for (let last = ''; ; ) {
      const each = scanner.next();
      if (each === '') scanner.refuse('comment not closed');
      if (last === '*' && each === '/') return true;
      last = each;
    }
  } else return false;
  return true;
}

function quoted(scanner: Scanner): string {
  scanner.next();
  let text = '';
  for (;;) {
    text += scanner.until(QUOTE_OR_ESCAPE);
    const sign = scanner.next();
    if (sign === '') scanner.refuse('text not closed');
    if (sign === '"') return text;
    const after = scanner.next();
    // A backslash at the end of a line joins it with the next; before a quote it hides it. All other escapes belong to the text.
    if (after === '\r' && scanner.peek() === '\n') scanner.next();
    if (after === '"') text += '"';
    else if (after !== '\n' && after !== '\r') text += `\\${after}`;
  }
}

function html(scanner: Scanner): string {
  scanner.next();
  let depth = 1;
  let text = '';
  for (;;) {
    text += scanner.until(ANGLE);
    const sign = scanner.next();
    if (sign === '') scanner.refuse('HTML not closed');
    depth += sign === '<' ? 1 : -1;
    if (depth === 0) return textOfHtml(text);
    text += sign;
  }
}

export function nextToken(scanner: Scanner): Token {
  do scanner.skip(NOT_BLANK);
  while (skipped(scanner));
  const line = scanner.line;
  const sign = scanner.peek();
  if (sign === '') return { kind: 'end', text: '', line };
  if (sign === '"') return { kind: 'id', text: quoted(scanner), line };
  if (sign === '<') return { kind: 'id', text: html(scanner), line };
  if (SIGNS.includes(sign)) {
    scanner.next();
    return { kind: 'sign', text: sign, line };
  }
  if (sign === '-') {
    const after = scanner.beyond();
    if (after === '-' || after === '>') {
      scanner.next();
      scanner.next();
      return { kind: 'edge', text: `-${after}`, line };
    }
    scanner.next();
    return { kind: 'id', text: `-${scanner.until(ENDS_WORD)}`, line };
  }
  if (!IN_WORD.test(sign)) scanner.refuse(`unexpected ${sign}`);
  return { kind: 'word', text: scanner.until(ENDS_WORD), line };
}

/** Entities and label escapes: line breaks as blanks, the node's own name, record bars as they stand. */
export const shownText = (text: string, own: string): string => unescapeEntities(text).replaceAll(/\\([nlrNG\\])/g, (whole, sign: string) => (sign === 'N' ? own : sign === '\\' ? '\\' : sign === 'G' ? whole : ' ')).replaceAll(/\s+/g, ' ').trim();
