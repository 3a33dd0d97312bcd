import type { Action, ActionContext } from './action';
import { arrangingActions } from './arranging';
import { bundleActions } from './bundles';
import { caseActions } from './caseActions';
import { chartActions } from './chartActions';
import { clipboardActions } from './clipboard';
import { evaluationActions } from './evaluateSelection';
import { foldingActions } from './folding';
import { groupActions } from './groups';
import { identityActions } from './identity';
import { judgingActions } from './judging';
import { markActions } from './marks';
import { newsActions } from './news';
import { representingActions } from './representing';
import { isShortcut, isTyping, type KeyPress } from './keys';
import { presentingActions } from './presentations';
import { selection } from './selected';
import { patternActions } from './pattern';
import { selectionActions } from './selectionActions';
import { findingActions } from './selections';
import { servicesActions } from './services';
import { session } from './session';
import { timeActions } from './timeActions';
import { viewActions } from './viewActions';
import { watchActions } from './watch';

/** Everything that a user can do, in the order in which the palette shows it. */
export const ACTIONS: readonly Action[] = [...caseActions, ...clipboardActions, ...bundleActions, ...servicesActions, ...chartActions, ...arrangingActions, ...markActions, ...representingActions, ...newsActions, ...selectionActions, ...findingActions, ...groupActions, ...patternActions, ...foldingActions, ...presentingActions, ...evaluationActions, ...judgingActions, ...watchActions, ...identityActions, ...timeActions, ...viewActions];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

export const actionById = (id: string): Action | undefined => byId.get(id);

/** What actions look at, as it is now. */
export const actionContext = (): ActionContext => ({ session: session(), selection: selection() });

/** Runs an action if it makes sense now. */
export function runAction(action: Action): void {
  const context = actionContext();
  if (action.enabled(context)) void action.run(context);
}

export function runActionById(id: string): void {
  const action = byId.get(id);
  if (action) runAction(action);
}

/** True while a dialog or menu has the keyboard. */
const inOverlay = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.bp6-overlay-open [role="dialog"], .bp6-dialog, .bp6-omnibar, [role="menu"]') !== null;

/** The action that a key press asks for; none where the key belongs to a field or dialog, or the action makes no sense now. */
export function actionForKey(event: KeyPress & { readonly target: EventTarget | null }): Action | undefined {
  if (inOverlay(event.target)) return undefined;
  const typing = isTyping(event.target);
  const context = actionContext();
  return ACTIONS.find((action) => (!typing || action.whileTyping) && (action.shortcuts ?? []).some((shortcut) => isShortcut(event, shortcut)) && action.enabled(context));
}
