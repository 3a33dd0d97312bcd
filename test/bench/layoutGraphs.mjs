/**
 * Graphs that layouts are measured on: made with a fixed seed (covert cells, scale-free), and networks of published cases where they are there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { root } from '../../electron/setup/places.mjs';
import { seeded } from './bigCase.mjs';

/** @typedef {{ name: string, n: number, from: Uint32Array, to: Uint32Array }} Graph */

const graphOf = (name, n, ends) => ({ name, n, from: Uint32Array.from(ends, ([from]) => from), to: Uint32Array.from(ends, ([, to]) => to) });

/** Each new item is linked to `links` others, those with many lines more often: a few hubs, many leaves. */
export function scaleFree(n, links = 2) {
  const random = seeded(1);
  const ends = [];
  const seen = [];
  for (let v = links; v < n; v += 1) {
    const chosen = new Set();
    while (chosen.size < links) chosen.add(seen.length === 0 ? chosen.size : seen[Math.floor(random() * seen.length)]);
    for (const u of chosen) {
      ends.push([v, u]);
      seen.push(v, u);
    }
  }
  return graphOf(`scale-free ${n}`, n, ends);
}

/** Dense groups of 4 to 12 with a leader each, leaders in a sparse hierarchy, a few couriers between groups. */
export function cells(n) {
  const random = seeded(2);
  const ends = [];
  const known = new Set();
  const leaders = [];
  const add = (a, b) => {
    const key = Math.min(a, b) * n + Math.max(a, b);
    if (a === b || known.has(key)) return;
    known.add(key);
    ends.push([a, b]);
  };
  for (let v = 0; v < n;) {
    const size = Math.min(n - v, 4 + Math.floor(random() * 9));
    for (let i = 1; i < size; i += 1) {
      add(v + i, v);
      for (let j = 1; j < i; j += 1) if (random() < 0.55) add(v + i, v + j);
    }
    if (leaders.length > 0) add(v, leaders[Math.floor(Math.max(0, leaders.length - 60) + random() * Math.min(60, leaders.length))]);
    leaders.push(v);
    v += size;
  }
  for (let i = 0; i < n * 0.08; i += 1) {
    const one = Math.floor(random() * leaders.length);
    const other = Math.min(leaders.length - 1, one + Math.floor(random() * 40));
    add(Math.min(n - 1, leaders[one] + Math.floor(random() * 4)), Math.min(n - 1, leaders[other] + Math.floor(random() * 4)));
  }
  return graphOf(`cells ${n}`, n, ends);
}

/** Networks of published cases with at least `least` persons, from ../shared/data; none where that folder is absent. */
export function published(least) {
  const folder = join(root, '..', 'shared', 'data', 'networks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.edges.csv')).sort().flatMap((file) => {
    const rows = parse(readFileSync(join(folder, file)), { columns: true });
    const ids = new Map();
    const number = (id) => ids.get(id) ?? ids.set(id, ids.size).get(id);
    const ends = rows.map((row) => [number(row.source), number(row.target)]);
    return ids.size < least ? [] : [graphOf(file.replace('.edges.csv', ''), ids.size, ends)];
  });
}
