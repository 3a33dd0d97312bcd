import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { pastChart } from '../../../electron/case/past/pastChart';
import { Failure } from '../../../shared/contract/failure';
import type { ChartView } from '../../../shared/contract/views';
import type { IdentityMode } from '../../../shared/model/identity';
import { Town } from '../identity/memory';
import { SAID, values } from '../sample';
import { ACTOR } from '../who';

/** A town with one chart, and what people do in it, by number. */
class Edited {
  readonly town = new Town();
  readonly chart = newId();
  readonly entities: string[] = [];
  readonly links: string[] = [];
  readonly statements: string[] = [];
  readonly judgements: string[] = [];

  constructor() {
    this.town.run('chart.create', { id: this.chart, name: 'Kaart', items: [] });
    for (const name of ['An', 'Bo', 'Cem', 'Dirk']) {
      const id = this.town.entity('person', { familyName: name, birthDate: '1980-01-01' });
      this.entities.push(id);
      this.town.run('chart.addItems', { chart: this.chart, items: [{ subject: id, x: this.entities.length, y: 0 }] }, 'strict');
    }
  }

  private of(list: readonly string[], pick: number): string {
    return list[pick % Math.max(1, list.length)] ?? newId();
  }

  do(gesture: number, pick: number): void {
    const { town, chart } = this;
    const one = this.of(this.entities, pick);
    const other = this.of(this.entities, pick + 1 + (pick % 2));
    const remember = (list: string[], id: string): void => void list.push(id);
    const gestures: readonly (() => void)[] = [
      () => remember(this.entities, town.entity('person', { familyName: `Jan ${pick}` }, { place: { chart, x: pick, y: -pick } })),
      () => remember(this.links, town.link(pick % 2 === 0 ? 'called' : 'knows', one, other, pick % 2 === 0 ? { start: `2024-0${1 + (pick % 9)}-11T10:00` } : {})),
      () => remember(this.statements, town.say(one, { birthDate: `19${10 + (pick % 80)}-01-01`, familyName: `Ook ${pick}` }, { grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } } })),
      () => town.run('statement.correct', { id: newId(), replaces: this.of(this.statements, pick), values: values({ familyName: 'Anders' }), grading: null, handling: [{ scheme: 'europolHandling', code: 'H2' }], basis: 'assessment' }),
      () => town.run('statement.retract', { ids: [this.of(this.statements, pick)] }),
      () => town.run('subject.delete', { entities: [one], links: [] }),
      () => town.run('subject.delete', { entities: [], links: [this.of(this.links, pick)] }),
      () => remember(this.judgements, town.judge(one, (['same', 'different', 'unsure'] as const)[pick % 3] ?? 'same', other)),
      () => town.withdraw(this.of(this.judgements, pick)),
      () => town.run('chart.moveItems', { chart, items: [{ subject: one, x: pick * 1.5, y: pick }] }),
      () => town.run('chart.pinItems', { chart, subjects: [one], pinned: pick % 2 === 0 }),
      () => town.run('chart.removeItems', { chart, entities: pick % 2 === 0 ? [one] : [], links: pick % 2 === 0 ? [] : [`knows|${one}|${other}`] }),
      () => town.run('chart.addItems', { chart, items: [{ subject: one, x: pick, y: 3 }] }),
      () => town.run('chart.rename', { id: chart, name: `Kaart ${pick}` }),
      () => town.run('annotation.put', { id: newId(), chart, kind: 'note', x: 0, y: 0, width: 10, height: 10, text: `Nakijken ${pick}` }),
      () => town.run('group.put', { id: newId(), chart, name: `Groep ${pick}`, members: [one], collapsed: false }),
      () => town.import([one], [['knows', one, other]]),
      () => town.theirs([[one, 'same', other]]),
      () => town.run('statements.evaluate', { id: newId(), targets: { source: this.source(pick) }, own: true, grading: { scheme: 'europol4x4', codes: { source: 'B', information: '3' } }, handling: { add: [{ scheme: 'europolHandling', code: 'H1' }] }, reason: 'nieuw' }),
      () => town.run('source.retract', { id: this.source(pick) }),
      () => town.store.undo(ACTOR),
      () => town.store.undo(ACTOR),
      () => town.store.redo(ACTOR),
    ];
    try {
      gestures[gesture % gestures.length]?.();
    } catch (error) {
      // What does not fit the case as it is by now is refused, and changes nothing.
      if (!(error instanceof Failure)) throw error;
    }
  }

  private source(pick: number): string {
    return this.of(this.town.store.db.prepare<[], string>('SELECT id FROM source WHERE seq_retracted IS NULL ORDER BY n').pluck().all(), pick);
  }
}

