import { Callout, Checkbox } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { BasisPicker } from '../../ui/BasisPicker';
import { GradingFields, HandlingFields } from '../../ui/EvaluationFields';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import type { RecordPreview } from '../../../shared/contract';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';
import { FormatPicker, type FileFormat } from './FormatPicker';
import { KindTable } from './KindTable';
import { ENCODINGS } from './ReadingBar';

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const SHOWN_ROWS = 12;

/** A file that says itself what it holds: which of its kinds becomes which type, how it is read, and who says it. */
export function RecordsEditor({ preview, plan, onPlan, onRecords, onFormat }: { preview: RecordPreview; plan: RecordPlan; onPlan: (plan: RecordPlan) => void; onRecords: (change: Partial<RecordPlan>) => void; onFormat: (format: FileFormat) => void }): ReactElement {
  const { t } = useTranslation('import');
  const types = useTypes();
  const info = useCase('case.info', {});
  const { source } = plan;
  const setSource = (part: Partial<RecordPlan['source']>): void => onPlan({ ...plan, source: { ...source, ...part } });
  const document = preview.text !== '';
  return (
    <div className="mapping mapping--records">
      <div className="mapping__column">
        {preview.kinds.length === 0 ? null : <><div className="mapping__head"><h3>{t('kinds')}</h3><span className="quiet">{t(preview.whole ? 'kindsWhole' : 'kindsLooked', { count: preview.looked })}</span></div><KindTable preview={preview} plan={plan} onRecords={onRecords} /></>}
        {preview.attachments > 0 ? <p className="kinds__note">{t('attachmentsAhead', { count: preview.attachments })}</p> : null}
        {document ? (
          <>
            <div className="mapping__head"><h3>{t('textOfFile')}</h3></div>
            <Callout compact className="kinds__proposed">{t('proposedAfter')}</Callout>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys */}
            <pre className="kinds__text" dir="auto" tabIndex={0} aria-label={t('textOfFile')}>{preview.text}</pre>
          </>
        ) : null}
        {preview.rows.length > 0 && !document ? (
          <>
            <div className="mapping__head"><h3>{t('firstRecords')}</h3></div>
            <ul className="outcome__list">{preview.rows.slice(0, SHOWN_ROWS).map(({ row, cells }, index) => <li key={`${row}:${index}`}><span className="quiet figures">{row}</span><span className="clip" dir="auto">{cells.filter(Boolean).join(' · ')}</span></li>)}</ul>
          </>
        ) : null}
      </div>
      <div className="mapping__column">
        <div className="mapping__head"><h3>{t('reading')}</h3></div>
        <section className="map-card map-card--source">
          <FormatPicker value={plan.format} onChange={onFormat} />
          <Picker inline label={t('encoding')} value={plan.encoding ?? ''} options={[{ value: '', label: t('encodingFound') }, ...ENCODINGS.map((value) => ({ value, label: value }))]} onChange={(encoding) => onRecords({ encoding: encoding === '' ? null : encoding })} />
          <Picker inline label={t('dateOrder')} value={plan.dateOrder} options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => onRecords({ dateOrder: ORDERS.find((order) => order === value) ?? 'dmy' })} />
          <Picker inline label={t('decimal')} value={plan.decimal} options={[{ value: ',', label: t('decimalComma') }, { value: '.', label: t('decimalPoint') }]} onChange={(value) => onRecords({ decimal: value === '.' ? '.' : ',' })} />
          {preview.drawn ? <Checkbox checked={plan.chart} label={t('drawingBecomesChart')} onChange={(event) => onRecords({ chart: event.currentTarget.checked })} /> : null}
          {document && preview.kinds.length === 0 ? null : <TextField label={t('recordNamespace')} hint={t('recordNamespaceHint')} value={plan.namespace} onChange={(namespace) => onRecords({ namespace })} />}
        </section>
        <div className="mapping__head"><h3>{t('source')}</h3></div>
        <section className="map-card map-card--source">
          <TextField label={t('supplier')} hint={t('supplierHint')} value={source.supplier} onChange={(supplier) => setSource({ supplier })} />
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={source.grading} onChange={(grading) => setSource({ grading })} />
          <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={source.handling} onChange={(handling) => setSource({ handling })} />
          <BasisPicker value={source.basis} onChange={(basis) => setSource({ basis })} />
        </section>
      </div>
    </div>
  );
}
