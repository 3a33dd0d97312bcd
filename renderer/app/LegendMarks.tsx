import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNews, useSince } from '../actions/news';
import { changeSession } from '../actions/session';
import type { DrawnChart } from '../case/drawn/drawnChart';
import { lineStyles, strengthSaid } from '../case/drawn/strengthened';
import { formatMoment, useLanguage } from '../ui/language';

type Item = DrawnChart['items'][number];

/** How many of the chart's lines, by themselves or folded, are drawn otherwise than they are graded. `all`: lines of the chart before anything was folded. */
function overridden(drawn: DrawnChart, all: readonly { readonly id: string; readonly type: string; readonly from: string; readonly to: string; readonly strength: string }[]): number {
  const shown = new Set(drawn.lines.flatMap((line) => line.parts ?? [line.id]));
  const styles = lineStyles(drawn.items);
  return all.filter((line) => {
    const said = shown.has(line.id) ? strengthSaid(styles, line) : undefined;
    return said !== undefined && said.as !== line.strength;
  }).length;
}

/** What the corners of discs, and what is drawn beside them, mean: only what occurs on the chart as it is drawn. */
export function LegendMarks({ drawn, lines }: { drawn: DrawnChart; lines: Parameters<typeof overridden>[1] }): ReactElement {
  const { t } = useTranslation('marks');
  const language = useLanguage();
  const news = useNews();
  const since = useSince((state) => state.since);
  const places = new Map(drawn.items.map((item): [string, Item] => [item.subject, item]));
  const shown = drawn.entities.filter((entity) => places.has(entity.id));
  const ids = new Set(shown.map((entity) => entity.id));
  const marks = [...(news?.marks ?? [])].filter(([id]) => ids.has(id)).map(([, kind]) => kind);
  const otherwise = overridden(drawn, lines);
  const own = drawn.annotations.filter(({ style }) => style?.ownOnly === true).length;
  const badges = [
    ...(shown.some((each) => each.grading !== '') ? [<span key="grading" className="legend__line"><span className="legend__badge">B2</span> {t('legend.grading')}</span>] : []),
    ...(shown.some((each) => each.sources > 0) ? [<span key="sources" className="legend__line"><span className="legend__badge legend__badge--count">3</span> {t('legend.sources')}</span>] : []),
    ...(shown.some((each) => each.contradicts) ? [<span key="contradicts" className="legend__line"><span className="legend__dot legend__dot--amber" /> {t('legend.contradicts')}</span>] : []),
    ...(drawn.annotations.some(({ style }) => style?.anchor !== undefined) ? [<span key="note" className="legend__line"><span className="legend__sheet" /> {t('legend.note')}</span>] : []),
    ...(shown.some((each) => places.get(each.id)?.pinned) ? [<span key="pinned" className="legend__line"><span className="legend__pin" /> {t('legend.pinned')}</span>] : []),
  ];
  return (
    <>
      {badges.length > 0 ? <p className="legend__badges">{badges}</p> : null}
      {since !== null && news !== null ? (
        <p className="legend__badges">
          <button type="button" className="legend__line legend__button" onClick={() => changeSession({ dialog: 'newSince' })}><span className="legend__dot" /> {news.at === null ? t('new.none') : t('new.legendNew', { since: formatMoment(news.at, language, since.of === 'day' ? 'day' : 'minute') })}</button>
          {marks.includes('changed') ? <span className="legend__line"><span className="legend__dot legend__dot--ring" /> {t('new.legendChanged')}</span> : null}
        </p>
      ) : null}
      {otherwise > 0 ? <p>{t('strength.legend', { count: otherwise })}</p> : null}
      {shown.some((each) => places.get(each.id)?.style?.representation === 'picture') ? <p className="quiet">{t('legend.picture')}</p> : null}
      {own > 0 ? <p className="quiet">{t('legend.own', { count: own })}</p> : null}
    </>
  );
}
