import { isJsonArray, isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../json';
import { textOf } from '../../jsonText';

export interface Place {
  /** Latitude and longitude with five decimals, about a metre. */
  readonly point: string;
  /** The same as the file has it; null where it was reckoned. */
  readonly written: string | null;
  /** True when the geometry is this one point. */
  readonly single: boolean;
  /** Third number of a single point, as written. */
  readonly height: string | null;
}

type Position = readonly [longitude: string, latitude: string, height: string | null];

function* positionsOf(value: JsonValue | undefined): Generator<Position> {
  if (!isJsonArray(value)) return;
  const [first, second, third] = value;
  if (typeof first === 'string' && typeof second === 'string') yield [first, second, typeof third === 'string' ? third : null];
  else for (const each of value) yield* positionsOf(each);
}

function* positions(geometry: JsonObject): Generator<Position> {
  yield* positionsOf(geometry['coordinates']);
  const inner = geometry['geometries'];
  if (isJsonArray(inner)) for (const each of inner) if (isJsonObject(each)) yield* positions(each);
}

/** Where a geometry is: its only point, or the middle of the box around all its points. Null when it has none that are longitude and latitude. */
export function pointsIn(geometry: JsonObject): Place | null {
  let count = 0;
  let first: Position | null = null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const position of positions(geometry)) {
    const [longitude, latitude] = [Number(position[0]), Number(position[1])];
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude) || Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null;
    first ??= position;
    count += 1;
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  if (first === null) return null;
  const single = count === 1 && textOf(geometry, 'type') === 'Point';
  const degrees = (number: number): string => number.toFixed(5).replace(/^-(0\.0+)$/u, '$1');
  return { point: `${degrees((south + north) / 2)},${degrees((west + east) / 2)}`, written: single ? `${first[1]}, ${first[0]}` : null, single, height: single ? first[2] : null };
}

/** The geometry as JSON, its figures as written. */
export function geometryText(geometry: JsonObject): string {
  const write = (value: JsonValue): string => {
    if (isJsonArray(value)) return `[${value.map(write).join(',')}]`;
    if (isJsonObject(value)) return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
    return typeof value === 'string' && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/u.test(value) ? JSON.stringify(value) : String(value);
  };
  return write(geometry);
}
