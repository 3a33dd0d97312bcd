import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { RECORD_FORMATS, type RecordFormatId } from '../../../shared/mapping/recordPlan';

export type FileFormat = 'table' | RecordFormatId;

/** What the file is read as: Knoop found it out, a person may know better. */
export function FormatPicker({ value, onChange }: { value: FileFormat; onChange: (format: FileFormat) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const formats = RECORD_FORMATS.map((format) => ({ value: format as FileFormat, label: t(`formats.${format}`) })).toSorted((a, b) => a.label.localeCompare(b.label, language));
  const options = [{ value: 'table' as FileFormat, label: t('formats.table') }, ...formats];
  return <Picker inline label={t('format')} value={value} options={options} onChange={(chosen) => { const found = options.find((option) => option.value === chosen); if (found && found.value !== value) onChange(found.value); }} />;
}
