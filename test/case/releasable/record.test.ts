import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { releasesOf } from '../../../electron/case/queries/notices';
import { recipientOf } from '../../../electron/case/releasable/audience';
import { ACTOR, newCase } from '../place';

test('a release is recorded once: neither another of its id nor an undo writes over it', async () => {
  const { store } = await newCase();
  const release = { id: newId(), briefing: null, recipient: 'Parket', at: '2026-05-03T10:00:00.000Z', sha256: 'a'.repeat(64), pages: 1, seq: store.seq };
  const record = (more: object = {}): void => void store.execute({ command: 'release.record', args: { ...release, ...more } }, ACTOR);
  record();
  const { seq } = store;
  expect(() => record({ recipient: '', sha256: 'b'.repeat(64) })).toThrow();
  expect(store.seq).toBe(seq);
  expect(releasesOf(store.db)).toMatchObject([{ recipient: 'Parket', sha256: release.sha256 }]);
  expect(store.history().undo?.command).not.toBe('release.record');
});

test('a permission of an originator ends, but stays', async () => {
  const { store } = await newCase();
  const recipient = { id: newId(), name: 'Parket', service: 'Parket', purpose: 'judicial', rights: { allowedHandling: {}, maximumMarkings: [] } };
  const permission = { id: newId(), originator: 'Douane', givenBy: 'M. Dubois', givenOn: '2026-05-03', reference: 'DG/1', until: null, withdrawnOn: null, codes: [{ scheme: 'europolHandling', code: 'H2' }], purposes: ['judicial'], sources: [] };
  const put = (permissions: readonly object[]): void => void store.execute({ command: 'recipient.put', args: { ...recipient, permissions } }, ACTOR);
  put([permission]);
  expect(() => put([])).toThrow();
  put([{ ...permission, withdrawnOn: '2026-06-01' }]);
  expect(recipientOf(store.db, recipient.id).permissions).toMatchObject([{ id: permission.id, withdrawnOn: '2026-06-01' }]);
});
