import { MAX_COLUMNS } from './csvRecords';
import { isJsonArray, isJsonObject } from './json';
import type { JsonValue } from './json';
import { wordsOf } from './jsonText';

/** Members deeper than this stand in one cell, in words. */
const MAX_LEVELS = 8;
/** Of a list of objects so many elements get columns of their own; the rest stands in one cell, in words. */
const MAX_ELEMENTS = 20;
const BETWEEN = '; ';

/** The columns that the records of a JSON file need, in the order in which they first occur. A column once given keeps its place. */
export class JsonColumns {
  private readonly places = new Map<string, number>();

  names(): string[] {
    return [...this.places.keys()];
  }

  /** A plain value as text; lists of plain values by semicolons. */
  static text(value: JsonValue): string {
    if (isJsonArray(value)) return value.map(wordsOf).filter((each) => each !== '').join(BETWEEN);
    return wordsOf(value);
  }

  /** The cells of a record, by column. `key` is the name under which it stood, a column of its own. */
  cells(value: JsonValue, key: string | null): string[] {
    const cells: string[] = [];
    if (key !== null) this.put(cells, 'key', key);
    this.spread(cells, value, '', 0);
    for (let at = 0; at < cells.length; at += 1) cells[at] ??= '';
    return cells;
  }

  private put(cells: string[], name: string, text: string): void {
    let place = this.places.get(name);
    if (place === undefined) {
      if (this.places.size >= MAX_COLUMNS) place = this.places.size - 1;
      else this.places.set(name, (place = this.places.size));
    }
    if (text === '') return;
    const before = cells[place];
    cells[place] = before === undefined || before === '' ? text : before + BETWEEN + text;
  }

  private spread(cells: string[], value: JsonValue, name: string, level: number): void {
    if (isJsonObject(value) && level < MAX_LEVELS) {
      let empty = true;
      // Objects of JSON have no prototype, so these are their own members; a list of pairs would be made for every record.
      for (const member in value) {
        empty = false;
        this.spread(cells, value[member] ?? null, name === '' ? member : `${name}.${member}`, level + 1);
      }
      if (empty && name !== '') this.put(cells, name, '');
    } else if (isJsonArray(value) && value.some(isJsonObject) && level < MAX_LEVELS) {
      value.slice(0, MAX_ELEMENTS).forEach((inner, at) => this.spread(cells, inner, name === '' ? String(at + 1) : `${name}.${at + 1}`, level + 1));
      if (value.length > MAX_ELEMENTS) this.put(cells, name === '' ? 'value' : name, JsonColumns.text(value.slice(MAX_ELEMENTS)));
    } else this.put(cells, name === '' ? 'value' : name, JsonColumns.text(value));
  }
}
