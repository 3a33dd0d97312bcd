import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ImagedRows } from '../../electron/case/db/imaged';
import { closeCase, type OpenCase } from '../../electron/case/life';
import { arrangement, movedSince } from '../../electron/case/queries/arrangement';
import { moveStacks } from '../../shared/commands/chartMoves';
import type { ChartItemRecord } from '../../shared/model/drawing';
import { ACTOR, newCase, openAgain } from './place';
import { SAID, values } from './sample';
import { stateOf } from './state';

interface Drawn { readonly open: OpenCase; readonly charts: readonly [string, string]; readonly ids: readonly string[] }

/** Two charts with the same persons in a row. */
async function drawn(count: number): Promise<Drawn> {
  const open = await newCase();
  const charts = [newId(), newId()] as const;
  const ids = Array.from({ length: count }, () => newId());
  for (const [at, id] of ids.entries()) open.store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ name: `Persoon ${at}` }), ...SAID } }, ACTOR);
  for (const id of charts) open.store.execute({ command: 'chart.create', args: { id, name: 'Kaart', items: ids.map((subject, at) => ({ subject, x: at * 100, y: 0 })) } }, ACTOR);
  return { open, charts, ids };
}

const placesOf = ({ store }: OpenCase, chart: string): Map<string, string> => new Map((new ImagedRows(store.db).list('chart_item', { chart }) as ChartItemRecord[]).map(({ subject, x, y }) => [subject, `${x} ${y}`]));

/** What is said in the case, and how it is drawn but for places. */
function restOf({ store }: OpenCase): string {
  const items = new ImagedRows(store.db).list('chart_item', {}) as ChartItemRecord[];
  return JSON.stringify([
    store.db.prepare('SELECT id, caption FROM entity WHERE seq_retracted IS NULL ORDER BY id').all(),
    store.db.prepare('SELECT id, "values" FROM statement WHERE seq_retracted IS NULL ORDER BY id').all(),
    items.map(({ x: _x, y: _y, ...item }) => item).toSorted((a, b) => (`${a.chart}${a.subject}` < `${b.chart}${b.subject}` ? -1 : 1)),
  ]);
}

