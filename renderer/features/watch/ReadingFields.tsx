import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchPreview } from '../../../shared/contract/watching';
import type { Reading } from '../../../shared/mapping/mapping';
import { Picker } from '../../ui/Picker';

/** Encodings that lists come in. */
const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1256'] as const;
const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** How the file is read, where there is a choice or a doubt: the sheet, the encoding of a text, the order of day and month. */
export function ReadingFields({ preview, onReading }: { preview: WatchPreview; onReading: (reading: Partial<Reading>) => void }): ReactElement {
  const { t } = useTranslation('watch');
  const { reading, sheets, unsure } = preview;
  const encodings = [...new Set([reading.encoding, ...ENCODINGS])];
  return (
    <div className="watch-reading">
      {sheets.length > 1 ? <Picker inline label={t('sheet')} value={reading.sheet ?? ''} options={sheets.map(({ name }) => ({ value: name, label: name }))} onChange={(sheet) => onReading({ sheet })} /> : null}
      {reading.format === 'csv' ? <Picker inline label={t('encoding')} warn={unsure.includes('encoding')} value={reading.encoding} options={encodings.map((value) => ({ value, label: value }))} onChange={(encoding) => onReading({ encoding })} /> : null}
      <Picker inline label={t('dateOrder')} warn={unsure.includes('dateOrder')} value={reading.dateOrder} options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => onReading({ dateOrder: ORDERS.find((each) => each === value) ?? 'dmy' })} />
    </div>
  );
}
