import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { endShow, type SlideView } from '../../actions/presentations';
import { useCase } from '../../case/queries';
import { formatMoment, useLanguage } from '../../ui/language';
import { SlideLayer } from './SlideLayer';
import { SlideLegend } from './SlideLegend';
import { useShowKeys } from './useShowKeys';

/** Old slides stay under new ones until these are fully there, ms. */
const FADE = 200;
/** A pointer that rests is not looked at, ms. */
const POINTER_RESTS = 2500;

/** What stands over the stage in the window, and must stay to be seen: the marking, and whose eyes are borrowed. */
function barsBottom(): number {
  return Math.max(0, ...[...document.querySelectorAll('.marking-bar, .view-as')].map((bar) => bar.getBoundingClientRect().bottom));
}

/** True while the pointer has not moved for a while. */
function usePointerRests(): boolean {
  const [rests, setRests] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      setRests(false);
      clearTimeout(timer);
      timer = setTimeout(() => setRests(true), POINTER_RESTS);
    };
    window.addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', moved);
    };
  }, []);
  return rests;
}

/** The slides one after another, each laid over the one before: what is on both stays where it is, and only what came or went fades. */
export function Stage({ presentation: id, first }: { presentation: string; first: number }): ReactElement {
  const { t } = useTranslation('presenting');
  const language = useLanguage();
  const { data } = useCase('case.presentations', {});
  const presentation = data?.find((each) => each.id === id);
  const slides = presentation?.slides ?? [];
  const [at, setAt] = useState(first);
  const [layers, setLayers] = useState<readonly { readonly key: number; readonly slide: SlideView }[]>([]);
  const [blank, setBlank] = useState(false);
  const [notes, setNotes] = useState(false);
  const [legend, setLegend] = useState(false);
  const [top] = useState(barsBottom);
  const place = useRef<HTMLDivElement>(null);
  const rests = usePointerRests();
  const slide = slides[at];
  const go = (step: number): void => {
    setBlank(false);
    setAt((now) => Math.min(Math.max(0, slides.length - 1), Math.max(0, now + step)));
  };
  useShowKeys({ next: () => go(1), previous: () => go(-1), first: () => go(-slides.length), last: () => go(slides.length), blank: () => setBlank((now) => !now), notes: () => setNotes((now) => !now), legend: () => setLegend((now) => !now), end: () => void endShow() });

  useEffect(() => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    place.current?.focus();
    return () => before?.focus();
  }, []);
  // A presentation that was taken away while it is shown has nothing left to show.
  useEffect(() => { if (data !== undefined && presentation === undefined) void endShow(); }, [data, presentation]);
  useEffect(() => {
    if (slide === undefined) return;
    setLayers((before) => (before.at(-1)?.slide.id === slide.id && before.at(-1)?.slide.snapshot === slide.snapshot ? before : [...before, { key: (before.at(-1)?.key ?? 0) + 1, slide }]));
  }, [slide]);
  const drop = (key: number): void => {
    setTimeout(() => setLayers((now) => now.filter((each) => each.key >= key)), FADE);
  };
  const shows = slide?.shows ?? null;
  const said = slide === undefined ? '' : t('pageSaid', { number: at + 1, count: slides.length, heading: slide.heading === '' ? (shows?.name ?? t('missing')) : slide.heading });
  return (
    <div ref={place} className={`show ${rests ? 'show--still' : ''}`} style={{ top }} role="dialog" aria-modal="true" aria-label={presentation?.name ?? ''} tabIndex={-1} data-testid="show">
      <p className="show__said" role="status">{blank ? t('blank') : said}</p>
      {slide !== undefined && slide.heading !== '' ? <h1 className="show__heading" dir="auto">{slide.heading}</h1> : null}
      <div className="show__stage" role="presentation" onClick={() => go(1)} onContextMenu={(event) => { event.preventDefault(); go(-1); }}>
        {layers.map(({ key, slide: each }) => <SlideLayer key={key} slide={each} onShown={() => drop(key)} />)}
        {legend && slide !== undefined ? <SlideLegend slide={slide} /> : null}
      </div>
      {slides[at + 1] === undefined ? null : <Ahead snapshot={slides[at + 1]?.snapshot ?? ''} />}
      <footer className="show__foot">
        <span className="clip" dir="auto">{shows === null ? '' : `${shows.name}${shows.at === '' ? '' : ` · ${formatMoment(shows.at, language)}`}`}</span>
        <span className="figures">{t('page', { number: Math.min(at + 1, slides.length), count: slides.length })}</span>
      </footer>
      {notes && slide !== undefined ? <aside className="show__notes" aria-label={t('note')}><p dir="auto">{slide.note === '' ? t('noNote') : slide.note}</p><p className="quiet">{t('keysHint')}</p></aside> : null}
      {blank ? <div className="show__blank" data-testid="blank" onClick={() => setBlank(false)} role="presentation" /> : null}
    </div>
  );
}

/** Has the next slide asked for while this one is looked at. */
function Ahead({ snapshot }: { snapshot: string }): null {
  useCase('case.pastChart', { snapshot });
  return null;
}
