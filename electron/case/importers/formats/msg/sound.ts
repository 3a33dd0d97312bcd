import { Failure } from '../../../../../shared/contract/failure';

const END_OF_CHAIN = -2;
const ENTRY = 128;
const SHORT = 4096;
const MAX_DEPTH = 64;

const broken = (why: string): Failure => new Failure('fileNotThisFormat', { why });

/**
 * Checks the skeleton of a compound file before it is read: no chain of sectors or tree of names may run in a circle, and no stream may claim more
 * than the file has, for the reader would follow it for ever. Throws Failure fileNotThisFormat.
 */
export function checkSound(file: Buffer): void {
  if (file.length < 512) throw broken('truncated');
  const int = (at: number): number => (at >= 0 && at + 4 <= file.length ? file.readInt32LE(at) : END_OF_CHAIN);
  const size = file[30] === 12 ? 4096 : 512;
  const sectors = Math.ceil(file.length / size);
  const [tables, directory, smallStart, smallCount, moreStart, moreCount] = [int(44), int(48), int(60), int(64), int(68), int(72)];
  if (tables < 0 || tables > sectors || smallCount < 0 || smallCount > sectors || moreCount < 0 || moreCount > sectors) throw broken('header');
  const table: number[] = [];
  for (let at = 0; at < Math.min(tables, 109); at += 1) table.push(int(76 + at * 4));
  let more = moreStart;
  for (let turn = 0; turn < moreCount && more >= 0; turn += 1) {
    for (let at = 0; at < size / 4 - 1 && table.length < tables; at += 1) table.push(int((more + 1) * size + at * 4));
    more = int((more + 2) * size - 4);
  }
  const place = (list: readonly number[], offset: number): number => {
    const sector = list[Math.floor(offset / (size / 4))];
    return sector === undefined || sector < 0 ? END_OF_CHAIN : int((sector + 1) * size + (offset % (size / 4)) * 4);
  };
  const walk = (start: number, list: readonly number[], most: number): number[] => {
    const met: number[] = [];
    for (let next = start; next !== END_OF_CHAIN; next = next < 0 ? END_OF_CHAIN : place(list, next)) {
      met.push(next);
      if (met.length > most) throw broken('loop');
    }
    return met;
  };
  const small = walk(smallStart, table, sectors).slice(0, smallCount);
  const entries: { kind: number; left: number; right: number; child: number; start: number; size: number }[] = [];
  for (const sector of walk(directory, table, sectors)) {
    for (let at = (sector + 1) * size; at < (sector + 2) * size && at + ENTRY <= file.length; at += ENTRY) {
      entries.push({ kind: file[at + 66] ?? 0, left: int(at + 68), right: int(at + 72), child: int(at + 76), start: int(at + 116), size: int(at + 120) });
    }
  }
  if (entries[0]?.kind !== 5) throw broken('directory');
  walk(entries[0].start, table, sectors);
  let claimed = 0;
  const met = new Set<number>();
  const waiting = [{ at: entries[0].child, depth: 1 }];
  while (waiting.length > 0) {
    const { at, depth } = waiting.pop() ?? { at: -1, depth: 0 };
    if (at === -1) continue;
    const entry = entries[at];
    if (entry === undefined || met.has(at) || depth > MAX_DEPTH) throw broken('tree');
    met.add(at);
    waiting.push({ at: entry.left, depth }, { at: entry.right, depth });
    if (entry.kind === 1) waiting.push({ at: entry.child, depth: depth + 1 });
    if (entry.kind !== 2 || entry.size === 0) continue;
    claimed += entry.size;
    if (entry.size < 0 || entry.size > file.length || claimed > file.length * 2) throw broken('size');
    if (entry.size < SHORT) walk(entry.start, small, sectors * (size / 64));
    else walk(entry.start, table, sectors);
  }
}
