import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlideView } from '../../actions/presentations';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { useLanguage } from '../../ui/language';

/** What the signs on this slide stand for: only types that are on it, the most frequent first. */
export function SlideLegend({ slide }: { slide: SlideView }): ReactElement | null {
  const { t } = useTranslation('presenting');
  const language = useLanguage();
  const types = useTypes();
  const { data } = useCase('case.pastChart', { snapshot: slide.snapshot }, slide.shows !== null);
  if (data === undefined || data.entities.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { type } of data.entities) counts.set(type, (counts.get(type) ?? 0) + 1);
  return (
    <ul className="show__legend" aria-label={t('legend')}>
      {[...counts].toSorted((a, b) => b[1] - a[1]).map(([type]) => <li key={type}><Disc family={types.family(type)} glyph={types.glyph(type)} size={28} /> {types.label(type, language)}</li>)}
    </ul>
  );
}
