import type { bundlingRequests } from '../../../shared/contract/bundling';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { broughtBy } from '../bundles/brought';
import { Conflicts, takenBundles } from '../bundles/conflicts';
import { encryptionKeyOf, fingerprintOf, signingKeyOf } from '../bundles/identity';
import type { Served } from '../handlers';

/** How long taking in waits for a running import, in milliseconds. */
const PATIENCE = 8000;

/** Answers of the case about bundles: writing them, opening them, taking them in, and who we are to others. */
export function bundlingHandlers({ open, person, tokens, imports, bundles, progress }: Served): Handlers<{ readonly requests: typeof bundlingRequests; readonly events: Events }> {
  const { store } = open;
  return {
    'case.writeBundle': async ({ job, file, scope, about, title, lock, documents }) =>
      bundles.write(job, await tokens.path(file), { what: 'case', scope, about, documents }, { lock, title, language: person.language, actor: person.actor }, (step) => progress({ job, ...step })),
    'case.writeNotice': async ({ job, file, release, reason, lock }) => {
      const written = await bundles.write(job, await tokens.path(file), { what: 'notice', release, reason }, { lock, title: '', language: person.language, actor: person.actor }, (step) => progress({ job, ...step }));
      // What was retracted until now its recipient has been told of.
      store.note('case.told', { release }, person.actor);
      return written;
    },
    'case.previewBundle': async ({ job, file, passphrase }) => bundles.preview(job, await tokens.path(file), passphrase, (step) => progress({ job, ...step })),
    'case.uniteBundle': async ({ job, file, passphrase, applyRecalls }) => {
      const path = await tokens.path(file);
      await imports.quiet(PATIENCE);
      return bundles.unite(job, path, passphrase, applyRecalls, person.actor, (step) => progress({ job, ...step }));
    },
    'case.broughtBy': ({ bundle }) => ({ entities: broughtBy(store.db, bundle) }),
    'case.bundles': () => takenBundles(store.db),
    'case.bundleConflicts': ({ bundle }) => new Conflicts(store.db, store.catalogue, person.language).list(bundle),
    'case.card': async () => {
      const signingKey = signingKeyOf(bundles.keys);
      return { service: person.actor.service, person: person.actor.name, encryptionKey: await encryptionKeyOf(bundles.keys), signingKey, fingerprint: fingerprintOf(signingKey) };
    },
  };
}
