import { Button } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { REPRESENTATIONS } from '../../shared/model/drawing';
import { actionById, runAction } from '../actions/registry';
import { useActionContext, useActionLabel } from '../actions/useActions';
import { Glyph } from '../ui/Glyph';

const IDS = [...REPRESENTATIONS.map((each) => `as.${each}`), 'as.smaller', 'as.larger'];

/** What may stand for an entity, as a row of buttons for a menu. */
export function ShowAsButtons(): ReactElement {
  const { t } = useTranslation('marks');
  const context = useActionContext();
  const label = useActionLabel();
  return (
    <li role="none">
      <div className="adjust-buttons" role="group" aria-label={t('showAs')}>
        {IDS.map((id) => {
          const action = actionById(id);
          if (!action) return null;
          const checked = action.checked?.(context) === true;
          return <Button key={id} variant="minimal" role="menuitem" className="bp6-popover-dismiss" active={checked} icon={<Glyph path={action.icon} size={18} />} title={label(action)} aria-label={label(action)} disabled={!action.enabled(context)} onClick={() => runAction(action)} />;
        })}
      </div>
    </li>
  );
}
