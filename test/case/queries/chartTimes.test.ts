import { expect, it } from 'vitest';
import { chartTimes } from '../../../electron/case/queries/chartTimes';
import { rangeOf } from '../../../shared/analysis/time/range';
import { PER_ITEM } from '../../../shared/analysis/time/times';
import type { IdentityMode } from '../../../shared/model/identity';
import { Town } from '../identity/memory';

/** Those without a time last. */
const rising = (a: number, b: number): number => (Number.isNaN(a) ? Number.MAX_VALUE : a) - (Number.isNaN(b) ? Number.MAX_VALUE : b);

const asked = (town: Town, chart: string, mode: IdentityMode = 'judged') => chartTimes(town.store.db, town.store.catalogue, town.as(mode).identity, { chart });

/** For each line, how many links it has, the same as its count says; and what plain SQL has of their starts. */
function perLine(town: Town, chart: string, mode: IdentityMode = 'judged'): Map<string, number[]> {
  const { lines, of, times } = asked(town, chart, mode);
  const found = new Map<string, number[]>();
  of.forEach((line, at) => found.set(lines[line] ?? '', [...(found.get(lines[line] ?? '') ?? []), times[at * PER_ITEM] ?? 0]));
  return found;
}

function calls() {
  const town = new Town();
  const [an, bo, cem] = ['An', 'Bo', 'Cem'].map((familyName) => town.entity('person', { familyName })) as [string, string, string];
  const ids = ['2024-05-03T10:00', '2024-05-04T10:00', '2024-06'].map((date) => town.link('called', an, bo, { date }));
  town.link('knows', bo, an, { start: '2020' });
  town.link('knows', an, bo);
  town.link('called', bo, cem, { date: '2023' });
  return { town, an, bo, cem, ids, chart: town.chart('Alle', an, bo, cem) };
}

it('gives every link of a line by itself, as plain SQL has them', () => {
  const { town, chart } = calls();
  const found = perLine(town, chart);
  const view = town.as('judged').chart(chart);
  expect(new Map([...found].map(([line, starts]) => [line, starts.length]))).toEqual(new Map(view.lines.map((line) => [line.id, line.count])));
  const starts = town.store.db.prepare<[], string | null>('SELECT start FROM link WHERE seq_retracted IS NULL').pluck().all().map((start) => (start === null ? Number.NaN : (rangeOf(start)?.from ?? 0)));
  expect([...found.values()].flat().toSorted(rising)).toEqual(starts.toSorted(rising));
});

it('leaves out what is hidden, by itself or with its line, and what was retracted', () => {
  const { town, chart, an, bo, ids } = calls();
  town.run('chart.removeItems', { chart, entities: [], links: [ids[0] ?? ''] });
  town.run('subject.delete', { entities: [], links: [ids[1] ?? ''] });
  expect([...perLine(town, chart).values()].map((starts) => starts.length).toSorted(rising)).toEqual([1, 1, 2]);
  town.run('chart.removeItems', { chart, entities: [], links: [`knows|${[an, bo].sort().join('|')}`] });
  expect([...perLine(town, chart).values()].map((starts) => starts.length).toSorted(rising)).toEqual([1, 1]);
});

it('puts links of entities that are taken for one together as their line does', () => {
  const { town, chart, an, bo, cem } = calls();
  town.link('called', cem, bo, { date: '2022-01-01' });
  town.judge(an, 'same', cem);
  for (const mode of ['judged', 'strict'] as const) {
    const view = town.as(mode).chart(chart);
    expect(new Map([...perLine(town, chart, mode)].map(([line, starts]) => [line, starts.length]))).toEqual(new Map(view.lines.map((line) => [line.id, line.count])));
  }
  expect(bo).not.toBe('');
});
