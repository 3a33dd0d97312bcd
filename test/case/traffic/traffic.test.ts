import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { trafficRequests } from '../../../shared/contract/traffic';
import { answer } from '../../../electron/case/traffic/answer';
import { TrafficMemory } from '../../../electron/case/traffic/trafficMemory';
import type { TrafficQuestion } from '../../../electron/case/traffic/trafficThread';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

type Answer<Q extends TrafficQuestion> = ResultOf<CaseService['requests'][Q]>;
type Line = readonly [from: string, type: string, to: string, said?: Record<string, string>];
interface Small {
  readonly store: CaseStore;
  readonly ids: Readonly<Record<string, string>>;
  readonly name: (id: string) => string;
  readonly ask: <Q extends TrafficQuestion>(question: Q, args?: object, mode?: 'judged' | 'strict') => Answer<Q>;
}

const TYPES: Readonly<Record<string, readonly [type: string, property: string]>> = { P: ['person', 'name'], A: ['bankAccount', 'number'], T: ['phone', 'number'] };

/** A case with phones T…, accounts A… and persons P…, and links among them. */
async function caseOf(lines: readonly Line[]): Promise<Small> {
  const { store } = await newCase();
  const ids: Record<string, string> = {};
  const run = (command: string, args: object): unknown => store.execute({ command, args }, ACTOR);
  [...new Set(lines.flatMap(([from, , to]) => [from, to]))].forEach((name, at) => {
    const [type, property] = TYPES[name[0]!]!;
    run('entity.create', { id: (ids[name] = newId()), type, values: values({ [property]: type === 'phone' ? `+3247000${String(1000 + at)}` : name }), ...SAID });
  });
  for (const [from, type, to, said = {}] of lines) run('link.create', { id: newId(), type, from: ids[from], to: ids[to], values: values(said), ...SAID });
  const memory = new TrafficMemory(store.db);
  const name = (id: string): string => Object.keys(ids).find((each) => ids[each] === id) ?? id;
  const ask: Small['ask'] = (question, args = {}, mode = 'judged') => {
    const { args: schema, result } = trafficRequests[question];
    const parsed = schema.parse({ job: 'j', scope: { kind: 'case' }, ...args });
    return result.parse(answer(store.db, store.catalogue, memory, { question, args: parsed, mode }, () => undefined)) as never;
  };
  return { store, ids, name, ask };
}
const call = (from: string, to: string, date?: string): Line => [from, 'called', to, date === undefined ? {} : { date }];
const paid = (from: string, to: string, amount?: string, date?: string): Line => [from, 'paid', to, { ...(amount === undefined ? {} : { amount }), ...(date === undefined ? {} : { date }) }];

