import { Button } from '@blueprintjs/core';
import { mdiCameraOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { backToNow, usePast } from '../../actions/past';
import { Glyph } from '../../ui/Glyph';
import './snapshots.css';

/** Over the canvas while it shows the chart as a snapshot froze it: which, that nothing can be changed, and the way back. */
export function ShownSnapshot(): ReactElement | null {
  const { t } = useTranslation('snapshots');
  const past = usePast((state) => state.past);
  if (past?.kind !== 'snapshot') return null;
  return (
    <section className="changes-strip changes-strip--past" aria-label={t('shownSnapshot', { name: past.name })}>
      <Glyph path={mdiCameraOutline} size={14} />
      <span className="clip" dir="auto">{t('shownSnapshot', { name: past.name })}</span>
      <span className="quiet clip">{t('onlyShown')}</span>
      <Button size="small" variant="minimal" text={t('toNow')} onClick={backToNow} />
    </section>
  );
}
