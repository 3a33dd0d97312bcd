import { Button } from '@blueprintjs/core';
import { mdiChartBubble, mdiCursorDefaultClickOutline, mdiPlusCircleOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { useNetwork } from '../../actions/network';
import { onNewChart, selectThose } from '../../actions/toChart';
import { Glyph } from '../../ui/Glyph';
import { useOptionWords } from './optionWords';

/** What can be done with what was found: select it, add what is missing, or keep it as a chart of its own, with a note of how it was found. */
export function ResultTools({ ids, name, method, lines = [] }: { ids: readonly string[]; name: string; method?: string; lines?: readonly string[] }): ReactElement {
  const { t } = useTranslation('network');
  const { options, scope } = useNetwork((state) => state.asking);
  const words = useOptionWords();
  const note = method === undefined ? undefined : [name, method, t('noteScope', { scope: t(`scopes.${scope}`) }), ...words(options)].join('\n');
  return (
    <div className="network__tools">
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiCursorDefaultClickOutline} size={14} />} text={t('select')} onClick={() => void selectThose(ids, lines)} />
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiPlusCircleOutline} size={14} />} text={t('add')} onClick={() => void addToChart(ids)} />
      <Button size="small" disabled={ids.length === 0} icon={<Glyph path={mdiChartBubble} size={14} />} text={t('newChart')} onClick={() => void onNewChart(ids, name, note)} />
    </div>
  );
}
