import { Button, ProgressBar, Spinner } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronUp, mdiRefresh } from '@mdi/js';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../../shared/model/briefing';
import { failureText } from '../../../ui/failureText';
import { Glyph } from '../../../ui/Glyph';
import { useLater } from '../../../ui/useLater';
import { useWidth } from '../useWidth';
import { openPdf } from './openPdf';
import { Page } from './Page';
import { useLivePreview } from './useLivePreview';

/** Widest that a page is drawn, and what is left free beside it; CSS px. */
const WIDEST = 900;
const MARGIN = 32;

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Height by width of the first page. */
  readonly ratio: number;
}

/** Opens the newest pages, and closes the ones before when they are no longer on show. */
function useOpened(bytes: Uint8Array | null): { readonly opened: Opened | null; readonly failure: unknown } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (bytes === null) return;
    let given = false;
    void (async () => {
      try {
        const pdf = await openPdf(bytes);
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (given) return await pdf.loadingTask.destroy();
        setOpened({ pdf, ratio: height / width });
        setFailure(null);
      } catch (error) {
        if (!given) setFailure(error);
      }
    })();
    return () => { given = true; };
  }, [bytes]);
  useEffect(() => () => void opened?.pdf.loadingTask.destroy(), [opened]);
  return { opened, failure };
}

/** The real pages of a briefing as they would be exported now, made anew as one writes. */
export function PreviewPane({ briefing }: { briefing: BriefingRecord }): ReactElement {
  const { t } = useTranslation('briefing');
  const { pdf, progress, failure, current, refresh, cancel } = useLivePreview(briefing);
  const { opened, failure: unreadable } = useOpened(pdf);
  const [place, measured] = useWidth<HTMLDivElement>();
  // While a divider is dragged pages keep their size: drawing them at every step would lag behind.
  const width = useLater(Math.max(200, Math.min(WIDEST, measured - MARGIN)), 150);
  const [number, setNumber] = useState(1);
  const scroll = useRef<number>(0);
  const pages = opened?.pdf.numPages ?? 0;
  const shownPage = Math.min(number, Math.max(1, pages));
  const trouble = failure ?? unreadable;

  const note = (): void => {
    const list = place.current;
    if (!list) return;
    scroll.current = list.scrollTop;
    const middle = list.scrollTop + list.clientHeight / 3;
    const at = [...list.querySelectorAll<HTMLElement>('[data-page]')].findLastIndex((page) => page.offsetTop - list.offsetTop <= middle);
    setNumber(Math.max(1, at + 1));
  };
  const leaf = (by: number): void => place.current?.querySelector(`[data-page="${shownPage + by}"]`)?.scrollIntoView({ block: 'start' });

  return (
    <section className="preview" aria-label={t('previewTitle', { title: briefing.title })} aria-busy={progress !== null}>
      <div className="preview__head">
        {pages > 0 ? (
          <>
            <Button size="small" variant="minimal" disabled={shownPage <= 1} icon={<Glyph path={mdiChevronUp} size={14} />} aria-label={t('pageBefore')} title={t('pageBefore')} onClick={() => leaf(-1)} />
            <Button size="small" variant="minimal" disabled={shownPage >= pages} icon={<Glyph path={mdiChevronDown} size={14} />} aria-label={t('pageAfter')} title={t('pageAfter')} onClick={() => leaf(1)} />
            <span className="quiet figures">{t('pageLabel', { number: shownPage, pages })}</span>
          </>
        ) : null}
        <span className="preview__state" aria-live="polite">
          {progress !== null ? <><ProgressBar className="preview__bar" {...(progress.total > 0 ? { value: progress.done / progress.total } : {})} /><Button size="small" variant="minimal" text={t('app:cancel')} onClick={cancel} /></> : <><span className="quiet">{pages > 0 && !current ? t('previewOld') : ''}</span><Button size="small" variant="minimal" icon={<Glyph path={mdiRefresh} size={14} />} aria-label={t('refresh')} title={t('refresh')} onClick={refresh} /></>}
        </span>
      </div>
      {trouble === null ? null : <p className="preview__trouble" role="alert">{failureText(t, trouble)}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys */}
      <div className="preview__pages" ref={place} onScroll={note} tabIndex={0} aria-label={t('pages', { count: pages })} role="group">
        {opened ? Array.from({ length: pages }, (_, index) => <Page key={index} pdf={opened.pdf} number={index + 1} width={width} ratio={opened.ratio} />) : progress === null ? null : <Spinner size={24} />}
      </div>
    </section>
  );
}
