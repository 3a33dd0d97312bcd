import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { attempt } from './execute';
import { changeSession } from './session';

/** Shows what the import that brought a source did. */
export const showReceipt = (source: string): void => changeSession({ receipt: source, dialog: 'receipt' });

/** Saves the receipt as PDF where the user says; shown in a notice. */
export async function saveReceipt(source: string): Promise<void> {
  const saved = await attempt(() => appClient['app.saveReceipt']({ source }));
  if (saved) notify('receipt:saved', { file: saved.name, count: saved.pages }, 'success');
}
