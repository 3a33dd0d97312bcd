import { Button, Menu, MenuDivider, MenuItem } from '@blueprintjs/core';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYOUTS } from '../canvas';
import { ADJUSTMENT_IDS } from '../../shared/analysis/layout/adjust';
import { actionById, runAction } from '../actions/registry';
import { useActionContext, useActionLabel } from '../actions/useActions';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';

const PARTS = ['lines', 'blocks', 'forms'] as const;

/** Aligning and the like as two rows of buttons, for a menu. */
export function AdjustButtons(): ReactElement {
  const { t } = useTranslation('actions');
  const context = useActionContext();
  const label = useActionLabel();
  const keys = useShortcutText();
  return (
    <li role="none">
      <div className="adjust-buttons" role="group" aria-label={t('arrange')}>
        {ADJUSTMENT_IDS.map((id) => {
          const action = actionById(`arrange.${id}`);
          if (!action) return null;
          const name = label(action);
          return <Button key={id} variant="minimal" role="menuitem" className="bp6-popover-dismiss" icon={<Glyph path={action.icon} size={18} />} title={action.shortcuts?.[0] ? `${name} (${keys(action.shortcuts[0])})` : name} aria-label={name} disabled={!action.enabled(context)} onClick={() => runAction(action)} />;
        })}
      </div>
    </li>
  );
}

const KEEPING = ['arrange.keepRow', 'arrange.keepColumn', 'arrange.freeRows'] as const;
const POINTING = ['arrange.pointAny', 'arrange.pointRight', 'arrange.pointDown'] as const;
const BACK = ['arrange.undo', 'arrange.redo', 'arrange.moved'] as const;

/** Some actions as items of a menu; of those that switch something, the one that holds is ticked. */
function ActionItems({ ids }: { ids: readonly string[] }): ReactElement {
  const context = useActionContext();
  const label = useActionLabel();
  const keys = useShortcutText();
  const { t } = useTranslation('arranging');
  return (
    <>
      {ids.map((id) => {
        const action = actionById(id);
        if (!action) return null;
        const text = action.groupKey === undefined ? label(action) : t(action.labelKey);
        return <MenuItem key={id} icon={<Glyph path={action.icon} />} text={text} label={action.shortcuts?.[0] ? keys(action.shortcuts[0]) : undefined} disabled={!action.enabled(context)} {...(action.checked ? { roleStructure: 'listoption' as const, selected: action.checked(context) } : {})} onClick={() => runAction(action)} />;
      })}
    </>
  );
}

/** Keeping the selection in a row or column. */
export const KeepItems = (): ReactElement => <ActionItems ids={KEEPING} />;

/** Items of a menu for all layouts: by lines, in blocks by what items are, in a form. */
export function LayoutItems(): ReactElement {
  const { t } = useTranslation(['actions', 'canvas']);
  const keys = useShortcutText();
  return (
    <>
      {PARTS.map((part) => (
        <Fragment key={part}>
          <MenuDivider title={t(`canvas:layoutPart.${part}`)} />
          {LAYOUTS.filter((layout) => layout.part === part).map(({ id, label }) => {
            const action = actionById(`layout.${id}`);
            return action ? <MenuItem key={id} icon={<Glyph path={action.icon} />} text={t(`canvas:${label}`)} label={action.shortcuts?.[0] ? keys(action.shortcuts[0]) : undefined} onClick={() => runAction(action)} /> : null;
          })}
        </Fragment>
      ))}
    </>
  );
}

/** The menu behind the layout button: layouts, then small changes of places. It says when only the selection will move. */
export function LayoutMenu(): ReactElement {
  const { t } = useTranslation(['actions', 'canvas', 'arranging']);
  const { selection } = useActionContext();
  const count = selection.entities.length;
  return (
    <Menu>
      <LayoutItems />
      <MenuDivider title={t('actions:arrange')} />
      <AdjustButtons />
      <KeepItems />
      <MenuDivider title={t('arranging:pointing')} />
      <ActionItems ids={POINTING} />
      <MenuDivider />
      <ActionItems ids={BACK} />
      <li className="layout-menu__scope" role="none">{count > 1 ? t('canvas:layoutScope', { count }) : t('canvas:layoutAll')}</li>
    </Menu>
  );
}
