import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { formatCount, useLanguage } from '../../ui/language';
import type { MentionView } from '../../../shared/contract';
import { grouped } from '../../ui/grouped';
import { piecesOf } from './pieces';

/** The proposal that is looked at: its `at`-th place is brought into view. `focus`: its row in the list is to be focused. */
export interface Shown {
  readonly key: string;
  readonly at: number;
  readonly focus?: boolean;
}

interface Page {
  readonly page: number;
  readonly text: string;
}

interface PageListProps {
  readonly pages: readonly Page[];
  readonly mentions: readonly MentionView[];
  readonly sought: string;
  /** Changes with every wish to see `page`. */
  readonly wanted: object;
  readonly page: number;
  readonly shown: Shown | null;
  readonly onPick: (key: string) => void;
}

const indexOf = (pages: readonly Page[], number: number): number => Math.max(0, pages.findIndex((each) => each.page >= number));

const state = ({ said, dismissed, known, near }: MentionView): string => (said ? 'said' : dismissed ? 'dismissed' : near !== undefined ? 'near' : known.length > 0 ? 'known' : 'new');

/** The text, page under page; only those in view are drawn, however long the document is. */
export function PageList({ pages, mentions, sought, wanted, page, shown, onPick }: PageListProps): ReactElement {
  const { t } = useTranslation('reading');
  const scroll = useRef<HTMLDivElement>(null);
  const byPage = useMemo(() => grouped(mentions, (mention) => mention.page), [mentions]);
  const virtual = useVirtualizer({ count: pages.length, getScrollElement: () => scroll.current, estimateSize: (index) => 60 + (pages[index]?.text.length ?? 0) / 4, overscan: 1, initialRect: { width: 600, height: 400 } });
  const gone = useRef<{ readonly wanted: object; readonly first: number } | null>(null);
  const seen = useRef<Shown | null>(null);
  useEffect(() => {
    const first = pages[0]?.page ?? 0;
    if (gone.current?.wanted === wanted && gone.current.first === first) return;
    const leafed = gone.current?.wanted === wanted;
    gone.current = { wanted, first };
    virtual.scrollToIndex(leafed ? 0 : indexOf(pages, page), { align: 'start' });
  }, [wanted, page, pages, virtual]);
  useEffect(() => {
    const place = shown === null || seen.current === shown ? undefined : mentions.filter(({ key }) => key === shown.key)[shown.at];
    if (place === undefined) return;
    seen.current = shown;
    virtual.scrollToIndex(indexOf(pages, place.page), { align: 'auto' });
    // The page is drawn after the list has moved there.
    setTimeout(() => scroll.current?.querySelector(`[data-place="${place.page}:${place.start}"]`)?.scrollIntoView?.({ block: 'center' }), 60);
  }, [shown, mentions, pages, virtual]);
  return (
    <div className="reader__pages" ref={scroll} role="region" aria-label={t('text')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const each = pages[item.index];
          return each === undefined ? null : (
            <div key={item.key} data-index={item.index} ref={virtual.measureElement} className="reader__page" style={{ transform: `translateY(${item.start}px)` }}>
              <PageText page={each} mentions={byPage.get(each.page) ?? []} sought={sought} shown={shown?.key ?? ''} onPick={onPick} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function PageText({ page, mentions, sought, shown, onPick }: { page: Page; mentions: readonly MentionView[]; sought: string; shown: string; onPick: (key: string) => void }): ReactElement {
  const { t } = useTranslation('reading');
  const language = useLanguage();
  const types = useTypes();
  const pieces = useMemo(() => piecesOf(page.text, mentions, sought), [page.text, mentions, sought]);
  return (
    <>
      <h3 className="reader__number quiet figures">{t('page', { page: formatCount(page.page, language) })}</h3>
      {page.text === '' ? <p className="quiet">{t('noText')}</p> : (
        <div className="reader__text" dir="auto">
          {pieces.map(({ start, text, mention, sought: found }) => {
            if (mention === null) return found ? <mark key={start} className="reader__sought">{text}</mark> : text;
            return (
              // The list of proposals is the way by keyboard; a click on the text is a shorter one.
              <span
                key={start} className="reader__mention" data-family={types.family(mention.targets[0]?.type ?? '')} data-state={state(mention)} data-shown={mention.key === shown}
                data-place={start === mention.start ? `${mention.page}:${mention.start}` : undefined} role="button" tabIndex={-1}
                onClick={() => onPick(mention.key)} onKeyDown={(event) => { if (event.key === 'Enter') onPick(mention.key); }}
              >
                {found ? <span className="reader__sought">{text}</span> : text}
              </span>
            );
          })}
        </div>
      )}
    </>
  );
}
