import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ImagedRows } from '../../../electron/case/db/imaged';
import { keyText } from '../../../shared/commands/image';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

describe('items of a chart that are taken for one', () => {
  it('are moved, pinned and styled once when a command names them all', async () => {
    const { store } = await newCase();
    const [chart, a, b, c, link] = [newId(), newId(), newId(), newId(), newId()];
    const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
    for (const id of [a, b, c]) run('entity.create', { id, type: 'person', values: values({ name: `Persoon ${id}` }), ...SAID });
    run('link.create', { id: link, type: 'knows', from: a, to: c, values: {}, ...SAID });
    run('chart.create', { id: chart, name: 'Kaart', items: [a, b, c].map((subject, at) => ({ subject, x: at * 100, y: 0 })) });
    run('judgement.set', { id: newId(), left: a, right: b, verdict: 'same', reason: '' });
    const row = (subject: string): unknown => new ImagedRows(store.db).read('chart_item', keyText(chart, subject));
    const before = row(b);
    run('chart.moveItems', { chart, items: [{ subject: b, x: 5, y: 6 }, { subject: a, x: 7, y: 8 }] });
    run('chart.pinItems', { chart, subjects: [a, b], pinned: true });
    run('chart.styleItems', { chart, subjects: [b, a, `knows|${a}|${c}`, `knows|${b}|${c}`], style: { colour: '#aa0033' } });
    expect(row(a)).toMatchObject({ x: 7, y: 8, pinned: true, style: { colour: '#aa0033' } });
    expect(row(b)).toEqual(before);
    for (let step = 0; step < 3; step += 1) store.undo(ACTOR);
    expect(row(a)).toMatchObject({ x: 0, y: 0, pinned: false });
  });
});
