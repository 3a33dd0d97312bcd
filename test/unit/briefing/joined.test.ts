import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import type { BriefingDocument } from '../../../shared/briefing/document';
import { findingsOf } from '../../../shared/briefing/findings';
import { joinChart, joinGiven } from '../../../shared/briefing/joined';
import type { GatheredJudgement, Material } from '../../../shared/briefing/material';
import type { BriefingBlock } from '../../../shared/model/briefing';
import { caseWith, catalogue, CHART, entityId, id, linkId, recipientWith, statement, wordsIn } from './fixture';

const block = (n: number): string => id('8001', n);
const judged = (n: number, left: number, right: number, verdict: GatheredJudgement['verdict'] = 'same', more: Partial<GatheredJudgement> = {}): GatheredJudgement =>
  ({ id: id('9001', n), left: entityId(left), right: entityId(right), verdict, reason: 'zelfde foto', theirs: false, by: 'M. Claes', at: '2026-02-20T08:00:00.000Z', ...more });

const BLOCKS: readonly BriefingBlock[] = [
  { kind: 'figure', id: block(1), chart: CHART, snapshot: null, places: 'drawn', caption: null },
  ...(['persons', 'others', 'links', 'chronology'] as const).map((of, index): BriefingBlock => ({ kind: 'table', id: block(10 + index), of, scope: { kind: 'charts' } })),
  { kind: 'profile', id: block(20), entity: entityId(2) },
  { kind: 'profile', id: block(21), entity: entityId(1) },
  { kind: 'generated', id: block(30), of: 'persons' },
  { kind: 'generated', id: block(31), of: 'sources' },
];

/** Driss Amellal (1) and Koen Verstraeten (2) are one; the phones 3 and 4 too, so that the calls between them are calls of one with itself. */
const merged = (judgements: readonly GatheredJudgement[], more: Partial<Material['briefing']> = {}): Material => ({ ...caseWith('nl', BLOCKS, more), judgements });
const made = (material: Material, audience?: ReturnType<typeof recipientWith>): BriefingDocument => compose(material, catalogue, wordsIn('nl'), audience);
const blocksOf = (document: BriefingDocument) => document.sections.flatMap((section) => section.blocks);
const figureIn = (document: BriefingDocument) => blocksOf(document).flatMap((each) => (each.kind === 'figure' ? [each.figure] : []))[0];
const tableIn = (document: BriefingDocument, caption: RegExp) => blocksOf(document).flatMap((each) => (each.kind === 'table' && caption.test(each.caption) ? [each] : []));

