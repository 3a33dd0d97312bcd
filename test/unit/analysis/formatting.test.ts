import { describe, expect, it } from 'vitest';
import { formatted, type Judged } from '../../../shared/analysis/formatting';
import { formattingRulesSchema, type Condition, type Effect, type FormattingRule } from '../../../shared/model/formatting';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { EntityType, Scheme } from '../../../shared/schema/types';

const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const axis = (id: string, codes: string) => ({ id, label, codes: [...codes].map((code, rank) => ({ code, label, rank })) });
const type = (id: string, part: Partial<EntityType> = {}): EntityType => ({ id, label, plural: label, family: 'people', icon: 'account', caption: [['name']], keyLine: [], properties: [{ id: 'name', kind: 'text', label }], ...part });
const schemes: Scheme[] = [
  { id: 'four', use: 'grading', label, axes: [axis('source', 'ABCX'), axis('information', '1234')] },
  { id: 'codes', use: 'handling', label, axes: [{ id: 'code', label, codes: ['H1', 'H2', 'H3'].map((code, rank) => ({ code, label, rank })) }] },
];
const types = buildCatalogue({ entityTypes: [type('party', { abstract: true }), type('person', { extends: 'party' }), type('boat')], linkTypes: [{ id: 'knows', label, reverse: label, directed: false, from: ['*'], to: ['*'], occurrence: false, properties: [] }], schemes });

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const thing = (part: Partial<Judged> = {}): Judged => ({ id: id(1), type: 'person', caption: 'Émile Peeters', category: '', grading: '', handling: '', start: null, end: null, sources: 1, links: 3, contradicts: false, ...part });
const line = (part: Partial<Judged> = {}): Judged => ({ id: id(2), type: 'knows', grading: '', handling: '', start: null, end: null, count: 4, strength: 'tentative', ...part });
const rule = (number: number, conditions: Condition[], effect: Effect, part: Partial<FormattingRule> = {}): FormattingRule => ({ id: id(100 + number), name: `Regel ${number}`, on: true, target: 'entities', conditions, effect, stop: false, ...part });
const holds = (condition: Condition, of: Judged): boolean => formatted([rule(1, [condition], {})], { entities: [of], lines: [] }, types).hits.size === 1;
const holdsOfLine = (condition: Condition, of: Judged): boolean => formatted([rule(1, [condition], {}, { target: 'lines' })], { entities: [], lines: [of] }, types).hits.size === 1;

describe('conditions', () => {
  it('take what a type extends for that type', () => {
    expect(holds({ of: 'type', type: 'party' }, thing())).toBe(true);
    expect(holds({ of: 'type', type: 'boat' }, thing())).toBe(false);
    expect(holdsOfLine({ of: 'type', type: 'knows' }, line())).toBe(true);
  });

  it('divide gradings of a scheme by whether every axis is as good, and leave out what is not graded', () => {
    const asked = (sense: 'atLeast' | 'worse' | 'none', grading: string): boolean => holds({ of: 'grading', sense, scheme: 'four', text: 'B2' }, thing({ grading }));
    expect(['A1', 'B2', 'A3', 'C1', 'X4', '', 'zz'].map((each) => asked('atLeast', each))).toEqual([true, true, false, false, false, false, false]);
    expect(['A1', 'B2', 'A3', 'C1', 'X4', '', 'zz'].map((each) => asked('worse', each))).toEqual([false, false, true, true, true, false, false]);
    expect([asked('none', ''), asked('none', 'A1')]).toEqual([true, false]);
  });

  it('hit nothing where the scheme is not known', () => {
    expect(holds({ of: 'grading', sense: 'worse', scheme: 'gone', text: 'A1' }, thing({ grading: 'X4' }))).toBe(false);
    expect(holds({ of: 'handling', scheme: 'gone', code: 'H1' }, thing({ handling: 'H1' }))).toBe(false);
  });

  it('take stricter handling along', () => expect(['', 'H1', 'H2', 'H3'].map((handling) => holds({ of: 'handling', scheme: 'codes', code: 'H2' }, thing({ handling })))).toEqual([false, false, true, true]));

  it('count sources and links, those of a line as well', () => {
    expect(holds({ of: 'sources', sense: 'fewer', than: 2 }, thing())).toBe(true);
    expect(holds({ of: 'sources', sense: 'more', than: 1 }, thing())).toBe(false);
    expect(holds({ of: 'links', sense: 'more', than: 2 }, thing())).toBe(true);
    expect(holdsOfLine({ of: 'links', sense: 'more', than: 3 }, line())).toBe(true);
    expect(holdsOfLine({ of: 'sources', sense: 'fewer', than: 9 }, line())).toBe(false);
  });

  it('look at dates as far as they are known', () => {
    const after = (start: string | null, end: string | null): boolean => holds({ of: 'date', sense: 'after', day: '2026-05-03' }, thing({ start, end }));
    const before = (start: string | null, end: string | null): boolean => holds({ of: 'date', sense: 'before', day: '2026-05-03' }, thing({ start, end }));
    expect([after('2026-05-03T10:00', null), after('2026-05', null), after('2026-05-02', null), after('2026-01-01', '2026-06-01'), after(null, null)]).toEqual([true, true, false, true, false]);
    expect([before('2026-05-03T10:00', null), before('2026-05', null), before('2026-05-02', null), before('2026-01-01', '2026-06-01'), before(null, null)]).toEqual([false, false, true, true, false]);
  });

  it('look for names without regard to case and accents', () => {
    expect(holds({ of: 'caption', text: ' emile ' }, thing())).toBe(true);
    expect(holds({ of: 'caption', text: 'Jan' }, thing())).toBe(false);
  });

  it('know categories, contradictions, records, assessments and strengths', () => {
    expect(holds({ of: 'category', code: 'witness' }, thing({ category: 'victim witness' }))).toBe(true);
    expect(holds({ of: 'category', code: 'wit' }, thing({ category: 'victim witness' }))).toBe(false);
    expect([holds({ of: 'contradicts' }, thing({ contradicts: true })), holds({ of: 'contradicts' }, thing())]).toEqual([true, false]);
    expect([holds({ of: 'members' }, thing({ members: [id(1), id(3)] })), holds({ of: 'members' }, thing())]).toEqual([true, false]);
    expect([holds({ of: 'assessed' }, thing({ assessed: true })), holds({ of: 'assessed' }, thing())]).toEqual([true, false]);
    expect([holdsOfLine({ of: 'strength', strength: 'tentative' }, line()), holdsOfLine({ of: 'strength', strength: 'confirmed' }, line())]).toEqual([true, false]);
  });
});

