import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Pages this far out of view are drawn ahead; others are given back, so that 200 pages do not fill the memory. */
const AHEAD = '1200px 0px';

/** One page, drawn while it is near the view. It shows what it showed until it is drawn anew. `width` in CSS px. */
export function Page({ pdf, number, width, ratio }: { pdf: PDFDocumentProxy; number: number; width: number; ratio: number }): ReactElement {
  const { t } = useTranslation('briefing');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number <= 2);
  const [own, setOwn] = useState(ratio);
  useEffect(() => {
    const place = canvas.current;
    if (!place || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { root: place.parentElement, rootMargin: AHEAD });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    if (!near) {
      place.width = 0;
      place.height = 0;
      return;
    }
    let stopped = false;
    let stop = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (stopped) return;
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio });
      // Drawn aside and put in place at once, so that a page never blinks.
      const aside = document.createElement('canvas');
      aside.width = Math.round(viewport.width);
      aside.height = Math.round(viewport.height);
      const task = page.render({ canvas: aside, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (stopped) return;
      setOwn(natural.height / natural.width);
      place.width = aside.width;
      place.height = aside.height;
      place.getContext('2d')?.drawImage(aside, 0, 0);
    };
    // A page that was given up half drawn leaves no trace.
    draw().catch(() => undefined);
    return () => {
      stopped = true;
      stop();
    };
  }, [pdf, number, near, width]);
  return <canvas ref={canvas} data-page={number} className="preview__page" role="img" aria-label={t('pageLabel', { number, pages: pdf.numPages })} style={{ width, height: width * own }} />;
}
