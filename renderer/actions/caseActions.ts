import { mdiAccountMultipleOutline, mdiBookOpenPageVariantOutline, mdiContentCopy, mdiEyeOutline, mdiImageOutline, mdiFileDocumentOutline, mdiFilePdfBox, mdiFolderOpenOutline, mdiFolderPlusOutline, mdiRedo, mdiTrayArrowDown, mdiTrayArrowUp, mdiUndo, mdiWindowClose } from '@mdi/js';
import { appClient } from '../ipc/app';
import { always, caseIsOpen, chartIsOpen, hasEntities, type Action } from './action';
import { exportLastBriefing } from './briefing';
import { isBundle, showBundle } from './bundles';
import { isExchanged, showExchanged } from './services';
import { attempt, openCaseClient } from './execute';
import { viewAsSelf } from './viewAs';
import { changeSession, session, showPanel, type CasePlace, type QueuedFile } from './session';

/** Asks main again for the list of recent cases. */
export async function refreshRecent(): Promise<void> {
  const state = await attempt(() => appClient['app.state']({}));
  if (state) changeSession({ recent: state.recent });
}

/** Opens a case; when it needs a passphrase, the dialog that asks for it comes up. `name` may be unknown yet. */
export async function openCase(place: Omit<CasePlace, 'name'>): Promise<void> {
  await attempt(async () => {
    const { name, encrypted } = await appClient['app.inspectCase'](place);
    if (encrypted) changeSession({ unlocking: { ...place, name } });
    else changeSession({ open: await appClient['app.openCase']({ ...place, passphrase: null }) });
  });
}

/** Lets the user point at a case folder, then opens it. */
export async function chooseAndOpenCase(): Promise<void> {
  const folder = await attempt(() => appClient['app.chooseFolder']({ purpose: 'openCase' }));
  if (folder) await openCase({ folder: folder.token });
}

/** Puts files in the import queue and opens the import screen; a bundle or a comparison is no file to map, and is shown as what it is. */
export function queueImport(files: readonly QueuedFile[]): void {
  const bundle = files.find(isBundle);
  const exchanged = files.find(isExchanged);
  const rest = files.filter((file) => !isBundle(file) && !isExchanged(file));
  if (rest.length > 0) changeSession({ importing: [...session().importing, ...rest] });
  if (bundle) showBundle(bundle);
  else if (exchanged) showExchanged(exchanged);
}

/** Text that is marked in a panel is copied as text, for own use (useMarkedText). */
const nothingMarked = (): boolean => globalThis.getSelection?.()?.isCollapsed ?? true;

export const caseActions: readonly Action[] = [
  { id: 'case.new', labelKey: 'newCase', icon: mdiFolderPlusOutline, shortcuts: ['Ctrl+N'], enabled: always, run: () => changeSession({ dialog: 'newCase' }) },
  { id: 'case.open', labelKey: 'openCase', icon: mdiFolderOpenOutline, shortcuts: ['Ctrl+O'], enabled: always, run: chooseAndOpenCase },
  { id: 'case.sample', labelKey: 'sample', icon: mdiFolderPlusOutline, enabled: ({ session: now }) => now.open === null, run: () => changeSession({ dialog: 'sample' }) },
  { id: 'case.close', labelKey: 'closeCase', icon: mdiWindowClose, shortcuts: ['Ctrl+W'], enabled: caseIsOpen, run: async () => { await attempt(() => appClient['app.closeCase']({})); } },
  {
    id: 'import.files', labelKey: 'import', icon: mdiTrayArrowDown, shortcuts: ['Ctrl+I'], enabled: caseIsOpen,
    run: async () => queueImport((await attempt(() => appClient['app.chooseFiles']({ purpose: 'import' }))) ?? []),
  },
  { id: 'export.data', labelKey: 'exportData', icon: mdiTrayArrowUp, shortcuts: ['Ctrl+Shift+E'], enabled: caseIsOpen, run: () => changeSession({ dialog: 'exportData' }) },
  { id: 'export.image', labelKey: 'exportImage', icon: mdiImageOutline, enabled: chartIsOpen, run: () => changeSession({ dialog: 'exportImage' }) },
  { id: 'edit.copy', labelKey: 'copy', icon: mdiContentCopy, shortcuts: ['Ctrl+Shift+C'], enabled: (context) => hasEntities(context) && nothingMarked(), run: () => changeSession({ dialog: 'copy' }) },
  { id: 'recipients.open', labelKey: 'recipients', icon: mdiAccountMultipleOutline, enabled: caseIsOpen, run: () => showPanel('recipients') },
  { id: 'viewAs.end', labelKey: 'viewAsSelf', icon: mdiEyeOutline, enabled: ({ session: now }) => now.viewingAs !== null, run: viewAsSelf },
  { id: 'recipes.open', labelKey: 'recipes', icon: mdiBookOpenPageVariantOutline, enabled: caseIsOpen, run: () => changeSession({ dialog: 'recipes' }) },
  { id: 'briefing.open', labelKey: 'briefing', icon: mdiFileDocumentOutline, shortcuts: ['Ctrl+P'], enabled: caseIsOpen, run: () => showPanel('briefings') },
  { id: 'briefing.export', labelKey: 'exportBriefing', icon: mdiFilePdfBox, shortcuts: ['Ctrl+Shift+P'], enabled: caseIsOpen, run: exportLastBriefing },
  { id: 'edit.undo', labelKey: 'undo', icon: mdiUndo, shortcuts: ['Ctrl+Z'], enabled: ({ session: now }) => now.open !== null && now.history.undo !== null, run: async () => { await attempt(() => openCaseClient()['case.undo']({})); } },
  { id: 'edit.redo', labelKey: 'redo', icon: mdiRedo, shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'], enabled: ({ session: now }) => now.open !== null && now.history.redo !== null, run: async () => { await attempt(() => openCaseClient()['case.redo']({})); } },
];
