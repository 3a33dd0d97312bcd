import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { pastChart } from '../../../electron/case/past/pastChart';
import { audienceOf } from '../../../electron/case/releasable/audience';
import { newCase } from '../place';
import { SAID, values } from '../sample';
import { ACTOR } from '../who';
import { recipient, richCase } from '../writers/roundTrip';

const PARTNER = { allowedHandling: {}, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };

it('shows a recipient of an earlier state only what that one may have, and nothing that was taken back since', async () => {
  const { store, chart, withheld } = await richCase();
  store.execute({ command: 'chart.addItems', args: { chart, items: [{ subject: withheld.person, x: 9, y: 9 }] } }, ACTOR);
  const about = recipient(store, PARTNER);
  const asRecipient = () => pastChart(store.db, { chart }, { mode: 'judged', other: { audience: audienceOf(store.db, about), actor: ACTOR } });
  const own = pastChart(store.db, { chart }, { mode: 'judged', other: null });
  const seen = asRecipient();
  const kept = own.entities.filter((entity) => entity.id !== withheld.person);
  expect(kept.length).toBeLessThan(own.entities.length);
  expect(seen.entities.map((entity) => entity.id).toSorted()).toEqual(kept.map((entity) => entity.id).toSorted());
  expect(JSON.stringify(seen)).not.toMatch(/Verborgen|Goudvink/);
  const at = store.db.prepare<[], string>('SELECT max(at) FROM journal').pluck().get() ?? '';
  const gone = kept[0]?.id ?? '';
  store.execute({ command: 'subject.delete', args: { entities: [gone], links: [] } }, ACTOR);
  store.db.exec('DROP TRIGGER journal_no_update');
  store.db.prepare("UPDATE journal SET at = '2999-01-01T00:00:00.000Z' WHERE seq = ?").run(store.seq);
  const then = (other: boolean) => pastChart(store.db, { chart, at }, { mode: 'judged', other: other ? { audience: audienceOf(store.db, about), actor: ACTOR } : null });
  expect(then(false).entities.some((entity) => entity.id === gone)).toBe(true);
  expect(then(true).entities.some((entity) => entity.id === gone)).toBe(false);
});

it('asks of an earlier state all that the schemes ask today', async () => {
  const { store } = await newCase();
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const text = (word: string) => ({ nl: word, fr: word, de: word, en: word });
  const scheme = (permission: readonly string[]) => ({ id: 'rir', use: 'handling', several: true, label: text('RIR'), axes: [{ id: 'code', label: text('Code'), codes: [{ code: '00', label: text('Vrij'), rank: 0, permission }, { code: '01', label: text('Beperkt'), rank: 1 }] }] });
  run('scheme.put', scheme([]));
  const [chart, person] = [newId(), newId()];
  run('entity.create', { id: person, type: 'person', values: values({ name: 'Verborgen Getuige' }), ...SAID, handling: [{ scheme: 'rir', axis: 'code', code: '00' }] });
  run('chart.create', { id: chart, name: 'Kaart', items: [{ subject: person, x: 1, y: 1 }] });
  const about = recipient(store, { allowedHandling: { rir: ['00'] }, maximumMarkings: PARTNER.maximumMarkings });
  const at = store.db.prepare<[], string>('SELECT max(at) FROM journal').pluck().get() ?? '';
  const seen = () => pastChart(store.db, { chart, at }, { mode: 'judged', other: { audience: audienceOf(store.db, about), actor: ACTOR } }).entities.length;
  expect(seen()).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  run('scheme.put', scheme(['operational']));
  expect(seen()).toBe(0);
});
