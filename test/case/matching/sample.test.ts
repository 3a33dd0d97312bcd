import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { newCase, PASSPHRASE } from '../place';
import { buildThread, captions, matcherOf, queue, settled, take } from './running';
import { bearers } from './sampleTruth';

// Others may be at work on the machine.
vi.setConfig({ testTimeout: 90_000 });
buildThread();
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample');
const FILES = ['politie_personenlijst.xlsx', 'douane_containerbewegingen.csv', 'bank_verrichtingen.csv', 'retro_telefonie.csv'];
/** Written so that the generator's table has no such name, and yet right: a lone family name, initials, and a ship of which one digit of the number is wrong. */
const RIGHT_TOO = ['ŞAHINBAŞI', 'S. BENYAZZOUR', 'G. HOORNICKX', 'L. MOORTGATENS', 'KRAKENES'];

test('the spellings of one person, company and ship in the sample case are found and explained, with hardly a false proposal', async () => {
  const { store } = await newCase(PASSPHRASE);
  for (const file of FILES) await take(store, join(FOLDER, file));
  const before = store.seq;
  const running = matcherOf(store);
  await settled(running);
  expect(running.faults).toEqual([]);
  expect(store.seq).toBe(before);

  const who = await bearers();
  const compared = store.db.prepare<[], { id: string; caption: string }>("SELECT id, caption FROM entity WHERE type IN ('person', 'company') AND seq_retracted IS NULL").all();
  const byBearer = new Map<string, string[]>();
  for (const { id, caption } of compared) {
    const bearer = who(caption);
    if (bearer !== null) byBearer.set(bearer, [...(byBearer.get(bearer) ?? []), id]);
  }
  const same = new Set([...byBearer.values()].flatMap((ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => `${a} ${b}`))));
  const open = queue(store);
  const isRight = ({ left, right }: (typeof open)[number]): boolean => same.has([left.id, right.id].sort().join(' ')) || RIGHT_TOO.some((caption) => left.caption === caption || right.caption === caption);
  const found = new Set(open.map(({ left, right }) => [left.id, right.id].sort().join(' ')));
  const recall = [...same].filter((pair) => found.has(pair)).length / same.size;
  const precision = open.filter(isRight).length / open.length;
  console.info(`sample case: ${open.length} pairs proposed, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${same.size}`);
  expect(same.size).toBeGreaterThan(100);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision).toBeGreaterThanOrEqual(0.95);

  // One driver as two lists of the police, the customs and the bank have him.
  const driver = captions(open).filter((pair) => /Amell?al/i.test(pair));
  expect(driver).toEqual(expect.arrayContaining(['Driss Amellal = Idris Amelal', 'AMELAL Idris = Driss Amellal', 'AMELAL Idris = Idris Amelal']));
  const pair = open.find(({ left, right }) => [left.caption, right.caption].sort().join() === 'Driss Amellal,Idris Amelal');
  expect(pair?.evidence).toEqual(expect.arrayContaining([
    expect.objectContaining({ kind: 'name', effect: '+' }),
    expect.objectContaining({ kind: 'birth', finding: 'swapped', effect: '+' }),
    expect.objectContaining({ kind: 'shared', finding: 'same', effect: '+', left: 'phone +32465001926', right: 'phone +32465001926' }),
  ]));
  // Who accompanies them is told by name.
  const accompanied = open.flatMap(({ evidence }) => evidence).filter(({ kind }) => kind === 'companion');
  expect(accompanied.length).toBeGreaterThan(0);
  for (const { left } of accompanied) expect(left).toMatch(/^(?![0-9a-f]{8}-[0-9a-f]{4}-7)./);
  expect(open.every((each, at) => at === 0 || each.score <= (open[at - 1]?.score ?? 1) + 1e-9)).toBe(true);
});
