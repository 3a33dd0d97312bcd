import { expect, test } from 'vitest';
import { hearStray, isStray } from '../../../electron/case/importers/formats/pdf/stray';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("the PDF reader's own rejections are heard while a file is open, and not after", async () => {
  const own = Object.assign(new Error('End of file inside dictionary.'), { name: 'ParserEOFException' });
  expect([isStray(own), isStray(new Error('ours')), isStray('text')]).toEqual([true, false, false]);
  const before = process.listenerCount('unhandledRejection');
  const [first, second] = [hearStray(), hearStray()];
  expect(process.listenerCount('unhandledRejection')).toBe(before + 1);
  void Promise.reject(own);
  await turn();
  first();
  first();
  await turn();
  expect(process.listenerCount('unhandledRejection')).toBe(before + 1);
  second();
  await turn();
  expect(process.listenerCount('unhandledRejection')).toBe(before);
});