describe('the moves of a chart', () => {
  it('are taken back and brought back over changes of data, pins and styles, which stay', async () => {
    const { open, charts: [chart], ids: [a = '', b = ''] } = await drawn(3);
    const { store } = open;
    const before = placesOf(open, chart);
    store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject: a, x: 7, y: 8 }, { subject: b, x: 9, y: 9 }], layout: 'standard' } }, ACTOR);
    const after = placesOf(open, chart);
    store.execute({ command: 'statement.add', args: { id: newId(), subject: a, subjectKind: 'entity', values: values({ birthDate: '1970-01-01' }), ...SAID } }, ACTOR);
    store.execute({ command: 'chart.pinItems', args: { chart, subjects: [a], pinned: true } }, ACTOR);
    store.execute({ command: 'chart.styleItems', args: { chart, subjects: [b], style: { colour: '#aa0000' } } }, ACTOR);
    const rest = restOf(open);
    expect(arrangement(store.db, 0, { chart })).toMatchObject({ undo: { items: 2, layout: 'standard' }, redo: null });
    store.execute({ command: 'chart.undoMoves', args: { chart } }, ACTOR);
    expect(placesOf(open, chart)).toEqual(before);
    expect(restOf(open)).toBe(rest);
    store.execute({ command: 'chart.redoMoves', args: { chart } }, ACTOR);
    expect(placesOf(open, chart)).toEqual(after);
    expect(restOf(open)).toBe(rest);
    expect(arrangement(store.db, 0, { chart })).toMatchObject({ undo: { items: 2 }, redo: null });
  });

  it('keep the place of what was moved since, and pass over a step of which nothing stands any more', async () => {
    const { open, charts: [chart], ids: [a = '', b = ''] } = await drawn(2);
    const { store } = open;
    const move = (subject: string, x: number): void => void store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject, x, y: 0 }] } }, ACTOR);
    store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject: a, x: 1, y: 1 }, { subject: b, x: 2, y: 2 }] } }, ACTOR);
    move(a, 50);
    store.execute({ command: 'chart.removeItems', args: { chart, entities: [a], links: [] } }, ACTOR);
    // Of the last move nothing is left: the one before it is taken back, as far as it stands.
    store.execute({ command: 'chart.undoMoves', args: { chart } }, ACTOR);
    expect(placesOf(open, chart)).toEqual(new Map([[b, '100 0']]));
    expect(arrangement(store.db, 0, { chart }).undo).toBe(null);
    const { seq } = store;
    store.execute({ command: 'chart.undoMoves', args: { chart } }, ACTOR);
    expect(store.seq).toBe(seq);
  });

  it('are of one chart each, and undone steps are none', async () => {
    const { open, charts: [one, other], ids: [a = ''] } = await drawn(1);
    const { store } = open;
    for (const [chart, x] of [[one, 11], [other, 22], [one, 33]] as const) store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject: a, x, y: 0 }] } }, ACTOR);
    store.undo(ACTOR);
    store.execute({ command: 'chart.undoMoves', args: { chart: one } }, ACTOR);
    expect([placesOf(open, one).get(a), placesOf(open, other).get(a)]).toEqual(['0 0', '22 0']);
    // The way back through all steps stays open: taking back an arrangement is a step as well.
    store.undo(ACTOR);
    expect(placesOf(open, one).get(a)).toBe('11 0');
    store.redo(ACTOR);
    expect(placesOf(open, one).get(a)).toBe('0 0');
  });

  it('go back through every arrangement in turn, whatever is done in between, over a restart', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), fc.nat(40)), { minLength: 3, maxLength: 22 }), async (script) => {
      const here = await drawn(4);
      let { open } = here;
      const [chart, other] = here.charts;
      const arrangements = [placesOf(open, chart)];
      for (const [what, pick] of script) {
        const subject = here.ids[pick % 4] ?? '';
        const gestures: readonly { command: string; args: unknown }[] = [
          { command: 'chart.moveItems', args: { chart, items: here.ids.slice(0, 1 + (pick % 4)).map((id, at) => ({ subject: id, x: pick + at * 10 + arrangements.length * 1000, y: pick })) } },
          { command: 'chart.moveItems', args: { chart: other, items: [{ subject, x: pick * 3 + 0.5, y: 5 }] } },
          { command: 'statement.add', args: { id: newId(), subject, subjectKind: 'entity', values: values({ birthDate: `19${10 + pick}-01-01` }), ...SAID } },
          { command: 'chart.pinItems', args: { chart, subjects: [subject], pinned: pick % 2 === 0 } },
          { command: 'chart.styleItems', args: { chart, subjects: [subject], style: { size: 1 + (pick % 3) } } },
          { command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: `Nieuw ${pick}` }), ...SAID } },
        ];
        const command = gestures[what];
        if (command) open.store.execute(command, ACTOR);
        if (what === 0) arrangements.push(placesOf(open, chart));
      }
      const rest = restOf(open);
      const untouched = placesOf(open, other);
      closeCase(open);
      open = await openAgain(open.store.folder);
      for (const places of arrangements.slice(0, -1).toReversed()) {
        open.store.execute({ command: 'chart.undoMoves', args: { chart } }, ACTOR);
        expect(placesOf(open, chart)).toEqual(places);
      }
      expect(arrangement(open.store.db, 0, { chart }).undo).toBe(null);
      for (const places of arrangements.slice(1)) {
        open.store.execute({ command: 'chart.redoMoves', args: { chart } }, ACTOR);
        expect(placesOf(open, chart)).toEqual(places);
      }
      expect(restOf(open)).toBe(rest);
      expect(placesOf(open, other)).toEqual(untouched);
      // And all of it through the one undo, to the state in which nothing was taken back.
      const now = stateOf(open.store.db);
      const back = arrangements.length * 2 - 2;
      for (let step = 0; step < back; step += 1) open.store.undo(ACTOR);
      for (let step = 0; step < back; step += 1) open.store.redo(ACTOR);
      expect(stateOf(open.store.db)).toBe(now);
      closeCase(open);
    }), { numRuns: 12 });
  });

  it('tell what has moved since an entry of the journal or a snapshot', async () => {
    const { open, charts: [chart], ids: [a = '', b = '', c = ''] } = await drawn(3);
    const { store } = open;
    const snapshot = newId();
    store.execute({ command: 'chart.snapshot', args: { id: snapshot, chart, name: 'Stand' } }, ACTOR);
    const { seq } = store;
    store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject: a, x: 5, y: 5 }, { subject: b, x: 100.2, y: 0 }] } }, ACTOR);
    store.execute({ command: 'chart.moveItems', args: { chart, items: [{ subject: a, x: 6, y: 6 }] } }, ACTOR);
    store.execute({ command: 'chart.pinItems', args: { chart, subjects: [c], pinned: true } }, ACTOR);
    expect(movedSince(store.db, { chart, seq })).toEqual([{ id: a, x: 0, y: 0 }]);
    expect(movedSince(store.db, { chart, snapshot })).toEqual([{ id: a, x: 0, y: 0 }]);
    expect(movedSince(store.db, { chart, seq: seq + 1 })).toEqual([{ id: a, x: 5, y: 5 }]);
    expect(() => movedSince(store.db, { chart: newId(), seq })).toThrow('chartNotFound');
  });
});

describe('the stacks of moves', () => {
  it('forget what could be brought back when something else is moved', () => {
    const move = { command: 'chart.moveItems', of: null };
    expect(moveStacks([{ seq: 1, ...move }, { seq: 2, command: 'chart.undoMoves', of: 1 }, { seq: 3, ...move }])).toEqual({ undo: [3], redo: [] });
    expect(moveStacks([{ seq: 1, ...move }, { seq: 2, ...move }, { seq: 3, command: 'chart.undoMoves', of: 2 }, { seq: 4, command: 'chart.redoMoves', of: 3 }])).toEqual({ undo: [1, 4], redo: [] });
  });
});
