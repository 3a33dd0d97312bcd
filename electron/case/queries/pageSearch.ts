import type { Database } from 'better-sqlite3';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PageHit } from '../../../shared/contract/reading';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { formatValue, parseValue } from '../../../shared/values';
import { BELGIAN_CONTEXT } from '../../../shared/values/kind';
import { identifierKinds } from './catalogueFacts';
import type { Terms } from './searchTerms';
import { wordsOf } from './searchTerms';
import { query } from './statements';

/** Longest text that can be an identifier as someone types it. */
const LONGEST_IDENTIFIER = 80;

const FOUND = `
  SELECT source.id AS source, hit.page, source.title, found.excerpt
  FROM (SELECT rowid AS n, rank, snippet(page_text, 0, char(2), char(3), '…', 24) AS excerpt FROM page_text WHERE page_text MATCH @match ORDER BY rank LIMIT 500) AS found
  CROSS JOIN source_page hit ON hit.n = found.n
  CROSS JOIN source ON source.n = hit.source AND source.seq_retracted IS NULL
  ORDER BY found.rank LIMIT @limit`;

/** Words in one order, as a phrase of FTS5: always quoted, so that nothing in it is an operator. */
const phrase = (words: readonly string[], last = ''): string => `"${words.map((word) => word.replaceAll('"', '""')).join(' ')}"${last}`;

/** Notations in which a page may write the identifier that was typed: as typed, in one, in the groups of paper, at home and abroad. */
function notations(line: string, catalogue: Catalogue): ReadonlySet<string> {
  const forms = new Set<string>();
  if (line.length > LONGEST_IDENTIFIER || !/\d/.test(line)) return forms;
  for (const { kind } of identifierKinds(catalogue)) {
    const value = parseValue(kind, line, BELGIAN_CONTEXT);
    if (value === null || value.doubt !== undefined || kind === 'text' || kind === 'documentNumber') continue;
    for (const form of [value.v, formatValue(kind, value.v, 'en')]) forms.add(form);
    const phone = kind === 'phone' ? parsePhoneNumberFromString(value.v) : undefined;
    if (phone !== undefined) for (const form of [phone.formatNational(), phone.formatNational().replace(/\D/g, ''), `00${phone.number.slice(1)}`]) forms.add(form);
  }
  return forms;
}

/** Pages that have all words of the text (the last may be the beginning of one), or its identifier in another notation; the best first. Any text is allowed. */
export function pageSearch(db: Database, catalogue: Catalogue, text: string, terms: Terms, limit: number): PageHit[] {
  if (terms.words.length === 0) return [];
  const words = terms.words.map((word, at) => phrase([word], at === terms.words.length - 1 ? '*' : ''));
  const others = [...notations(text.replace(/[\0\s\p{Cs}]+/gu, ' ').trim(), catalogue)].map(wordsOf).filter((form) => form.length > 0).map((form) => phrase(form));
  const match = [`(${words.join(' AND ')})`, ...new Set(others)].join(' OR ');
  return query<PageHit>(db, FOUND).all({ match, limit });
}
