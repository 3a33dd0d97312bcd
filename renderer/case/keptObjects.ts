import type { ChartView } from '../../shared/contract';

/** True when both say the same. Records of a chart are flat but for a few short lists and styles. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  let fields = 0;
  for (const name in a) {
    if (!isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])) return false;
    fields += 1;
  }
  for (const _ in b) fields -= 1;
  return fields === 0;
}

/** `now` with the objects of `before` wherever they say the same, and `before` itself where nothing else is in it. */
function keptList<T extends object>(before: readonly T[], now: readonly T[], idOf: (each: T) => string): T[] {
  let all = before.length === now.length;
  // Mostly nothing came or went: then each is where it was.
  let known: Map<string, T> | null = null;
  const list = now.map((each, at) => {
    let old = before[at];
    if (old === undefined || idOf(old) !== idOf(each)) {
      known ??= new Map(before.map((one) => [idOf(one), one]));
      old = known.get(idOf(each));
      all = false;
    }
    if (old !== undefined && isSame(old, each)) return old;
    all = false;
    return each;
  });
  return all ? (before as T[]) : list;
}

/** An answer about a chart, with the objects of the answer before wherever they say the same: what is made of them need not be made again. */
export function keepingObjects(before: ChartView | null, now: ChartView): ChartView {
  if (before === null || before.chart.id !== now.chart.id) return now;
  return {
    ...now,
    chart: isSame(before.chart, now.chart) ? before.chart : now.chart,
    entities: keptList(before.entities, now.entities, ({ id }) => id),
    lines: keptList(before.lines, now.lines, ({ id }) => id),
    items: keptList(before.items, now.items, ({ kind, subject }) => `${kind} ${subject}`),
    groups: keptList(before.groups, now.groups, ({ id }) => id),
    annotations: keptList(before.annotations, now.annotations, ({ id }) => id),
  };
}
