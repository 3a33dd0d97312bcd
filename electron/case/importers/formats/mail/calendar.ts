import { readProperty, unescaped } from '../vcard/line';
import type { CardProperty } from '../vcard/line';
import type { Party } from './message';

/** An appointment as an invitation tells it. */
export interface Invitation {
  readonly id: string;
  readonly name: string;
  /** As written: "20240201T100000Z", or local time with its zone in `others`. */
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly description: string;
  readonly people: readonly { readonly role: string; readonly party: Party }[];
  readonly others: readonly (readonly [name: string, text: string])[];
}

const LONGEST = 2_000_000;
const MOST = 1000;

function partyOf(property: CardProperty): Party {
  const text = property.value.trim();
  return { name: property.parameters.get('CN') ?? '', address: /^mailto:/i.test(text) ? text.slice(7).trim() : (property.parameters.get('EMAIL') ?? '') };
}

/** The appointments in a calendar part (iCalendar); those without a name or time say nothing and are left out. */
export function invitationsIn(calendar: string): Invitation[] {
  const lines = calendar.slice(0, LONGEST).replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '').split('\n');
  const found: Invitation[] = [];
  let open: CardProperty[] | null = null;
  /** Alarms and the like inside an appointment have properties of the same names. */
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    const property = readProperty(line, at + 1);
    if (property === null) continue;
    const value = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN' && open === null) open = value === 'VEVENT' ? [] : null;
    else if (property.name === 'BEGIN') depth += 1;
    else if (property.name === 'END' && depth > 0) depth -= 1;
    else if (property.name === 'END' && value === 'VEVENT' && open !== null) {
      const event = open;
      open = null;
      const text = (name: string): string => unescaped(event.find((each) => each.name === name)?.value ?? '', '3.0').trim();
      if (text('SUMMARY') === '' && text('DTSTART') === '') continue;
      const zone = event.find((each) => each.name === 'DTSTART')?.parameters.get('TZID') ?? '';
      found.push({
        id: text('UID'), name: text('SUMMARY'), start: text('DTSTART'), end: text('DTEND'), place: text('LOCATION'), description: text('DESCRIPTION'),
        people: event.filter((each) => each.name === 'ORGANIZER' || each.name === 'ATTENDEE').slice(0, MOST).map((each) => ({ role: each.name, party: partyOf(each) })),
        others: [['TZID', zone], ...['STATUS', 'RRULE', 'GEO', 'URL', 'SEQUENCE', 'CATEGORIES'].map((name) => [name, text(name)] as const)],
      });
      if (found.length >= MOST) return found;
    } else if (open !== null && depth === 0) open.push(property);
  }
  return found;
}
