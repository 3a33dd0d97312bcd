import type { EdgeData } from '../elements';

/** Chart units between the control points of lines that join the same two items; as on small charts. */
const APART = 34;

/**
 * How far the control point of each line lies off the middle of its ends, to the left of its way: 0 for one that is alone between its two items, the lines of
 * one pair evenly to both sides otherwise. Lines from an item to itself are not bent here.
 */
export function bendsOf(lines: readonly EdgeData[]): Float32Array {
  const bends = new Float32Array(lines.length);
  const numbers = new Map<string, number>();
  const number = (id: string): number => {
    let value = numbers.get(id);
    if (value === undefined) numbers.set(id, (value = numbers.size));
    return value;
  };
  const keys = new Float64Array(lines.length);
  const counts = new Map<number, number>();
  let several = false;
  lines.forEach(({ source, target }, i) => {
    const a = number(source);
    const b = number(target);
    const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    keys[i] = key;
    several ||= count > 1;
  });
  if (!several) return bends;
  const seen = new Map<number, number>();
  lines.forEach(({ source, target, step }, i) => {
    const key = keys[i]!;
    const count = counts.get(key)!;
    if (count === 1 || source === target) return;
    const at = seen.get(key) ?? 0;
    seen.set(key, at + 1);
    const way = number(source) < number(target) ? 1 : -1;
    bends[i] = (0.5 - count / 2 + at) * (step ?? APART) * way;
  });
  return bends;
}