const MODES: readonly IdentityMode[] = ['judged', 'strict', 'lenient'];
const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
/** The same chart in the same order: a query is free to answer in another. */
const sorted = ({ items, entities, lines, ...rest }: ChartView): unknown => ({ ...rest, items: items.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)), entities: byId(entities), lines: byId(lines) });

/** The clock of the journal stands still within a millisecond: each entry is given a time of its own. */
function timed(town: Town, seq: number): string {
  const { db } = town.store;
  db.exec('DROP TRIGGER IF EXISTS journal_no_update');
  const at = new Date(Date.UTC(2024, 0, 1) + seq * 60_000).toISOString();
  db.prepare('UPDATE journal SET at = ? WHERE seq = ?').run(at, seq);
  return at;
}

it('a chart at a moment is what the case answered at that moment, whatever was done, undone and done again since', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(22), fc.nat(40)), { minLength: 5, maxLength: 40 }), (steps) => {
    const edited = new Edited();
    const { town, chart } = edited;
    const recorded = new Map<number, readonly ChartView[]>();
    const record = (): void => void recorded.set(town.store.seq, MODES.map((mode) => town.as(mode).chart(chart)));
    record();
    for (const [gesture, pick] of steps) {
      edited.do(gesture, pick);
      record();
    }
    const last = town.store.seq;
    const times = Array.from({ length: last }, (_, at) => timed(town, at + 1));
    for (const [seq, views] of recorded) {
      // One identity for each moment, another for the next: all of them over the whole walk.
      const at = seq % MODES.length;
      const { at: when, ...then } = pastChart(town.store.db, { chart, at: times[seq - 1] ?? '' }, { mode: MODES[at] ?? 'judged', other: null });
      expect(when).toBe(times[seq - 1]);
      expect(sorted(then)).toEqual(sorted(views[at] as ChartView));
    }
  }), { numRuns: 20 });
}, 120_000);

it('shows a snapshot as it was drawn when it was taken, also of a chart that is gone', () => {
  const edited = new Edited();
  const { town, chart } = edited;
  edited.do(1, 0);
  edited.do(14, 1);
  const then = town.as('judged').chart(chart);
  const snapshot = newId();
  town.run('chart.snapshot', { id: snapshot, chart, name: 'Stand' });
  edited.do(2, 1);
  edited.do(9, 7);
  town.run('chart.delete', { id: chart });
  const { at: _at, ...shown } = pastChart(town.store.db, { snapshot }, { mode: 'judged', other: null });
  expect(sorted(shown)).toEqual(sorted(then));
  expect(() => pastChart(town.store.db, { chart }, { mode: 'judged', other: null })).toThrow('chartNotFound');
  expect(() => pastChart(town.store.db, { snapshot: newId() }, { mode: 'judged', other: null })).toThrow('chartNotFound');
});

it('knows no chart from before it was made', () => {
  const edited = new Edited();
  expect(() => pastChart(edited.town.store.db, { chart: edited.chart, at: '1999-01-01T00:00:00Z' }, { mode: 'judged', other: null })).toThrow('chartNotFound');
});

it('counts what was said by hand in the graph of then', () => {
  const edited = new Edited();
  const { town, chart, entities } = edited;
  const outside = town.entity('person', { familyName: 'Buiten' });
  town.link('knows', entities[0] ?? '', outside, {}, SAID);
  const before = town.as('judged').chart(chart);
  const seq = town.store.seq;
  town.run('subject.delete', { entities: [outside], links: [] });
  for (let at = 1; at <= town.store.seq; at += 1) timed(town, at);
  const then = pastChart(town.store.db, { chart, at: timed(town, seq) }, { mode: 'judged', other: null });
  expect(then.entities.map((each) => each.links).reduce((a, b) => a + b)).toBe(before.entities.map((each) => each.links).reduce((a, b) => a + b));
  expect(town.as('judged').chart(chart).entities.every((each) => each.links === 0)).toBe(true);
});
