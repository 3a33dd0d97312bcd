import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import type { GatheredJudgement, Material } from '../../../shared/briefing/material';
import type { BriefingBlock } from '../../../shared/model/briefing';
import type { Handling } from '../../../shared/model/evaluation';
import { LANGUAGES } from '../../../shared/values/kind';
import { caseWith, catalogue, CHART, entityId, id, recipientWith, sentence, smallCase, wordsIn } from './fixture';

const block = (n: number): string => id('8001', n);
const H3: Handling = { scheme: 'europolHandling', code: 'H3' };

/** Every kind of block, with sentences that rest on each statement. */
const BLOCKS: readonly BriefingBlock[] = [
  { kind: 'text', id: block(1), sentences: Array.from({ length: 15 }, (_, index) => sentence(index + 1, `Zin ${index + 1}.`, [index + 1])) },
  { kind: 'grid', id: block(2), caption: null, columns: [{ original: 'nl', texts: { nl: 'Wat' } }], rows: Array.from({ length: 8 }, (_, index) => ({ id: id('7002', index), cells: [{ original: 'nl', texts: { nl: `Rij ${index}` } }], cites: [id('d001', index + 1), id('d001', 15 - index)] })) },
  { kind: 'figure', id: block(3), chart: CHART, snapshot: null, places: 'drawn', caption: null },
  { kind: 'figure', id: block(4), chart: CHART, snapshot: null, places: 'anew', caption: null },
  { kind: 'figure', id: block(5), chart: CHART, snapshot: id('5a01', 1), places: 'drawn', caption: null },
  { kind: 'timeline', id: block(6), scope: { kind: 'charts' } },
  ...(['persons', 'others', 'links', 'chronology'] as const).map((of, index): BriefingBlock => ({ kind: 'table', id: block(10 + index), of, scope: { kind: 'charts' } })),
  ...[1, 2, 5, 6].map((n): BriefingBlock => ({ kind: 'profile', id: block(20 + n), entity: entityId(n) })),
  ...(['contents', 'exhibits', 'persons', 'glossary', 'legend', 'sources'] as const).map((of, index): BriefingBlock => ({ kind: 'generated', id: block(30 + index), of })),
];

/** The same as if what is held back had never been in the case: no statement, and nothing of which no statement is left. */
function without(material: Material, held: ReadonlySet<string>): Material {
  const statements = material.statements.filter((each) => !held.has(each.id));
  const said = new Set(statements.map((each) => each.subject));
  const entities = material.entities.filter((entity) => said.has(entity.id));
  const there = new Set(entities.map((entity) => entity.id));
  const links = material.links.filter((link) => said.has(link.id) && there.has(link.from) && there.has(link.to));
  const drawn = new Set(links.map((link) => link.id));
  const charts = material.charts.map((chart) => ({ ...chart, places: chart.places.filter((place) => there.has(place.entity)), links: chart.links.filter((link) => drawn.has(link)) }));
  const sources = material.sources.filter((source) => statements.some((each) => each.source === source.id));
  const judgements = material.judgements.filter(({ left, right }) => there.has(left) && there.has(right));
  return { ...material, judgements, statements, entities, links, charts, sources, cited: material.cited.filter((each) => !held.has(each.id)), frozen: material.frozen.map((frozen) => ({ ...frozen, judgements, entities, links, chart: charts[0] ?? frozen.chart, statements: frozen.statements.filter((each) => !held.has(each.id)) })) };
}

/** Judgements between entities of the small case, some of them by way of one that may be held back. */
const JUDGED = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const), fc.boolean()).filter(([left, right]) => left !== right), { maxLength: 5 })
  .map((pairs) => pairs.map(([left, right, verdict, theirs], index): GatheredJudgement => ({ id: id('9001', index), left: entityId(left), right: entityId(right), verdict, theirs, reason: `de informant zegt het (${index})`, by: 'M. Claes', at: '2026-02-20T08:00:00.000Z' })));

it('two cases that differ only in what is withheld give the same document, byte for byte', () => {
  const { length } = smallCase('nl').statements;
  fc.assert(fc.property(fc.subarray(Array.from({ length }, (_, index) => index)), fc.constantFrom(...LANGUAGES), fc.integer({ min: 0, max: 999 }), JUDGED, fc.constantFrom('judged' as const, 'judged' as const, 'lenient' as const), (hidden, language, seed, judgements, identity) => {
    const base = { ...caseWith(language, BLOCKS, { withheldLinks: 'absent', identity }), judgements };
    const held = new Set(hidden.map((index) => base.statements[index]?.id ?? ''));
    const handled = <S extends { readonly id: string }>(each: S): S => ({ ...each, handling: held.has(each.id) ? [H3] : [] });
    const statements = base.statements.map(handled);
    const cited = base.cited.map(handled);
    // Places of what is held back say nothing of what is not.
    const charts = base.charts.map((chart) => ({ ...chart, places: chart.places.map((place, index) => ({ ...place, x: place.x + (seed % (index + 2)) })) }));
    const frozen = charts.map((chart) => ({ snapshot: id('5a01', 1), name: 'Toen', seq: 3, at: base.at, chart, entities: base.entities, links: base.links, statements: cited, judgements: base.judgements }));
    const full: Material = { ...base, statements, cited, charts, frozen };
    const audience = recipientWith(['H0', 'H1', 'H2']);
    const { withheld, ...shown } = compose(full, catalogue, wordsIn(language), audience);
    const { withheld: none, ...clean } = compose(without(full, held), catalogue, wordsIn(language), audience);
    expect(JSON.stringify(shown)).toBe(JSON.stringify(clean));
    expect(withheld.reduce((sum, { count }) => sum + count, 0)).toBe(held.size);
    expect(none).toEqual([]);
  }), { numRuns: 200 });
}, 60_000);

it('a token for what is withheld tells neither its length nor its language', () => {
  const texts = ['Kort.', 'Een lange zin over de informant en alles wat hij in de nacht van 3 januari zag.'];
  const tokens = texts.map((text) => compose(caseWith('en', [{ kind: 'text', id: block(1), sentences: [sentence(1, text, [7])] }], { withheldLinks: 'stub' }), catalogue, wordsIn('en'), recipientWith(['H0'])));
  expect(JSON.stringify(tokens[0])).toBe(JSON.stringify(tokens[1]));
});
