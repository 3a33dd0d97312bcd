import { describe, expect, it } from 'vitest';
import { drawCaptions, type ShownItem } from '../../../renderer/canvas/captions';
import { Ellipsis } from '../../../renderer/canvas/ellipsis';
import { THEMES } from '../../../renderer/canvas/theme';

/** A sheet on which every letter is as wide as a letter is on the whole. */
function sheet(): CanvasRenderingContext2D {
  const context = { font: '', measureText: (text: string) => ({ width: text.length * Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 10) * 0.52 }) };
  return new Proxy(context, { get: (target, name) => (name in target ? target[name as 'font'] : () => undefined), set: (target, name, value) => Reflect.set(target, name, value) }) as unknown as CanvasRenderingContext2D;
}

/** The same numbers every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648);
}

const NAMES = ['Yassir El Haddaoui', 'Goederenbehandelingsmaatschappij Scheldoord', 'An Peeters', '+32 470 99 98 88', 'Vennootschap voor internationale containeroverslag en douaneafhandeling'];

/** Items as a layout sets them: in rows with air between, each a little off its place. */
function items(count: number, zoom: number): ShownItem[] {
  const next = numbers(count);
  const across = Math.ceil(Math.sqrt(count * 1.6));
  return Array.from({ length: count }, (_, at) => ({
    data: { id: `i${at}`, family: 'people', type: 'person', caption: NAMES[at % NAMES.length] ?? '', key: at % 3 === 0 ? '9 okt 1986' : '', grading: '', handling: '', sources: 1, contradicts: false, pinned: false },
    x: ((at % across) * 96 + next() * 30) * zoom, y: (Math.floor(at / across) * 84 + next() * 24) * zoom, faded: false, foremost: false,
  }));
}

const overlap = (a: { left: number; right: number; top: number; bottom: number }, b: typeof a): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('names on a chart', () => {
  it.each([[20, 1.15], [20, 1], [200, 0.8], [200, 0.5], [2000, 0.5], [2000, 0.3]])('of %d items at zoom %d touch neither each other nor a disc', (count, zoom) => {
    const shown = items(count, zoom);
    const written = drawCaptions(sheet(), shown, { zoom, theme: THEMES.light, font: 'x', ellipsis: new Ellipsis() });
    expect(written.length).toBeGreaterThan(zoom < 0.4 ? 14 : count * 0.1);
    const discs = shown.map(({ data, x, y }) => ({ id: data.id, left: x - 18 * zoom, right: x + 18 * zoom, top: y - 18 * zoom, bottom: y + 18 * zoom }));
    const named = zoom < 0.4 ? 14 : 0;
    for (const [at, one] of written.entries()) {
      expect(written.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
      if (at >= named) expect(discs.filter((disc) => disc.id !== one.id && overlap(one, disc)).map(({ id }) => id)).toEqual([]);
    }
  });

  it('give up their second line, then the end of the name, before they go', () => {
    const at = (id: string, x: number, y: number, caption: string, key = ''): ShownItem => ({ data: { id, family: 'people', type: 'person', caption, key, grading: '', handling: '', sources: 1, contradicts: false, pinned: false }, x, y, faded: false, foremost: false });
    const written = drawCaptions(sheet(), [at('a', 0, 0, 'An Peeters', '1 jan 1980'), at('b', 0, 52, 'Bob'), at('c', 88, 0, 'Vennootschap voor internationale overslag')], { zoom: 1, theme: THEMES.light, font: 'x', ellipsis: new Ellipsis() });
    const height = (id: string): number => { const rect = written.find((each) => each.id === id)!; return Math.round(rect.bottom - rect.top); };
    expect(written.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(height('a')).toBeLessThan(14);
    expect(written[2]!.right - written[2]!.left).toBeLessThan(90);
  });
});
