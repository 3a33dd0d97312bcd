import type { WatchEntry } from '../../model/identity';
import type { Catalogue } from '../../schema/catalogue';
import { captionOf } from '../../schema/caption';
import { parseProperty } from '../../schema/choice';
import { foldHeading } from '../../schema/heading';
import type { EntityType, MatchKind, PropertyType } from '../../schema/types';
import { identifierOf } from '../../values';
import type { DoubtCode, ParseContext, StoredValue } from '../../values/kind';
import type { MatchRecord } from '../matching/matchRecord';
import { typeNames, type WatchColumn } from './columns';

/** A cell that was kept as written but could not be confirmed. Columns count from 0. */
export interface WatchDoubt {
  readonly column: number;
  readonly code: DoubtCode;
  readonly text: string;
}

/** Why a row gives no entry: it holds nothing that can be found, or only what is no number or name of its kind. */
export const WATCH_REJECTS = ['nothing', 'doubtful'] as const;
export type WatchReject = (typeof WATCH_REJECTS)[number];

/** What one row says: an entry, or why it is none. */
export type WatchRow =
  | { readonly kind: 'entry'; readonly entry: WatchEntry; readonly doubts: readonly WatchDoubt[] }
  | { readonly kind: 'none'; readonly why: WatchReject; readonly doubts: readonly WatchDoubt[] };

const MOST = 200;
const LONGEST_NAME = 1000;
const LONGEST_NUMBER = 500;
const LONGEST_NOTE = 4000;
const LONGEST_DOUBT = 200;
/** Between several values of one cell. A line of an address has commas and slashes of its own, a name has commas. */
const APART = /[;|\n\r]+/u;
const SLASH = /\s*\/\s*/u;
const COMMA = /\s*[,/]\s*/u;
/** What stands on both sides of a slash is a name when it has so many letters: "A/S" is the end of one. */
const LETTERS = /\p{L}.*\p{L}.*\p{L}/u;

const isName = ({ kind }: PropertyType): boolean => kind === 'name';

/** The texts of one cell. A name is parted at a slash where both sides are names; what has a form of its own where every part has that form. */
function partsOf(cell: string, property: PropertyType, context: ParseContext): string[] {
  const whole = parseProperty(property, cell, context);
  if (whole === null) return [];
  const shaped = property.identifier !== undefined || property.match === 'birthDate' || property.match === 'gender';
  if (shaped && whole.doubt === undefined) return [cell];
  return cell.split(APART).map((part) => part.trim()).filter((part) => part !== '').flatMap((part) => {
    if (isName(property)) {
      const names = part.split(SLASH);
      return names.every((name) => LETTERS.test(name)) ? names : [part];
    }
    if (!shaped) return [part];
    const split = part.split(COMMA).filter((each) => each !== '');
    return split.length > 1 && parseProperty(property, part, context)?.doubt !== undefined && split.every((each) => parseProperty(property, each, context)?.doubt === undefined) ? split : [part];
  });
}

interface Said {
  readonly type: EntityType;
  readonly values: Record<string, StoredValue[]>;
}

/** Full names of what is said of one type: the values that are names, and captions put together of several. */
function namesOf({ type, values }: Said): string[] {
  const whole = type.properties.filter((property) => property.match === 'name').flatMap(({ id }) => values[id] ?? []).map(({ v }) => v);
  const parts = (id: string): PropertyType | undefined => type.properties.find((property) => property.id === id);
  const composed = type.caption.find((alternative) => alternative.every((id) => parts(id) !== undefined && isName(parts(id) as PropertyType) && values[id] !== undefined && parts(id)?.match !== 'name'));
  return [...(composed === undefined ? [] : [composed.map((id) => values[id]?.[0]?.v ?? '').join(' ')]), ...whole];
}

/** FNV-1a over UTF-16 units, twice from different starts: 52 bits, so that two entries of one list hardly ever meet. Not for security. */
function numberOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01234567];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0x01000193);
  }
  return ((high >>> 6) * 0x4000000 + (low >>> 6)) || 1;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].slice(0, MOST);
const short = (text: string): string => (text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text);

/** An entry as it is compared with entities; null where it only has identifiers. */
export const recordOfEntry = ({ kind, names, births, genders, places, identifiers, addresses }: WatchEntry): MatchRecord | null => (kind === null ? null : { kind, names, births, genders, places, identifiers, addresses, companions: [] });

/** Reads rows of a watch list; built once per file. */
export class EntryReader {
  private readonly names: ReturnType<typeof typeNames>;

  constructor(private readonly columns: readonly WatchColumn[], private readonly headings: readonly string[], private readonly context: ParseContext, private readonly catalogue: Catalogue) {
    this.names = typeNames(catalogue);
  }