describe('calls', () => {
  test('common contacts with counts, first and last; persons stand for their phones', async () => {
    const { ids, name, ask } = await caseOf([call('T1', 'T3', '2026-01-02T10:00:00'), call('T3', 'T1', '2026-01-05T10:00:00'), call('T2', 'T3', '2026-01-03'), call('T2', 'T4'), call('T1', 'T5'), ['P1', 'uses', 'T1']]);
    for (const first of ['T1', 'P1']) {
      const { rows, parties, told } = ask('case.commonContacts', { ids: [ids[first], ids['T2']] });
      expect(parties.map(name)).toEqual(['T1', 'T2']);
      expect(rows.map(({ entity }) => name(entity))).toEqual(['T3']);
      expect(rows[0]!.by).toEqual([{ count: 2, out: 1, first: Date.parse('2026-01-02T09:00:00Z'), last: Date.parse('2026-01-05T09:00:00Z') }, { count: 1, out: 1, first: Date.parse('2026-01-02T23:00:00Z'), last: Date.parse('2026-01-02T23:00:00Z') }]);
      expect(told).toMatchObject({ counted: 5, undated: 2, dateOnly: 1 });
    }
    expect(() => ask('case.commonContacts', { ids: [ids['T1'], newId()] })).toThrow(Failure);
  });

  test('contacts before and after a day; both records of one phone count', async () => {
    const { store, ids, name, ask } = await caseOf([call('T1', 'T2', '2026-01-02'), call('T1', 'T3', '2026-01-02'), call('T1', 'T3', '2026-02-02'), call('T4', 'T1', '2026-02-03'), call('T9', 'T2', '2026-02-05'), call('T1', 'T5')]);
    const found = ask('case.changedContacts', { id: ids['T1'], at: '2026-02-01' });
    expect([found.appeared, found.dropped].map((list) => list.map(({ entity }) => name(entity)))).toEqual([['T4'], ['T2']]);
    expect(found.kept.map(({ entity }) => name(entity))).toEqual(['T3']);
    expect(found.told.undated).toBe(1);
    store.execute({ command: 'judgement.set', args: { id: newId(), left: ids['T1']!, right: ids['T9']!, verdict: 'same', reason: 'x' } }, ACTOR);
    for (const record of ['T1', 'T9']) expect(ask('case.changedContacts', { id: ids[record], at: '2026-02-01' }).kept.map(({ entity }) => name(entity)).toSorted()).toEqual(['T2', 'T3']);
    expect(ask('case.changedContacts', { id: ids['T9'], at: '2026-02-01' }, 'strict').kept).toEqual([]);
  });

  test('a phone that took over says from when and with whom', async () => {
    const { name, ask } = await caseOf(['T3', 'T4', 'T5'].flatMap((other, at) => [call('T1', other, `2026-01-0${at + 1}T10:00:00`), call('T2', other, `2026-01-1${at}T10:00:00`)]));
    const { rows } = ask('case.replacements');
    expect([name(rows[0]!.old), name(rows[0]!.next), rows[0]!.shared.map(name).toSorted(), rows[0]!.gap]).toEqual(['T1', 'T2', ['T3', 'T4', 'T5'], 7]);
    expect(rows[0]!.lastOld).toBe(Date.parse('2026-01-03T09:00:00Z'));
  });

  test('silences, and that one has not ended', async () => {
    const daily = (from: string, to: string, days: readonly number[]): Line[] => days.map((day) => call(from, to, `2026-01-${String(day).padStart(2, '0')}T12:00:00`));
    const { name, ask } = await caseOf([...daily('T1', 'T2', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 29, 30]), ...daily('T3', 'T2', [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])]);
    const { rows } = ask('case.silences');
    expect(rows.map(({ entity, until }) => [name(entity), until === null])).toContainEqual(['T1', false]);
    expect(rows.map(({ entity, until }) => [name(entity), until === null])).toContainEqual(['T3', true]);
  });

  test('word passed on within minutes; what has only a date is in no chain', async () => {
    const { name, ask } = await caseOf([...['02', '03', '04'].flatMap((day) => [call('T1', 'T2', `2026-01-${day}T10:00:00`), call('T2', 'T3', `2026-01-${day}T10:05:00`)]), ...['05', '06', '07'].flatMap((day) => [call('T4', 'T5', `2026-01-${day}`), call('T5', 'T6', `2026-01-${day}`)])]);
    const { rows, told } = ask('case.relays');
    expect(rows.map(({ parties, count }) => [...parties.map(name), count])).toEqual([['T1', 'T2', 'T3', 3]]);
    expect(rows[0]!.examples).toHaveLength(3);
    expect(rows[0]!.examples[0]!.map(({ start }) => start)).toEqual(['2026-01-02T10:00:00', '2026-01-02T10:05:00']);
    expect(told.dateOnly).toBe(6);
    expect(ask('case.relays', { until: '2026-01-03', least: 1 }).rows[0]!.count).toBe(2);
  });

  test('one call told by both operators', async () => {
    const { ask } = await caseOf([call('T1', 'T2', '2026-01-02T10:00:00'), call('T1', 'T2', '2026-01-02T10:00:03'), call('T2', 'T1', '2026-01-02T10:00:03'), call('T1', 'T2', '2026-01-02')]);
    const { rows } = ask('case.doubles');
    expect(rows.map(({ dealings }) => dealings.map(({ start }) => start))).toEqual([['2026-01-02T10:00:00', '2026-01-02T10:00:03']]);
  });

  test('rhythm by hour and weekday, in Belgian time and UTC, over the change to summer time', async () => {
    // Sundays before and after the change, both at 10:00 in Brussels; a Monday just after midnight.
    const { name, ask } = await caseOf([call('T1', 'T2', '2026-03-22T10:00:00'), call('T1', 'T3', '2026-03-29T10:00:00'), call('T1', 'T2', '2026-03-30T00:30:00'), call('T1', 'T2', '2026-03-30')]);
    const { counts, told } = ask('case.rhythm');
    expect([counts[6]![10], counts[0]![0], counts.flat().reduce((a, b) => a + b, 0), told.dateOnly]).toEqual([2, 1, 3, 1]);
    const utc = ask('case.rhythm', { zone: 'utc' }).counts;
    expect([utc[6]![9], utc[6]![8], utc[6]![22]]).toEqual([1, 1, 1]);
    const cell = ask('case.rhythm', { cell: { weekday: 6, hour: 10 } });
    expect(cell.dealings).toHaveLength(2);
    expect(cell.entities.map(name).toSorted()).toEqual(['T1', 'T2', 'T3']);
  });

  test('a chart counts what runs between what it shows; a selection all that it has a part in', async () => {
    const { store, ids, ask } = await caseOf([call('T1', 'T2', '2026-01-02T10:00:00'), call('T2', 'T3', '2026-01-02T11:00:00')]);
    const chart = newId();
    store.execute({ command: 'chart.create', args: { id: chart, name: 'x', items: [{ subject: ids['T1']!, x: 0, y: 0 }, { subject: ids['T2']!, x: 9, y: 0 }] } }, ACTOR);
    expect(ask('case.rhythm', { scope: { kind: 'chart', chart } }).told.counted).toBe(1);
    expect(ask('case.rhythm', { scope: { kind: 'entities', ids: [ids['T2']] } }).told.counted).toBe(2);
    expect(() => ask('case.rhythm', { scope: { kind: 'chart', chart: newId() } })).toThrow('chartNotFound');
  });
});

