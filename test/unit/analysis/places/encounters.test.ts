import { describe, expect, it } from 'vitest';
import { distanceOf, encounters, type Sightings } from '../../../../shared/analysis/places/encounters';
import { numbers } from '../network/random';

const MINUTE = 60_000;
type Row = readonly [who: number, latitude: number, longitude: number, from: number, until?: number, radius?: number];
const made = (rows: readonly Row[]): Sightings => ({
  who: Uint32Array.from(rows, (row) => row[0]), latitude: Float64Array.from(rows, (row) => row[1]), longitude: Float64Array.from(rows, (row) => row[2]), from: Float64Array.from(rows, (row) => row[3]), until: Float64Array.from(rows, (row) => row[4] ?? Number.NaN), radius: Float64Array.from(rows, (row) => row[5] ?? 0),
});

describe('distances', () => {
  it('are those of the sphere', () => {
    // Antwerp cathedral to Brussels town hall, about 41.6 km; a degree on the equator.
    expect(distanceOf(51.2203, 4.4015, 50.8467, 4.3525)).toBeGreaterThan(41_000);
    expect(distanceOf(51.2203, 4.4015, 50.8467, 4.3525)).toBeLessThan(42_200);
    expect(distanceOf(0, 179.5, 0, -179.5)).toBeCloseTo(111_195, -1);
  });
});

describe('encounters', () => {
  it.each([[51.2, 4.4], [0, 179.9995], [-89.99, 10], [68.4, -0.0005]])('are as comparing each with each finds, around %f %f', (lat, lon) => {
    for (let seed = 0; seed < 12; seed += 1) {
      const next = numbers(seed);
      const rows: Row[] = Array.from({ length: 80 }, () => {
        const from = Math.floor(next() * 600) * MINUTE;
        const wide = lon + (next() - 0.5) * 0.02;
        return [Math.floor(next() * 5), lat + (next() - 0.5) * 0.01, wide > 180 ? wide - 360 : wide, from, next() < 0.5 ? from + Math.floor(next() * 40) * MINUTE : Number.NaN, Math.floor(next() * 3) * 100];
      });
      const sightings = made(rows);
      const end = (row: Row): number => (row[4] === undefined || Number.isNaN(row[4]) ? row[3] : row[4]);
      const plainly = new Set<string>();
      rows.forEach((x, i) => rows.forEach((y, j) => {
        if (x[0] >= y[0]) return;
        const apart = Math.max(0, Math.max(x[3], y[3]) - Math.min(end(x), end(y)));
        if (apart <= 15 * MINUTE && distanceOf(x[1], x[2], y[1], y[2]) <= 200 + (x[5] ?? 0) + (y[5] ?? 0)) plainly.add(`${i} ${j}`);
      }));
      const { encounters: found, crowded } = encounters(sightings);
      expect(crowded).toBe(0);
      expect(new Set(found.flatMap((each) => each.sightings.map(([i, j]) => `${i} ${j}`)))).toEqual(plainly);
    }
  });

  it('of the same two within an hour are one, and those who met most come first', () => {
    const hour = 60 * MINUTE;
    const { encounters: found } = encounters(made([[0, 51, 4, 0], [1, 51, 4, 0], [0, 51, 4, hour / 2], [1, 51, 4, hour / 2], [0, 51, 4, 9 * hour], [1, 51, 4, 9 * hour], [2, 52, 4, 0], [3, 52, 4, 0]]));
    expect(found.map(({ a, b, from, until }) => [a, b, from / hour, until / hour])).toEqual([[0, 1, 0, 0.5], [0, 1, 9, 9], [2, 3, 0, 0]]);
  });
});
