import { describe, expect, it } from 'vitest';
import { releasedGroups } from '../../../electron/case/releasable/groups';
import type { ChartGroupRecord } from '../../../shared/model/drawing';

const group = (id: string, members: string[], more: Partial<ChartGroupRecord> = {}): ChartGroupRecord => ({ id, chart: 'c', name: `Bende van ${id}`, members, collapsed: true, ...more });

describe('groups that go along where not everything may go', () => {
  it('hold what passed, under numbers, and tell nothing of the rest', () => {
    const groups = [group('g2', ['a', 'b', 'x', 'y'], { style: { colour: '#0072b2', by: 'value' } }), group('g1', ['a', 'x']), group('g3', ['x', 'y']), group('g4', ['c', 'd', 'g3', 'g1'], { collapsed: false })];
    const released = releasedGroups(groups, new Set(['a', 'b', 'c', 'd']));
    expect(released).toEqual([
      { id: 'g2', chart: 'c', name: '1', collapsed: true, members: ['a', 'b'], style: { colour: '#0072b2' } },
      { id: 'g4', chart: 'c', name: '2', collapsed: false, members: ['c', 'd', 'a'] },
    ]);
    expect(JSON.stringify(released)).not.toMatch(/Bende|"x"|"y"/);
  });

  it('are as if what is held back had never been grouped', () => {
    const standing = new Set(['a', 'b', 'c']);
    const whole = releasedGroups([group('g1', ['a', 'b', 'x']), group('g2', ['c', 'y', 'z'])], standing);
    expect(whole).toEqual(releasedGroups([group('g1', ['a', 'b']), group('g2', ['c'])], standing));
  });
});
