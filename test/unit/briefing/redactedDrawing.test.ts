import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import type { GatheredChart } from '../../../shared/briefing/gathered';
import type { GatheredJudgement, Material } from '../../../shared/briefing/material';
import { ANNOTATIONS, FOLDINGS, LINE_TEXTS, REPRESENTATIONS } from '../../../shared/model/drawing';
import type { AnnotationRecord, ChartGroupRecord, ChartOptions, ItemStyle } from '../../../shared/model/drawing';
import type { BriefingBlock } from '../../../shared/model/briefing';
import type { Handling } from '../../../shared/model/evaluation';
import { strengthSchema } from '../../../shared/model/strength';
import { caseWith, catalogue, CHART, entityId, id, recipientWith, smallCase, wordsIn } from './fixture';

const H3: Handling = { scheme: 'europolHandling', code: 'H3' };
const FIGURES = (['drawn', 'anew'] as const).flatMap((places, index): BriefingBlock[] => [{ kind: 'figure', id: id('8001', index), chart: CHART, snapshot: null, places, caption: null }, { kind: 'figure', id: id('8002', index), chart: CHART, snapshot: id('5a01', 1), places, caption: null }]);
const groupId = (n: number): string => id('9a01', n);

type Drawing = Required<Pick<GatheredChart, 'options' | 'styles' | 'groups' | 'annotations'>>;

const small = smallCase('nl');
const entity = fc.integer({ min: 1, max: 6 }).map(entityId);
const link = fc.integer({ min: 0, max: 7 }).map((at) => small.links[at]!);
const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const given = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const style: fc.Arbitrary<ItemStyle> = fc.record({
  colour: some(fc.constantFrom('#0072b2', '#d55e00')), size: some(fc.constantFrom(0.5, 2)), width: some(fc.constantFrom(1, 6)), line: some(fc.constantFrom('dashed' as const, 'dotted' as const)),
  representation: some(fc.constantFrom(...REPRESENTATIONS)), strength: some(fc.record({ as: fc.constantFrom(...strengthSchema.options), reason: fc.constantFrom('gehoord.', 'gezien') })),
}).map((each) => given(each) as ItemStyle);
const subject = fc.oneof(entity, link.map((each) => each.id), link.map(({ type, from, to }) => `${type}|${from}|${to}`));
const group = (n: number): fc.Arbitrary<ChartGroupRecord> => fc.record({ members: fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: entity }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map(groupId) }), { maxLength: 4 }), collapsed: fc.boolean(), bare: fc.boolean() })
  .map(({ members, collapsed, bare }) => ({ id: groupId(n), chart: CHART, name: `Groep ${n}`, members, collapsed, ...(bare ? { style: { bare } } : {}) }));
const annotation = (n: number): fc.Arbitrary<AnnotationRecord> => fc.record({ kind: fc.constantFrom(...ANNOTATIONS), anchor: some(fc.oneof(entity, fc.integer({ min: 1, max: 3 }).map(groupId))) })
  .map(({ kind, anchor }) => ({ id: id('9b01', n), chart: CHART, kind, x: n * 7, y: 3, width: 40, height: 20, text: `Nota ${n}`, ...(anchor === undefined ? {} : { style: { anchor } }) }));
const options: fc.Arbitrary<ChartOptions> = fc.record({
  folding: some(fc.constantFrom(...FOLDINGS)), lineTexts: some(fc.subarray([...LINE_TEXTS])),
  typeFolding: some(link.chain(({ type }) => fc.constantFrom(...FOLDINGS).map((folding) => ({ [type]: folding })))),
  pairFolding: some(fc.tuple(link, fc.constantFrom(...FOLDINGS)).map(([{ from, to }, folding]) => ({ [[from, to].toSorted().join('|')]: folding }))),
}).map((each) => given(each) as ChartOptions);
const drawing: fc.Arbitrary<Drawing> = fc.record({
  options, styles: fc.dictionary(subject, style, { maxKeys: 6 }), groups: fc.tuple(group(1), group(2), group(3)).map((all) => [...all]), annotations: fc.tuple(annotation(1), annotation(2), annotation(3)).map((all) => [...all]),
});

