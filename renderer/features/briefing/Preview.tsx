import { Dialog, Spinner } from '@blueprintjs/core';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { openPdf } from './openPdf';

/** Width of a page on the screen, CSS px. */
const PAGE_WIDTH = 760;
/** Pages this far out of view are drawn ahead; others are given back, so that 200 pages do not fill the memory. */
const AHEAD = '1200px 0px';

/** One page, drawn while it is near the view. */
function Page({ pdf, number, ratio }: { pdf: PDFDocumentProxy; number: number; ratio: number }): ReactElement {
  const { t } = useTranslation('briefing');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number <= 2);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: AHEAD });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const place = canvas.current;
    if (!place || !near) return;
    let stopped = false;
    let stop = (): void => undefined;
    void pdf.getPage(number).then((page) => {
      if (stopped) return undefined;
      const scale = (PAGE_WIDTH / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
      const viewport = page.getViewport({ scale });
      place.width = Math.round(viewport.width);
      place.height = Math.round(viewport.height);
      const task = page.render({ canvas: place, viewport });
      stop = () => task.cancel();
      return task.promise;
    }).catch(() => undefined);
    return () => {
      stopped = true;
      stop();
      place.width = 0;
      place.height = 0;
    };
  }, [pdf, number, near]);
  return <canvas ref={canvas} className="preview__page" role="img" aria-label={t('pageLabel', { number, pages: pdf.numPages })} style={{ width: PAGE_WIDTH, height: PAGE_WIDTH * ratio }} />;
}

/** The real pages of a briefing, as they would be exported now. */
export function Preview({ pdf, title, onClose }: { pdf: Uint8Array; title: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const [opened, setOpened] = useState<{ readonly pdf: PDFDocumentProxy; readonly ratio: number } | null>(null);
  useEffect(() => {
    let document: PDFDocumentProxy | null = null;
    let closed = false;
    void attempt(async () => {
      document = await openPdf(pdf);
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (closed) await document.loadingTask.destroy();
      else setOpened({ pdf: document, ratio: height / width });
    });
    return () => {
      closed = true;
      void document?.loadingTask.destroy();
    };
  }, [pdf]);
  return (
    <Dialog isOpen title={t('previewTitle', { title })} className="preview" onClose={onClose}>
      <div className="preview__pages">
        {opened ? Array.from({ length: opened.pdf.numPages }, (_, index) => <Page key={index} pdf={opened.pdf} number={index + 1} ratio={opened.ratio} />) : <Spinner />}
      </div>
    </Dialog>
  );
}
