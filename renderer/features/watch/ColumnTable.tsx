import { HTMLSelect } from '@blueprintjs/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { watchables, type WatchColumn } from '../../../shared/analysis/watching/columns';
import type { WatchPreview } from '../../../shared/contract/watching';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';

const PLAIN = ['kind', 'note', 'none'] as const;
const valueOf = (column: WatchColumn): string => (column.use === 'value' ? `${column.type} ${column.property}` : column.use);
const columnOf = (value: string): WatchColumn => {
  const plain = PLAIN.find((each) => each === value);
  if (plain !== undefined) return { use: plain };
  const [type = '', property = ''] = value.split(' ');
  return { use: 'value', type, property };
};

/** What each column of the file is: as proposed, and to be changed. */
export function ColumnTable({ preview, onColumns }: { preview: WatchPreview; onColumns: (columns: readonly WatchColumn[]) => void }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const types = useTypes();
  const offered = useMemo(() => watchables(types.catalogue), [types]);
  const { headings, columns } = preview;
  const set = (index: number, value: string): void => onColumns(columns.map((column, at) => (at === index ? columnOf(value) : column)));
  return (
    <div className="watch-columns" role="group" aria-label={t('columns')}>
      {headings.map((heading, index) => {
        const column = columns[index] ?? { use: 'note' as const };
        const label = heading === '' ? t('column', { number: index + 1 }) : heading;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- columns are known by their place; two may have the same heading
          <label key={index} className={`watch-columns__column ${column.use === 'value' || column.use === 'kind' ? 'watch-columns__column--used' : ''}`}>
            <span className="clip" title={label} dir="auto">{label}</span>
            <HTMLSelect value={valueOf(column)} aria-label={t('columnIs', { column: label })} onChange={(event) => set(index, event.currentTarget.value)}>
              {PLAIN.map((value) => <option key={value} value={value}>{t(`use.${value}`)}</option>)}
              {offered.map(({ type, properties }) => (
                <optgroup key={type.id} label={type.label[language]}>
                  {properties.map((property) => <option key={property.id} value={`${type.id} ${property.id}`}>{t('useValue', { type: type.label[language], property: property.label[language] })}</option>)}
                </optgroup>
              ))}
            </HTMLSelect>
          </label>
        );
      })}
    </div>
  );
}
