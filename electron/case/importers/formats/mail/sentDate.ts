/** Zones by name that RFC 5322 still knows, and those that programs write all the same. */
const ZONES: Readonly<Record<string, string>> = {
  UT: 'Z', UTC: 'Z', GMT: 'Z', Z: 'Z', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00', MET: '+01:00', MEST: '+02:00', BST: '+01:00', WEST: '+01:00', EET: '+02:00', EEST: '+03:00', MSK: '+03:00', JST: '+09:00',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SHAPE = /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([+-]\d{4}|[+-]\d{2}:\d{2}|[a-z]{1,5})?/i;
/** As mbox separators have it: "Mon Nov 21 14:05:11 2022". */
const ASCTIME = /^(?:[a-z]{3},?\s+)?([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-]\d{4}|[a-z]{1,5})\s+)?(\d{4})(?:\s+([+-]\d{4}))?/i;

function zoneOf(written: string | undefined): string {
  if (written === undefined) return '';
  const figures = /^([+-])(\d{2}):?(\d{2})$/.exec(written);
  if (figures === null) return ZONES[written.toUpperCase()] ?? '';
  return figures[2] === '00' && figures[3] === '00' ? 'Z' : `${figures[1] ?? ''}${figures[2] ?? ''}:${figures[3] ?? ''}`;
}

/** A date header as ISO 8601 with the zone that it was written in; null when it is none that can be read. */
export function sentDate(header: string): string | null {
  const text = header.replace(/\([^()]*\)/g, ' ').replace(/\s+/gu, ' ').trim();
  const plain = SHAPE.exec(text);
  const asc = plain === null ? ASCTIME.exec(text) : null;
  const [day, month, year, hour, minute, second, zone] = plain !== null ? plain.slice(1) : asc !== null ? [asc[2], asc[1], asc[7], asc[3], asc[4], asc[5], asc[6] ?? asc[8]] : [];
  const at = MONTHS.indexOf((month ?? '').toLowerCase());
  if (at < 0 || day === undefined || year === undefined || Number(hour) > 23) return null;
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
  const date = `${full}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${date}T${(hour ?? '').padStart(2, '0')}:${minute ?? '00'}${second === undefined ? '' : `:${second}`}${zoneOf(zone)}`;
}
