import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchEntry } from '../../../shared/model/identity';
import { formatValue } from '../../../shared/values';
import { useEntryTexts } from './entryTexts';
import { useLanguage } from '../../ui/language';

/** What a list says of one entry. */
export function EntryFacts({ entry, list }: { entry: WatchEntry; list: string }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const { identifiers } = useEntryTexts();
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [t('names'), entry.names],
    [t('births'), entry.births.map((birth) => formatValue('date', birth, language))],
    [t('genders'), entry.genders.map((gender) => formatValue('gender', gender, language))],
    [t('places'), entry.places],
    ...identifiers(entry).map(({ label, values }): readonly [string, readonly string[]] => [label, values]),
    [t('addresses'), entry.addresses],
    [t('note'), entry.note === '' ? [] : entry.note.split('\n')],
  ];
  return (
    <details className="hit__entry">
      <summary>{t('entryOf', { list, row: entry.row })}</summary>
      <dl className="hit__facts">
        {facts.filter(([, values]) => values.length > 0).map(([label, values]) => (
          // oxlint-disable-next-line react/no-array-index-key -- shown whole, never reordered
          <div key={label}><dt>{label}</dt><dd>{values.map((value, index) => <span key={index} dir="auto">{value}</span>)}</dd></div>
        ))}
      </dl>
    </details>
  );
}
