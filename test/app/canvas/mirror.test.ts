import { expect, test, vi } from 'vitest';
import { ChartMirror, type MirrorConnection } from '../../../renderer/case/mirror';
import { useSelection } from '../../../renderer/case/selection';
import { Failure, type ChartView } from '../../../shared/contract';
import { chart } from './chart';

interface Question { answer(view: ChartView): void; refuse(error: Error): void }

/** A case process whose answers the test gives by hand. */
function fakeCase() {
  const questions: Question[] = [];
  let listener: ((change: never) => void) | null = null;
  let viewing: ((change: never) => void) | null = null;
  const connection: MirrorConnection = {
    client: { 'case.chart': async () => new Promise<ChartView>((answer, refuse) => { questions.push({ answer, refuse }); }) },
    listen: (event, heard) => {
      if (event === 'case.changed') listener = heard as (change: never) => void;
      else viewing = heard as (change: never) => void;
      return () => { if (event === 'case.changed') listener = null; else viewing = null; };
    },
  };
  const changed = (tables: string[], charts: string[] = []): void => listener?.({ seq: 9, command: 'chart.moveItems', tables, charts, history: { undo: null, redo: null } } as never);
  return { connection, questions, changed, viewed: () => viewing?.({ recipient: 'x' } as never), listens: () => listener !== null || viewing !== null };
}

const settle = async (): Promise<void> => { for (let i = 0; i < 5; i++) await Promise.resolve(); };

test('asks at once and tells its watchers', async () => {
  const { connection, questions } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  const watcher = vi.fn();
  mirror.subscribe(watcher);
  expect(mirror.getSnapshot()).toEqual({ view: null, failure: null, loading: true });
  questions[0]!.answer(chart({ seq: 3 }));
  await settle();
  expect(mirror.getSnapshot().view?.seq).toBe(3);
  expect(mirror.getSnapshot()).toBe(mirror.getSnapshot());
  expect(watcher).toHaveBeenCalled();
});

test('many changes while an answer is awaited make one more question', async () => {
  const { connection, questions, changed } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  for (let i = 0; i < 5; i++) changed(['chart_item'], ['chart']);
  expect(questions).toHaveLength(1);
  questions[0]!.answer(chart({ seq: 1 }));
  await settle();
  expect(questions).toHaveLength(2);
  questions[1]!.answer(chart({ seq: 6 }));
  await settle();
  expect(questions).toHaveLength(2);
  expect(mirror.getSnapshot().view?.seq).toBe(6);
});

test('hears of data, and not of other charts or of briefings', async () => {
  const { connection, questions, changed } = fakeCase();
  new ChartMirror('chart', connection);
  questions[0]!.answer(chart());
  await settle();
  changed(['chart_item'], ['another']);
  changed(['briefing']);
  expect(questions).toHaveLength(1);
  changed(['statement']);
  expect(questions).toHaveLength(2);
});

test('shows what a recipient sees, whatever number it has', async () => {
  const { connection, questions, viewed } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  questions[0]!.answer(chart({ seq: 9 }));
  await settle();
  viewed();
  questions[1]!.answer(chart({ seq: 1 }));
  await settle();
  expect(mirror.getSnapshot().view?.seq).toBe(1);
});

test('drops an answer that is older than what it shows', async () => {
  const { connection, questions } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  questions[0]!.answer(chart({ seq: 8 }));
  await settle();
  void mirror.load();
  questions[1]!.answer(chart({ seq: 7 }));
  await settle();
  expect(mirror.getSnapshot().view?.seq).toBe(8);
  expect(mirror.getSnapshot().loading).toBe(false);
});

test('keeps the view when a question fails, and forgets the failure when the next succeeds', async () => {
  const { connection, questions } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  questions[0]!.answer(chart({ seq: 1 }));
  await settle();
  void mirror.load();
  questions[1]!.refuse(new Failure('chartNotFound'));
  await settle();
  expect(mirror.getSnapshot().failure?.code).toBe('chartNotFound');
  expect(mirror.getSnapshot().view?.seq).toBe(1);
  void mirror.load();
  questions[2]!.answer(chart({ seq: 2 }));
  await settle();
  expect(mirror.getSnapshot().failure).toBeNull();
});

test('after closing it neither listens nor shows late answers', async () => {
  const { connection, questions, listens } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  mirror.close();
  questions[0]!.answer(chart());
  await settle();
  expect(listens()).toBe(false);
  expect(mirror.getSnapshot().view).toBeNull();
});

test('selections are kept by chart', () => {
  const { select, hover, forget } = useSelection.getState();
  select('one', { entities: ['a'], lines: [] });
  const before = useSelection.getState();
  select('one', { entities: ['a'], lines: [] });
  expect(useSelection.getState()).toBe(before);
  select('two', { entities: ['b'], lines: ['bc'] });
  expect(useSelection.getState().byChart['one']?.entities).toEqual(['a']);
  hover('a');
  forget();
  expect(useSelection.getState().byChart).toEqual({});
  expect(useSelection.getState().hovered).toBeNull();
});

test('an answer to the eyes that looked before is not shown', async () => {
  const { connection, questions, viewed } = fakeCase();
  const mirror = new ChartMirror('chart', connection);
  questions[0]!.answer(chart({ seq: 3 }));
  await settle();
  void mirror.load();
  viewed();
  expect(mirror.getSnapshot().view).toBeNull();
  questions[1]!.answer(chart({ seq: 3 }));
  await settle();
  expect(mirror.getSnapshot().view).toBeNull();
  expect(questions).toHaveLength(3);
  questions[2]!.answer(chart({ seq: 3, lines: [] }));
  await settle();
  expect(mirror.getSnapshot().view?.lines).toEqual([]);
});
