import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutFigure, type FigureLayout } from '../../../renderer/print/figureLayout';
import { captionLines, textWidth } from '../../../renderer/print/figureText';
import type { Figure } from '../../../shared/briefing/document';

const ROOM = { width: 628, height: 640 };
const LEGEND: Figure['legend'] = { types: [], strengths: [], notes: [], badges: [], unlabelled: '', unnumbered: '' };
const STRENGTHS = ['confirmed', 'unconfirmed', 'tentative'] as const;

const place = fc.oneof({ weight: 9, arbitrary: fc.double({ min: -5000, max: 5000, noNaN: true }) }, { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY) });
const figures: fc.Arbitrary<Figure> = fc.array(fc.record({ x: place, y: place, caption: fc.string({ maxLength: 60 }), key: fc.string({ maxLength: 40 }) }), { maxLength: 60 }).chain((spots) => fc.record({
  nodes: fc.constant(spots.map((spot, index) => ({ ...spot, id: `n${index}`, family: 'people', icon: 'account', grading: 'A1', sources: 3, handling: '', category: '', contradicts: false }))),
  lines: fc.array(fc.record({
    from: fc.nat(Math.max(0, spots.length - 1)).map((n) => `n${n}`), to: fc.nat(Math.max(0, spots.length - 1)).map((n) => `n${n}`), label: fc.constant('Belde'), count: fc.integer({ min: 1, max: 5000 }),
    total: fc.constantFrom('', '€ 184.300'), directed: fc.boolean(), strength: fc.constantFrom(...STRENGTHS),
  }), { maxLength: 80 }),
  legend: fc.constant(LEGEND),
}));

function numbersOf(layout: FigureLayout): number[] {
  const paths = layout.lines.flatMap((line) => `${line.path} ${line.arrow ?? ''}`.split(/[^-\d.eNaInfity]+/).filter((text) => text !== ''));
  return [layout.width, layout.height, layout.markScale, layout.fontSize, ...paths.map(Number), ...layout.nodes.flatMap(({ x, y, label }) => [x, y, ...(label ? [label.x, label.y] : [])]), ...layout.lines.flatMap(({ width, pill }) => [width, ...(pill ? [pill.x, pill.y] : [])])];
}

describe('a figure on paper', () => {
  it('holds only numbers, inside its frame, with names no smaller than 5.5 pt', () => {
    fc.assert(fc.property(figures, (figure) => {
      const layout = layOutFigure(figure, ROOM);
      expect(numbersOf(layout).every(Number.isFinite)).toBe(true);
      expect(layout.height).toBeLessThanOrEqual(ROOM.height);
      expect(layout.fontSize).toBeGreaterThanOrEqual(5.5 / 0.75);
      for (const { x, y, label } of layout.nodes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.height);
        if (label === null) continue;
        const wide = Math.max(...label.lines.map((line) => textWidth(line, layout.fontSize)));
        const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - wide : label.x - wide / 2;
        expect(left).toBeGreaterThanOrEqual(-0.01);
        expect(left + wide).toBeLessThanOrEqual(layout.width + 0.01);
      }
      expect(layout.nodes.filter(({ label }) => label === null)).toHaveLength(layout.unlabelled);
    }), { numRuns: 200 });
  });

  it('keeps the arrangement: what is left, right, above and below on the chart is so on paper', () => {
    const figure: Figure = { nodes: [[0, 0], [400, 0], [0, 300]].map(([x = 0, y = 0], index) => ({ id: `${index}`, x, y, caption: 'x', key: '', family: 'people', icon: '', grading: '', sources: 1, handling: '', category: '', contradicts: false })), lines: [], legend: LEGEND };
    const [a, b, c] = layOutFigure(figure, ROOM).nodes;
    expect(b && a && b.x - a.x).toBeCloseTo(400, 6);
    expect(c && a && c.y - a.y).toBeCloseTo(300, 6);
  });

  it('names everything in a chart with room, and the most linked first in one without', () => {
    const node = (index: number, x: number, y: number) => ({ id: `n${index}`, x, y, caption: `Persoon nummer ${index}`, key: '', family: 'people', icon: '', grading: '', sources: 1, handling: '', category: '', contradicts: false });
    const airy: Figure = { nodes: Array.from({ length: 16 }, (_, index) => node(index, (index % 4) * 150, Math.floor(index / 4) * 120)), lines: [], legend: LEGEND };
    expect(layOutFigure(airy, ROOM).unlabelled).toBe(0);
    const full: Figure = { nodes: Array.from({ length: 1600 }, (_, index) => node(index, (index % 40) * 60, Math.floor(index / 40) * 60)), lines: Array.from({ length: 30 }, (_, index) => ({ from: 'n820', to: `n${index}`, label: '', count: 1, total: '', directed: false, strength: 'confirmed' as const })), legend: LEGEND };
    const layout = layOutFigure(full, ROOM);
    expect(layout.unlabelled).toBeGreaterThan(1000);
    expect(layout.nodes.find(({ node: { id } }) => id === 'n820')?.label).not.toBeNull();
  });

  it('breaks long captions at a blank and cuts what is over', () => {
    expect(captionLines('Koen Verstraeten')).toEqual(['Koen Verstraeten']);
    expect(captionLines('Westerkreek Container Terminal')).toEqual(['Westerkreek Container', 'Terminal']);
    expect(captionLines('a'.repeat(80)).map((line) => line.length)).toEqual([24, 24]);
  });
});
