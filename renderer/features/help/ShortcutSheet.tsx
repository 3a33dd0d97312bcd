import { Dialog, DialogBody } from '@blueprintjs/core';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIONS } from '../../actions/registry';
import { changeSession, useSession } from '../../actions/session';
import { useActionLabel } from '../../actions/useActions';
import { KeyCaps } from '../../ui/KeyCaps';
import './help.css';

/** Keys of the chart itself, which no command has. */
const CANVAS_KEYS = [
  ['next', ['Tab', 'Shift+Tab']], ['ends', ['Home', 'End']], ['neighbour', ['Ctrl+ArrowRight', 'Ctrl+ArrowLeft', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown']], ['extend', ['Ctrl+Shift+ArrowRight']],
  ['lines', ['PageDown', 'PageUp']], ['nudge', ['ArrowRight']], ['nudgeFine', ['Shift+ArrowRight']], ['open', ['Enter']], ['menu', ['Shift+F10']], ['leave', ['Escape']],
] as const;

/** Every key and every gesture on one page. */
export function ShortcutSheet(): ReactElement | null {
  const { t } = useTranslation('help');
  const label = useActionLabel();
  const shown = useSession((state) => state.dialog === 'shortcuts');
  if (!shown) return null;
  return (
    <Dialog isOpen title={t('title')} className="shortcuts" onClose={() => changeSession({ dialog: null })}>
      <DialogBody>
        <dl className="shortcuts__list">
          {ACTIONS.filter((action) => action.shortcuts).map((action) => (
            <Fragment key={action.id}><dt>{label(action)}</dt><dd>{(action.shortcuts ?? []).map((shortcut) => <KeyCaps key={shortcut} shortcut={shortcut} />)}</dd></Fragment>
          ))}
        </dl>
        <h3>{t('onChart')}</h3>
        <dl className="shortcuts__list">
          {CANVAS_KEYS.map(([what, keys]) => <Fragment key={what}><dt>{t(`canvas.${what}`)}</dt><dd>{keys.map((shortcut) => <KeyCaps key={shortcut} shortcut={shortcut} />)}</dd></Fragment>)}
        </dl>
        <h3>{t('mouse')}</h3>
        <dl className="shortcuts__list">
          {['wheel', 'pinch', 'twoFingers', 'drag', 'toTab', 'box', 'ctrlClick', 'doubleClick', 'rightClick', 'space', 'drop'].map((key) => <Fragment key={key}><dt>{t(`gesture.${key}.what`)}</dt><dd>{t(`gesture.${key}.how`)}</dd></Fragment>)}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