describe('records that were judged to be the same', () => {
  it('are one item with one name, where the record that they are shown under stands', () => {
    const document = made(merged([judged(1, 1, 2)]));
    const figure = figureIn(document);
    expect(figure?.nodes.map((node) => node.id)).toEqual([1, 3, 4, 5, 6].map(entityId));
    expect(figure?.nodes[0]).toMatchObject({ x: 0, y: 0, caption: 'Driss Amellal', sources: 2 });
    // The associate is he himself; his friend at the seizure is he as well.
    expect(figure?.lines.map(({ from, to, count }) => [from, to, count])).toEqual([[1, 3, 1], [3, 4, 4], [1, 5, 1], [1, 6, 1]].map(([from = 0, to = 0, count]) => [entityId(from), entityId(to), count]));
    const [persons] = tableIn(document, /personen/);
    expect(persons?.rows.map((row) => row[1]?.[0]?.text)).toEqual(['Driss Amellal', 'Informant Zwarte Zwaan']);
    expect(JSON.stringify(persons?.rows[0])).toContain('Koen Verstraeten');
    // One profile, not the same twice; the index knows him once.
    expect(tableIn(document, /^Persoon: /)).toHaveLength(1);
    expect(tableIn(document, /van wie|^2 personen$/).some((table) => table.rows.length > 2)).toBe(false);
  });

  it('adds up what is said of lines between them and others, and draws no line of one with itself', () => {
    const figure = figureIn(made(merged([judged(1, 3, 4), judged(2, 1, 2)])));
    expect(figure?.lines.map(({ from, to }) => [from, to])).toEqual([[1, 3], [1, 5], [1, 6]].map((ends) => ends.map(entityId)));
  });

  it('are named in the document with who judged them and why', () => {
    const [table] = tableIn(made(merged([judged(1, 1, 2)])), /meer dan één record/);
    expect(table?.rows).toHaveLength(1);
    const text = JSON.stringify(table?.rows);
    expect(text).toContain('Koen Verstraeten');
    expect(text).toContain('M. Claes');
    expect(text).toContain('zelfde foto');
    expect(text).toContain('20');
    // The numbers behind each record are those of the list of sources.
    const [sources] = tableIn(made(merged([judged(1, 1, 2)])), /bron/);
    expect(Math.max(...(table?.rows ?? []).flatMap((row) => row.flatMap((cell) => cell.flatMap((part) => part.sources))))).toBeLessThanOrEqual(sources?.rows.length ?? 0);
  });

  it('are named in the end where the document has no list of sources', () => {
    const document = made({ ...merged([judged(1, 1, 2)]), briefing: { ...merged([]).briefing, blocks: BLOCKS.slice(0, 1) } });
    expect(tableIn(document, /meer dan één record/)).toHaveLength(1);
    expect(tableIn(made({ ...merged([judged(1, 1, 2)]), briefing: { ...merged([]).briefing, blocks: [] } }), /record/)).toEqual([]);
  });

  it('are one as the briefing says: strictly none, leniently also those of which somebody is not sure', () => {
    const nodes = (judgements: readonly GatheredJudgement[], identity: Material['briefing']['identity']) => figureIn(made(merged(judgements, { identity })))?.nodes.length;
    expect(nodes([judged(1, 1, 2)], 'strict')).toBe(6);
    expect(nodes([judged(1, 1, 2, 'unsure')], 'judged')).toBe(6);
    expect(nodes([judged(1, 1, 2, 'unsure')], 'lenient')).toBe(5);
    expect(JSON.stringify(made(merged([judged(1, 1, 2, 'unsure')], { identity: 'lenient' })))).toContain('niet zeker, beoordeeld op');
    expect(JSON.stringify(made(merged([judged(1, 1, 2, 'different')])))).not.toContain('meer dan één record');
  });

  it('leave to others without who judged them and why, and without what other services judged', () => {
    const audience = recipientWith(['H0', 'H1']);
    const text = JSON.stringify(made(merged([judged(1, 1, 2)]), audience));
    expect(text).toContain('dezelfde, beoordeeld op');
    expect(text).not.toContain('M. Claes');
    expect(text).not.toContain('zelfde foto');
    expect(figureIn(made(merged([judged(1, 1, 2, 'same', { theirs: true })])))?.nodes).toHaveLength(5);
    expect(figureIn(made(merged([judged(1, 1, 2, 'same', { theirs: true })]), audience))?.nodes.map((node) => node.id)).toEqual([1, 2, 3, 4, 5].map(entityId));
    // What bears no codes stands under the marking of the case.
    const secret = { ...audience, unmarked: { scheme: 'belgianClassification', code: 'geheim' } };
    expect(JSON.stringify(made(merged([judged(1, 1, 2)]), secret))).not.toContain('beoordeeld op');
  });

  it('are not joined over a record that is held back', () => {
    // The informant (6) is held back: that both others are he would tell of him.
    const over = merged([judged(1, 1, 6), judged(2, 6, 2)]);
    expect(figureIn(made(over))?.nodes.map((node) => node.id)).toEqual([1, 3, 4, 5].map(entityId));
    const seen = made(over, recipientWith(['H0', 'H1']));
    expect(figureIn(seen)?.nodes.map((node) => node.id)).toEqual([1, 2, 3, 4, 5].map(entityId));
    expect(JSON.stringify(seen)).not.toMatch(/Zwaan|één record/);
  });

  it('take their name from the first that is given', () => {
    const full = merged([judged(1, 1, 2)]);
    const held = full.statements.map((each) => (each.subject === entityId(1) ? { ...each, handling: [{ scheme: 'europolHandling', code: 'H3' }] } : each));
    const document = made({ ...full, statements: held, cited: [] }, recipientWith(['H0', 'H1']));
    expect(figureIn(document)?.nodes[0]).toMatchObject({ id: entityId(2), caption: 'Koen Verstraeten', x: 220, y: 10 });
    expect(JSON.stringify(document)).not.toContain('Amellal');
  });

  it('are guarded as one: who is a witness under one name is no suspect under another', () => {
    const full = merged([judged(1, 1, 2)]);
    const witness = full.statements.map((each) => (each.subject === entityId(2) ? statement(3, { of: 'entity', n: 2, source: 1, row: 3, values: { name: 'Koen Verstraeten', category: 'witness' }, grading: 'A1' }) : each));
    const kinds = (material: Material) => findingsOf(material, catalogue, wordsIn('nl'), recipientWith(['H0', 'H1', 'H3'])).map(({ kind }) => kind);
    expect(kinds({ ...full, statements: witness })).toContain('witnessAsSuspect');
    expect(kinds({ ...full, statements: witness, judgements: [] })).not.toContain('witnessAsSuspect');
  });
});

it('joinGiven: any judgements give groups of given records only, each under its smallest, and what is held back changes nothing', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('same' as const, 'different' as const, 'unsure' as const), fc.boolean()).filter(([left, right]) => left !== right);
  fc.assert(fc.property(fc.array(pair, { maxLength: 12 }), fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9]), fc.constantFrom('judged' as const, 'lenient' as const, 'strict' as const), (pairs, shown, mode) => {
    const judgements = pairs.map(([left, right, verdict, theirs], index) => judged(index + 1, left, right, verdict, { theirs }));
    const given = new Set(shown.map(entityId));
    const joined = joinGiven(judgements, given, mode);
    for (const [top, members] of joined.clusters) {
      expect(members.length).toBeGreaterThan(1);
      expect(members[0]).toBe(top);
      expect(members.every((member) => given.has(member) && joined.topOf(member) === top)).toBe(true);
    }
    const clean = joinGiven(judgements.filter(({ left, right }) => given.has(left) && given.has(right)), given, mode);
    expect([...joined.clusters]).toEqual([...clean.clusters]);
    if (mode === 'strict') expect(joined.clusters.size).toBe(0);
  }), { numRuns: 300 });
});

it('joinChart: hidden where the record that it is shown under is hidden, or its line', () => {
  const base = caseWith('nl', BLOCKS);
  const [chart] = base.charts;
  if (chart === undefined) throw new Error('no chart');
  const given = new Set(base.entities.map((entity) => entity.id));
  const joined = joinGiven([judged(1, 1, 2)], given, 'judged');
  const places = chart.places.filter((place) => place.entity !== entityId(1));
  expect(joinChart({ ...chart, places }, base.links, given, joined, catalogue).places[0]).toMatchObject({ entity: entityId(1), x: 220 });
  expect(joinChart({ ...chart, places, hidden: [entityId(1)] }, base.links, given, joined, catalogue).places.map((place) => place.entity)).toEqual([3, 4, 5, 6].map(entityId));
  const line = joinChart({ ...chart, hidden: [`presentAt|${entityId(1)}|${entityId(5)}`] }, base.links, given, joined, catalogue);
  expect(line.links).not.toContain(linkId(7));
  expect(line.links).toContain(linkId(1));
});