describe('payments', () => {
  test('totals are exact, per currency and month, and list what was reversed', async () => {
    const { name, ask } = await caseOf([paid('A1', 'A2', '0.10 EUR', '2026-01-02'), paid('A1', 'A2', '0.20 EUR', '2026-02-02'), paid('A2', 'A1', '-5.00 EUR', '2026-02-03'), paid('A1', 'A2', '7.00 USD', '2026-02-03'), paid('A1', 'A2', undefined, '2026-02-03'), paid('A3', 'A2', '1.00 EUR')]);
    const { rows, told } = ask('case.moneyTotals');
    const row = (account: string, currency: string): Answer<'case.moneyTotals'>['rows'][number] => rows.find((each) => name(each.entity) === account && each.currency === currency)!;
    expect(row('A2', 'EUR')).toMatchObject({ in: '1.30 EUR', out: '-5.00 EUR', net: '6.30 EUR', countIn: 3, countOut: 1 });
    expect(row('A2', 'EUR').months).toEqual([{ month: '', in: '1.00 EUR', out: '0.00 EUR', net: '1.00 EUR' }, { month: '2026-01', in: '0.10 EUR', out: '0.00 EUR', net: '0.10 EUR' }, { month: '2026-02', in: '0.20 EUR', out: '-5.00 EUR', net: '5.20 EUR' }]);
    expect(row('A1', 'USD')).toMatchObject({ in: '0.00 USD', out: '7.00 USD', net: '-7.00 USD' });
    expect(told).toMatchObject({ withoutAmount: 1, reversed: 1, undated: 1, currencies: [{ currency: 'EUR', count: 4 }, { currency: 'USD', count: 1 }] });
    expect(told.reversedLinks).toHaveLength(1);
    expect(ask('case.moneyTotals', { currency: 'USD' }).rows.every(({ currency }) => currency === 'USD')).toBe(true);
  });

  test('money that went on, with the share that may be the same; never in another currency, never before it came', async () => {
    const { name, ask } = await caseOf([paid('A1', 'A2', '9000.00 EUR', '2026-01-05'), paid('A2', 'A3', '8500.00 EUR', '2026-01-06'), paid('A2', 'A4', '9000.00 USD', '2026-01-06'), paid('A5', 'A6', '100.00 EUR', '2026-01-05T14:00:00'), paid('A6', 'A7', '100.00 EUR', '2026-01-05T10:00:00')]);
    const { rows, told } = ask('case.flows');
    expect(rows.map(({ accounts, carried, days }) => [accounts.map(name).join(), carried, days])).toEqual([['A1,A2,A3', '8500.00 EUR', 1]]);
    expect(rows[0]!.share).toBeCloseTo(8500 / 9000, 9);
    expect(rows[0]!.dealings.map(({ amount }) => amount)).toEqual(['9000.00 EUR', '8500.00 EUR']);
    expect(told.byDay).toBe(true);
  });

  test('round trips, sums under a limit, and what gathers', async () => {
    const { name, ask } = await caseOf([paid('A1', 'A2', '2000.00 EUR', '2026-01-05'), paid('A2', 'A1', '1970.00 EUR', '2026-01-07'), ...['A3', 'A4', 'A5', 'A6', 'A7'].map((from, at) => paid(from, 'A8', '2900.00 EUR', `2026-01-0${at + 1}`)), paid('A8', 'A9', '12000.00 EUR', '2026-01-09')]);
    expect(ask('case.flows', { round: true }).rows.map(({ accounts, carried }) => [accounts.map(name).join(), carried])).toEqual([['A1,A2,A1', '1970.00 EUR']]);
    const [under] = ask('case.structuring', { limit: 3000 }).rows;
    expect([name(under!.entity), under!.side, under!.count, under!.sum, under!.others.length]).toEqual(['A8', 'in', 5, '14500.00 EUR', 5]);
    const [fan] = ask('case.fans').rows;
    expect([name(fan!.entity), fan!.side, fan!.sum, fan!.dealings.length]).toEqual(['A8', 'in', '14500.00 EUR', 5]);
    expect(fan!.passed).toBeCloseTo(12_000 / 14_500, 9);
  });
});
