import iconv from 'iconv-lite';
import type { Bytes } from './bytes';
import { detectEncoding } from './encoding';
import { JsonFault, JsonValues } from './jsonValues';
import type { JsonPath, JsonPick, JsonValue } from './jsonValues';

export { isJsonArray, isJsonObject, JsonFault, parseJson, pickAt } from './jsonValues';
export type { JsonObject, JsonPath, JsonPick, JsonShape, JsonValue } from './jsonValues';

const PIECE = 131_072;
/** Of one line of JSON lines, in characters. */
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

function* texts(bytes: Bytes, encoding: string, position: { at: number }): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  let first = true;
  while (position.at < bytes.size) {
    const piece = bytes.read(position.at, PIECE);
    position.at += piece.length;
    let text = decoder.write(piece) ?? '';
    if (first && text.startsWith('\uFEFF')) text = text.slice(1);
    if (text !== '') first = false;
    yield text;
  }
  yield decoder.end() ?? '';
}

function* ofDocument(bytes: Bytes, encoding: string, pick: JsonPick, position: { at: number }): Generator<JsonOutcome[]> {
  let batch: JsonOutcome[] = [];
  let ordinal = 0;
  let buffer = Buffer.alloc(0);
  let base = 0;
  let counted = 0;
  let line = 1;
  /** Line of the byte at `offset`; offsets come in rising order. */
  const lineAt = (offset: number): number => {
    for (let next = buffer.indexOf(10, counted - base); next >= 0 && base + next < offset; next = buffer.indexOf(10, counted - base)) {
      counted = base + next + 1;
      line += 1;
    }
    return line;
  };
  const lineOfStart = new Map<number, number>();
  const values = new JsonValues(
    (path, shape) => pick(path, shape),
    (value, path, document, offset) => {
      batch.push({ kind: 'found', value, path, document, ordinal: ordinal++, line: lineOfStart.get(offset) ?? lineAt(offset) });
      lineOfStart.clear();
    },
  );
  const fault = (error: unknown): JsonOutcome => {
    if (!(error instanceof JsonFault)) throw error;
    const at = Math.max(0, error.offset - base);
    return { kind: 'fault', line: lineAt(error.offset), why: error.why, text: buffer.subarray(Math.max(0, at - 20), at + 80).toString('utf8') };
  };
  for (const text of texts(bytes, encoding, position)) {
    buffer = Buffer.from(text, 'utf8');
    try {
      values.write(buffer);
    } catch (error) {
      yield [...batch, fault(error)];
      return;
    }
    // A value that goes on into the next piece begins here: its line must be known before these bytes are gone.
    const open = values.begun();
    if (open !== null && open >= base) lineOfStart.set(open, lineAt(open));
    lineAt(base + buffer.length);
    base += buffer.length;
    counted = base;
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  buffer = Buffer.alloc(0);
  try {
    values.end();
  } catch (error) {
    batch.push(fault(error));
  }
  if (batch.length > 0) yield batch;
}

function* ofLines(bytes: Bytes, encoding: string, pick: JsonPick, position: { at: number }): Generator<JsonOutcome[]> {
  let number = 0;
  let ordinal = 0;
  let document = 0;
  let held: string[] = [];
  let heldLength = 0;
  let tooLong = false;
  const read = (text: string): JsonOutcome[] => {
    number += 1;
    const clean = text.replace(/^[\u001e\s]+/u, '');
    if (clean === '' && !tooLong) return [];
    const line = number;
    if (tooLong) {
      tooLong = false;
      return [{ kind: 'fault', line, why: 'lineTooLong', text: clean.slice(0, 100) }];
    }
    const out: JsonOutcome[] = [];
    try {
      const values = new JsonValues(pick, (value, path, inLine) => out.push({ kind: 'found', value, path, document: document + inLine, ordinal: ordinal++, line }));
      values.write(Buffer.from(clean, 'utf8'));
      values.end();
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      out.push({ kind: 'fault', line, why: error.why, text: clean.slice(0, 100) });
    }
    document += 1;
    return out;
  };
  const take = (piece: string): void => {
    if (heldLength + piece.length > LONGEST_LINE) tooLong = true;
    if (tooLong && held.length > 0) held = held.slice(0, 1);
    else held.push(piece);
    heldLength += piece.length;
  };
  const flush = (): JsonOutcome[] => {
    const text = held.join('');
    held = [];
    heldLength = 0;
    return read(text);
  };
  for (const text of texts(bytes, encoding, position)) {
    const batch: JsonOutcome[] = [];
    const parts = text.split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      take(part);
      batch.push(...flush());
    }
    take(rest);
    if (batch.length > 0) yield batch;
  }
  const last = flush();
  if (last.length > 0) yield last;
}
