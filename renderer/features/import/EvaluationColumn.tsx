import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import type { Scheme } from '../../../shared/schema/types';

interface Column { readonly column: number; readonly scheme: string }

/** Chooses the column that holds each row's own evaluation, and the scheme that its codes are of. None: the file's holds for all rows. */
export function EvaluationColumn({ label, headings, schemes, first, value, onChange }: { label: string; headings: readonly string[]; schemes: readonly Scheme[]; first: string; value: Column | undefined; onChange: (value: Column | undefined) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const scheme = value?.scheme ?? first;
  return (
    <div className="evaluation evaluation--column">
      <Picker label={label} value={value === undefined ? '' : String(value.column)} options={[{ value: '', label: t('noColumn') }, ...headings.map((heading, column) => ({ value: String(column), label: heading || t('columnNumber', { number: column + 1 }) }))]} onChange={(column) => onChange(column === '' ? undefined : { column: Number(column), scheme })} />
      {value === undefined ? null : <Picker label={t('columnScheme')} value={scheme} options={schemes.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={(id) => onChange({ ...value, scheme: id })} />}
    </div>
  );
}
