import { mdiArchiveLockOutline, mdiArchiveArrowDownOutline, mdiArchiveEyeOutline, mdiCardAccountDetailsOutline } from '@mdi/js';
import { create } from 'zustand';
import type { z } from 'zod';
import { Failure, type ChosenFile } from '../../shared/contract';
import type { bundleLockSchema, BundlePreview } from '../../shared/contract/bundling';
import type { ExportScope } from '../../shared/contract/exporting';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { TakenBundle } from '../../shared/model/bundle';
import type { ReleaseRecord } from '../../shared/model/release';
import { appClient } from '../ipc/app';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { always, caseIsOpen, type Action } from './action';
import { addToChart } from './addToChart';
import { attempt } from './execute';
import { changeSession, session, whenCaseChanges } from './session';
import { watched } from './watched';

/** What is said when somebody gave up a bundle, or what goes between services. */
export const STOPPED = 'bundles:stopped';

export const BUNDLE_ENDING = '.knoopx';
export const isBundle = ({ name }: { readonly name: string }): boolean => name.toLowerCase().endsWith(BUNDLE_ENDING);

/** The bundle that the dialog for opening shows; `onto`: the place of a chart where it was pasted, where what it brings is put. */
export const useOpeningBundle = create<{ readonly file: ChosenFile | null; readonly onto: BundlePlace | null }>(() => ({ file: null, onto: null }));

interface BundlePlace { readonly chart: string; readonly x: number; readonly y: number }

/** What a bundle that is about to be made is to hold and for whom, where that is known: an answer to a request. `made` is told the release. */
export interface BundlePreset {
  readonly ids: readonly string[];
  readonly about: ReleaseAbout;
  readonly made: (release: ReleaseRecord) => void;
}
export const useBundlePreset = create<{ readonly preset: BundlePreset | null }>(() => ({ preset: null }));

whenCaseChanges(() => useBundlePreset.setState({ preset: null }));

/** Begins a bundle of which is known what it is to hold. */
export function presetBundle(preset: BundlePreset): void {
  useBundlePreset.setState({ preset });
  changeSession({ dialog: 'makeBundle' });
}

/** Shows what is in a bundle, before anything is taken in. */
export function showBundle(file: ChosenFile, onto: BundlePlace | null = null): void {
  useOpeningBundle.setState({ file, onto });
  changeSession({ dialog: 'openBundle' });
}

async function chooseBundle(): Promise<void> {
  const file = await attempt(() => appClient['app.chooseBundle']({}));
  if (file) showBundle(file);
}

export type BundleLock = z.infer<typeof bundleLockSchema>;

export interface BundleWish {
  readonly scope: ExportScope;
  readonly about: ReleaseAbout;
  readonly title: string;
  readonly lock: BundleLock;
  readonly documents: boolean;
}

/** Asks for a file and writes a bundle into it; says under which hash it left. Resolves to its release; undefined when there is none. */
export async function makeBundle(wish: BundleWish): Promise<ReleaseRecord | undefined> {
  const done = await attempt(() => watched('bundles:making', { name: wish.title }, (job) => appClient['app.writeBundle']({ job, ...wish }), STOPPED));
  if (done) notify('bundles:made', { name: done.name, withheld: done.check.withheld, hash: done.sha256 }, 'success');
  return done ?? undefined;
}

/** What is in a bundle. Rejects with the failures of case.previewBundle. */
export function previewBundle(file: ChosenFile, passphrase: string | null): Promise<BundlePreview> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  return watched('bundles:opening', { name: file.name }, (job) => connection.client['case.previewBundle']({ job, file: file.token, passphrase }), STOPPED);
}

/** Takes a bundle in, and shows the conflicts when there are some. */
export async function uniteBundle(file: ChosenFile, passphrase: string | null, applyRecalls: boolean): Promise<TakenBundle | undefined> {
  const connection = caseConnection();
  if (!connection) return undefined;
  const taken = await attempt(() => watched('bundles:uniting', { name: file.name }, (job) => connection.client['case.uniteBundle']({ job, file: file.token, passphrase, applyRecalls }), STOPPED));
  if (!taken) return undefined;
  const conflicts = (await attempt(() => connection.client['case.bundleConflicts']({ bundle: taken.id }))) ?? [];
  notify(conflicts.length > 0 ? 'bundles:unitedConflicts' : 'bundles:united', { service: taken.service || taken.person, count: conflicts.length }, conflicts.length > 0 ? 'warning' : 'success');
  if (conflicts.length > 0) changeSession({ dialog: 'bundles' });
  const { onto } = useOpeningBundle.getState();
  if (onto !== null) {
    const brought = await attempt(() => connection.client['case.broughtBy']({ bundle: taken.id }));
    if (session().chart !== onto.chart) changeSession({ chart: onto.chart });
    if (brought !== undefined && brought.entities.length > 0) await addToChart(brought.entities, onto);
  }
  return taken;
}

async function saveCard(): Promise<void> {
  const saved = await attempt(() => appClient['app.saveCard']({}));
  if (saved) notify('bundles:cardSaved', { name: saved.name }, 'success');
}

export const bundleActions: readonly Action[] = [
  { id: 'bundle.make', labelKey: 'makeBundle', icon: mdiArchiveLockOutline, enabled: (context) => caseIsOpen(context) && context.session.viewingAs === null, run: () => changeSession({ dialog: 'makeBundle' }) },
  { id: 'bundle.open', labelKey: 'openBundle', icon: mdiArchiveArrowDownOutline, enabled: always, run: chooseBundle },
  { id: 'bundle.list', labelKey: 'bundles', icon: mdiArchiveEyeOutline, enabled: caseIsOpen, run: () => changeSession({ dialog: 'bundles' }) },
  { id: 'bundle.card', labelKey: 'saveCard', icon: mdiCardAccountDetailsOutline, enabled: caseIsOpen, run: saveCard },
];
