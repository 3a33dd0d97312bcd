import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { pastChart } from '../../../electron/case/past/pastChart';
import { openInMemory } from '../../../electron/case/db/database';
import { audienceOf } from '../../../electron/case/releasable/audience';
import { buildReleasable } from '../../../electron/case/releasable/build';
import { presentationsFor } from '../../../electron/case/queries/presentations';
import { readSettings } from '../../../electron/case/settings';
import { ACTOR } from '../place';
import { recipient, richCase } from '../writers/roundTrip';

const PARTNER = { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };

test('nothing that is drawn with or about who is held back, and no free text of a drawing, is in what a recipient gets, now or of an earlier state', async () => {
  const { store, chart, withheld: { person: secret } } = await richCase();
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const others = store.db.prepare<[string, string], string>("SELECT subject FROM chart_item WHERE chart = ? AND kind = 'entity' AND subject <> ? LIMIT 2").pluck().all(chart, secret);
  const [one = '', two = ''] = others;
  const line = store.db.prepare<[], string>('SELECT id FROM link ORDER BY n LIMIT 1').pluck().get() ?? '';
  const [snapshot, outer, inner] = [newId(), newId(), newId()];
  run('chart.addItems', { chart, items: [{ subject: secret, x: 9, y: 9 }] });
  run('chart.setOptions', { chart, options: { pairFolding: { [[one, secret].toSorted().join('|')]: 'apart' }, rows: [{ way: 'row', members: [secret, one] }, { way: 'column', members: [secret, one, two] }] } });
  run('chart.styleItems', { chart, subjects: [line], style: { strength: { as: 'tentative', reason: 'kanariewoord' } } });
  run('chart.styleItems', { chart, subjects: [one], style: { representation: 'picture', picture: { source: newId(), x: 0, y: 0, side: 1 } } });
  run('group.put', { id: inner, chart, name: 'kanariewoord', members: [secret, one], collapsed: true });
  run('group.put', { id: outer, chart, name: 'kanariewoord', members: [inner, two], collapsed: false });
  run('annotation.put', { id: newId(), chart, kind: 'note', x: 0, y: 0, width: 10, height: 10, text: 'kanariewoord', style: { anchor: secret } });
  run('chart.snapshot', { id: snapshot, chart, name: 'kanariewoord', note: 'kanariewoord' });
  run('presentation.put', { id: newId(), name: 'kanariewoord', slides: [{ id: newId(), snapshot, heading: 'kanariewoord', note: 'kanariewoord' }] });
  run('pattern.put', { id: newId(), name: 'kanariewoord', pattern: { nodes: [{ x: 0, y: 0, types: [], families: [], entity: secret, conditions: [] }], edges: [], sequences: [], distinct: true, different: [] } });
  run('selection.put', { chart, selection: { id: newId(), name: 'kanariewoord', slot: null, entities: [secret], lines: [] } });
  const audience = audienceOf(store.db, recipient(store, PARTNER));
  const clean = (text: string): void => {
    for (const each of ['kanariewoord', secret, inner, 'verborgen']) expect(text.toLowerCase().includes(each), each).toBe(false);
  };
  for (const charts of ['filled', 'all'] as const) {
    const db = openInMemory(null);
    buildReleasable(store.db, store.catalogue, audience, { kind: 'case' }, db, { id: newId(), at: '2026-05-03T10:00:00.000Z', actor: { ...ACTOR, workstation: '' }, command: 'bundle.made', settings: readSettings(store.db), charts });
    clean(db.serialize().toString('utf8'));
    clean(JSON.stringify(presentationsFor(store.db, { db })));
    db.close();
  }
  for (const asked of [{ chart }, { snapshot }]) {
    const seen = JSON.stringify(pastChart(store.db, asked, { mode: 'judged', other: { audience, actor: ACTOR } }));
    expect(seen).toContain(one);
    clean(seen);
  }
});
