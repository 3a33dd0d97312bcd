import words from '../../../../../resources/vocabularies/ftmWriting.json';
import { formatProperty } from '../../../../../shared/schema/choice';
import { otherName } from '../../../../../shared/schema/otherProperty';
import type { PropertyType } from '../../../../../shared/schema/types';
import type { StoredValue } from '../../../../../shared/values/kind';
import type { Outgoing } from '../../outgoing';

const GENDERS: Readonly<Record<string, string>> = words.genders;
const ZONED = /T.*(?:Z|[+-]\d{2}:\d{2})$/;
const IMPOSSIBLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text that every reader of JSON can hold. */
const clean = (text: string): string => text.replaceAll(IMPOSSIBLE, '\ufffd').trim();

/** The properties of a proxy, each value once. */
export class ProxyProperties {
  readonly all = new Map<string, string[]>();

  add(name: string, text: string): void {
    const value = clean(text);
    if (value === '') return;
    const held = this.all.get(name);
    if (held === undefined) this.all.set(name, [value]);
    else if (!held.includes(value)) held.push(value);
  }

  has(name: string): boolean {
    return this.all.has(name);
  }
}

/** A canonical date as FollowTheMoney has them: as precise as known, times in universal time. */
function dateText(v: string): string {
  const date = v.replace(/^~/, '');
  if (!ZONED.test(date)) return date;
  const known = new Date(date);
  return Number.isNaN(known.getTime()) ? date : known.toISOString().slice(0, 19);
}

/** Says a value under a name of FollowTheMoney, in the form that its type asks for. False when it is in doubt, and no more than words. */
export function sayTyped(into: ProxyProperties, name: string, kind: PropertyType['kind'], { v, doubt }: StoredValue): boolean {
  if (doubt !== undefined && !['text', 'longText', 'name'].includes(kind)) return false;
  const amount = kind === 'money' ? /^(\S+) ([A-Z]{3})$/.exec(v) : null;
  if (kind === 'money' && amount === null) return false;
  if (amount !== null) {
    into.add(name, amount[1] ?? '');
    into.add('currency', amount[2] ?? '');
  } else if (kind === 'date') into.add(name, dateText(v));
  else if (kind === 'country') into.add(name, v.toLowerCase());
  else if (kind === 'gender') into.add(name, GENDERS[v] ?? v);
  else into.add(name, v);
  return true;
}

/** A value in words, for what FollowTheMoney has no property for: "Merk: Opel". */
export function inWords(property: PropertyType | undefined, id: string, { v, doubt }: StoredValue, { language }: Outgoing): string {
  const shown = property === undefined || doubt !== undefined ? v : formatProperty(property, v, language);
  return `${property?.label[language] ?? otherName(id) ?? id}: ${shown}`;
}
