import { Button } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { actionById, runAction } from '../actions/registry';
import { useActionContext, useActionLabel } from '../actions/useActions';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';

/** A button for an action: its icon, with its name beside it where `text` is set, its name and key as tooltip otherwise. */
export function ActionButton({ id, text, size = 18 }: { id: string; text?: boolean; size?: number }): ReactElement | null {
  const context = useActionContext();
  const label = useActionLabel();
  const keys = useShortcutText();
  const action = actionById(id);
  if (!action) return null;
  const name = label(action);
  const shortcut = action.shortcuts?.[0];
  return (
    <Button
      variant="minimal" icon={<Glyph path={action.icon} size={size} />} {...(text ? { text: name } : { 'aria-label': name })}
      title={shortcut ? `${name} (${keys(shortcut)})` : name} disabled={!action.enabled(context)} {...(action.checked ? { active: action.checked(context), 'aria-pressed': action.checked(context) } : {})}
      onClick={() => runAction(action)}
    />
  );
}
