import { changeSession } from './session';
import { notify } from '../ui/notices';

/** Opens the list of neighbours by type, from which the user picks what to add. */
export function startExpand(ids: readonly string[]): void {
  if (ids.length === 0) notify('actions:nothingSelected');
  else changeSession({ expanding: ids.slice(0, 5000), dialog: 'expand' });
}
