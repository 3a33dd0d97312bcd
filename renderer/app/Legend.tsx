import { mdiChevronDown, mdiChevronUp } from '@mdi/js';
import { useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../actions/chartView';
import { useNetwork } from '../actions/network';
import { useOnCanvas } from '../actions/onCanvas';
import type { DrawnChart } from '../case/drawn/drawnChart';
import { useTypes, type Types } from '../case/types';
import type { LineView } from '../../shared/contract';
import type { Language } from '../../shared/values/kind';
import { RuleLegend } from '../features/formatting/RuleLegend';
import { Disc } from '../ui/Disc';
import { Glyph } from '../ui/Glyph';
import { Grade } from '../ui/Grade';
import { grouped } from '../ui/grouped';
import { formatCount, useLanguage } from '../ui/language';
import { categoryCodes, categoryOf } from '../../shared/schema/category';
import { shortCode } from '../../shared/schema/codeText';
import { LegendMarks } from './LegendMarks';

/** On a smaller canvas the legend waits folded, so that it does not lie on the picture; px. */
const ROOMY = { width: 1000, height: 560 };

/** Types listed; the rest are counted. */
const LISTED = 10;

/** What occurs among entities and lines as they are drawn, of which the legend says what it means. */
function occurring(entities: DrawnChart['entities'], lines: DrawnChart['lines'], closed: DrawnChart['closed'], types: Types, language: Language) {
  const property = entities.map((each) => types.entity(each.type)).map((type) => type && categoryOf(type)).find((each) => each?.marks !== undefined);
  const present = new Set(entities.flatMap((each) => categoryCodes(each.category)));
  return {
    counts: [...grouped(entities, (each) => each.type)].toSorted((a, b) => b[1].length - a[1].length),
    strengths: (['confirmed', 'unconfirmed', 'tentative'] as const).filter((each) => lines.some((line) => line.strength === each)),
    codes: [...new Set([...entities, ...closed].map((each) => each.handling))].filter((code) => types.codeText(code, language) !== '').slice(0, 6),
    categories: Object.entries(property?.marks ?? {}).filter(([code]) => present.has(code)).map(([code, mark]) => ({ code, form: mark.form, short: mark.short[language], name: property?.choices?.[code]?.[language] ?? code })),
    joined: entities.some((each) => (each.members?.length ?? 1) > 1),
  };
}

/** What the marks on this chart mean: only what occurs on it as it is drawn, without what filters hide or closed groups hold. */
export function Legend(): ReactElement | null {
  const { t } = useTranslation('canvas');
  const chart = useChartView((state) => state.view);
  const drawn = useOnCanvas((state) => state.drawn);
  const view = drawn !== null && drawn.chart.id === chart?.chart.id ? drawn : null;
  const place = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(true);
  const shown = view !== null && view.entities.length + view.closed.length > 0;
  useLayoutEffect(() => {
    const area = place.current?.parentElement;
    if (area) setOpen(area.clientWidth >= ROOMY.width && area.clientHeight >= ROOMY.height);
  }, [shown]);
  if (!view || chart === null || !shown) return null;
  return (
    <section ref={place} className="legend" data-over-chart aria-label={t('legend')}>
      <button type="button" className="legend__head" aria-expanded={open} onClick={() => setOpen(!open)}>{t('legend')} <Glyph path={open ? mdiChevronDown : mdiChevronUp} size={14} /></button>
      {open ? <Meanings view={view} lines={chart.lines} /> : null}
    </section>
  );
}

/** `lines`: those of the chart before any were folded. */
function Meanings({ view, lines }: { view: DrawnChart; lines: readonly LineView[] }): ReactElement {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const types = useTypes();
  const shownMeasure = useNetwork((state) => state.shown);
  const placed = new Set(view.items.flatMap((item) => (item.kind === 'entity' && !item.hidden ? [item.subject] : [])));
  const absent = view.entities.filter((each) => !placed.has(each.id)).map((each) => each.id).join(' ');
  // What is drawn stays the same list while nothing but places changes: then nothing is counted anew.
  const { counts, strengths, codes, categories, joined } = useMemo(() => {
    const gone = new Set(absent.split(' '));
    return occurring(view.entities.filter((each) => !gone.has(each.id)), view.lines, view.closed, types, language);
  }, [view.entities, view.lines, view.closed, absent, types, language]);
  return (
    <>
      <ul>{counts.slice(0, LISTED).map(([type, members]) => <li key={type}><Disc family={types.family(type)} glyph={types.glyph(type)} size={18} /> {types.label(type, language, members.length)} <span className="quiet figures">{formatCount(members.length, language)}</span></li>)}{counts.length > LISTED ? <li className="quiet">{t('marks:legend.more', { count: counts.length - LISTED })}</li> : null}</ul>
      {strengths.length > 0 ? <p>{strengths.map((each) => <span key={each} className="legend__line"><i className={`legend__stroke legend__stroke--${each}`} /> {t(`strength.${each}`)}</span>)}</p> : null}
      {categories.length > 0 ? <p className="legend__categories">{categories.map((each) => <span key={each.code} className="legend__line"><span className={`category category--${each.form}`}>{each.short}</span> {each.name}</span>)}</p> : null}
      {codes.length > 0 ? <ul className="legend__codes">{codes.map((code) => <li key={code} title={types.codeMeaning(code, language)}><Grade text={shortCode(code, types.catalogue.schemes, language)} kind="handling" /><span className="clip">{types.codeMeaning(code, language)}</span></li>)}</ul> : null}
      {view.closed.length > 0 ? <p className="legend__line"><span className="group-mark">5</span> {t('groups:legend')}</p> : null}
      {joined ? <p className="legend__line"><span className="members-mark"><i /><i />2</span> {t('legendMembers')}</p> : null}
      <RuleLegend />
      {shownMeasure ? <p>{t(shownMeasure.as === 'badge' ? 'network:legendBadge' : shownMeasure.measure === 'community' ? 'network:legendColour' : 'network:legendSize', { question: t(`network:asked.${shownMeasure.measure}`) })}</p> : null}
      <LegendMarks drawn={view} lines={lines} />
    </>
  );
}
