import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Consultations } from '../../../electron/case/consultations';
import { askedOf } from '../../../electron/case/network/asked';
import { patterns } from '../../../electron/case/queries/patterns';
import { erase } from '../../../electron/case/erasure/erase';
import { patternSchema, type Pattern, type PatternCondition, type PatternEdge, type PatternNode } from '../../../shared/model/pattern';
import { ACTOR } from '../place';
import { SAID, values } from '../sample';
import { caseOf, options } from './small';

interface Found { readonly found: readonly { readonly entities: readonly string[]; readonly links: readonly (readonly string[])[]; readonly counts: readonly number[] }[]; readonly more: boolean; readonly candidates: readonly number[] }

const node = (some: Partial<PatternNode> = {}): PatternNode => ({ x: 0.5, y: 0.5, types: [], families: [], entity: null, conditions: [], ...some });
const edge = (from: number, to: number, some: Partial<PatternEdge> = {}): PatternEdge => ({ from, to, types: [], either: false, since: null, until: null, least: null, most: null, count: 1, absent: false, ...some });
const drawn = (nodes: readonly PatternNode[], edges: readonly PatternEdge[] = [], some: Partial<Pattern> = {}): Pattern => patternSchema.parse({ nodes, edges, sequences: [], distinct: true, different: [], ...some });

const PHONES = ['+32470000001', '+32470000002', '+32470000003', '+32470000004'] as const;
const [ONE, TWO, THREE, FOUR] = PHONES;

describe('a drawn pattern', () => {
  test('asks of entities what they are and what is said of them', async () => {
    const { store, ids, ask } = await caseOf(['Jan Peeters', 'An Péeters', 'Bob', ONE], [['Jan Peeters', 'knows', 'Bob'], ['Jan Peeters', 'knows', 'An Péeters']]);
    const say = (name: string, said: Record<string, string>, more: object = {}): void => void store.execute({ command: 'statement.add', args: { id: newId(), subject: ids[name]!, subjectKind: 'entity', values: values(said), ...SAID, ...more } }, ACTOR);
    say('Jan Peeters', { birthDate: '1980-05-01', category: 'suspect' }, { grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } } });
    say('Bob', { birthDate: '1991', category: 'witness' }, { handling: [{ scheme: 'europolHandling', code: 'H1' }] });
    const who = (some: Partial<PatternNode>): string[] => (ask('case.pattern', { pattern: drawn([node(some)]) }) as Found).found.map(({ entities: [id] }) => Object.keys(ids).find((name) => ids[name] === id)!).toSorted();
    const having = (...conditions: PatternCondition[]): string[] => who({ conditions });
    expect(who({})).toHaveLength(4);
    expect(who({ types: ['phone'] })).toEqual([ONE]);
    expect(who({ families: ['people'] })).toHaveLength(3);
    expect(who({ entity: ids['Bob']! })).toEqual(['Bob']);
    expect(having({ kind: 'text', property: null, test: 'contains', text: 'peeters' })).toEqual(['An Péeters', 'Jan Peeters']);
    expect(having({ kind: 'text', property: 'name', test: 'equals', text: 'an peeters' })).toEqual(['An Péeters']);
    expect(having({ kind: 'date', property: 'birthDate', from: '1980-05-01', until: '1980-05-01' })).toEqual(['Jan Peeters']);
    expect(having({ kind: 'date', property: 'birthDate', from: '1991-06-01', until: null })).toEqual(['Bob']);
    expect(having({ kind: 'date', property: 'birthDate', from: '1980-05-02', until: '1990-12-31' })).toEqual([]);
    expect(having({ kind: 'category', codes: ['witness', 'victim'] })).toEqual(['Bob']);
    expect(having({ kind: 'grading', scheme: 'europol4x4', least: 'B2' })).toEqual(['Jan Peeters']);
    expect(having({ kind: 'handling', codes: ['H1'] })).toEqual(['Bob']);
    expect(having({ kind: 'links', least: 2 })).toEqual(['Jan Peeters']);
    expect(having({ kind: 'links', least: 1 }, { kind: 'category', codes: ['witness'] })).toEqual(['Bob']);
  });

  test('asks of lines type, direction, time, number, and that there are none', async () => {
    const { ids, ask } = await caseOf(PHONES, [
      [ONE, 'called', TWO, { date: '2026-01-05T10:00:00' }], [ONE, 'called', TWO, { date: '2026-01-07T10:00:00' }], [TWO, 'called', THREE, { date: '2026-01-06T09:00:00' }], [THREE, 'called', FOUR, { date: '2026-03-01' }], [ONE, 'called', FOUR],
    ]);
    const chains = (nodes: number, edges: readonly PatternEdge[], some: Partial<Pattern> = {}): string[] => (ask('case.pattern', { pattern: drawn(Array.from({ length: nodes }, () => node()), edges, some) }) as Found).found.map(({ entities }) => entities.map((id) => PHONES.findIndex((name) => ids[name] === id) + 1).join('')).toSorted();
    expect(chains(2, [edge(0, 1, { types: ['called'] })])).toEqual(['12', '14', '23', '34']);
    expect(chains(2, [edge(0, 1, { types: ['messaged'] })])).toEqual([]);
    // Either way: each pair once.
    expect(chains(2, [edge(0, 1, { either: true })])).toEqual(['12', '14', '23', '34']);
    expect(chains(2, [edge(0, 1, { count: 2 })])).toEqual(['12']);
    expect(chains(2, [edge(0, 1, { since: '2026-01-06', until: '2026-01-07' })])).toEqual(['12', '23']);
    expect(chains(3, [edge(0, 1), edge(1, 2)])).toEqual(['123', '234']);
    expect(chains(3, [edge(0, 1), edge(1, 2), edge(2, 0, { either: true, absent: true })])).toEqual(['123', '234']);
    expect(chains(4, [edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 3, { absent: true })])).toEqual([]);
    const next = (some: Partial<Pattern['sequences'][number]>): string[] => chains(3, [edge(0, 1), edge(1, 2)], { sequences: [{ first: 0, second: 1, ordered: true, days: null, ...some }] });
    expect(next({})).toEqual(['123', '234']);
    expect(next({ days: 1 })).toEqual(['123']);
    expect(next({ first: 1, second: 0 })).toEqual(['123']);
    expect(next({ first: 1, second: 0, days: 1 })).toEqual([]);
    expect(next({ ordered: false, days: 1 })).toEqual(['123']);
    const { found: [first] }: Found = ask('case.pattern', { pattern: drawn([node(), node(), node()], [edge(0, 1), edge(1, 2)], { sequences: [{ first: 1, second: 0, ordered: true, days: 2 }] }) });
    expect(first).toMatchObject({ counts: [2, 1] });
    expect(first!.links[0]).toHaveLength(2);
  });

  test('asks for amounts, and of links how good they are', async () => {
    const { store, ids, ask } = await caseOf(['Jan', 'An', 'Bob'], []);
    for (const [to, amount] of [['An', '500 EUR'], ['Bob', '9500.50 EUR']] as const) store.execute({ command: 'link.create', args: { id: newId(), type: 'paid', from: ids['Jan']!, to: ids[to]!, values: values({ amount }), ...SAID, ...(to === 'An' ? { grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } } } : {}) } }, ACTOR);
    const paid = (some: Partial<PatternEdge>, asked = options()): string[] => (ask('case.pattern', { pattern: drawn([node(), node()], [edge(0, 1, some)]), options: asked }) as Found).found.map(({ entities }) => Object.keys(ids).find((name) => ids[name] === entities[1])!);
    expect(paid({ least: 9000, most: 9999 })).toEqual(['Bob']);
    expect(paid({ most: 600 })).toEqual(['An']);
    expect(paid({}, options({ grading: { scheme: 'europol4x4', least: 'B2' } }))).toEqual(['An']);
    expect(paid({}, options({ withoutEntities: [ids['An']!] }))).toEqual(['Bob']);
  });

  test('follows judgements, and refuses what does not hang together', async () => {
    const { store, ids, ask } = await caseOf(['A', 'B', 'B2', 'C'], [['A', 'knows', 'B'], ['B2', 'knows', 'C']]);
    const chain = drawn([node(), node(), node()], [edge(0, 1, { types: ['knows'] }), edge(1, 2, { types: ['knows'] })]);
    const found = (mode?: 'strict' | 'lenient'): number => (ask('case.pattern', { pattern: chain }, mode) as Found).found.length;
    expect(found()).toBe(0);
    store.execute({ command: 'judgement.set', args: { id: newId(), left: ids['B']!, right: ids['B2']!, verdict: 'same', reason: 'x' } }, ACTOR);
    expect([found(), found('strict')]).toEqual([1, 0]);
    expect(() => ask('case.pattern', { pattern: drawn([node(), node()], []) })).toThrow('patternInvalid');
    expect(() => ask('case.pattern', { pattern: drawn([node(), node()], [edge(0, 1, { absent: true })]) })).toThrow('patternInvalid');
  });
});

