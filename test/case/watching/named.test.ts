import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hitsNamed } from '../../../electron/case/watching/explain';
import type { KeptHit } from '../../../electron/case/watching/hits';

const hitOf = (number: number): KeptHit => ({ list: 'lijst', entry: number, entity: number, id: `e${number}`, score: 1, told: [], judged: null, open: true });

test('hits are found by name, a name of none is told, and very many restricted ones do not hold the case up', () => {
  const hits = Array.from({ length: 20_000 }, (_, at) => hitOf(at + 1));
  expect([...hitsNamed(hits, ['lijst 2 e2', 'lijst 9 e8', 'lijst 2 e2'])]).toEqual([['lijst 2 e2', hits[1]], ['lijst 9 e8', null]]);
  const veiled = Array.from({ length: 500 }, (_, at) => createHash('sha256').update(String(at)).digest('hex'));
  const began = performance.now();
  expect([...hitsNamed(hits, veiled).values()].every((hit) => hit === null)).toBe(true);
  expect(performance.now() - began).toBeLessThan(2000);
});
