import { useTranslation } from 'react-i18next';
import { useTypes } from '../case/types';
import { useLanguage } from '../ui/language';
import { stepText } from '../ui/stepText';
import type { Action, ActionContext } from './action';
import { useSelected } from './selected';
import { useSession } from './session';

/** What actions look at, for components that show which of them make sense now. */
export function useActionContext(): ActionContext {
  const session = useSession();
  const selection = useSelected();
  return { session, selection };
}

/** The name of an action in the user's language; undo and redo say what they would undo or redo. */
export function useActionLabel(): (action: Action) => string {
  const { t } = useTranslation('actions');
  const history = useSession((state) => state.history);
  const types = useTypes();
  const language = useLanguage();
  return (action) => {
    const step = action.id === 'edit.undo' ? history.undo : action.id === 'edit.redo' ? history.redo : null;
    const own = t(action.labelKey);
    const name = action.groupKey ? t('namedStep', { action: t(action.groupKey), step: own }) : own;
    return step ? t('namedStep', { action: name, step: stepText(t, step, (type) => types.label(type, language)) }) : name;
  };
}
