import zones from '../../../../../resources/vocabularies/i2TimeZones.json';
import type { StoredValue } from '../../../../../shared/values/kind';
import { childOf } from '../../records/elements';
import type { Element } from '../../records/elements';

const ZONES: ReadonlyMap<string, string> = new Map(Object.entries(zones));
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/;
/** What the program writes where nothing is set. */
const NOTHING = /^(?:0001-01-01|1601-01-01|1899-12-30|1899-12-31)/;

export interface Moment {
  /** Date, or date with time; null when none is set. */
  readonly date: StoredValue | null;
  /** What else is said of it, under the file's names. */
  readonly others: readonly (readonly [name: string, text: string])[];
}

export const isSet = (text: string | undefined): boolean => /^(?:true|1|-1|yes)$/i.test(text ?? '');

/** Offset of a zone at a wall-clock time ("+02:00"); '' when the zone is not known. */
function offsetAt(zone: string, wall: string): string {
  if (/^[+-]/.test(zone)) return zone;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    let offset = '+00:00';
    // The offset depends on the moment and the moment on the offset: the second look settles it, except in the hour that a clock repeats.
    for (let look = 0; look < 2; look += 1) {
      const name = format.formatToParts(new Date(`${wall}${offset}`)).find((part) => part.type === 'timeZoneName')?.value ?? '';
      offset = /^GMT([+-]\d{2}:\d{2})/.exec(name)?.[1] ?? '+00:00';
    }
    return offset;
  } catch {
    return '';
  }
}

/**
 * The date and time of a chart item or card: as precise as its flags say, with the offset of its time zone where both are set. A time without a date, and a zone that
 * says nothing, are kept as texts.
 */
export function momentOf(element: Element): Moment {
  const { DateTime: written = '', DateSet, TimeSet, DateTimeDescription: described = '' } = element.attributes;
  const zone = childOf(element, 'TimeZone')?.attributes;
  const others: [string, string][] = [];
  if (described.trim() !== '') others.push(['DateTimeDescription', described]);
  const text = written.trim();
  if (text === '') return { date: null, others };
  const parts = WRITTEN.exec(text);
  const unflagged = DateSet === undefined && TimeSet === undefined;
  const dated = isSet(DateSet);
  const timed = isSet(TimeSet);
  if (!dated && !timed) {
    if (unflagged && !NOTHING.test(text)) others.push(['DateTime', text]);
    return { date: null, others };
  }
  if (parts === null) return { date: { v: text, doubt: 'format' }, others };
  const [, year = '', month = '', day = '', hour, minute, second, own] = parts;
  const clock = hour === undefined ? null : `${hour}:${minute ?? '00'}:${second ?? '00'}`;
  if (!dated) {
    others.push(['Time', clock ?? text]);
    return { date: null, others };
  }
  const dayOf = `${year}-${month}-${day}`;
  if (new Date(`${dayOf}T00:00:00Z`).toJSON()?.slice(0, 10) !== dayOf) return { date: { v: text, doubt: 'impossibleDate' }, others };
  if (!timed || clock === null) return { date: { v: dayOf, ...(text === dayOf ? {} : { raw: text }) }, others };
  const name = ZONES.get(zone?.UniqueID ?? '');
  if (zone !== undefined) others.push(['TimeZone', zone.Name ?? zone.UniqueID ?? '']);
  const v = `${dayOf}T${clock}${own ?? (name === undefined ? '' : offsetAt(name, `${dayOf}T${clock}`))}`;
  return { date: { v, ...(text === v ? {} : { raw: text }) }, others };
}
