import { Button, ButtonGroup, HTMLSelect } from '@blueprintjs/core';
import { mdiDeleteOutline, mdiFileDocumentOutline, mdiPencilOutline, mdiPresentationPlay } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { briefingOfPresentation, changeSlides, deletePresentation, moveSlide, newSlide, renamePresentation, show, type PresentationView } from '../../actions/presentations';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { SlideRow } from './SlideRow';

/** The slides of one presentation in their order, and what can be done with all of it. */
export function Slides({ presentation, fixed }: { presentation: PresentationView; fixed: boolean }): ReactElement {
  const { t } = useTranslation('presenting');
  const { slides, name } = presentation;
  const [carried, setCarried] = useState<number | null>(null);
  const { data: snapshots = [] } = useCase('case.snapshots', {}, !fixed);
  const { data: charts = [] } = useCase('case.charts', {});
  const chartName = (id: string): string => charts.find((each) => each.id === id)?.name ?? t('goneChart');
  return (
    <div className="slides">
      <ButtonGroup className="slides__tools">
        <Button size="small" intent="primary" disabled={slides.length === 0} icon={<Glyph path={mdiPresentationPlay} size={14} />} text={t('show')} onClick={() => void show(presentation.id)} />
        {fixed ? null : (
          <>
            <Button size="small" disabled={slides.length === 0} icon={<Glyph path={mdiFileDocumentOutline} size={14} />} text={t('asBriefing')} title={t('asBriefingHint')} onClick={() => void briefingOfPresentation(presentation)} />
            <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} aria-label={t('renameOf', { name })} title={t('rename')} onClick={() => void renamePresentation(presentation)} />
            <Button size="small" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('deleteOf', { name })} title={t('delete')} onClick={() => void deletePresentation(presentation)} />
          </>
        )}
      </ButtonGroup>
      {slides.length === 0 ? <p className="quiet">{t('noSlides')}</p> : (
        <ol className="slides__list">
          {slides.map((slide, at) => (
            <SlideRow
              key={slide.id} presentation={presentation} slide={slide} at={at} fixed={fixed}
              onCarry={() => setCarried(at)} onDrop={() => { if (carried !== null && carried !== at) void moveSlide(presentation, carried, at); setCarried(null); }}
            />
          ))}
        </ol>
      )}
      {fixed ? null : (
        <HTMLSelect fill aria-label={t('addSlide')} value="" disabled={snapshots.length === 0} onChange={(event) => { if (event.currentTarget.value !== '') void changeSlides(presentation, [...slides, newSlide(event.currentTarget.value)]); }}>
          <option value="">{snapshots.length === 0 ? t('noSnapshots') : t('addSlide')}</option>
          {snapshots.map((each) => <option key={each.id} value={each.id}>{`${each.name} · ${chartName(each.chart)}`}</option>)}
        </HTMLSelect>
      )}
    </div>
  );
}
