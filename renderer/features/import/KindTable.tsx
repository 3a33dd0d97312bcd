import { HTMLSelect } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { formatCount, useLanguage } from '../../ui/language';
import type { RecordPreview } from '../../../shared/contract';
import type { RecordPlan } from '../../../shared/mapping/recordPlan';

type Option = { readonly value: string; readonly label: string };

/** The file's own names of kinds, each with the type that it becomes; things before links. What the file gives no name can be given a type as well. */
export function KindTable({ preview, plan, onRecords }: { preview: RecordPreview; plan: RecordPlan; onRecords: (change: Partial<RecordPlan>) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const entityTypes: readonly Option[] = types.concrete(language).map((type) => ({ value: type.id, label: type.label[language] }));
  const linkTypes: readonly Option[] = types.linkTypes(language).map((type) => ({ value: type.id, label: type.label[language] }));
  /** What the file brings along stands first, and what Knoop chose is there even where no list has it. */
  const offered = (of: 'entity' | 'link', type: string): readonly Option[] => {
    const options = of === 'entity' ? entityTypes : linkTypes;
    if (options.some((option) => option.value === type)) return options;
    const brought = preview.newTypes.find((each) => each.id === type);
    return [{ value: type, label: brought ? t('newType', { name: brought.label }) : types.label(type, language) }, ...options];
  };
  return (
    <table className="kinds">
      <thead><tr><th scope="col">{t('kindInFile')}</th><th scope="col">{t('kindCount')}</th><th scope="col">{t('kindBecomes')}</th></tr></thead>
      <tbody>
        {preview.kinds.map(({ of, label, type, count }) => (
          <tr key={`${of}:${label}`}>
            <td className="clip" dir="auto" title={label}>{label === '' ? <em className="quiet">{t(of === 'entity' ? 'kindUnnamed' : 'kindUnnamedLink')}</em> : label}</td>
            <td className="figures">{formatCount(count, language)}</td>
            <td className="kinds__becomes">
              {of === 'entity' ? <Disc family={types.family(type)} glyph={types.glyph(type)} size={18} /> : <span className="kinds__line" aria-hidden />}
              <HTMLSelect aria-label={t('kindBecomesFor', { name: label === '' ? t(of === 'entity' ? 'kindUnnamed' : 'kindUnnamedLink') : label })} value={type} options={offered(of, type).map((option) => ({ ...option }))} onChange={(event) => { const { value } = event.currentTarget; onRecords(of === 'entity' ? { entityTypes: { ...plan.entityTypes, [label]: value } } : { linkTypes: { ...plan.linkTypes, [label]: value } }); }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
