import type { Database } from 'better-sqlite3';
import { forbiddenInBytes } from '../../../shared/briefing/encoded';
import { APART, ForbiddenTexts, SearchedText } from '../../../shared/briefing/searched';
import { Failure } from '../../../shared/contract/failure';
import { heldBytes } from '../importers/bytes';
import { Package } from '../importers/workbook';

/** Rows whose text is searched at once. */
const AT_ONCE = 500;

/** The bundle's case among its members. */
const CASE_MEMBER = 'case.db';
/** Signs from which on a single word is sought in the pages of a database as well. */
const SOUGHT_IN_PAGES = 8;

/**
 * Those of the withheld texts that can be sought in a database's pages. Its index of words holds beginnings and ends of the words that may be read ("Roel" of
 * "Roeland"), so that a short word stands there by chance; in what its rows say, it is sought all the same.
 */
const soughtInPages = (text: string): boolean => /\S\s+\S/.test(text) || new SearchedText(text).closed.length >= SOUGHT_IN_PAGES;

/** Every text and blob of every table, as whoever opens the case gets to read them: a long text lies on several pages of the file, with other bytes between. */
function* textsOf(db: Database): Generator<{ readonly table: string; readonly text: Buffer; readonly pages: boolean }> {
  for (const name of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").pluck().all()) {
    let waiting: Buffer[] = [];
    for (const row of db.prepare<[], readonly unknown[]>(`SELECT * FROM "${name.replaceAll('"', '""')}"`).raw().iterate()) {
      for (const cell of row) {
        if (typeof cell === 'string') waiting.push(Buffer.from(`${cell}${APART}`, 'utf8'));
        else if (cell instanceof Uint8Array) yield { table: name, text: Buffer.from(cell), pages: true };
      }
      if (waiting.length < AT_ONCE) continue;
      yield { table: name, text: Buffer.concat(waiting), pages: false };
      waiting = [];
    }
    if (waiting.length > 0) yield { table: name, text: Buffer.concat(waiting), pages: false };
  }
}

/**
 * Searches all of a payload that was read back for what must not be in it: the bytes of every member, unpacked, and what its case says row by row. Returns how many
 * texts were looked for. Throws Failure withheldFound, and whatever `step` throws.
 */
export async function requireNothingWithheldIn(payload: Buffer, db: Database | null, texts: readonly string[], step: () => void): Promise<number> {
  const forbidden = new ForbiddenTexts(texts);
  if (forbidden.none) return 0;
  const inPages = new ForbiddenTexts(texts.filter(soughtInPages));
  const overlap = 2 * Math.max(32_768, 12 * forbidden.longest);
  const archive = await Package.open(heldBytes(payload));
  try {
    for (const name of archive.names()) {
      if (forbiddenInBytes(Buffer.from(name, 'utf8'), forbidden) !== null) throw new Failure('withheldFound', { place: 'names' });
      let before = Buffer.alloc(0);
      let at = 0;
      for await (const piece of archive.pieces(name)) {
        const whole = Buffer.concat([before, piece]);
        if (forbiddenInBytes(whole, name === CASE_MEMBER ? inPages : forbidden) !== null) throw new Failure('withheldFound', { place: name });
        at += piece.length;
        before = whole.subarray(Math.max(0, whole.length - overlap));
        step();
      }
    }
  } finally {
    archive.close();
  }
  if (db !== null) {
    for (const { table, text, pages } of textsOf(db)) {
      if (forbiddenInBytes(text, pages ? inPages : forbidden) !== null) throw new Failure('withheldFound', { place: table });
      step();
    }
  }
  return forbidden.count;
}
