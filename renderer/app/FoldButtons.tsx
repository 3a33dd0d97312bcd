import { Button, MenuDivider } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { foldable, type FoldingOf } from '../actions/folding';
import { actionById, runAction } from '../actions/registry';
import { useActionContext, useActionLabel } from '../actions/useActions';
import { useTypes } from '../case/types';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';
import { useLanguage } from '../ui/language';
import { FOLDINGS } from '../../shared/model/drawing';

/** The foldings of what is selected as a row of buttons, for a menu; the one that was set is pressed. */
function FoldButtons({ of, name }: { of: Exclude<FoldingOf, 'chart'>; name: string }): ReactElement {
  const { t } = useTranslation('folding');
  const context = useActionContext();
  const label = useActionLabel();
  const keys = useShortcutText();
  return (
    <li role="none">
      <div className="adjust-buttons" role="group" aria-label={name}>
        {[...FOLDINGS, 'none' as const].map((folding) => {
          const action = actionById(`fold.${of}.${folding}`);
          if (!action) return null;
          const title = action.shortcuts?.[0] ? `${t(`as.${folding}`)} (${keys(action.shortcuts[0])})` : t(`as.${folding}`);
          return <Button key={folding} variant="minimal" role="menuitem" className="bp6-popover-dismiss" icon={<Glyph path={action.icon} size={18} />} title={title} aria-label={label(action)} active={action.checked?.(context) ?? false} disabled={!action.enabled(context)} onClick={() => runAction(action)} />;
        })}
      </div>
    </li>
  );
}

/** How the links of the selected pair, and all of their types, are folded; nothing where nothing with lines is selected. */
export function FoldItems(): ReactElement | null {
  const { t } = useTranslation('folding');
  const context = useActionContext();
  const language = useLanguage();
  const types = useTypes();
  if (actionById('fold.members')?.enabled(context) !== true) return null;
  const { types: found } = foldable(context.selection);
  const ofTypes = found.length === 1 && found[0] !== undefined ? `${t('of.types')}: ${types.label(found[0], language)}` : t('of.types');
  return (
    <>
      <MenuDivider title={t('of.pair')} />
      <FoldButtons of="pair" name={t('of.pair')} />
      <MenuDivider title={ofTypes} />
      <FoldButtons of="types" name={ofTypes} />
    </>
  );
}