test('a pattern is kept, forgotten by undo, and goes with who stands in it', async () => {
  const { store, ids, ask } = await caseOf(['Jan Peeters', 'An'], [['Jan Peeters', 'knows', 'An']]);
  const kept = (name: string, pattern: Pattern): string => {
    const id = newId();
    store.execute({ command: 'pattern.put', args: { id, name, pattern } }, ACTOR);
    return id;
  };
  kept('two', drawn([node(), node()], [edge(0, 1)]));
  const about = kept('about him', drawn([node({ entity: ids['Jan Peeters']! }), node()], [edge(0, 1)]));
  expect(patterns(store.db).map(({ name }) => name)).toEqual(['about him', 'two']);
  store.execute({ command: 'pattern.delete', args: { id: about } }, ACTOR);
  expect(patterns(store.db)).toHaveLength(1);
  store.undo(ACTOR);
  expect(patterns(store.db)).toHaveLength(2);

  const consultations = new Consultations(store);
  const ofHim = drawn([node({ conditions: [{ kind: 'text', property: null, test: 'contains', text: 'Peeters' }] })]);
  ask('case.pattern', { pattern: ofHim });
  consultations.askedNetwork('case.pattern', askedOf({ pattern: ofHim }), ACTOR);
  consultations.askedNetwork('case.paths', askedOf({ from: ids['Jan Peeters'], to: ids['An'] }), ACTOR);
  consultations.askedNetwork('case.measure', askedOf({ measures: ['degree'] }), ACTOR);
  const notes = (): (string | null)[] => store.db.prepare<[], string | null>("SELECT content FROM patch JOIN journal USING (seq) WHERE command = 'case.networkAsked' ORDER BY seq").pluck().all();
  expect(notes()[0]).toContain('Peeters');
  await erase(store, { target: { kind: 'subjects', entities: [ids['Jan Peeters']!], links: [] }, basis: 'art16', authority: 'x', reason: 'y', requestedOn: null } as never, ACTOR, () => undefined);
  expect(notes().map((text) => text === null)).toEqual([true, true, false]);
  expect(patterns(store.db).map(({ name }) => name)).toEqual(['two']);
});
