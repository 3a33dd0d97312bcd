import { expect, test } from 'vitest';
import { shareCounts, shareFiles } from '../../../electron/case/queries/shareFiles';
import { ShareStore } from '../../../electron/case/shares/shareStore';
import { newCase } from '../place';

const SHARE = '01930000-0000-7000-8000-0000000000aa';

test('twenty thousand files are listed in a moment, also when many have the same content', async () => {
  const { store } = await newCase(null);
  const shares = new ShareStore(store.db);
  shares.add({ id: SHARE, name: 'Douane', path: '/x', watched: true });
  const file = (at: number) => ({ path: `map/bestand ${at}.csv`, bytes: 10, modified: 1, state: 'kept' as const, sha256: `${at % 7 === 0 ? 'same' : at}`.padStart(64, '0'), seenFirst: at, seenLast: at, stillSince: 0, movingSince: 0, copied: null, triedAt: 0 });
  expect(shares.save(SHARE, Array.from({ length: 20_000 }, (_, at) => file(at)), '2026-03-01T10:00:00.000Z')).toHaveLength(20_000);
  const started = process.cpuUsage();
  const { files, total } = shareFiles(store.db, { show: 'new', limit: 20_000 });
  const took = process.cpuUsage(started).user / 1000;
  expect([files.length, total]).toEqual([20_000, 20_000]);
  expect(files.find((each) => each.name === 'bestand 7.csv')?.sameAs).toBe('map/bestand 0.csv');
  expect(files.find((each) => each.name === 'bestand 0.csv')?.sameAs).toBeNull();
  expect(shareCounts(store.db).get(SHARE)).toEqual({ files: 20_000, fresh: 20_000 });
  expect(took).toBeLessThan(1500);
}, 60_000);

test('a file whose bytes change is no longer dismissed, and one that was dismissed is not announced again', async () => {
  const { store } = await newCase(null);
  const shares = new ShareStore(store.db);
  shares.add({ id: SHARE, name: 'Douane', path: '/x', watched: true });
  const file = (sha256: string, modified: number) => ({ path: 'a.csv', bytes: 10, modified, state: 'kept' as const, sha256, seenFirst: 0, seenLast: 1, stillSince: 0, movingSince: 0, copied: null, triedAt: 0 });
  expect(shares.save(SHARE, [file('a', 1)], 't1')).toHaveLength(1);
  expect(shares.dismiss(SHARE, 'a.csv', true)).toBe('a');
  expect(shares.save(SHARE, [file('a', 1)], 't2')).toEqual([]);
  expect(shareFiles(store.db, { show: 'new', limit: 10 }).files).toEqual([]);
  expect(shares.save(SHARE, [file('b', 2)], 't3')).toHaveLength(1);
  expect(shareFiles(store.db, { show: 'new', limit: 10 }).files).toMatchObject([{ dismissed: false, kept: true }]);
  expect(shares.isCited('a')).toBe(false);
  expect(shares.remove(SHARE).toSorted()).toEqual(['a', 'b']);
});
