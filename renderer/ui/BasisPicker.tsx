import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Basis } from '../../shared/model/evaluation';
import { Picker } from './Picker';

/** Whether what a source says is fact, or somebody's assessment. Fact is not written down: it is what all is unless somebody says otherwise. */
export function BasisPicker({ value, onChange }: { value: Basis | undefined; onChange: (value: Basis | undefined) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  return <Picker label={t('basis')} value={value ?? 'fact'} options={[{ value: 'fact', label: t('fact') }, { value: 'assessment', label: t('assessment') }]} onChange={(basis) => onChange(basis === 'assessment' ? basis : undefined)} />;
}
