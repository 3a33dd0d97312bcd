import { createHash } from 'node:crypto';
import { readOwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';
import { COMMENT } from '../../xmlComment';

/** What of an element says anything: what both who writes and who reads a chart have of it. */
export interface Told {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Told[];
}

/** Name of the attribute class that holds a link's id, and of the chart's property that says which version of Knoop's own shape it has. */
export const OWN_CLASS = 'Knoop';
/** Colour that Knoop gives lines that nobody coloured. */
export const USUAL_COLOUR = '#5f6b7c';
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const WRITTEN = /^ knoop ([0-9a-f]{16})(?: (-?\d+) (-?\d+))? (\{.*\}) $/s;
/** Where it is drawn says nothing of a thing, and is read for itself. */
const PLACES: ReadonlySet<string> = new Set(['X', 'Y', 'Z', 'XPosition']);
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Most texts hold none of these, and a look is cheaper than the search. */
const SUSPECT = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A text as a chart holds it: what XML has no way to hold is marked as lost. */
export const heldText = (text: string): string => (SUSPECT.test(text) ? text.replaceAll(IMPOSSIBLE, '\ufffd') : text);

const told = ({ name, attributes, children }: Told): unknown => [
  name,
  Object.entries(attributes).filter(([key]) => !PLACES.has(key)).map(([key, value]) => [key, heldText(value)]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  children.filter((child) => child.name !== COMMENT).map(told),
];

/** What tells whether somebody changed an item since Knoop wrote it, places aside. */
export const digestOf = (item: Told): string => createHash('sha256').update(JSON.stringify(told(item))).digest('hex').slice(0, 16);

/**
 * The comment in an item by which Knoop reads it back; other programs pass over it, and drop it when they save. `at`: the place as written.
 * A comment must not hold two hyphens: inside JSON's texts the second is escaped.
 */
export function ownComment(item: Told, at: { readonly x: number; readonly y: number } | null, json: string): string {
  return `<!-- knoop ${digestOf(item)}${at === null ? '' : ` ${at.x} ${at.y}`} ${json.replaceAll('--', String.raw`-\u002d`)} -->`;
}

const HEAD = /^ knoop [0-9a-f]{16}(?: -?\d+ -?\d+)? \{"knoop":1,"id":"[0-9a-f-]{36}","type":"([^"\\]{1,64})"/;

/** Type of what Knoop wrote, by the head of it alone; null when it did not write the item. */
export const ownTypeOf = (item: { readonly children: readonly (Told & { readonly text?: string })[] }): string | null =>
  item.children.map((child) => (child.name === COMMENT ? (HEAD.exec(child.text ?? '')?.[1] ?? null) : null)).find((type) => type !== null) ?? null;

export interface OwnItem {
  readonly subject: OwnSubject;
  /** True when the item says what it said when Knoop wrote it. */
  readonly untouched: boolean;
  /** Where Knoop drew it; null for links. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** What Knoop wrote of an item; null when it did not write it. */
export function ownOf(item: Told & { readonly children: readonly (Told & { readonly text?: string })[] }): OwnItem | null {
  for (const child of item.children) {
    const found = child.name === COMMENT ? WRITTEN.exec(child.text ?? '') : null;
    const subject = found === null ? null : readOwnSubject(found[4] ?? '');
    if (found === null || subject === null) continue;
    return { subject, untouched: digestOf(item) === found[1], at: found[2] === undefined ? null : { x: Number(found[2]), y: Number(found[3]) } };
  }
  return null;
}

/** An id of Knoop's; null for any other text. */
export const ownIdOf = (text: string | undefined): string | null => (text !== undefined && ID.test(text) ? text : null);
