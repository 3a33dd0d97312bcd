import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { doSlice, entryText, newSecret } from '../../../electron/case/blind/points';
import type { Slice } from '../../../electron/case/blind/points';
import { MultiplyingThreads } from '../../../electron/case/blind/threads';
import { ignoring } from './session';

const root = join(import.meta.dirname, '..', '..', '..');
let built = '';

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'blind-'));
  await build({
    configFile: false, root, publicDir: false, logLevel: 'error', ssr: { target: 'node', noExternal: true },
    build: { ssr: true, outDir: built, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { input: { blind: join(root, 'electron/case/workers/blind.ts') }, output: { format: 'es', entryFileNames: '[name].mjs' } } },
  });
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const threads = (): MultiplyingThreads => new MultiplyingThreads(join(built, 'blind.mjs'));
const slices = (secret: Uint8Array, many: number): Slice[] => Array.from({ length: many }, (_, at) => ({ does: 'hash', session: 's', texts: Array.from({ length: 1 + (at % 4) }, (_each, of) => entryText('phone', `${at}-${of}`)), secret }));

test('threads give what one would, in the same order', async () => {
  const work = slices(newSecret(), 12);
  const steps: [number, number][] = [];
  const results = await threads().run(work, { ...ignoring, progress: (done, total) => void steps.push([done, total]) });
  expect(results.map((each) => Buffer.from(each).toString('hex'))).toEqual(work.map((slice) => Buffer.from(doSlice(slice)).toString('hex')));
  expect(steps.at(-1)).toEqual([30, 30]);
  expect(await threads().run([], ignoring)).toEqual([]);
});

test('a point that is none ends the work with its code', async () => {
  await expect(threads().run([...slices(newSecret(), 2), { does: 'check', points: new Uint8Array(32) }], ignoring)).rejects.toMatchObject({ code: 'blindPoint' });
});

test('a cancel ends the threads at once', async () => {
  let told = 0;
  await expect(threads().run(slices(newSecret(), 5000), { progress: () => void (told += 1), cancelled: () => told >= 2 })).rejects.toMatchObject({ code: 'cancelled' });
  expect(told).toBe(2);
});

test('a thread that dies is a failure, and no wait', async () => {
  await expect(new MultiplyingThreads(join(built, 'none.mjs')).run(slices(newSecret(), 2), ignoring)).rejects.toThrow();
});
