import { describe, expect, it } from 'vitest';
import { gradingText, strongerOf, TextRanks } from '../../../shared/analysis/evaluation';
import type { Grading } from '../../../shared/model/evaluation';
import type { Scheme } from '../../../shared/schema/types';

const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const axis = (id: string, codes: readonly string[], from = 0) => ({ id, label, codes: codes.map((code, rank) => ({ code, label, rank: rank + from })) });
const schemes: Scheme[] = [
  { id: 'four', use: 'grading', label, axes: [axis('source', ['A', 'B', 'C', 'X']), axis('information', ['1', '2', '3', '4'])] },
  { id: 'six', use: 'grading', label, axes: [axis('source', [...'ABCDEF'], 1), axis('information', [...'123456'], 1)] },
  { id: 'europol', use: 'handling', label, several: true, axes: [axis('code', ['H0', 'H1', 'H2', 'H3'])] },
  { id: 'tlp', use: 'handling', label, axes: [axis('code', ['CLEAR', 'GREEN', 'AMBER', 'RED'])] },
];
const all = { schemes };
const four = (source: string, information: string): Grading => ({ scheme: 'four', codes: { information, source } });

describe('gradings', () => {
  it('are written in the order of their axes', () => {
    expect(gradingText(four('B', '2'), all)).toBe('B2');
    expect(gradingText(null, all)).toBe('');
    expect(gradingText({ scheme: 'other', codes: { x: '7' } }, all)).toBe('7');
  });

  it('are drawn by the stronger line', () => {
    expect(strongerOf('tentative', 'confirmed')).toBe('confirmed');
    expect(strongerOf('unconfirmed', 'tentative')).toBe('unconfirmed');
  });
});

describe('texts of gradings and codes', () => {
  it('fold as the gradings and codes themselves', () => {
    const ranks = new TextRanks(all);
    expect(ranks.betterGrading('B2', 'A1')).toBe('A1');
    expect(ranks.betterGrading('', 'X4')).toBe('X4');
    expect(ranks.betterGrading('X4', '')).toBe('X4');
    expect(ranks.stricterHandling('H0', 'H2')).toBe('H2');
    expect(ranks.stricterHandling('', 'H0')).toBe('H0');
    expect(ranks.stricterHandling('H2', 'RED')).toBe('RED');
    expect(ranks.stricterHandling('RED', 'unknown')).toBe('unknown');
  });
});
