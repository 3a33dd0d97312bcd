import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { isJsonArray, isJsonObject, readJson } from './json';
import type { JsonObject, JsonOutcome, JsonPath, JsonPick, JsonValue } from './json';
import { JsonColumns } from './jsonColumns';

/** Of a file this much is looked at for where its records are, and for the columns that they have when only its head is shown. */
const LOOK = 2 * 1024 * 1024;
/** For its columns before all records are read. Members that only come later stand in cells beyond the named ones. */
const LOOK_AHEAD = 32 * 1024 * 1024;
/** Lists of lists and tables column by column are turned round in memory. */
const MAX_WHOLE = 64 * 1024 * 1024;
const MAX_PLACES = 200;
const MAX_LEVELS = 4;

/** Where the records of a JSON file are. */
interface Place {
  /** Keys to them, joined by points; null where the whole file is one list, or a record per line. */
  readonly name: string | null;
  readonly path: readonly string[];
  /** "records": elements of a list. "members": values of an object, their keys a column. "columns": lists, or objects by row number, of equal length. "one": a single record. */
  readonly kind: 'records' | 'members' | 'columns' | 'one';
}

/** First part of a document, read as if it ended there. */
function headOf(bytes: Bytes, most: number): Bytes {
  return bytes.size <= most ? bytes : { size: most, read: (offset, length) => bytes.read(offset, Math.max(0, Math.min(length, most - offset))), close: () => undefined };
}

/** What was seen of a list or an object without holding it. */
interface Shape {
  readonly path: readonly string[];
  readonly list: boolean;
  objects: number;
  lists: number;
  scalars: number;
  numbered: boolean;
}

/** The shapes of all lists and objects down to some levels in the head of a document. */
function shapesOf(bytes: Bytes, look: number): Shape[] {
  const shapes = new Map<string, Shape>();
  const shapeAt = (path: JsonPath, list: boolean): void => {
    if (shapes.size < MAX_PLACES) shapes.set(JSON.stringify(path), { path: path.map(String), list, objects: 0, lists: 0, scalars: 0, numbered: true });
  };
  const pick: JsonPick = (path, shape) => {
    if (path.length > 0) {
      const parent = shapes.get(JSON.stringify(path.slice(0, -1)));
      if (parent !== undefined) {
        if (shape === 'object') parent.objects += 1;
        else if (shape === 'array') parent.lists += 1;
        else parent.scalars += 1;
        if (!/^\d+$/.test(String(path.at(-1)))) parent.numbered = false;
      }
      // Members of records are no places of their own.
      if (typeof path.at(-1) === 'number') return 'skip';
    }
    if (shape === 'scalar' || path.length >= MAX_LEVELS) return 'skip';
    shapeAt(path, shape === 'array');
    return 'into';
  };
  for (const _batch of readJson(headOf(bytes, look), { pick, lines: false }).values());
  return [...shapes.values()];
}

const nameOf = (path: readonly string[]): string | null => (path.length === 0 ? null : path.join('.'));

/** The places that hold records, the fullest first. */
function placesIn(shapes: readonly Shape[]): Place[] {
  const lists = shapes.filter((shape) => shape.list && shape.objects + shape.lists > 0).sort((left, right) => right.objects + right.lists - left.objects - left.lists);
  const root = shapes[0];
  if (root === undefined) return [];
  if (root.list) return [{ name: null, path: [], kind: 'records' }];
  const inner = shapes.filter((shape) => shape.path.length === 1);
  const whole = root.scalars === 0 && root.objects + root.lists > 1;
  // {"name": ["An", "Bo"], "age": ["30", "40"]}, or the same with {"0": "An", "1": "Bo"}.
  if (whole && inner.length > 1 && inner.every((shape) => shape.objects + shape.lists === 0 && shape.scalars > 0 && shape.scalars === inner[0]?.scalars && (shape.list || shape.numbered))) return [{ name: null, path: [], kind: 'columns' }];
  const found = lists.map(({ path }): Place => ({ name: nameOf(path), path, kind: 'records' }));
  const keyed = shapes.filter((shape) => !shape.list && shape.objects > 1 && shape.scalars + shape.lists === 0).map(({ path }): Place => ({ name: nameOf(path), path, kind: 'members' }));
  const all = found.length > 0 ? found : keyed.some(({ name }) => name === null) ? keyed.filter(({ name }) => name === null) : keyed;
  return all.length > 0 ? all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at) : [{ name: null, path: [], kind: 'one' }];
}

/** Where the records of a document are; looked for further down where its head shows no list. */
function placesOf(bytes: Bytes): Place[] {
  const places = placesIn(shapesOf(bytes, LOOK));
  return bytes.size <= LOOK || places[0]?.kind === 'records' ? places : placesIn(shapesOf(bytes, LOOK_AHEAD));
}

/** Hands out the members of the value at `path`. */
function membersOf(path: readonly string[]): JsonPick {
  return (at, shape) => {
    if (at.length > path.length) return 'take';
    if (!at.every((step, index) => String(step) === path[index])) return 'skip';
    return shape === 'scalar' ? 'skip' : 'into';
  };
}

