import { expect, test } from 'vitest';
import { drawingOf } from '../../../renderer/canvas/elements';
import { DrawnBefore } from '../../../renderer/canvas/drawnBefore';
import { looksOf } from '../../../renderer/canvas/looks';
import { THEMES } from '../../../renderer/canvas/theme';
import { keepingObjects } from '../../../renderer/case/keptObjects';
import { chart, entity, item, TYPES } from './chart';

const copied = <T>(value: T): T => structuredClone(value);

test('an answer that says the same keeps the lists of the one before', () => {
  const before = chart();
  const now = keepingObjects(before, copied({ ...before, seq: 2 }));
  expect(now.seq).toBe(2);
  expect(now.entities).toBe(before.entities);
  expect(now.lines).toBe(before.lines);
  expect(now.items).toBe(before.items);
});

test('only what says something else is another object, whatever its place in the list', () => {
  const before = chart();
  const now = keepingObjects(before, copied({ ...before, entities: [entity('d'), entity('a'), entity('b', { caption: 'New' }), entity('c')], items: [item('a', 0.125, 0, { style: { colour: '#102030' } }), ...before.items.slice(1)] }));
  expect(now.entities.map((each) => before.entities.includes(each))).toEqual([false, true, false, true]);
  expect(now.items.map((each) => before.items.includes(each))).toEqual([false, true, true]);
  expect(now).toEqual({ ...before, entities: now.entities, items: now.items });
  expect(now.entities[2]!.caption).toBe('New');
});

test('another chart keeps nothing', () => {
  const other = copied({ ...chart(), chart: { id: 'other', name: 'Other', position: 1 } });
  expect(keepingObjects(chart(), other)).toBe(other);
});

test('a drawing makes only anew what is another object, and all when the theme is another', () => {
  const before = new DrawnBefore();
  const looks = looksOf(TYPES, 'en');
  const paint = () => '';
  const drawn = (view: ReturnType<typeof chart>, theme: 'light' | 'dark' = 'light') => drawingOf(view, { before, looks, paint, theme: THEMES[theme], language: 'en' });
  const view = chart();
  const first = drawn(view);
  const second = drawn({ ...view, seq: 2, items: [view.items[0]!, item('b', 7, 7), view.items[2]!] });
  expect(second.nodes.get('a')).toBe(first.nodes.get('a'));
  expect(second.nodes.get('b')).toMatchObject({ x: 7, y: 7 });
  expect(second.edges).toBe(first.edges);
  const dark = drawn(view, 'dark');
  expect(dark.nodes.get('a')).not.toBe(first.nodes.get('a'));
  expect(dark).toEqual(drawingOf(view, { looks, paint, theme: THEMES.dark, language: 'en' }));
});