describe('rules', () => {
  const person: Condition = { of: 'type', type: 'person' };
  const chart = { entities: [thing(), thing({ id: id(3), sources: 4 })], lines: [line()] };

  it('ask all of their conditions, and are off when switched off', () => {
    const rules = [rule(1, [person, { of: 'sources', sense: 'more', than: 2 }], { colour: '#000001' }), rule(2, [person], { colour: '#000002' }, { on: false })];
    const { styles, hits } = formatted(rules, chart, types);
    expect([...styles]).toEqual([[id(3), { colour: '#000001' }]]);
    expect([...hits]).toEqual([[id(101), 1]]);
  });

  it('let the upper one win, and the lower one add what is left', () => {
    const { styles, hits, drawn } = formatted([rule(1, [person], { colour: '#000001' }), rule(2, [person], { colour: '#000002', size: 2 }), rule(3, [person], { colour: '#000003' })], chart, types);
    expect(styles.get(id(1))).toEqual({ colour: '#000001', size: 2 });
    expect([...hits.values()]).toEqual([2, 2, 2]);
    expect([...drawn.keys()]).toEqual([id(101), id(102)]);
  });

  it('keep what they hit from those below where they say so', () => {
    const { styles, hits } = formatted([rule(1, [{ of: 'sources', sense: 'more', than: 2 }], { colour: '#000001' }, { stop: true }), rule(2, [person], { size: 2 })], chart, types);
    expect([styles.get(id(1)), styles.get(id(3))]).toEqual([{ size: 2 }, { colour: '#000001' }]);
    expect([hits.get(id(101)), hits.get(id(102))]).toEqual([1, 1]);
  });

  it('give lines no size and entities no stroke', () => {
    const all: Effect = { colour: '#000001', size: 2, width: 4, line: 'dotted' };
    const { styles } = formatted([rule(1, [person], all), rule(2, [{ of: 'strength', strength: 'tentative' }], all, { target: 'lines' })], chart, types);
    expect(styles.get(id(1))).toEqual({ colour: '#000001', size: 2 });
    expect(styles.get(id(2))).toEqual({ colour: '#000001', width: 4, line: 'dotted' });
  });

  it('are looked at in a moment on a large chart', () => {
    const entities = Array.from({ length: 20_000 }, (_, at) => thing({ id: id(at), sources: at % 7 }));
    const started = performance.now();
    const { hits } = formatted(Array.from({ length: 10 }, (_, at) => rule(at, [person, { of: 'sources', sense: 'more', than: at }], { size: 2 })), { entities, lines: [] }, types);
    expect(hits.get(id(100))).toBe(entities.filter((each) => (each.sources ?? 0) > 0).length);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('are refused without a condition, a name or a real colour', () => {
    const good = rule(1, [person], { colour: '#000001' });
    expect(formattingRulesSchema.safeParse([good]).success).toBe(true);
    for (const part of [{ conditions: [] }, { name: '' }, { effect: { colour: 'red' } }]) expect(formattingRulesSchema.safeParse([{ ...good, ...part }]).success).toBe(false);
  });
});
