import { Button, ButtonGroup, InputGroup, TextArea } from '@blueprintjs/core';
import { mdiArrowDown, mdiArrowUp, mdiClose, mdiCropFree, mdiDragVertical, mdiFitToPageOutline, mdiPresentationPlay } from '@mdi/js';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSlide, changeSlides, moveSlide, show, type PresentationView, type SlideView } from '../../actions/presentations';
import { session, useSession } from '../../actions/session';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';

const LONGEST_HEADING = 300;
const LONGEST_NOTE = 10_000;

interface Props {
  readonly presentation: PresentationView;
  readonly slide: SlideView;
  readonly at: number;
  readonly fixed: boolean;
  readonly onCarry: () => void;
  readonly onDrop: () => void;
}

/** One slide: which snapshot it shows, its heading, the presenter's note, the part that is shown, and its place in the order, by drag or by its handle and an arrow. */
export function SlideRow({ presentation, slide, at, fixed, onCarry, onDrop }: Props): ReactElement {
  const { t } = useTranslation('presenting');
  const language = useLanguage();
  const [heading, setHeading] = useState(slide.heading);
  const [note, setNote] = useState(slide.note);
  const [over, setOver] = useState(false);
  const front = useSession((state) => state.chart);
  const { shows } = slide;
  const last = presentation.slides.length - 1;
  const order = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || at + step < 0 || at + step > last) return;
    event.preventDefault();
    void moveSlide(presentation, at, at + step);
  };
  const takeView = (): void => {
    const view = session().canvas?.inView();
    if (view) void changeSlide(presentation, slide.id, { view });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- where a slide is dropped; its handle takes the keys
    <li
      className={`slide ${over ? 'slide--over' : ''}`}
      onDragOver={(event) => { if (!fixed) { event.preventDefault(); setOver(true); } }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); onDrop(); }}
    >
      <div className="slide__head">
        {fixed ? null : <button type="button" className="slide__grip" draggable title={t('dragHint')} aria-label={t('orderOf', { number: at + 1 })} onKeyDown={order} onDragStart={(event) => { event.dataTransfer.setData('application/x-knoop-slide', slide.id); event.dataTransfer.effectAllowed = 'move'; onCarry(); }}><Glyph path={mdiDragVertical} size={16} /></button>}
        <span className="slide__number figures">{at + 1}</span>
        <span className="slide__shows">
          <span className="clip" dir="auto">{shows === null ? t('missing') : shows.name}</span>
          {shows === null ? null : <span className="clip quiet slide__when">{shows.chartName === '' ? t('goneChart') : shows.chartName}{shows.at === '' ? '' : ` · ${formatMoment(shows.at, language)}`}</span>}
        </span>
        <ButtonGroup variant="minimal">
          <Button size="small" icon={<Glyph path={mdiPresentationPlay} size={14} />} aria-label={t('showFrom', { number: at + 1 })} title={t('showFrom', { number: at + 1 })} onClick={() => void show(presentation.id, at)} />
          {fixed ? null : (
            <>
              <Button size="small" disabled={at === 0} icon={<Glyph path={mdiArrowUp} size={14} />} aria-label={t('up', { number: at + 1 })} title={t('up', { number: at + 1 })} onClick={() => void moveSlide(presentation, at, at - 1)} />
              <Button size="small" disabled={at === last} icon={<Glyph path={mdiArrowDown} size={14} />} aria-label={t('down', { number: at + 1 })} title={t('down', { number: at + 1 })} onClick={() => void moveSlide(presentation, at, at + 1)} />
              <Button size="small" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeSlide', { number: at + 1 })} title={t('removeSlide', { number: at + 1 })} onClick={() => void changeSlides(presentation, presentation.slides.filter((each) => each.id !== slide.id))} />
            </>
          )}
        </ButtonGroup>
      </div>
      {fixed ? null : (
        <div className="slide__fields">
          <InputGroup size="small" fill value={heading} maxLength={LONGEST_HEADING} placeholder={t('heading')} aria-label={t('headingOf', { number: at + 1 })} onValueChange={setHeading} onBlur={() => { if (heading !== slide.heading) void changeSlide(presentation, slide.id, { heading }); }} />
          <TextArea fill autoResize size="small" value={note} maxLength={LONGEST_NOTE} placeholder={t('note')} aria-label={t('noteOf', { number: at + 1 })} onChange={(event) => setNote(event.currentTarget.value)} onBlur={() => { if (note !== slide.note) void changeSlide(presentation, slide.id, { note }); }} />
          <ButtonGroup className="slide__view">
            <Button size="small" variant="minimal" disabled={shows === null || shows.chart !== front} icon={<Glyph path={mdiCropFree} size={14} />} text={t('takeView')} title={t('takeViewHint')} onClick={takeView} />
            {slide.view === undefined ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiFitToPageOutline} size={14} />} text={t('wholeChart')} onClick={() => void changeSlide(presentation, slide.id, { view: null })} />}
          </ButtonGroup>
        </div>
      )}
    </li>
  );
}
