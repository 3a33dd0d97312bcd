import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import { forbiddenInBytes } from '../../../shared/briefing/encoded';
import { ForbiddenTexts } from '../../../shared/briefing/searched';
import { forbiddenAmong, formsOf } from '../../../shared/briefing/withheldTexts';
import { Failure } from '../../../shared/contract/failure';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { CHUNK, openFileBytes } from '../importers/bytes';
import type { Bytes } from '../importers/bytes';
import { Package } from '../importers/workbook';
import { HANDLING_AS_IT_STANDS } from '../releasable/selection';
import { Verdicts, type JudgedRow } from '../releasable/verdicts';

/** Words that any such file has of itself. */
const FRAME = 'knoop label type color size start end strength confirmed unconfirmed tentative source target directed undirected true false string double integer statement statements values value written doubt grading handling basis fact assessment supplier place position thickness shape solid dashed dotted title marking entity entities links property scheme codes axis note part';

/** A number this short stands in any file by chance: as a row, a year, a place on a chart. */
const BY_CHANCE = /^\D*(?:\d\D*){0,6}$/;

interface SaidRow extends JudgedRow { readonly subject: string; readonly type: string; readonly caption: string; readonly id: string; readonly values: string; readonly title: string }

const SAID = `SELECT coalesce(e.id, l.id) AS subject, coalesce(e.type, l.type) AS type, coalesce(e.caption, '') AS caption, s.id, s."values", ${HANDLING_AS_IT_STANDS}, source.n AS source, source.id AS sourceId, source.supplier, source.title
  FROM statement s JOIN source ON source.n = s.source LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject WHERE s.seq_retracted IS NULL`;

/**
 * All texts of the case that must not be found in what this audience gets: values, ids, conditions and titles of sources of statements that are held back, what
 * entities are called of which nothing may go, unless something that may go says them too. None inside the service. Short numbers are left out: these stand
 * in any table by chance.
 */
export function withheldFromExport(db: Database, catalogue: Catalogue, audience: Audience): readonly string[] {
  const verdicts = new Verdicts(catalogue, audience);
  if (verdicts.all) return [];
  const open = new Set<string>([FRAME, JSON.stringify([catalogue.entityTypes, catalogue.linkTypes, catalogue.schemes])]);
  const closed = new Set<string>();
  const captions = new Map<string, string>();
  const shown = new Set<string>();
  for (const row of db.prepare<[], SaidRow>(SAID).iterate()) {
    const { withheld, handling } = verdicts.of(row);
    const into = withheld === null ? open : closed;
    for (const text of [...formsOf(JSON.parse(row.values) as Values, row.type, catalogue), row.subject, row.id, row.sourceId, row.title]) into.add(text);
    for (const { note } of handling) if (note !== undefined) into.add(note);
    if (withheld === null) shown.add(row.subject);
    else if (row.caption !== '') captions.set(row.subject, row.caption);
  }
  for (const [subject, caption] of captions) if (!shown.has(subject)) closed.add(caption);
  return forbiddenAmong([...closed].filter((text) => /\p{L}/u.test(text) || !BY_CHANCE.test(text)), open);
}

/** The parts of a file, each with its name in an archive and its bytes piece by piece. */
interface Part {
  readonly name: string;
  readonly pieces: Iterable<Buffer> | AsyncIterable<Buffer>;
}

async function* partsOf(bytes: Bytes): AsyncGenerator<Part> {
  if (bytes.read(0, 2).toString('latin1') !== 'PK') {
    yield { name: '', pieces: (function* pieces() {
      for (let at = 0; at < bytes.size; at += CHUNK) yield bytes.read(at, CHUNK);
    })() };
    return;
  }
  const archive = await Package.open(bytes);
  try {
    yield { name: '', pieces: [Buffer.from(archive.names().join('\n'), 'utf8')] };
    for (const name of archive.names()) yield { name, pieces: archive.pieces(name) };
  } finally {
    archive.close();
  }
}

/**
 * Opens a written file again, unpacks it, and searches all of it for what is forbidden, in every encoding that forbiddenInBytes knows. `step` may throw to stop.
 * Returns how many texts were looked for. Throws Failure withheldFound, whose `place` is the part of the archive and the byte from which on it was found. An archive inside
 * an archive is not unpacked: no writer makes one.
 */
export async function requireNothingWithheld(path: string, texts: readonly string[], step: () => void): Promise<number> {
  const forbidden = new ForbiddenTexts(texts);
  if (forbidden.none) return 0;
  // What lies across two pieces is found in the second, which repeats the end of the first. Even, so that no sign of UTF-16 is cut.
  const overlap = 2 * Math.max(32_768, 12 * forbidden.longest);
  const bytes = openFileBytes(path);
  try {
    for await (const { name, pieces } of partsOf(bytes)) {
      let before: Buffer = Buffer.alloc(0);
      let at = 0;
      for await (const piece of pieces) {
        const whole = Buffer.concat([before, piece]);
        if (forbiddenInBytes(whole, forbidden) !== null) throw new Failure('withheldFound', { place: `${name} byte ${Math.max(0, at - before.length)}`.trim() });
        at += piece.length;
        before = whole.subarray(Math.max(0, whole.length - overlap));
        step();
      }
    }
    return forbidden.count;
  } finally {
    bytes.close();
  }
}
