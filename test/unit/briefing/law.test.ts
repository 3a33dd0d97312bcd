import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import type { Block } from '../../../shared/briefing/document';
import type { BriefingBlock } from '../../../shared/model/briefing';
import { caseWith, catalogue, CHART, entityId, id, sentence, smallCase, statement, wordsIn } from './fixture';

const block = (n: number): string => id('8001', n);
const BLOCKS: readonly BriefingBlock[] = [
  { kind: 'text', id: block(1), sentences: Array.from({ length: 15 }, (_, index) => sentence(index + 1, `Zin ${index + 1}.`, [index + 1, ((index * 7) % 15) + 1])) },
  { kind: 'figure', id: block(2), chart: CHART, snapshot: null, places: 'drawn', caption: null },
  ...(['persons', 'others', 'links', 'chronology'] as const).map((of, index): BriefingBlock => ({ kind: 'table', id: block(10 + index), of, scope: { kind: 'charts' } })),
  ...[1, 2, 5, 6].map((n): BriefingBlock => ({ kind: 'profile', id: block(20 + n), entity: entityId(n) })),
];
const GRADES = ['', 'A1', 'B2', 'C3', 'X4'];
const SUPPORT = /^(?:niet gewaardeerd|[ABCX][1-4])(?<assessed> \(beoordeling\))? · \d{2}-\d{2}-\d{4}(?:\u2009–\u2009\d{2}-\d{2}-\d{4})?$/;
const NOTE = /^(?:rij|\d+ rijen:) .+ · (?:niet gewaardeerd|[ABCX][1-4]).* · \d{2}-\d{2}-\d{4} · (?:feit|persoonlijke beoordeling|feit, persoonlijke beoordeling)$/;

/** The small case with statements of any grading and basis, and persons of any category. */
const evaluated = fc.record({ grades: fc.array(fc.constantFrom(...GRADES), { minLength: 15, maxLength: 15 }), assessed: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), categories: fc.array(fc.constantFrom('suspect', 'convicted', 'victim', 'witness', 'unknown', null), { minLength: 3, maxLength: 3 }) }).map(({ grades, assessed, categories }) => {
  const base = caseWith('nl', BLOCKS);
  const statements = smallCase('nl').statements.map((each, index) => {
    const values = Object.fromEntries(Object.entries(each.values).filter(([property]) => property !== 'category'));
    const grading = grades[index] ?? '';
    return { ...each, row: each.row ?? index + 1, values, grading, codes: grading === '' ? null : { scheme: 'europol4x4', codes: { source: grading.slice(0, 1), information: grading.slice(1) } }, basis: assessed[index] === true ? ('assessment' as const) : ('fact' as const) };
  });
  const said = categories.flatMap((category, index) => (category === null ? [] : [statement(80 + index, { of: 'entity', n: [1, 2, 6][index] ?? 1, source: 1, row: 90, values: { category } })]));
  return { material: { ...base, statements: [...statements, ...said], cited: statements.map((each) => ({ ...each, retracted: false })) }, categories };
});

const blocksOf = (found: ReturnType<typeof compose>): Block[] => found.sections.flatMap((section) => section.blocks);

it('every assertion shows whether it is a fact, its grading and its date (LAW-1)', () => {
  fc.assert(fc.property(evaluated, ({ material }) => {
    let asserted = 0;
    for (const found of blocksOf(compose(material, catalogue, wordsIn('nl')))) {
      if (found.kind === 'notes') for (const note of found.notes) expect(note.text).toMatch(NOTE);
      if (found.kind !== 'table') continue;
      expect(found.columns.at(-1)?.heading).toBe('Waarde, datum, bron');
      for (const row of found.rows) {
        const support = row.at(-1) ?? [];
        const unknown = row.flat().some((text) => text.text === 'Hoedanigheid onbekend') && row.slice(0, -1).flat().every((text) => text.sources.length === 0);
        if (!unknown) expect(support.length).toBeGreaterThan(0);
        for (const line of support) expect(line.text).toMatch(SUPPORT);
        const supported = new Set(support.flatMap((line) => line.sources));
        for (const text of row.slice(0, -1).flat()) for (const source of text.sources) expect(supported).toContain(source);
        asserted += 1;
      }
    }
    expect(asserted).toBeGreaterThan(15);
    const cited = blocksOf(compose(material, catalogue, wordsIn('nl'))).flatMap((found) => (found.kind === 'paragraph' ? found.parts : []));
    expect(cited.filter((part) => part.text.startsWith('Zin')).every((part) => (part.notes ?? []).length > 0)).toBe(true);
  }), { numRuns: 40 });
}, 60_000);

it('every person has a category, and no witness or victim is shown as a suspect (LAW-2)', () => {
  const labels = { suspect: 'Verdachte', convicted: 'Veroordeelde', victim: 'Slachtoffer', witness: 'Getuige', unknown: 'Onbekend' };
  fc.assert(fc.property(evaluated, ({ material, categories }) => {
    const names = ['Driss Amellal', 'Koen Verstraeten', 'Informant Zwarte Zwaan'];
    const shown = categories.map((category) => (category === null ? '' : labels[category]));
    const found = blocksOf(compose(material, catalogue, wordsIn('nl')));
    const table = found.find((each) => each.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row[3]?.map((text) => text.text).join()).toBe(shown[names.indexOf(row[1]?.[0]?.text ?? '')] || 'Hoedanigheid onbekend');
    const figure = found.find((each) => each.kind === 'figure');
    for (const node of figure?.kind === 'figure' ? figure.figure.nodes : []) expect(node.category).toBe(shown[names.indexOf(node.caption)] ?? '');
  }), { numRuns: 40 });
}, 60_000);
