import { Spinner } from '@blueprintjs/core';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideView } from '../../actions/presentations';
import { useSession } from '../../actions/session';
import { createCanvas, type Canvas, type CanvasCallbacks } from '../../canvas';
import { closeGroups } from '../../case/drawn/closeGroups';
import { plainlyDrawn } from '../../case/drawn/drawnChart';
import { foldLines } from '../../case/drawn/foldLines';
import { useCase } from '../../case/queries';
import { glyphs, useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';

/** Height of the smallest names on a projector, CSS pixels. */
const LETTERS = 17;

const nothing = (): void => undefined;
/** Nothing can be changed while it is shown. */
const ONLY_SHOWN: CanvasCallbacks = {
  onSelect: nothing,
  onMoveCommit: nothing,
  marks: { onPut: () => Promise.resolve(), onDelete: nothing, onSelect: nothing, onDrawn: nothing, onPlace: nothing, onMenu: nothing, describe: () => '', editorLabel: () => '' },
};

/** One slide: the chart as it was frozen, large and calm. Fades in over the one before and then says so. */
export function SlideLayer({ slide, onShown }: { slide: SlideView; onShown: () => void }): ReactElement {
  const { t } = useTranslation('presenting');
  const language = useLanguage();
  const types = useTypes();
  const dark = useSession((state) => (state.settings?.theme === 'dark' || (state.settings?.theme !== 'light' && state.systemDark)));
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  const [ready, setReady] = useState(false);
  const { data, isError } = useCase('case.pastChart', { snapshot: slide.snapshot }, slide.shows !== null);
  const drawn = useMemo(() => (data === undefined ? null : foldLines(closeGroups(plainlyDrawn(data), types.catalogue), types.catalogue)), [data, types]);
  const missing = slide.shows === null || isError;
  const { view } = slide;

  useEffect(() => {
    if (!place.current || drawn === null) return;
    const made = canvas.current ?? createCanvas(place.current, { catalogue: types.catalogue, glyphs, language, theme: dark ? 'dark' : 'light', letters: LETTERS, callbacks: ONLY_SHOWN });
    canvas.current = made;
    made.sync(drawn);
    if (view !== undefined) made.showBox(view);
    const frame = requestAnimationFrame(() => setReady(true));
    // A strip of notes that comes, or a screen that another size has, leaves nothing cut off.
    const resized = new ResizeObserver(() => (view === undefined ? made.fit() : made.showBox(view)));
    resized.observe(place.current);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
    };
  }, [drawn, view, types, language, dark]);
  useEffect(() => () => {
    canvas.current?.destroy();
    canvas.current = null;
  }, []);
  const shown = ready || missing;
  const told = useRef(onShown);
  useEffect(() => { told.current = onShown; });
  useEffect(() => { if (shown) told.current(); }, [shown]);

  const gone = data === undefined || slide.shows === null ? 0 : Math.max(0, slide.shows.items - data.entities.reduce((sum, each) => sum + (each.members?.length ?? 1), 0));
  return (
    <div className={`show__layer ${shown ? 'show__layer--in' : ''}`} inert>
      {missing ? <p className="show__missing">{t('missingSlide')}</p> : <div ref={place} className="show__canvas" data-testid="slide" />}
      {!shown ? <Spinner className="show__waits" size={32} /> : null}
      {gone > 0 ? <p className="show__gone quiet">{t('goneItems', { count: gone })}</p> : null}
    </div>
  );
}
