import { Checkbox, HTMLSelect } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { GradingFields, HandlingFields } from '../../ui/EvaluationFields';
import { formatCount, useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import type { RecordPreview } from '../../../shared/contract';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** A file that says itself what it holds: which of its kinds becomes which type, and who says it. */
export function RecordsEditor({ preview, plan, onPlan, onRecords }: { preview: RecordPreview; plan: RecordPlan; onPlan: (plan: RecordPlan) => void; onRecords: (change: Partial<RecordPlan>) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const { source } = plan;
  const setSource = (part: Partial<RecordPlan['source']>): void => onPlan({ ...plan, source: { ...source, ...part } });
  const entityTypes = types.concrete(language).map((type) => ({ value: type.id, label: type.label[language] }));
  const linkTypes = types.linkTypes(language).map((type) => ({ value: type.id, label: type.label[language] }));
  const brought = (id: string): { value: string; label: string }[] => preview.newTypes.filter((type) => type.id === id).map((type) => ({ value: type.id, label: t('newType', { name: type.label }) }));
  return (
    <div className="mapping">
      <div className="mapping__column">
        <div className="mapping__head"><h3>{t('format')}</h3><span className="chip">{t(`formats.${plan.format}`)}</span></div>
        {preview.kinds.length === 0 ? null : (
          <table className="kinds">
            <thead><tr><th scope="col">{t('kindInFile')}</th><th scope="col">{t('kindCount')}</th><th scope="col">{t('kindBecomes')}</th></tr></thead>
            <tbody>
              {preview.kinds.map(({ of, label, type, count }) => {
                const options = of === 'entity' ? entityTypes : linkTypes;
                const offered = options.some((option) => option.value === type) ? options : [...brought(type), ...options, ...(brought(type).length > 0 ? [] : [{ value: type, label: types.label(type, language) }])];
                const change = (value: string): void => onRecords(of === 'entity' ? { entityTypes: { ...plan.entityTypes, [label]: value } } : { linkTypes: { ...plan.linkTypes, [label]: value } });
                return (
                  <tr key={`${of}:${label}`}>
                    <td className="clip" dir="auto">{label === '' ? t('kindUnnamed') : label}</td>
                    <td className="figures">{formatCount(count, language)}</td>
                    <td><HTMLSelect aria-label={t('kindBecomesFor', { name: label })} value={type} options={offered} onChange={(event) => change(event.currentTarget.value)} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {preview.text === '' ? null : <pre className="kinds__text" dir="auto">{preview.text}</pre>}
        {preview.kinds.length === 0 && preview.rows.length > 0 ? <ul className="outcome__list">{preview.rows.slice(0, 12).map(({ row, cells }) => <li key={row}><span className="quiet figures">{row}</span><span className="clip" dir="auto">{cells.filter(Boolean).join(' · ')}</span></li>)}</ul> : null}
      </div>
      <div className="mapping__column">
        <div className="mapping__head"><h3>{t('reading')}</h3></div>
        <section className="map-card map-card--source">
          <Picker label={t('dateOrder')} value={plan.dateOrder} options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => onRecords({ dateOrder: value as RecordPlan['dateOrder'] })} />
          <TextField label={t('recordNamespace')} hint={t('recordNamespaceHint')} value={plan.namespace} onChange={(namespace) => onRecords({ namespace })} />
          {preview.drawn ? <Checkbox checked={plan.chart} label={t('drawingBecomesChart')} onChange={(event) => onRecords({ chart: event.currentTarget.checked })} /> : null}
        </section>
        <div className="mapping__head"><h3>{t('source')}</h3></div>
        <section className="map-card map-card--source">
          <TextField label={t('supplier')} hint={t('supplierHint')} value={source.supplier} onChange={(supplier) => setSource({ supplier })} />
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={source.grading} onChange={(grading) => setSource({ grading })} />
          <HandlingFields schemes={types.schemes('handling')} first={info.data?.settings.handlingScheme ?? ''} value={source.handling} onChange={(handling) => setSource({ handling })} />
        </section>
      </div>
    </div>
  );
}