  /** One row as one entry, whatever is in it. Pure; never throws. */
  read(cells: readonly string[], row: number): WatchRow {
    const said = new Map<string, Said>();
    const doubts: WatchDoubt[] = [];
    const notes: string[] = [];
    const written: string[] = [];
    const identifiers: { kind: string; value: string }[] = [];
    const kindAt = this.columns.findIndex(({ use }) => use === 'kind');
    const told = kindAt < 0 ? undefined : this.names.get(foldHeading(cells[kindAt] ?? ''));
    const put = (type: EntityType, property: PropertyType, text: string, column: number): void => {
      const value = parseProperty(property, text, this.context);
      if (value === null) return;
      if (value.doubt !== undefined) doubts.push({ column, code: value.doubt, text: text.slice(0, LONGEST_DOUBT) });
      // As in the case: of what is in doubt only a number whose check digit fails can be found.
      if (value.doubt !== undefined && value.doubt !== 'checkDigit') {
        notes.push(`${this.heading(column, property)}: ${text}`);
        return;
      }
      const held = said.get(type.id) ?? { type, values: {} };
      said.set(type.id, held);
      (held.values[property.id] ??= []).push({ ...value, v: short(value.v) });
      // An address is compared as one, however it is written; it is no number.
      const joined = property.identifier === undefined || property.match === 'place' ? '' : identifierOf(property.kind, value.v).slice(0, LONGEST_NUMBER);
      if (joined !== '' && property.identifier !== undefined && !identifiers.some((each) => each.kind === property.identifier && each.value === joined)) identifiers.push({ kind: property.identifier, value: joined });
    };
    this.columns.forEach((column, at) => {
      const cell = (cells[at] ?? '').trim();
      if (cell === '' || column.use === 'none') return;
      if (column.use !== 'value') {
        if (column.use === 'note') notes.push(`${this.heading(at)}: ${cell}`);
        return;
      }
      const type = this.catalogue.entityType(column.type);
      const property = type?.properties.find(({ id }) => id === column.property);
      if (type === undefined || property === undefined) return;
      for (const part of partsOf(cell, property, this.context).slice(0, MOST)) {
        if (isName(property) && told !== undefined) written.push(part);
        put(type, property, part, at);
      }
    });
    // What a row calls a container has its number where others have their name.
    if (told !== undefined && !told.properties.some(({ match }) => match === 'name')) this.numbersIn(written, told, identifiers);
    return this.entryOf([...said.values()], told, identifiers, doubts, notes, row);
  }

  private heading(column: number, property?: PropertyType): string {
    const heading = (this.headings[column] ?? '').trim();
    return heading !== '' ? heading : (property?.label.nl ?? String(column + 1));
  }

  private numbersIn(texts: readonly string[], type: EntityType, identifiers: { kind: string; value: string }[]): void {
    for (const text of texts) {
      for (const property of type.properties) {
        const value = property.identifier === undefined || property.identifier === 'reference' ? null : parseProperty(property, text, this.context);
        if (value === null || value.doubt !== undefined || property.identifier === undefined) continue;
        identifiers.push({ kind: property.identifier, value: identifierOf(property.kind, value.v).slice(0, LONGEST_NUMBER) });
        break;
      }
    }
  }

  private entryOf(said: readonly Said[], told: EntityType | undefined, found: readonly { kind: string; value: string }[], doubts: readonly WatchDoubt[], notes: string[], row: number): WatchRow {
    const named = said.filter(({ type }) => type.matchAs !== undefined && type.matchAs !== 'address').map((each) => ({ ...each, names: namesOf(each) }));
    const main = named.find(({ names }) => names.length > 0) ?? named[0];
    const lines = said.filter(({ type }) => type.matchAs === 'address').map(({ type, values }) => captionOf(type, values, 'nl').caption);
    const addresses = distinct(lines.filter((line) => line !== '').map(short));
    const sayNames = told === undefined || told.properties.some(({ match }) => match === 'name');
    // A list that says what each row is about has all names in one column.
    const names = !sayNames ? [] : distinct((told === undefined ? (main?.names ?? []) : named.flatMap((each) => each.names)).map(short));
    for (const other of told === undefined ? named : []) if (other !== main && other.names.length > 0) notes.push(`${other.type.label.nl}: ${other.names.join('; ')}`);
    const kind: MatchKind | null = told === undefined ? (main?.type.matchAs ?? (found.length === 0 && addresses.length > 0 ? 'address' : null)) : (told.matchAs ?? null);
    const identifiers = found.slice(0, MOST);
    if (names.length === 0 && identifiers.length === 0 && !(kind === 'address' && addresses.length > 0)) return { kind: 'none', why: doubts.length > 0 ? 'doubtful' : 'nothing', doubts };
    const of = (role: PropertyType['match'], from: readonly Said[]): string[] => distinct(from.flatMap(({ type, values }) => type.properties.filter(({ match }) => match === role).flatMap(({ id }) => values[id] ?? [])).map(({ v }) => v));
    const features = named.filter(({ type }) => told !== undefined || type === main?.type);
    const content = { kind, names, births: of('birthDate', features), genders: of('gender', features), places: of('place', features), identifiers, addresses, note: notes.join('\n').slice(0, LONGEST_NOTE) };
    return { kind: 'entry', entry: { number: numberOf(JSON.stringify(content)), ...content, row }, doubts };
  }
}
