import { describe, expect, it } from 'vitest';
import { annotationAt, boxOf, drawnFrame, handleAt, inOrder, isOn, placedAll, resized, type Placed } from '../../../renderer/canvas/annotations/geometry';
import { beginMove, beginResize, loosened, tiedTo } from '../../../renderer/canvas/annotations/gestures';
import { withinLines, wrapped } from '../../../renderer/canvas/annotations/wrap';
import type { AnnotationKind, AnnotationRecord } from '../../../shared/model/drawing';

const record = (kind: AnnotationKind, frame: readonly [number, number, number, number], more: Partial<AnnotationRecord> = {}): AnnotationRecord => ({ id: kind, chart: 'c', kind, x: frame[0], y: frame[1], width: frame[2], height: frame[3], text: '', ...more });
const placed = (...records: AnnotationRecord[]): Placed[] => placedAll(records, (id) => (id === 'a' ? { x: 500, y: 300, strength: 1 } : null));

describe('hands on annotations', () => {
  it('take a note anywhere, a box and a circle by their line, an arrow along its length', () => {
    const [note, box, circle, arrow] = placed(record('note', [0, 0, 100, 50]), record('box', [0, 0, 200, 100]), record('circle', [0, 0, 200, 100]), record('arrow', [100, 100, -100, -100]));
    expect(isOn(note!, { x: 50, y: 25 }, 6)).toBe(true);
    expect([isOn(box!, { x: 100, y: 50 }, 6), isOn(box!, { x: 3, y: 50 }, 6), isOn(box!, { x: 204, y: 50 }, 6), isOn(box!, { x: 212, y: 50 }, 6)]).toEqual([false, true, true, false]);
    expect([isOn(circle!, { x: 100, y: 2 }, 6), isOn(circle!, { x: 3, y: 3 }, 6), isOn(circle!, { x: 100, y: 50 }, 6)]).toEqual([true, false, false]);
    expect([isOn(arrow!, { x: 52, y: 50 }, 6), isOn(arrow!, { x: 90, y: 20 }, 6)]).toEqual([true, false]);
  });

  it('take words before boxes, and the later before the earlier', () => {
    const all = placed(record('note', [0, 0, 100, 100], { id: 'first' }), record('note', [0, 0, 100, 100], { id: 'second' }), record('box', [0, 0, 100, 100], { id: 'box' }));
    expect(annotationAt(all, { x: 1, y: 1 }, 6)?.record.id).toBe('second');
    expect(annotationAt(all, { x: 300, y: 1 }, 6)).toBeNull();
  });

  it('find what is tied to an item beside it, and nothing that is tied to what is not drawn', () => {
    const all = placed(record('note', [30, -60, 100, 40], { style: { anchor: 'a' } }), record('text', [0, 0, 9, 9], { style: { anchor: 'gone' } }));
    expect(all.map(({ x, y, tie }) => [x, y, tie])).toEqual([[530, 240, { x: 500, y: 300 }]]);
    expect(inOrder(placed(record('note', [0, 200, 9, 9]), record('text', [80, 0, 9, 9]), record('heading', [0, 0, 9, 9]))).map((each) => each.record.kind)).toEqual(['heading', 'text', 'note']);
  });

  it('draw a corner to where the hand is, never inside out, square with Shift', () => {
    const [box] = placed(record('box', [0, 0, 100, 100]));
    expect(handleAt(box!, { x: 98, y: 97 }, 8)).toBe('se');
    expect(resized(box!, 'se', { x: 150, y: 80 }, false)).toEqual({ x: 0, y: 0, width: 150, height: 80 });
    expect(resized(box!, 'nw', { x: 300, y: 300 }, false)).toEqual({ x: 76, y: 76, width: 24, height: 24 });
    expect(resized(box!, 'ne', { x: 160, y: -20 }, true)).toEqual({ x: 0, y: -60, width: 160, height: 160 });
    const [arrow] = placed(record('arrow', [0, 0, 100, 0]));
    expect(resized(arrow!, 'start', { x: 20, y: 30 }, false)).toEqual({ x: 20, y: 30, width: 80, height: -30 });
    expect(resized(arrow!, 'end', { x: 60, y: 9 }, true)).toEqual({ x: 0, y: 0, width: 60, height: 0 });
  });

  it('draw one of the usual size by a click, and backwards as well as forwards', () => {
    expect(drawnFrame('note', { x: 5, y: 5 }, { x: 6, y: 6 }, false)).toMatchObject({ x: 5, y: 5, width: 170 });
    expect(drawnFrame('box', { x: 100, y: 100 }, { x: 40, y: 20 }, false)).toEqual({ x: 40, y: 20, width: 60, height: 80 });
    expect(drawnFrame('arrow', { x: 100, y: 100 }, { x: 40, y: 90 }, true)).toEqual({ x: 100, y: 100, width: -60, height: 0 });
    expect(boxOf({ x: 100, y: 100, width: -60, height: -10 })).toEqual({ left: 40, top: 90, right: 100, bottom: 100 });
  });

  it('keep the place of what is tied to an item as a way from it, and leave it there when it is loosened', () => {
    const [tied] = placed(record('note', [30, -60, 100, 40], { style: { anchor: 'a', colour: '#009e73' } }));
    expect(beginMove(tied!, { x: 0, y: 0 }).at({ chart: { x: 10, y: 5 }, even: false })).toMatchObject({ x: 40, y: -55, style: { anchor: 'a' } });
    expect(beginResize(tied!, 'se').at({ chart: { x: 700, y: 300 }, even: false })).toMatchObject({ x: 30, y: -60, width: 170, height: 60 });
    expect(loosened(tied!.record, { x: 500, y: 300 })).toMatchObject({ x: 530, y: 240, style: { colour: '#009e73' } });
    expect(loosened(record('note', [1, 2, 3, 4], { style: { anchor: 'a' } }), { x: 0, y: 0 })).not.toHaveProperty('style');
    // Dropped on the item it goes beside it; dropped with its corner there it stays.
    expect(tiedTo(record('note', [460, 280, 80, 40]), 'a', { x: 500, y: 300 })).toMatchObject({ x: 34, y: -56, style: { anchor: 'a' } });
    expect(tiedTo(record('note', [600, 300, 80, 40]), 'a', { x: 500, y: 300 })).toMatchObject({ x: 100, y: 0 });
  });
});

describe('words in a frame', () => {
  const widthOf = (text: string): number => text.length;
  it('are broken at blanks, at hyphens, and a word that is too long where it must be', () => {
    expect(wrapped('de heer Amellal gaf het geld', 12, widthOf)).toEqual(['de heer', 'Amellal gaf', 'het geld']);
    expect(wrapped('goederenbehandelingsmaatschappij', 12, widthOf)).toEqual(['goederenbeh-', 'andelingsma-', 'atschappij']);
    expect(wrapped('Noord-Brabant\n\neind', 8, widthOf)).toEqual(['Noord-', 'Brabant', '', 'eind']);
  });
  it('say by a mark that there are more of them', () => {
    expect(withinLines(['een', 'twee', 'drie'], 2)).toEqual(['een', 'twe…']);
    expect(withinLines(['een'], 2)).toEqual(['een']);
  });
});
