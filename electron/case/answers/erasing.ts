import { randomBytes } from 'node:crypto';
import type { erasingRequests, JournalRow } from '../../../shared/contract/erasing';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { countErasure } from '../erasure/erase';
import type { Served } from '../handlers';
import { compareSeal, journalHead } from '../journal';
import type { Pasted } from '../pasted';
import { readSettings } from '../settings';

/** How long an erasure waits for a running import, in milliseconds. */
const PATIENCE = 8000;

const ROWS = 'SELECT seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash, previous, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?';

/** Answers of the case about erasure, and about the journal's duties: why it is used, and how its journal stands. */
export function erasingHandlers({ open, person, imports, erasures, consultations, progress }: Served, pasted: Pick<Pasted, 'letGo'>): Handlers<{ readonly requests: typeof erasingRequests; readonly events: Events }> {
  const { store } = open;
  const { db } = store;
  return {
    'case.countErasure': ({ target }) => countErasure(store, target),
    'case.erase': async ({ job, ...erasure }) => {
      await imports.quiet(PATIENCE);
      // What is imported just now rests on it; then the erasure is refused.
      if (!store.importing) pasted.letGo();
      return erasures.run(job, erasure, person.actor, (step) => progress({ job, ...step }));
    },
    'case.giveReason': ({ code, text }) => {
      const seq = store.note('case.reasonGiven', { code }, person.actor, { salt: randomBytes(16).toString('hex'), text });
      consultations.begin({ seq, code, text });
      store.reason = seq;
      return { seq };
    },
    'case.reason': () => ({ asked: readSettings(db).asksReason === true, code: consultations.reason?.code ?? '', text: consultations.reason?.text ?? '' }),
    'case.markTold': ({ release, how }) => {
      if (db.prepare('SELECT 1 FROM release WHERE id = ?').get(release) === undefined) throw new Failure('releaseNotFound');
      return { seq: store.note('case.told', { release }, person.actor, { salt: randomBytes(16).toString('hex'), text: how }) };
    },
    'case.journalRows': ({ after, limit }) => db.prepare<[number, number], JournalRow>(ROWS).all(after, limit),
    'case.checkSeal': (seal) => {
      const state = compareSeal(db, seal);
      // The journal itself says that it was found wanting, so that a copy put in its place cannot do so quietly.
      if (state !== 'fits') store.note('case.sealBroken', { found: state, sealed: seal.entries }, person.actor);
      return { state, entries: journalHead(db).seq };
    },
  };
}
