import type { Purpose } from '../../shared/model/recipient';
import { notify } from '../ui/notices';
import { attempt, openCaseClient } from './execute';
import { changeSession, session, showPanel } from './session';

/** Shows the case exactly as a recipient would get it, and what is held back beside it. */
export async function viewAs(recipient: { readonly id: string; readonly name: string; readonly purpose: Purpose }): Promise<void> {
  const seen = await attempt(() => openCaseClient()['case.viewAs']({ recipient: recipient.id, purpose: recipient.purpose }));
  if (seen === undefined) return;
  changeSession({ viewingAs: { id: recipient.id, name: recipient.name, purpose: recipient.purpose, entities: seen.entities, links: seen.links, withheld: seen.withheld } });
  showPanel('withheld');
}

/** Shows the whole case again. */
export async function viewAsSelf(): Promise<void> {
  if (session().viewingAs === null) return;
  if (await attempt(() => openCaseClient()['case.viewAs']({ recipient: null })) === undefined) return;
  changeSession({ viewingAs: null });
  notify('viewAs:ended');
}
