import { Button, Popover } from '@blueprintjs/core';
import { mdiDeleteOutline, mdiEyeOffOutline, mdiFormatSize, mdiLinkOff, mdiPaletteOutline, mdiPencilOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PALETTE } from '../../../shared/model/formatting';
import type { AnnotationRecord } from '../../../shared/model/drawing';
import { useChartView } from '../../actions/chartView';
import { deleteMark, markIcon, styleMark, useMarks } from '../../actions/marks';
import { session } from '../../actions/session';
import { Glyph } from '../../ui/Glyph';
import './marks.css';

const LINES = ['solid', 'dashed', 'dotted'] as const;
/** Heights of letters that are offered, as factors on what is usual for the kind, chart units. */
const SIZES: Readonly<Record<AnnotationRecord['kind'], readonly number[]>> = { note: [10, 12, 16, 22], heading: [20, 28, 40, 64], text: [11, 14, 20, 30], box: [11, 13, 18, 28], circle: [11, 13, 18, 28], arrow: [10, 12, 16, 22] };
/** Room of the bar over the annotation, CSS px; under it where there is none above. */
const HEIGHT = 42;
const WIDTH = 250;

function Colours({ record }: { record: AnnotationRecord }): ReactElement {
  const { t } = useTranslation('marks');
  return (
    <div className="mark-style">
      <div className="mark-style__row" role="group" aria-label={t('colour')}>
        <button type="button" className="mark-style__colour mark-style__colour--none" aria-pressed={record.style?.colour === undefined} title={t('noColour')} aria-label={t('noColour')} onClick={() => void styleMark(record, { colour: undefined })} />
        {Object.entries(PALETTE).map(([name, colour]) => <button key={name} type="button" className="mark-style__colour" style={{ background: colour }} aria-pressed={record.style?.colour === colour} title={t(`formatting:colour.${name}`)} aria-label={t(`formatting:colour.${name}`)} onClick={() => void styleMark(record, { colour })} />)}
      </div>
      {record.kind === 'heading' || record.kind === 'text' ? null : (
        <div className="mark-style__row" role="group" aria-label={t('line')}>
          {LINES.map((line) => <button key={line} type="button" className="mark-style__line" aria-pressed={(record.style?.line ?? 'solid') === line} aria-label={t(`lines.${line}`)} title={t(`lines.${line}`)} onClick={() => void styleMark(record, { line: line === 'solid' ? undefined : line })}><i className={`mark-style__stroke mark-style__stroke--${line}`} /></button>)}
        </div>
      )}
    </div>
  );
}

function Sizes({ record }: { record: AnnotationRecord }): ReactElement {
  const { t } = useTranslation('marks');
  const sizes = SIZES[record.kind];
  return (
    <div className="mark-style mark-style__row" role="group" aria-label={t('size')}>
      {sizes.map((size, at) => <button key={size} type="button" className="mark-style__size" aria-pressed={(record.style?.size ?? sizes[1]) === size} aria-label={t('sizeOf', { size })} style={{ fontSize: 11 + at * 4 }} onClick={() => void styleMark(record, { size: at === 1 ? undefined : size })}>A</button>)}
    </div>
  );
}

/** What can be done with the annotation that is selected, beside it. */
export function MarkBar(): ReactElement | null {
  const { t } = useTranslation('marks');
  const { selected, place } = useMarks();
  const record = useChartView((state) => state.view?.annotations.find((each) => each.id === selected));
  if (record === undefined || place === null) return null;
  const name = t(`tool.${record.kind}`);
  const above = place.top - HEIGHT > 4;
  return (
    <div className="mark-bar" role="toolbar" aria-label={t('bar', { kind: name })} style={{ left: Math.max(4, (place.left + place.right - WIDTH) / 2), top: above ? place.top - HEIGHT : place.bottom + 10 }}>
      <span className="mark-bar__kind" title={name}><Glyph path={markIcon(record.kind)} size={16} label={name} /></span>
      <Button variant="minimal" size="small" icon={<Glyph path={mdiPencilOutline} size={16} />} title={t('edit')} aria-label={t('edit')} onClick={() => session().canvas?.editMark(record.id)} />
      <Popover placement="bottom" content={<Colours record={record} />}>
        <Button variant="minimal" size="small" icon={<Glyph path={mdiPaletteOutline} size={16} />} title={t('look')} aria-label={t('look')} />
      </Popover>
      <Popover placement="bottom" content={<Sizes record={record} />}>
        <Button variant="minimal" size="small" icon={<Glyph path={mdiFormatSize} size={16} />} title={t('size')} aria-label={t('size')} />
      </Popover>
      {record.style?.anchor === undefined ? null : <Button variant="minimal" size="small" icon={<Glyph path={mdiLinkOff} size={16} />} title={t('loosen')} aria-label={t('loosen')} onClick={() => session().canvas?.loosenMark(record.id)} />}
      <Button variant="minimal" size="small" active={record.style?.ownOnly === true} aria-pressed={record.style?.ownOnly === true} icon={<Glyph path={mdiEyeOffOutline} size={16} />} title={t('ownOnly')} aria-label={t('ownOnly')} onClick={() => void styleMark(record, { ownOnly: record.style?.ownOnly === true ? undefined : true })} />
      <Button variant="minimal" size="small" icon={<Glyph path={mdiDeleteOutline} size={16} />} title={t('delete')} aria-label={t('delete')} onClick={() => void deleteMark(record.id)} />
    </div>
  );
}
