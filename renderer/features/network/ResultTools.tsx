import { Button } from '@blueprintjs/core';
import { mdiChartBubble, mdiCursorDefaultClickOutline, mdiPlusCircleOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { onNewChart, selectThose } from '../../actions/toChart';
import { Glyph } from '../../ui/Glyph';

/** What can be done with what was found: select it, add what is missing, or keep it as a chart of its own. */
export function ResultTools({ ids, name }: { ids: readonly string[]; name: string }): ReactElement {
  const { t } = useTranslation('network');
  return (
    <div className="network__tools">
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiCursorDefaultClickOutline} size={14} />} text={t('select')} onClick={() => void selectThose(ids)} />
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiPlusCircleOutline} size={14} />} text={t('add')} onClick={() => void addToChart(ids)} />
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiChartBubble} size={14} />} text={t('newChart')} onClick={() => void onNewChart(ids, name)} />
    </div>
  );
}
