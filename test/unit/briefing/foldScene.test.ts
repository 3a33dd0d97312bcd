import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import { drawnUnder } from '../../../shared/briefing/foldScene';
import { pairKey } from '../../../shared/analysis/drawing/folding';
import type { Material } from '../../../shared/briefing/material';
import type { ChartOptions, ItemStyle } from '../../../shared/model/drawing';
import { catalogue, entityId, linkId, recipientWith, smallCase, statement, wordsIn } from './fixture';

const H3 = { scheme: 'europolHandling', code: 'H3' };

/** The small case in which the first two persons pay each other; the last payment is for few eyes. */
function paying(options: ChartOptions | undefined, styles?: Record<string, ItemStyle>): Material {
  const small = smallCase('en');
  const payments = [[20, 1, 2, '1000.00 EUR'], [21, 1, 2, '250.50 EUR'], [22, 2, 1, '400.00 EUR'], [23, 2, 1, '5000.00 EUR']] as const;
  return {
    ...small,
    charts: small.charts.map((chart) => ({ ...chart, ...(options === undefined ? {} : { options }), ...(styles === undefined ? {} : { styles }), links: [...chart.links, ...payments.map(([n]) => linkId(n))] })),
    links: [...small.links, ...payments.map(([n, from, to]) => ({ id: linkId(n), type: 'paid', from: entityId(from), to: entityId(to) }))],
    statements: [...small.statements, ...payments.map(([n, , , amount], at) => statement(100 + at, { of: 'link', n, source: 1, row: n, values: { amount, date: `2026-01-0${at + 1}` }, ...(n === 23 ? { handling: [H3] } : {}) }))],
  };
}

const SOME = recipientWith(['H0', 'H1', 'H2']);
function drawn(material: Material, audience: typeof SOME | null = SOME) {
  for (const block of (audience === null ? compose(material, catalogue, wordsIn('en')) : compose(material, catalogue, wordsIn('en'), audience)).sections.flatMap((each) => each.blocks)) if (block.kind === 'figure') return block.figure;
  throw new Error('no figure');
}
const pairOf = (material: Material, audience: typeof SOME | null = SOME) => drawn(material, audience).lines.filter((line) => pairKey(line.from, line.to) === pairKey(entityId(1), entityId(2)));

describe('folded lines on paper', () => {
  it('fold by type and direction where the chart says nothing else', () => {
    expect(pairOf(paying(undefined)).map((line) => [line.label, line.count, line.total, line.text])).toEqual([['Associate of', 1, '', undefined], ['Paid', 2, '€1,250.50', undefined], ['Paid', 1, '€400.00', undefined]]);
  });

  it('count and net only what passed the gate', () => {
    const flow = paying({ folding: 'flow' });
    expect(pairOf(flow).map((line) => [line.from, line.count, line.text ?? null, line.net ?? false])).toEqual([[entityId(1), 1, null, false], [entityId(1), 3, 'net €850.50', true]]);
    expect(pairOf(flow, null).find((line) => line.net)).toMatchObject({ from: entityId(2), to: entityId(1), count: 4, text: 'net €4,149.50' });
    expect(drawn(flow).legend.notes).toContain('Net amount on a line: what is left after what came back.');
    expect(JSON.stringify(drawn(flow))).not.toMatch(/5,?000|4,?149/);
  });

  it('are one line for a pair with all its types, and heads both ways', () => {
    const [line, ...others] = pairOf(paying({ pairFolding: { [pairKey(entityId(1), entityId(2))]: 'pair' } }));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ count: 4, directed: true, bothWays: true, label: 'Paid, Associate of', text: '4 · €1,650.50' });
    expect(drawn(paying({ folding: 'pair' })).lines.find((each) => each.label === 'Called')).toMatchObject({ count: 4, directed: true });
  });

  it('are single links where they are drawn apart', () => {
    expect(drawn(paying({ typeFolding: { called: 'apart' } })).lines.filter((line) => line.label === 'Called').map((line) => line.count)).toEqual([1, 1, 1, 1]);
  });

  it('say what the chart asks for', () => {
    expect(pairOf(paying({ lineTexts: ['count', 'dates'] })).map((line) => line.text)).toEqual(['November 2025 –', '2 · 1 – 2 Jan 2026', '3 Jan 2026']);
    expect(drawn(paying({ lineTexts: [] })).legend.notes).toEqual([]);
  });

  it('have the looks that were given to them and to items, and say so', () => {
    const figure = drawn(paying(undefined, { [entityId(1)]: { colour: '#ffee00', size: 2, icon: 'car' }, [`paid|${entityId(1)}|${entityId(2)}`]: { colour: '#c01020', line: 'dotted', width: 6 }, [linkId(2)]: { strength: { as: 'confirmed', reason: 'gezien' } } }));
    expect(figure.nodes.find((node) => node.id === entityId(1))).toMatchObject({ colour: '#ffee00', size: 2, icon: 'car' });
    expect(figure.lines.filter((line) => line.colour !== undefined)).toMatchObject([{ label: 'Paid', count: 2, colour: '#c01020', dashes: 'dotted', width: 6 }]);
    expect(figure.lines.find((line) => line.label === 'Associate of')?.strength).toBe('confirmed');
    expect(figure.legend.notes).toContain('Own colours, sizes and dashes: set by the author of the chart.');
  });

  it('go by the ids that records are shown under', () => {
    const [one, two, three] = [entityId(1), entityId(2), entityId(3)];
    const shown = drawnUnder({ options: { pairFolding: { [pairKey(two, three)]: 'pair' } }, styles: { [two]: { size: 2 }, [`paid|${two}|${three}`]: { line: 'dashed' } } }, (id) => (id === two ? one : id));
    expect(shown.options?.pairFolding).toEqual({ [pairKey(one, three)]: 'pair' });
    expect(shown.styles).toMatchObject({ [one]: { size: 2 }, [`paid|${one}|${three}`]: { line: 'dashed' } });
  });
});
