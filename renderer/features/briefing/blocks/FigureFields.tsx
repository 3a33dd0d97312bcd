import { Button, Radio, RadioGroup } from '@blueprintjs/core';
import { mdiSnowflake } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { freezeChart } from '../../../actions/briefing';
import { askText } from '../../../ui/confirm';
import { Glyph } from '../../../ui/Glyph';
import { formatMoment, useLanguage } from '../../../ui/language';
import { Picker } from '../../../ui/Picker';
import { AuthoredField } from '../AuthoredField';
import { noText } from '../authored';
import { useEditing } from '../editing';
import type { BlockOf } from './blockList';
import { chartName } from './blockLook';

const LIVE = 'live';

/** Which chart a figure shows, as it is now or as it was frozen, and how its items are placed. */
export function FigureFields({ block }: { block: BlockOf<'figure'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const editing = useEditing();
  const { charts, snapshots, writing, edits } = editing;
  const own = snapshots.filter((each) => each.chart === block.chart);
  const gone = charts.every((each) => each.id !== block.chart);
  const lost = block.snapshot !== null && own.every((each) => each.id !== block.snapshot);
  const freeze = async (): Promise<void> => {
    const name = await askText({ title: 'briefing:freezeTitle', body: 'briefing:freezeBody', action: 'briefing:freeze', input: { label: 'briefing:freezeName', value: `${chartName(t, editing, block.chart)}, ${formatMoment(new Date().toISOString(), language, 'day')}` } });
    const id = name === null ? null : await freezeChart(block.chart, name);
    if (id !== null) edits.set({ ...block, snapshot: id });
  };
  return (
    <>
      <div className="fields-pair">
        <Picker label={t('chart')} value={block.chart} warn={gone} options={[...(gone ? [{ value: block.chart, label: t('chartGone'), disabled: true }] : []), ...charts.map(({ id, name, items }) => ({ value: id, label: `${name} (${items})` }))]} onChange={(chart) => edits.set({ ...block, chart, snapshot: null })} />
        <Picker label={t('state')} value={block.snapshot ?? LIVE} warn={lost} options={[{ value: LIVE, label: t('liveLong') }, ...(lost ? [{ value: block.snapshot ?? '', label: t('snapshotGone'), disabled: true }] : []), ...own.map(({ id, name, items }) => ({ value: id, label: t('frozenAs', { name, items }) }))]} onChange={(snapshot) => edits.set({ ...block, snapshot: snapshot === LIVE ? null : snapshot })} />
      </div>
      <Button size="small" disabled={gone} icon={<Glyph path={mdiSnowflake} size={14} />} text={t('freezeNow')} onClick={() => void freeze()} />
      <RadioGroup className="figure-places" label={t('places')} selectedValue={block.places} onChange={(event) => edits.set({ ...block, places: event.currentTarget.value === 'anew' ? 'anew' : 'drawn' })}>
        <Radio value="drawn" labelElement={<span>{t('placesDrawn')} <span className="quiet">{t('placesDrawnHint')}</span></span>} />
        <Radio value="anew" labelElement={<span>{t('placesAnew')} <span className="quiet">{t('placesAnewHint')}</span></span>} />
      </RadioGroup>
      <AuthoredField label={t('caption')} placeholder={t('captionHint')} text={block.caption ?? noText(writing)} onType={(caption) => edits.type({ ...block, caption })} />
    </>
  );
}