/** What one column after the other holds, turned into records. */
function turned(value: JsonObject): JsonObject[] {
  const records: Record<string, JsonValue>[] = [];
  for (const [key, cells] of Object.entries(value)) {
    const column = isJsonArray(cells) ? cells : isJsonObject(cells) ? Object.values(cells) : [];
    column.forEach((cell, at) => ((records[at] ??= Object.create(null) as Record<string, JsonValue>)[key] = cell));
  }
  return records;
}

type Record_ = { readonly value: JsonValue; readonly key: string | null } | { readonly fault: Extract<JsonOutcome, { kind: 'fault' }> };

/** The records of a file in batches, with how far it was read. */
class JsonRecords {
  private reader: { done(): number } | null = null;

  constructor(private readonly bytes: Bytes, readonly lines: boolean, private readonly place: Place) {}

  done(): number {
    return this.reader?.done() ?? 0;
  }

  *batches(most = Infinity): Generator<Record_[]> {
    const { kind, path } = this.place;
    const bytes = kind === 'columns' || kind === 'one' ? this.bytes : headOf(this.bytes, most);
    if (kind === 'columns' && this.bytes.size > MAX_WHOLE) throw new Failure('fileTooLarge', { limit: MAX_WHOLE });
    const whole: JsonPick = (at) => (at.length === 0 ? 'take' : 'skip');
    const reader = readJson(bytes, { lines: this.lines, pick: this.lines || kind === 'one' || kind === 'columns' ? whole : membersOf(path) });
    this.reader = reader;
    for (const batch of reader.values()) {
      yield batch.flatMap((each): Record_[] => {
        if (each.kind === 'fault') return bytes === this.bytes || this.lines ? [{ fault: each }] : [];
        if (kind === 'columns') return isJsonObject(each.value) ? turned(each.value).map((value) => ({ value, key: null })) : [];
        return [{ value: each.value, key: kind === 'members' ? String(each.path.at(-1) ?? '') : null }];
      });
    }
  }
}

/** Columns that the records of the first `most` bytes have; null when the records are lists whose places are their columns. */
function columnsOf(records: JsonRecords, most: number): JsonColumns | null {
  const columns = new JsonColumns();
  let lists = 0;
  let others = 0;
  for (const batch of records.batches(most)) {
    for (const each of batch) {
      if ('fault' in each) continue;
      if (isJsonArray(each.value)) lists += 1;
      else {
        others += 1;
        columns.cells(each.value, each.key);
      }
    }
  }
  return lists > others ? null : columns;
}

function* rowsOf(records: JsonRecords, look: number): Generator<TableRow[]> {
  const columns = columnsOf(records, look);
  let row = 0;
  if (columns !== null) yield [{ row: (row += 1), cells: columns.names() }];
  let good = 0;
  for (const batch of records.batches()) {
    yield batch.map((each): TableRow => {
      row += 1;
      if ('fault' in each) {
        if (good === 0 && !records.lines) throw new Failure('fileNotThisFormat', { line: each.fault.line, why: each.fault.why });
        return { row, cells: [each.fault.text.slice(0, 500)], fault: { code: 'badRecord', detail: `${each.fault.line}: ${each.fault.why}` } };
      }
      good += 1;
      const cells = columns === null && isJsonArray(each.value) ? each.value.map((cell) => JsonColumns.text(cell)) : (columns ?? new JsonColumns()).cells(each.value, each.key);
      return cells.length > MAX_COLUMNS ? { row, cells: cells.slice(0, 100), fault: { code: 'tooManyCells', detail: String(cells.length) } } : { row, cells };
    });
  }
}

/**
 * Opens a JSON file as a table: a list of objects (members of members become columns of their own, "address.city"), a list of lists, an object
 * per line, lists inside an object (each a table to choose), objects under keys, or column by column. The first row names the columns.
 * Streams, whatever the size. Throws Failure fileNotThisFormat, and fileTooLarge for a large table column by column.
 */
export function openJsonTable(bytes: Bytes): Book {
  const { lines } = readJson(bytes, { pick: () => 'skip' });
  const places = lines ? [{ name: null, path: [], kind: 'records' } satisfies Place] : placesOf(bytes);
  if (places.length === 0) throw new Failure('fileNotThisFormat');
  const records = places.map((place) => new JsonRecords(bytes, lines, place));
  return {
    format: 'json',
    sheets: places.flatMap(({ name }) => (name === null ? [] : [{ name, hidden: false }])),
    async *rows(at) {
      const chosen = records[at];
      if (chosen !== undefined) yield* rowsOf(chosen, LOOK_AHEAD);
    },
    async *head(at) {
      const chosen = records[at];
      if (chosen !== undefined) yield* rowsOf(chosen, LOOK);
    },
    total: () => bytes.size,
    done: (at) => records[at]?.done() ?? 0,
    close: () => undefined,
  };
}
