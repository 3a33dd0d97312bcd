import { StringDecoder } from 'node:string_decoder';
import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/compose';
import { passGate } from '../../../shared/briefing/gate';
import { ForbiddenTexts } from '../../../shared/briefing/searched';
import { forbiddenAmong, formsOf } from '../../../shared/briefing/withheldTexts';
import { Failure } from '../../../shared/contract/failure';
import type { Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { CHUNK, openFileBytes } from '../importers/bytes';
import type { Bytes } from '../importers/bytes';
import { Package } from '../importers/workbook';
import { storedHandling } from '../queries/stored';

/** Words that any such file has of itself. */
const FRAME = 'knoop label type color size start end strength confirmed unconfirmed tentative source target directed undirected true false string double integer statement statements values value written doubt grading handling basis fact assessment supplier place position thickness shape solid dashed dotted title marking entity entities links property scheme codes axis note part';

/** A number this short stands in any file by chance: as a row, a year, a place on a chart. */
const BY_CHANCE = /^\D*(?:\d\D*){0,6}$/;

interface SaidRow { readonly subject: string; readonly type: string; readonly id: string; readonly values: string; readonly handling: string; readonly title: string }

const SAID = `SELECT coalesce(e.id, l.id) AS subject, coalesce(e.type, l.type) AS type, s.id, s."values", CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling, source.title
  FROM statement s JOIN source ON source.n = s.source LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject WHERE s.seq_retracted IS NULL`;

/**
 * All texts of the case that must not be found in what this audience gets: values, ids and titles of sources of statements that are held back, unless
 * something that may go says them too. None inside the service. Short numbers are left out: these stand in any table by chance.
 */
export function withheldFromExport(db: Database, catalogue: Catalogue, { rights, purpose }: Audience): readonly string[] {
  if (rights === null && purpose === 'internal') return [];
  const open = new Set<string>([FRAME, JSON.stringify([catalogue.entityTypes, catalogue.linkTypes, catalogue.schemes])]);
  const closed = new Set<string>();
  for (const row of db.prepare<[], SaidRow>(SAID).iterate()) {
    const { allowed } = passGate<{ readonly handling: readonly Handling[] }>([{ handling: storedHandling(row.handling) }], rights, purpose, catalogue.schemes);
    const into = allowed.length > 0 ? open : closed;
    for (const text of [...formsOf(JSON.parse(row.values) as Values, row.type, catalogue), row.subject, row.id, row.title]) into.add(text);
  }
  return forbiddenAmong([...closed].filter((text) => /\p{L}/u.test(text) || !BY_CHANCE.test(text)), open);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const character = (code: string, base: number): string => {
  const point = Number.parseInt(code, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
};

const withoutXml = (text: string): string => text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|_x([0-9a-f]{4})_/gi, (_whole, decimal?: string, hex?: string, name?: string, sheet?: string) => (name !== undefined ? (NAMED[name.toLowerCase()] ?? ' ') : character(decimal ?? hex ?? sheet ?? '20', decimal === undefined ? 16 : 10)));
const withoutJson = (text: string): string => text.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gi, (_whole, code?: string, sign?: string) => (code !== undefined ? character(code, 16) : sign !== undefined && /["\\/]/.test(sign) ? sign : ' '));

/** A text as it stands, and as whoever opens the file gets to see it. */
function* readings(text: string): Generator<string> {
  yield text;
  const plain = withoutXml(text);
  if (plain !== text) yield plain;
  const open = withoutJson(plain);
  if (open !== plain) yield open;
}

async function* partsOf(bytes: Bytes): AsyncGenerator<Iterable<Buffer> | AsyncIterable<Buffer>> {
  if (bytes.read(0, 2).toString('latin1') !== 'PK') {
    yield (function* pieces() {
      for (let at = 0; at < bytes.size; at += CHUNK) yield bytes.read(at, CHUNK);
    })();
    return;
  }
  const archive = await Package.open(bytes);
  try {
    yield [Buffer.from(archive.names().join('\n'), 'utf8')];
    for (const name of archive.names()) yield archive.pieces(name);
  } finally {
    archive.close();
  }
}

/**
 * Opens a written file again, unpacks it, and searches all of it for what is forbidden. `step` may throw to stop. Throws Failure withheldFound.
 * An archive inside an archive is not unpacked: no writer makes one.
 */
export async function requireNothingWithheld(path: string, texts: readonly string[], step: () => void): Promise<void> {
  const forbidden = new ForbiddenTexts(texts);
  if (forbidden.none) return;
  // What lies across two pieces is found in the second, which repeats the end of the first.
  const overlap = Math.max(65_536, 8 * forbidden.longest);
  const bytes = openFileBytes(path);
  try {
    for await (const pieces of partsOf(bytes)) {
      const decoder = new StringDecoder('utf8');
      let before = '';
      const search = (text: string): void => {
        for (const reading of readings(text)) if (forbidden.occurIn(reading)) throw new Failure('withheldFound');
      };
      for await (const piece of pieces) {
        const text = before + decoder.write(piece);
        before = text.slice(-overlap);
        search(text);
        step();
      }
      search(before + decoder.end());
    }
  } finally {
    bytes.close();
  }
}
