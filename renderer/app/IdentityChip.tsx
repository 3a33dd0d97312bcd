import { Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiAccountMultipleCheckOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IDENTITY_MODES } from '../../shared/model/identity';
import { setIdentity } from '../actions/identity';
import { useSession } from '../actions/session';
import { Glyph } from '../ui/Glyph';

/** Which entities this window takes for one; stands out while that is not simply what was judged. */
export function IdentityChip(): ReactElement {
  const { t } = useTranslation('judging');
  const mode = useSession((state) => state.identity);
  return (
    <PopoverNext
      placement="top-start"
      content={
        <Menu className="identity-menu">
          {IDENTITY_MODES.map((each) => <MenuItem key={each} roleStructure="listoption" selected={each === mode} text={<><span>{t(`mode.${each}`)}</span><span className="quiet identity-menu__hint">{t(`modeHint.${each}`)}</span></>} multiline onClick={() => void setIdentity(each)} />)}
        </Menu>
      }
    >
      <button type="button" className={`link-button status-bar__item identity-chip ${mode === 'judged' ? '' : 'identity-chip--other'}`} aria-haspopup="menu"><Glyph path={mdiAccountMultipleCheckOutline} size={13} /> {t(`modeShort.${mode}`)}</button>
    </PopoverNext>
  );
}
