import { inOrderOfTime, type Happenings } from './happenings';

/** A time in which a party that was active was not. Moments are ms since 1970. */
export interface Silence {
  readonly party: number;
  /** Its last before and its first after; Infinity where it never came back. */
  readonly from: number;
  readonly until: number;
  /** How many times its own usual pause (the median). */
  readonly times: number;
}

export interface SilenceOptions {
  /** Shorter ones are not told, ms. */
  readonly least: number;
  /** So many times the party's usual pause. */
  readonly times: number;
  /** Parties with fewer happenings have nothing usual. */
  readonly happenings: number;
}
const DAY = 86_400_000;
export const SILENCE_OPTIONS: SilenceOptions = { least: 3 * DAY, times: 5, happenings: 10 };

/** Silences of every party, the longest against its own habit first; that a party is silent from its last happening to `end` of what is known counts too. */
export function silences(happenings: Happenings, end: number, options: SilenceOptions = SILENCE_OPTIONS): Silence[] {
  const { parties, from, to, start } = happenings;
  const order = inOrderOfTime(happenings);
  const offset = new Uint32Array(parties + 1);
  for (const at of order) {
    offset[from[at]! + 1]! += 1;
    if (to[at] !== from[at]) offset[to[at]! + 1]! += 1;
  }
  for (let v = 0; v < parties; v += 1) offset[v + 1]! += offset[v]!;
  const next = offset.slice(0, parties);
  const moments = new Float64Array(offset[parties]!);
  for (const at of order) for (const v of to[at] === from[at] ? [from[at]!] : [from[at]!, to[at]!]) {
    moments[next[v]!] = start[at]!;
    next[v]! += 1;
  }
  const found: Silence[] = [];
  for (let party = 0; party < parties; party += 1) {
    const own = moments.subarray(offset[party], offset[party + 1]);
    if (own.length < options.happenings) continue;
    const pauses = Float64Array.from({ length: own.length - 1 }, (_, at) => own[at + 1]! - own[at]!);
    const usual = Math.max(60_000, pauses.toSorted()[pauses.length >> 1]!);
    const tell = (begin: number, until: number, length: number): void => {
      if (length >= options.least && length >= options.times * usual) found.push({ party, from: begin, until, times: length / usual });
    };
    pauses.forEach((pause, at) => tell(own[at]!, own[at + 1]!, pause));
    const last = own.at(-1)!;
    tell(last, Infinity, end - last);
  }
  return found.sort((a, b) => b.times - a.times || a.party - b.party || a.from - b.from);
}
