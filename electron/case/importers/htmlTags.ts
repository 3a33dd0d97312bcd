import { withoutReferences } from './htmlEntities';

export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean; readonly end: number }
  | { readonly kind: 'close'; readonly name: string; readonly end: number };

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noscript', 'template', 'iframe', 'svg', 'math', 'object']);
/** A tag longer than this is text. */
const MAX_TAG = 256 * 1024;

/** Where a tag that opens at `from` ends, past quoted values that hold ">"; -1 when it does not. */
function tagEnd(page: string, from: number): number {
  let quote = '';
  const stop = Math.min(page.length, from + MAX_TAG);
  for (let at = from; at < stop; at += 1) {
    const sign = page[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if ((sign === '"' || sign === "'") && page[at - 1] !== undefined && /[=\s]/.test(page[at - 1] ?? '')) quote = sign;
  }
  // A quote that is never closed: the tag ends at the first bracket.
  return page.indexOf('>', from);
}

/** Cuts a page into tags and texts, in one walk. Nothing is run, fetched or interpreted; comments, scripts and styles are passed over. */
export function* htmlPieces(page: string): Generator<HtmlPiece> {
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: withoutReferences(page.slice(at, open < 0 ? page.length : open)) };
    if (open < 0) return;
    if (page.startsWith('<!--', open)) {
      const end = page.indexOf('-->', open + 4);
      at = end < 0 ? page.length : end + 3;
      continue;
    }
    const next = page[open + 1] ?? '';
    if (next === '!' || next === '?') {
      const end = page.indexOf('>', open);
      at = end < 0 ? page.length : end + 1;
      continue;
    }
    if (!/[a-z/]/i.test(next)) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const end = tagEnd(page, open + 1);
    if (end < 0) return;
    const inside = page.slice(open + 1, end);
    at = end + 1;
    const name = /^\/?([a-z][a-z0-9:-]{0,60})/i.exec(inside)?.[1]?.toLowerCase() ?? '';
    if (inside.startsWith('/')) {
      yield { kind: 'close', name, end: at };
      continue;
    }
    const closed = inside.endsWith('/');
    yield { kind: 'open', name, attributes: inside.slice(name.length), closed, end: at };
    if (!RAW.has(name) || closed) continue;
    // Indices of the close tag by a search that does not copy the page.
    const close = new RegExp(`</${name}[\\s>]`, 'gi');
    close.lastIndex = at;
    const found = close.exec(page);
    at = found === null ? page.length : found.index;
  }
}

/** Value of an attribute in a tag; null when it has none of this name. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, key = '', , double, single, bare] of attributes.matchAll(/([^\s"'=<>/]{1,100})(\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g)) {
    if (key.toLowerCase() === name) return withoutReferences(double ?? single ?? bare ?? '');
  }
  return null;
}
