import { expect, test } from 'vitest';
import { shownRows } from '../../../renderer/canvas/keptRows';
import { chart } from './chart';

test('a row that is kept holds on to who was joined with another since, once', () => {
  const view = chart();
  const [first, second] = view.entities.map(({ id }) => id) as [string, string];
  const joined = { ...view, chart: { ...view.chart, options: { rows: [{ way: 'row' as const, members: [first, 'gone into it', second] }, { way: 'column' as const, members: ['gone into it', second] }] } }, entities: view.entities.map((each) => (each.id === first ? { ...each, members: [first, 'gone into it'] } : each)) };
  expect(shownRows(joined).map(({ members }) => members)).toEqual([[first, second], [first, second]]);
  expect(shownRows(view)).toEqual([]);
});
