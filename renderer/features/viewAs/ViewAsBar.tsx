import { Button } from '@blueprintjs/core';
import { mdiEyeOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { showPanel, useSession } from '../../actions/session';
import { viewAsSelf } from '../../actions/viewAs';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import './viewAs.css';

/** Says on top of everything that the case is seen as a recipient gets it, so that nobody takes it for the whole. */
export function ViewAsBar(): ReactElement | null {
  const { t } = useTranslation('viewAs');
  const language = useLanguage();
  const seen = useSession((state) => state.viewingAs);
  if (seen === null) return null;
  return (
    <div className="view-as" role="status">
      <Glyph path={mdiEyeOutline} size={16} />
      <span className="clip"><strong>{t('seenAs', { name: seen.name })}</strong> · {t(`release:purposes.${seen.purpose}`)} · {t('gets', { entities: formatCount(seen.entities, language), links: formatCount(seen.links, language) })}</span>
      <button type="button" className="link-button" onClick={() => showPanel('withheld')}>{t('heldBack', { count: seen.withheld })}</button>
      <Button size="small" text={t('end')} onClick={() => void viewAsSelf()} />
    </div>
  );
}