/** The same as if what is held back had never been in the case, and had never been drawn. */
function without(material: Material, held: ReadonlySet<string>): Material {
  const statements = material.statements.filter((each) => !held.has(each.id));
  const said = new Set(statements.map((each) => each.subject));
  const entities = material.entities.filter((each) => said.has(each.id));
  const there = new Set(entities.map((each) => each.id));
  const links = material.links.filter((each) => said.has(each.id) && there.has(each.from) && there.has(each.to));
  const drawn = new Set(links.map((each) => each.id));
  const isThere = (key: string): boolean => (key.includes('|') ? key.split('|').every((part, at, { length }) => (at === 0 && length === 3) || there.has(part)) : there.has(key) || drawn.has(key));
  const filtered = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> => Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => isThere(key)));
  const isGroup = (member: string): boolean => member.startsWith(groupId(1).slice(0, 8));
  const charts = material.charts.map((chart): GatheredChart => {
    const groups = (chart.groups ?? []).map((each) => ({ ...each, members: each.members.filter((member) => isGroup(member) || there.has(member)) }));
    const annotations = (chart.annotations ?? []).filter(({ style: own }) => own?.anchor === undefined || isGroup(own.anchor) || there.has(own.anchor));
    return { ...chart, groups, annotations, styles: filtered(chart.styles), options: { ...chart.options, pairFolding: filtered(chart.options?.pairFolding) }, places: chart.places.filter((place) => there.has(place.entity)), links: chart.links.filter((each) => drawn.has(each)) };
  });
  const judgements = material.judgements.filter(({ left, right }) => there.has(left) && there.has(right));
  const sources = material.sources.filter((source) => statements.some((each) => each.source === source.id));
  return { ...material, judgements, statements, entities, links, charts, sources, cited: [], frozen: material.frozen.map((frozen) => ({ ...frozen, judgements, entities, links, chart: charts[0] ?? frozen.chart, statements: frozen.statements.filter((each) => !held.has(each.id)) })) };
}

const JUDGED = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom('same' as const, 'unsure' as const)).filter(([left, right]) => left !== right), { maxLength: 4 })
  .map((pairs) => pairs.map(([left, right, verdict], index): GatheredJudgement => ({ id: id('9001', index), left: entityId(left), right: entityId(right), verdict, theirs: false, reason: '', by: 'M. Claes', at: '2026-02-20T08:00:00.000Z' })));

it('figures of charts that differ only in what is withheld are the same, however these are folded, grouped, styled and written on', () => {
  const { length } = small.statements;
  fc.assert(fc.property(fc.subarray(Array.from({ length }, (_, index) => index)), drawing, JUDGED, fc.constantFrom('strict' as const, 'judged' as const, 'lenient' as const), (hidden, drawn, judgements, identity) => {
    const base = { ...caseWith('nl', FIGURES, { withheldLinks: 'absent', identity }), judgements, cited: [] };
    const held = new Set(hidden.map((index) => base.statements[index]?.id ?? ''));
    const statements = base.statements.map((each) => ({ ...each, handling: held.has(each.id) ? [H3] : [] }));
    const charts = base.charts.map((chart) => ({ ...chart, ...drawn }));
    const frozen = charts.map((chart) => ({ snapshot: id('5a01', 1), name: 'Toen', seq: 3, at: base.at, chart, entities: base.entities, links: base.links, statements: statements.map((each) => ({ ...each, retracted: false })), judgements: base.judgements }));
    const full: Material = { ...base, statements, charts, frozen };
    const audience = recipientWith(['H0', 'H1', 'H2']);
    const { withheld: _some, ...shown } = compose(full, catalogue, wordsIn('nl'), audience);
    const { withheld: _none, ...clean } = compose(without(full, held), catalogue, wordsIn('nl'), audience);
    expect(JSON.stringify(shown)).toBe(JSON.stringify(clean));
  }), { numRuns: Number(process.env['RUNS'] ?? 100) });
}, 60_000);

it('a group of which only one passed is no group for a recipient, who would know that somebody is missing', () => {
  const base = caseWith('nl', FIGURES);
  const secret = base.entities[5]!.id;
  const groups: ChartGroupRecord[] = [true, false].map((collapsed, at) => ({ id: groupId(at + 1), chart: CHART, name: `Bronnen ${at}`, members: at === 0 ? [entityId(1), secret] : [entityId(2), secret], collapsed }));
  const full: Material = { ...base, cited: [], charts: base.charts.map((chart) => ({ ...chart, groups })) };
  const text = (...audience: Parameters<typeof recipientWith> | []): string => JSON.stringify(audience.length === 0 ? compose(full, catalogue, wordsIn('nl')) : compose(full, catalogue, wordsIn('nl'), recipientWith(...audience)));
  expect(text()).toMatch(/Bronnen 0.*Bronnen 1/);
  expect(text(['H0', 'H1', 'H2'])).not.toContain('Bronnen');
});
