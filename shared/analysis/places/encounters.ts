/** Where somebody or something was, by index. Degrees (WGS 84); moments in ms since 1970, UTC. `until` NaN: a single moment. `radius` in metres: how far off it may be. */
export interface Sightings {
  readonly who: Uint32Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly radius: Float64Array;
}

/** Two that were near each other for a while. */
export interface Encounter {
  readonly a: number;
  readonly b: number;
  readonly from: number;
  readonly until: number;
  /** Least distance that the two can have had, m: 0 where their circles touch. */
  readonly distance: number;
  /** Places of the sightings that say so, in pairs. */
  readonly sightings: readonly (readonly [number, number])[];
}

export interface EncounterOptions {
  /** Metres. */
  readonly within: number;
  /** Milliseconds between the two sightings. */
  readonly apart: number;
  /** Encounters of the same two with less time between them are one. */
  readonly joined: number;
}
export const ENCOUNTER_OPTIONS: EncounterOptions = { within: 200, apart: 15 * 60_000, joined: 60 * 60_000 };

const EARTH = 6_371_008.8;
const RADIANS = Math.PI / 180;
/** Metres that a degree of latitude is long. */
const DEGREE = EARTH * RADIANS;
/** Pairs at most: a crowd in one cell has too many to tell anything. */
const CROWD = 400;

/** Distance on the sphere, m (haversine). */
export function distanceOf(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dLat = (lat2 - lat1) * RADIANS;
  const dLon = (lon2 - lon1) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Who was together: near each other within a distance and a time, the pairs with most encounters first and of each the earliest first. Sightings are put in squares of the earth
 * so that only neighbours are compared. `crowded`: squares and times that were left out because too many were there. `watch` may throw.
 */
export function encounters(sightings: Sightings, options: EncounterOptions = ENCOUNTER_OPTIONS, watch: (done: number, total: number) => void = () => undefined): { readonly encounters: Encounter[]; readonly crowded: number } {
  const { who, latitude, longitude, from, until, radius } = sightings;
  const endOf = (at: number): number => (Number.isNaN(until[at]!) ? from[at]! : until[at]!);
  const known = Array.from(who.keys()).filter((at) => !Number.isNaN(from[at]!) && !Number.isNaN(latitude[at]!) && !Number.isNaN(longitude[at]!));
  const widest = known.reduce((most, at) => Math.max(most, radius[at]!), 0);
  const reach = options.within + 2 * widest;
  const step = Math.max(reach, 50) / DEGREE;
  const rowOf = (at: number): number => Math.floor((latitude[at]! + 90) / step);
  /** Columns of a row are as wide as a reach at its end that is nearer to a pole; there they are few. */
  const columnsOf = (row: number): number => Math.max(1, Math.floor((360 / step) * Math.max(0.01, Math.cos(Math.min(89.9, Math.max(Math.abs(row * step - 90), Math.abs((row + 1) * step - 90))) * RADIANS))));
  const columnIn = (row: number, at: number): number => Math.floor(((((longitude[at]! + 180) % 360) + 360) % 360) / 360 * columnsOf(row));
  const squares = new Map<string, number[]>();
  for (const at of known.toSorted((a, b) => from[a]! - from[b]!)) {
    const row = rowOf(at);
    const key = `${row} ${columnIn(row, at)}`;
    const there = squares.get(key);
    if (there === undefined) squares.set(key, [at]);
    else there.push(at);
  }
  const longest = known.reduce((most, at) => Math.max(most, endOf(at) - from[at]!), 0);
  const met = new Map<string, [number, number][]>();
  let crowded = 0;
  const compare = (at: number, others: readonly number[]): void => {
    let low = 0;
    let high = others.length;
    const earliest = from[at]! - options.apart - longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[others[middle]!]! < earliest) low = middle + 1;
      else high = middle;
    }
    let seen = 0;
    for (let i = low; i < others.length; i += 1) {
      const other = others[i]!;
      if (from[other]! > endOf(at) + options.apart) break;
      if (who[other]! <= who[at]! || endOf(other) + options.apart < from[at]!) continue;
      seen += 1;
      if (seen > CROWD) {
        crowded += 1;
        break;
      }
      if (distanceOf(latitude[at]!, longitude[at]!, latitude[other]!, longitude[other]!) > options.within + radius[at]! + radius[other]!) continue;
      const key = `${who[at]} ${who[other]}`;
      const pairs = met.get(key);
      if (pairs === undefined) met.set(key, [[at, other]]);
      else pairs.push([at, other]);
    }
  };
  let done = 0;
  for (const [key, list] of squares) {
    watch((done += 1), squares.size);
    const [row = 0, column = 0] = key.split(' ').map(Number);
    const beside: number[][] = [];
    for (const otherRow of [row - 1, row, row + 1]) {
      const [here, there] = [columnsOf(row), columnsOf(otherRow)];
      // Where rows are cut otherwise, all columns that overlap this one, and one more on either side.
      const first = Math.floor((column / here) * there) - 1;
      const last = Math.ceil(((column + 1) / here) * there);
      const columns = new Set<number>();
      for (let c = first; c <= last; c += 1) columns.add(((c % there) + there) % there);
      for (const c of columns) {
        const others = squares.get(`${otherRow} ${c}`);
        if (others !== undefined) beside.push(others);
      }
    }
    for (const at of list) for (const others of beside) compare(at, others);
  }
  const found: Encounter[] = [];
  const count = new Map<string, number>();
  for (const [key, pairs] of met) {
    const spans = pairs.map(([x, y]) => ({ pair: [x, y] as const, begin: Math.min(from[x]!, from[y]!), close: Math.max(endOf(x), endOf(y)), distance: Math.max(0, distanceOf(latitude[x]!, longitude[x]!, latitude[y]!, longitude[y]!) - radius[x]! - radius[y]!) })).sort((x, y) => x.begin - y.begin);
    const [a = 0, b = 0] = key.split(' ').map(Number);
    let open: { begin: number; close: number; distance: number; pairs: (readonly [number, number])[] } | null = null;
    const tell = (): void => {
      if (open === null) return;
      found.push({ a, b, from: open.begin, until: open.close, distance: open.distance, sightings: open.pairs });
      count.set(key, (count.get(key) ?? 0) + 1);
    };
    for (const span of spans) {
      if (open !== null && span.begin <= open.close + options.joined) {
        open.close = Math.max(open.close, span.close);
        open.distance = Math.min(open.distance, span.distance);
        open.pairs.push(span.pair);
      } else {
        tell();
        open = { begin: span.begin, close: span.close, distance: span.distance, pairs: [span.pair] };
      }
    }
    tell();
  }
  const times = ({ a, b }: Encounter): number => count.get(`${a} ${b}`) ?? 0;
  return { encounters: found.sort((x, y) => times(y) - times(x) || x.a - y.a || x.b - y.b || x.from - y.from), crowded };
}
