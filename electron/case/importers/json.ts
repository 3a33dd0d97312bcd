import iconv from 'iconv-lite';
import type { Bytes } from './bytes';
import { detectEncoding } from './encoding';
import { JsonFault } from './jsonValue';
import type { JsonPath, JsonPick, JsonValue } from './jsonValue';
import { JsonValues } from './jsonValues';
import { utf8Pieces } from './utf8Pieces';

export { isJsonArray, isJsonObject, JsonFault, pickAt } from './jsonValue';
export type { JsonObject, JsonPath, JsonPick, JsonShape, JsonValue } from './jsonValue';

const PIECE = 131_072;
/** Of one line of JSON lines, in bytes of UTF-8. */
const LONGEST_LINE = 64 * 1024 * 1024;

export type JsonOutcome =
  | {
      readonly kind: 'found';
      readonly value: JsonValue;
      /** Where in its document: `['objects', 17]`. */
      readonly path: JsonPath;
      /** Ordinal of the document in the file, from 0: the line's for JSON lines, else nearly always 0. */
      readonly document: number;
      /** Ordinal of the value among all that were found, from 0. */
      readonly ordinal: number;
      /** Line on which it begins, from 1. */
      readonly line: number;
    }
  /** The text is no JSON from here on (or, for JSON lines, on this line). `why` is short English for people to see. */
  | { readonly kind: 'fault'; readonly line: number; readonly why: string; readonly text: string };

export interface JsonReader {
  /** Batches of what was found; at most what 128 KiB of the file hold. To be walked once. */
  values(): Generator<JsonOutcome[]>;
  /** Bytes of the document read so far. */
  done(): number;
  /** True when each line is a document of its own. */
  readonly lines: boolean;
}

/** Tells by the head of a file whether each line is a JSON document of its own. */
export function isJsonLines(head: string): boolean {
  const text = head.replace(/^\uFEFF/u, '');
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.replaceAll('\u001e', '').trim() !== '');
  const [first = '', second] = lines;
  if (second === undefined) return false;
  const start = first.replaceAll('\u001e', '').trim();
  if (!start.startsWith('{') && !/^\[.*\]$/u.test(start)) return false;
  // A cut or bad first line must not hide that the others are whole.
  return start.endsWith('}') || start.endsWith(']') || /^\s*\{.*\}\s*$/u.test(second);
}

/**
 * Streams the values of a JSON file that `pick` asks for, whatever the file's size: only one value at a time is held. Reads one document, several
 * that follow each other, or JSON lines (found by the head unless `lines` says so), in any encoding (by its mark or bytes unless given).
 *
 * ```ts
 * // A table: elements of a top-level array, and of "rows" or "data" in an object; or each line of JSON lines.
 * const reader = readJson(bytes, { pick: (path, shape) => (path.length === 0 ? (shape === 'array' ? 'into' : 'take') : 'take') });
 * for (const batch of reader.values()) for (const each of batch) if (each.kind === 'found') use(each.value, each.line);
 * // Or by fixed paths:
 * readJson(bytes, { pick: pickAt([['*'], ['response', '*', 'Event']]) });
 * ```
 *
 * `pick` is asked for the document (`path` empty) and for each member of a value it answered "into"; so an object's small members and an array's
 * elements can be taken from one walk. Numbers come as their written text, see JsonValue. Nothing is thrown for bad JSON: a document's fault
 * (cut off, nested over 100 deep, a value over 64 MB) is the last outcome, after all that stood before it; a bad line of JSON lines is one fault
 * and the next line is read. Throws Failure fileNotThisFormat for bytes that are no text, fileUnreadable.
 */
export function readJson(bytes: Bytes, options: { readonly pick: JsonPick; readonly encoding?: string | null; readonly lines?: boolean }): JsonReader {
  const head = bytes.read(0, 65_536);
  // Record separators (RFC 7464) are no sign of binary data here.
  const encoding = options.encoding ?? detectEncoding(head.includes(0x1e) ? Buffer.from(head.filter((byte) => byte !== 0x1e)) : head).encoding;
  const lines = options.lines ?? isJsonLines(iconv.decode(head, encoding));
  const position = { at: 0 };
  return { lines, done: () => position.at, values: () => (lines ? ofLines(bytes, encoding, options.pick, position) : ofDocument(bytes, encoding, options.pick, position)) };
}

function* ofDocument(bytes: Bytes, encoding: string, pick: JsonPick, position: { at: number }): Generator<JsonOutcome[]> {
  let batch: JsonOutcome[] = [];
  let ordinal = 0;
  const values = new JsonValues(pick, (value, path, document, line) => batch.push({ kind: 'found', value, path, document, ordinal: ordinal++, line }));
  const fault = (error: unknown): JsonOutcome => {
    if (!(error instanceof JsonFault)) throw error;
    return { kind: 'fault', why: error.why, ...values.placeOf(error) };
  };
  for (const piece of utf8Pieces(bytes, encoding, PIECE, position)) {
    try {
      values.write(piece);
    } catch (error) {
      yield [...batch, fault(error)];
      return;
    }
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  try {
    values.end();
  } catch (error) {
    batch.push(fault(error));
  }
  if (batch.length > 0) yield batch;
}

/** A line without the record separator and the blanks before its document. */
function bared(line: Buffer): Buffer {
  const first = line[0] ?? 0;
  if (first > 0x20 && first < 0x80) return line;
  return Buffer.from(line.toString('utf8').replace(/^[\u001e\s]+/u, ''), 'utf8');
}

function* ofLines(bytes: Bytes, encoding: string, pick: JsonPick, position: { at: number }): Generator<JsonOutcome[]> {
  let line = 0;
  let ordinal = 0;
  let document = 0;
  /** The beginning of a line that goes on. */
  let held: Buffer[] = [];
  let length = 0;
  let batch: JsonOutcome[] = [];
  let values: JsonValues | null = null;
  const read = (last: Buffer): void => {
    line += 1;
    const tooLong = length + last.length > LONGEST_LINE;
    const text = bared(held.length === 0 ? last : Buffer.concat(tooLong ? held : [...held, last]));
    held = [];
    length = 0;
    if (tooLong) {
      batch.push({ kind: 'fault', line, why: 'lineTooLong', text: startOf(text) });
      return;
    }
    if (text.length === 0) return;
    try {
      values ??= new JsonValues(pick, (value, path, inLine) => batch.push({ kind: 'found', value, path, document: document + inLine, ordinal: ordinal++, line }));
      values.write(text);
      values.end();
      values.renew();
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      batch.push({ kind: 'fault', line, why: error.why, text: startOf(text) });
      values = null;
    }
    document += 1;
  };
  for (const piece of utf8Pieces(bytes, encoding, PIECE, position)) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      read(piece.subarray(from, end));
      from = end + 1;
    }
    const rest = piece.subarray(from);
    length += rest.length;
    // Of a line that is too long its start is kept, to show.
    if (length <= LONGEST_LINE) held.push(rest);
    else held = held.slice(0, 1);
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  read(Buffer.alloc(0));
  if (batch.length > 0) yield batch;
}

const startOf = (text: Buffer): string => text.toString('utf8', 0, 400).slice(0, 100);
