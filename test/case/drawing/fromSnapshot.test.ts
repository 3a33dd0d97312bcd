import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ImagedRows } from '../../../electron/case/db/imaged';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

describe('a chart that is made of a snapshot', () => {
  it('keeps in its groups who stands there by another, and no group of which nothing is left', async () => {
    const { store } = await newCase();
    const [chart, snapshot, copy, a, b, c, d] = Array.from({ length: 7 }, () => newId()) as [string, string, string, string, string, string, string];
    const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
    for (const id of [a, b, c, d]) run('entity.create', { id, type: 'person', values: values({ name: `Persoon ${id}` }), ...SAID });
    run('judgement.set', { id: newId(), left: a, right: b, verdict: 'same', reason: '' });
    run('chart.create', { id: chart, name: 'Kaart', items: [a, c, d].map((subject, at) => ({ subject, x: at * 100, y: 0 })) });
    const group = (name: string, members: string[]): ChartGroupRecord => ({ id: newId(), chart, name, members, collapsed: true });
    const gone = group('Weg', [d]);
    run('group.putMany', { chart, groups: [group('Kring', [b, c]), gone, group('Buiten', [gone.id, d])] });
    run('chart.snapshot', { id: snapshot, chart, name: 'Stand' });
    run('subject.delete', { entities: [d], links: [] });
    run('chart.fromSnapshot', { id: copy, snapshot, name: 'Uit de stand' });
    const groups = new ImagedRows(store.db).list('chart_group', { chart: copy }) as readonly ChartGroupRecord[];
    expect(groups.map(({ name, members }) => ({ name, members }))).toEqual([{ name: 'Kring', members: [b, c] }]);
  });
});
