import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arrivals, PATIENCE } from '../../../electron/case/shares/arrivals';
import type { Sighting } from '../../../electron/case/shares/arrivals';

const STILL = PATIENCE.still;
const seen = (bytes: number, modified = 1, path = 'a.csv'): Sighting => ({ path, bytes, modified, problem: null });

/** Looks at `sightings`, copies and confirms whatever asks for it, and tells the state. */
function kept(arrivals: Arrivals, sightings: readonly Sighting[], now: number, hash = 'h'): string | undefined {
  arrivals.look(sightings, now);
  for (const file of arrivals.unconfirmed(now, 99)) arrivals.confirmed(file.path, { sha256: hash }, now);
  for (const file of arrivals.ready(now, 99)) arrivals.copied(file.path, { sha256: hash }, now);
  return arrivals.get('a.csv')?.state;
}

test('a file is kept once it stood still, was copied, stood still again and had the same hash', () => {
  const arrivals = new Arrivals();
  expect(kept(arrivals, [seen(5)], 0)).toBe('arriving');
  expect(kept(arrivals, [seen(9)], 1000)).toBe('arriving');
  expect(kept(arrivals, [seen(9)], 1000 + STILL)).toBe('checking');
  expect(kept(arrivals, [seen(9)], 2000 + STILL)).toBe('checking');
  expect(kept(arrivals, [seen(9)], 1000 + 2 * STILL)).toBe('kept');
  expect(arrivals.get('a.csv')).toMatchObject({ sha256: 'h', copied: null });
});

test('another hash at the second reading sends the file back to the start, though size and time are the same', () => {
  const arrivals = new Arrivals();
  kept(arrivals, [seen(9)], 0);
  expect(kept(arrivals, [seen(9)], STILL, 'first')).toBe('checking');
  expect(kept(arrivals, [seen(9)], 2 * STILL, 'second')).toBe('arriving');
  expect(arrivals.get('a.csv')?.sha256).toBeNull();
});

test('a file that never stands still is said to grow, and one that grows anew after it was kept is not', () => {
  const arrivals = new Arrivals();
  let state: string | undefined;
  for (let now = 0; now <= PATIENCE.endless + 2000; now += 2000) state = kept(arrivals, [seen(1 + now, now)], now);
  expect(state).toBe('growing');
  const other = new Arrivals();
  for (const now of [0, STILL, 2 * STILL, 3 * STILL]) kept(other, [seen(9)], now);
  expect(kept(other, [seen(10, 2)], PATIENCE.endless * 2)).toBe('arriving');
});

test('empty files wait, large ones are left until asked for', () => {
  const arrivals = new Arrivals();
  for (const now of [0, STILL]) kept(arrivals, [seen(0)], now);
  expect(arrivals.get('a.csv')?.state).toBe('empty');
  const large = new Arrivals();
  for (const now of [0, STILL]) kept(large, [seen(PATIENCE.largest + 1)], now);
  expect(large.get('a.csv')?.state).toBe('tooLarge');
  large.want('a.csv');
  expect(kept(large, [seen(PATIENCE.largest + 1)], 2 * STILL)).toBe('checking');
});

test('what failed is tried again after a while, not at each look', () => {
  const arrivals = new Arrivals();
  arrivals.look([seen(9)], 0);
  arrivals.look([seen(9)], STILL);
  expect(arrivals.ready(STILL, 9).map((file) => file.path)).toEqual(['a.csv']);
  expect(arrivals.copied('a.csv', { problem: 'diskFull' }, STILL)?.state).toBe('noRoom');
  arrivals.look([seen(9)], STILL + 1000);
  expect(arrivals.ready(STILL + 1000, 9)).toEqual([]);
  expect(arrivals.get('a.csv')?.state).toBe('noRoom');
  arrivals.look([seen(9)], STILL + PATIENCE.again);
  expect(arrivals.ready(STILL + PATIENCE.again, 9)).toHaveLength(1);
});

test('a file that goes and comes back as it was still is what was kept; one that could not be seen stays as it was', () => {
  const arrivals = new Arrivals();
  for (const now of [0, STILL, 2 * STILL]) kept(arrivals, [seen(9)], now);
  arrivals.look([], 3 * STILL, () => true);
  expect(arrivals.get('a.csv')?.state).toBe('kept');
  arrivals.look([], 4 * STILL);
  expect(arrivals.get('a.csv')).toMatchObject({ state: 'gone', sha256: 'h' });
  arrivals.look([seen(9)], 5 * STILL);
  expect(arrivals.get('a.csv')?.state).toBe('kept');
  arrivals.look([seen(9, 2)], 6 * STILL);
  expect(arrivals.get('a.csv')).toMatchObject({ state: 'arriving', sha256: null });
});

test('whatever is seen in whatever order, nothing is kept that did not stand still with the same bytes', () => {
  interface World { readonly content: number; readonly since: number }
  const step = fc.record({
    passes: fc.integer({ min: -500, max: 9000 }),
    act: fc.constantFrom('write', 'touch', 'delete', 'look', 'look', 'look', 'lock', 'rewrite'),
    fails: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const arrivals = new Arrivals();
    let now = 100_000;
    let modified = 1;
    let content = 0;
    let there: World | null = null;
    let looks: { at: number; bytes: number; modified: number }[] = [];
    let hashes: { at: number; content: number }[] = [];
    for (const { passes, act, fails } of steps) {
      now += passes;
      if (act === 'write' || act === 'touch') {
        content += 1;
        modified += 1;
        there = { content, since: now };
      } else if (act === 'delete') there = null;
      // Other bytes of the same length under the same time: only the hash tells.
      else if (act === 'rewrite' && there !== null) there = { content: (content += 1), since: now };
      if (act !== 'look' && act !== 'lock') continue;
      const bytes = modified * 10;
      const sighting: Sighting | null = there === null ? null : { path: 'a.csv', bytes, modified, problem: act === 'lock' ? 'fileLocked' : null };
      arrivals.look(sighting === null ? [] : [sighting], now);
      if (sighting !== null && sighting.problem === null) looks.push({ at: now, bytes, modified });
      else looks = [];
      const world = there;
      const outcome = fails || world === null ? { problem: world === null ? 'fileNotFound' : 'fileUnreadable' } : { sha256: String(world.content) };
      const before = arrivals.get('a.csv')?.state;
      for (const file of arrivals.unconfirmed(now, 9)) {
        arrivals.confirmed(file.path, outcome, now);
        if ('sha256' in outcome) hashes.push({ at: now, content: world?.content ?? 0 });
      }
      for (const file of arrivals.ready(now, 9)) {
        arrivals.copied(file.path, outcome, now);
        if ('sha256' in outcome) hashes = [{ at: now, content: world?.content ?? 0 }];
      }
      const file = arrivals.get('a.csv');
      if (file?.state === 'kept' && before === 'checking') {
        const alike = looks.filter((look) => look.bytes === file.bytes && look.modified === file.modified).map((look) => look.at);
        expect(alike.at(-1)).toBe(now);
        expect(alike.some((at) => now - at >= 2 * STILL)).toBe(true);
        const [first, second] = hashes.slice(-2);
        expect(first?.content).toBe(second?.content);
        expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(STILL);
        expect(file.sha256).toBe(String(second?.content));
      }
    }
  }), { numRuns: 2000 });
});
