import { Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportScope } from '../../../shared/contract/exporting';
import { withMembers } from '../../actions/identity';
import { useSelected } from '../../actions/selected';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { formatCount, useLanguage } from '../../ui/language';

interface Offer {
  readonly scope: ExportScope;
  readonly label: string;
}

/** What of the case is put in: all of it, the chart in front, or what is selected on it. */
export function useScope(): { readonly scope: ExportScope; readonly fields: ReactElement } {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const chart = useSession((state) => state.chart);
  const { entities: selected } = useSelected();
  const { data: charts = [] } = useCase('case.charts', {});
  const { data: info } = useCase('case.info', {});
  const [kind, setKind] = useState<ExportScope['kind']>('case');
  const offers: readonly Offer[] = [
    { scope: { kind: 'case' }, label: t('scope.case', { entities: formatCount(info?.counts.entities ?? 0, language) }) },
    ...(chart === null ? [] : [{ scope: { kind: 'chart' as const, chart }, label: t('exporting:scope.chart', { name: charts.find((each) => each.id === chart)?.name ?? '' }) }]),
    ...(selected.length === 0 ? [] : [{ scope: { kind: 'entities' as const, ids: withMembers(selected) }, label: t('exporting:scope.entities', { count: selected.length }) }]),
  ];
  const offer = offers.find(({ scope }) => scope.kind === kind) ?? offers[0];
  return {
    scope: offer?.scope ?? { kind: 'case' },
    fields: (
      <RadioGroup label={t('scope')} selectedValue={offer?.scope.kind ?? 'case'} onChange={(event) => setKind(event.currentTarget.value as ExportScope['kind'])}>
        {offers.map(({ scope, label }) => <Radio key={scope.kind} value={scope.kind} label={label} />)}
      </RadioGroup>
    ),
  };
}
