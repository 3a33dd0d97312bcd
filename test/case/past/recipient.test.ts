import { expect, it } from 'vitest';
import { pastChart } from '../../../electron/case/past/pastChart';
import { audienceOf } from '../../../electron/case/releasable/audience';
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
