import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import type { Material } from '../../../shared/briefing/material';
import { SearchedText } from '../../../shared/briefing/searched';
import { withheldTexts } from '../../../shared/briefing/withheldTexts';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import { layOutFigure } from '../../../renderer/print/figureLayout';
import { catalogue, CHART, entityId, id, recipientWith, smallCase, wordsIn } from './fixture';

const group = (n: number, members: readonly string[], more: Partial<ChartGroupRecord> = {}): ChartGroupRecord => ({ id: id('9a01', n), chart: CHART, name: `Groep ${n}`, members: [...members], collapsed: true, ...more });
const grouped = (...groups: readonly ChartGroupRecord[]): Material => {
  const small = smallCase('en');
  return { ...small, charts: small.charts.map((chart) => ({ ...chart, groups })) };
};
const SOME = recipientWith(['H0', 'H1', 'H2']);

function figureIn(material: Material, audience: typeof SOME | null = SOME) {
  const document = audience === null ? compose(material, catalogue, wordsIn('en')) : compose(material, catalogue, wordsIn('en'), audience);
  for (const block of document.sections.flatMap((each) => each.blocks)) if (block.kind === 'figure') return { block, figure: block.figure, document };
  throw new Error('no figure');
}

describe('groups on paper', () => {
  it('are one mark with name, count and the strictest of what passed, and take over the lines', () => {
    const persons = group(1, [entityId(1), entityId(2), entityId(6)], { style: { colour: '#0072b2' } });
    const all = figureIn(grouped(persons), null).figure;
    expect(all.nodes.find((node) => node.id === persons.id)).toMatchObject({ caption: 'Groep 1', holds: 3, family: 'people', handling: 'H3', colour: '#0072b2', sources: 0 });
    const { figure } = figureIn(grouped(persons));
    const mark = figure.nodes.find((node) => node.id === persons.id)!;
    expect(mark).toMatchObject({ holds: 2 });
    expect(mark.handling).not.toBe('H3');
    expect(figure.nodes.some((node) => node.id === entityId(1))).toBe(false);
    expect(figure.lines.some((line) => line.from === persons.id && line.to === entityId(3))).toBe(true);
    expect(figure.lines.every((line) => line.from !== line.to)).toBe(true);
    expect(figure.legend.notes).toContain(wordsIn('en')('groupNote'));
    // Nothing of the third, not even that there is one.
    expect(JSON.stringify(figure)).not.toContain(entityId(6));
  });

  it('are frames when they are open, with groups in them', () => {
    const inner = group(1, [entityId(3), entityId(4)]);
    const outer = group(2, [inner.id, entityId(5)], { collapsed: false });
    const { figure } = figureIn(grouped(inner, outer));
    expect(figure.frames).toMatchObject([{ name: 'Groep 2', members: [inner.id, entityId(5)], count: 3, depth: 0 }]);
    const { frames, nodes, width, height } = layOutFigure(figure, { width: 628, height: 580 });
    const [frame] = frames;
    for (const node of nodes.filter((each) => figure.frames![0]!.members.includes(each.node.id))) {
      expect(node.x).toBeGreaterThan(frame!.left);
      expect(node.y).toBeGreaterThan(frame!.top + frame!.size);
      expect(node.x).toBeLessThan(frame!.left + frame!.width);
    }
    expect(frame!.left).toBeGreaterThanOrEqual(0);
    expect(frame!.left + frame!.width).toBeLessThanOrEqual(width);
    expect(frame!.top + frame!.height).toBeLessThanOrEqual(height);
  });

  it('go along what they hold where something else stands between', () => {
    const apart = group(1, [entityId(1), entityId(4)], { collapsed: false });
    const box = (material: Material) => layOutFigure(figureIn(material, null).figure, { width: 628, height: 580 }).frames[0]!;
    expect(box(grouped(apart)).band?.path).toMatch(/^M/);
    expect(box(grouped(group(1, [entityId(6)], { collapsed: false }))).band).toBeNull();
  });

  it('of which nobody may be known are not there, and say nothing', () => {
    const secret = group(1, [entityId(6)], { name: 'Bronnen' });
    const { figure, document } = figureIn(grouped(secret, group(2, [entityId(6)], { collapsed: false, name: 'Meer bronnen' })));
    expect(figure.frames).toBeUndefined();
    expect(JSON.stringify(document)).not.toMatch(/[Bb]ronnen/);
    const bare = figureIn(grouped()).document;
    expect(JSON.stringify(document)).toBe(JSON.stringify(bare));
  });

  it('carry the marks of all that they stand for', () => {
    const bare = figureIn(grouped(), null).block.marks;
    expect(figureIn(grouped(group(1, [1, 2, 3, 4, 5, 6].map(entityId))), null).block.marks).toEqual(bare);
  });

  it('are searched for who is withheld: a name that names him stops what is let out', () => {
    const material = grouped();
    const forbidden = withheldTexts(material, catalogue, wordsIn('en'), SOME);
    const name = forbidden.find((text) => text.length > 6 && !text.startsWith('0189'))!;
    const named = grouped(group(1, [entityId(1), entityId(2)], { name: `Kring van ${name}` }));
    const again = withheldTexts(named, catalogue, wordsIn('en'), SOME);
    expect(again).toContain(name);
    expect(new SearchedText(JSON.stringify(figureIn(named).document)).holds(new SearchedText(name))).toBe(true);
    expect(new SearchedText(JSON.stringify(figureIn(material).document)).holds(new SearchedText(name))).toBe(false);
  });
});
