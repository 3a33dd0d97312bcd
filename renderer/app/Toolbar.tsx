import { mdiMagnify } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { runActionById } from '../actions/registry';
import { Glyph } from '../ui/Glyph';
import { KeyCaps } from '../ui/KeyCaps';
import { ActionButton } from './ActionButton';

/** The main things to do, and the box that finds everything else. */
export function Toolbar(): ReactElement {
  const { t } = useTranslation('app');
  return (
    <div className="toolbar" role="toolbar" aria-label={t('toolbar')}>
      <div className="toolbar__side">
        <ActionButton id="import.files" text />
        <ActionButton id="briefing.open" text />
        <ActionButton id="export.data" />
        <ActionButton id="edit.undo" />
        <ActionButton id="edit.redo" />
      </div>
      <button type="button" className="toolbar__search" onClick={() => runActionById('palette.open')}>
        <Glyph path={mdiMagnify} />
        <span className="clip">{t('searchBox')}</span>
        <KeyCaps shortcut="Ctrl+K" />
      </button>
      <div className="toolbar__side toolbar__side--end">
        <ActionButton id="settings.open" />
        <ActionButton id="help.keys" />
        <ActionButton id="case.close" />
      </div>
    </div>
  );
}
