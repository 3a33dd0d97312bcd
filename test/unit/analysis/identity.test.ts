import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionOf, isOpposed, joinJudged, type Judged } from '../../../shared/analysis/identity';

const j = (left: string, verdict: Judged['verdict'], right: string, theirs = false): Judged => ({ left, right, verdict, theirs });
const joins = (judged: readonly Judged[], mode: 'judged' | 'strict' | 'lenient' = 'judged') => Object.fromEntries(joinJudged(judged, mode));

describe('what judgements join', () => {
  it('joins over others, under the smallest id, whatever came first', () => {
    expect(joins([j('c', 'same', 'd'), j('b', 'same', 'c'), j('x', 'same', 'y')])).toEqual({ b: 'b', c: 'b', d: 'b', x: 'x', y: 'x' });
  });

  it('joins nothing when strict, and those that are unsure only when lenient', () => {
    const judged = [j('a', 'same', 'b'), j('b', 'unsure', 'c')];
    expect(joins(judged, 'strict')).toEqual({});
    expect(joins(judged)).toEqual({ a: 'a', b: 'a' });
    expect(joins(judged, 'lenient')).toEqual({ a: 'a', b: 'a', c: 'a' });
  });

  it('never joins over somebody who is unsure what is judged different', () => {
    expect(joins([j('a', 'different', 'c'), j('a', 'unsure', 'b'), j('b', 'same', 'c')], 'lenient')).toEqual({ b: 'b', c: 'b' });
  });

  it('lets partners join only where nobody stands against them', () => {
    expect(joins([j('a', 'same', 'b', true)])).toEqual({ a: 'a', b: 'a' });
    expect(joins([j('a', 'same', 'b', true), j('b', 'unsure', 'a')])).toEqual({});
    expect(joins([j('a', 'same', 'b', true), j('b', 'unsure', 'a', true)])).toEqual({ a: 'a', b: 'a' });
    expect(joins([j('a', 'same', 'b', true), j('b', 'different', 'a', true)])).toEqual({});
    // Over ours: a and b are one here, so that theirs on b and c would join a and c.
    expect(joins([j('b', 'same', 'c', true), j('a', 'different', 'c'), j('a', 'same', 'b')])).toEqual({ a: 'a', b: 'a' });
    // Ours bind, whatever they say.
    expect(joins([j('a', 'same', 'b'), j('a', 'different', 'b', true)])).toEqual({ a: 'a', b: 'a' });
  });

  it('tells which of theirs do not count', () => {
    const judged = [j('a', 'same', 'b'), j('a', 'different', 'b', true), j('c', 'same', 'd', true), j('c', 'different', 'd'), j('e', 'same', 'f', true), j('a', 'unsure', 'f', true)];
    expect(judged.filter((each) => isOpposed(each, joinJudged(judged, 'judged')))).toEqual([judged[1], judged[2]]);
  });
});

describe('what stands against a judgement', () => {
  const [ab, bc, ac] = [j('a', 'same', 'b'), j('c', 'same', 'b'), j('a', 'different', 'c')];

  it('is the chain from one end to the other', () => {
    expect(contradictionOf([ab, bc], { left: 'a', right: 'c' }, 'different')).toEqual({ apart: null, chain: [ab, bc] });
    expect(contradictionOf([ab, bc], { left: 'c', right: 'a' }, 'different')).toEqual({ apart: null, chain: [bc, ab] });
    expect(contradictionOf([ab, ac], { left: 'b', right: 'c' }, 'same')).toEqual({ apart: ac, chain: [ab] });
    const de = j('d', 'same', 'e');
    const ae = j('e', 'different', 'a');
    expect(contradictionOf([ae, de, ab, bc], { left: 'c', right: 'd' }, 'same')).toEqual({ apart: ae, chain: [ab, bc, de] });
  });

  it('is nothing where the pair itself was judged otherwise, where partners did, and for unsure', () => {
    expect(contradictionOf([ab], { left: 'b', right: 'a' }, 'different')).toBeNull();
    expect(contradictionOf([ac], { left: 'a', right: 'c' }, 'same')).toBeNull();
    expect(contradictionOf([ab, { ...bc, theirs: true }], { left: 'a', right: 'c' }, 'different')).toBeNull();
    expect(contradictionOf([ab, { ...ac, theirs: true }], { left: 'b', right: 'c' }, 'same')).toBeNull();
    expect(contradictionOf([ab, bc], { left: 'a', right: 'c' }, 'unsure')).toBeNull();
  });

  it('keeps what is judged free of contradiction when it is heeded', () => {
    const id = fc.constantFrom(...'abcdefg');
    const judgement = fc.record({ left: id, right: id, verdict: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const), theirs: fc.boolean() }).filter(({ left, right }) => left !== right);
    fc.assert(fc.property(fc.array(judgement, { maxLength: 25 }), (wanted) => {
      let judged: Judged[] = [];
      for (const next of wanted) {
        if (!next.theirs && contradictionOf(judged, next, next.verdict) !== null) continue;
        const sameDirection = (each: Judged): boolean => each.theirs === next.theirs && [each.left, each.right].sort().join() === [next.left, next.right].sort().join();
        judged = [...judged.filter((each) => !sameDirection(each)), next];
      }
      for (const mode of ['judged', 'lenient'] as const) {
        const joined = joinJudged(judged, mode);
        const top = (each: string): string => joined.get(each) ?? each;
        for (const each of judged) {
          if (each.theirs) continue;
          if (each.verdict === 'same') expect(top(each.left)).toBe(top(each.right));
          if (each.verdict === 'different') expect(top(each.left)).not.toBe(top(each.right));
        }
        for (const [each, first] of joined) expect(first <= each && top(first) === first).toBe(true);
      }
      // Whatever is joined when judged is joined when lenient, where nothing of partners is held.
      const own = judged.filter((each) => !each.theirs);
      const lenient = joinJudged(own, 'lenient');
      for (const [each, top] of joinJudged(own, 'judged')) expect(lenient.get(each)).toBe(lenient.get(top));
    }), { numRuns: 200 });
  });
});
