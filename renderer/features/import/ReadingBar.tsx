import { InputGroup } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Picker } from '../../ui/Picker';
import type { TablePreview } from '../../../shared/contract';
import type { Reading } from '../../../shared/mapping/mapping';
import { FormatPicker, type FileFormat } from './FormatPicker';

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'windows-1250', 'windows-1254', 'windows-1256', 'windows-1251', 'utf-16le', 'utf-16be', 'cp850', 'macintosh'] as const;
const DELIMITERS = [';', ',', '\t', '|'] as const;
const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

const withCurrent = (list: readonly string[], current: string): readonly string[] => (list.includes(current) ? list : [current, ...list]);

/** How the file is read. Guesses that deserve a look are amber; each change shows the file anew. */
export function ReadingBar({ preview, onChange, onFormat }: { preview: TablePreview; onChange: (change: Partial<Reading>) => void; onFormat: (format: FileFormat) => void }): ReactElement {
  const { t } = useTranslation('import');
  const id = useId();
  const { reading, sheets, unsure } = preview;
  const delimiterName = (value: string): string => t(`delimiter.${{ ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' }[value] ?? 'other'}`, { sign: value });
  return (
    <div className="reading" role="group" aria-label={t('reading')}>
      <FormatPicker value="table" onChange={onFormat} />
      {reading.format === 'csv' ? (
        <>
          <Picker inline label={t('encoding')} warn={unsure.includes('encoding')} value={reading.encoding} options={withCurrent(ENCODINGS, reading.encoding).map((value) => ({ value, label: value }))} onChange={(encoding) => onChange({ encoding })} />
          <Picker inline label={t('delimiterLabel')} warn={unsure.includes('delimiter')} value={reading.delimiter} options={withCurrent(DELIMITERS, reading.delimiter).map((value) => ({ value, label: delimiterName(value) }))} onChange={(delimiter) => onChange({ delimiter })} />
        </>
      ) : sheets.length > 0 && (
        <Picker inline label={t('sheet')} value={reading.sheet ?? ''} options={sheets.map((sheet) => ({ value: sheet.name, label: sheet.hidden ? t('hiddenSheet', { name: sheet.name }) : sheet.name }))} onChange={(sheet) => onChange({ sheet })} />
      )}
      <span className={`reading__row ${unsure.includes('headerRow') ? 'picker--warn' : ''}`}>
        <label htmlFor={id}>{t('headerRow')}</label>
        <InputGroup id={id} type="number" min={0} max={1000} value={String(reading.headerRow)} onValueChange={(text) => { const row = Number(text); if (text !== '' && Number.isInteger(row) && row >= 0 && row <= 1000 && row !== reading.headerRow) onChange({ headerRow: row }); }} />
      </span>
      <Picker inline label={t('dateOrder')} warn={unsure.includes('dateOrder')} value={reading.dateOrder} options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => onChange({ dateOrder: value as Reading['dateOrder'] })} />
      <Picker inline label={t('decimal')} value={reading.decimal} options={[{ value: ',', label: t('decimalComma') }, { value: '.', label: t('decimalPoint') }]} onChange={(value) => onChange({ decimal: value === '.' ? '.' : ',' })} />
    </div>
  );
}
