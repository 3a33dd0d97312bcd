import { Tag } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { FacetPicker, type Facet } from '../../ui/FacetPicker';
import { useLanguage } from '../../ui/language';
import type { Facets } from '../../../shared/contract/facets';
import { categoryOf } from '../../../shared/schema/category';
import type { Scheme } from '../../../shared/schema/types';

/** Gradings that are offered: more than a scheme of two axes has. */
const MOST = 60;

/** All gradings that a scheme can give: "A1", "A2" … */
const gradingsOf = (scheme: Scheme | undefined): string[] => (scheme?.axes ?? []).reduce<string[]>((texts, axis) => texts.flatMap((text) => axis.codes.map((code) => `${text}${code.code}`)), ['']).filter((text) => text !== '').slice(0, MOST);

/** Narrows the hits to gradings and codes of the case's schemes, categories and basis. What is chosen stands beside the button. */
export function SearchFacets({ facets, onChange }: { facets: Facets; onChange: (facets: Facets) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const { data: info } = useCase('case.info', {});
  const choices = types.catalogue.entityTypes.map(categoryOf).find((each) => each !== undefined)?.choices ?? {};
  const none = { value: '', label: t('without') };
  const codes = (scheme: Scheme | undefined) => (scheme?.axes ?? []).flatMap((axis) => axis.codes).map((code) => ({ value: code.code, label: types.codeText(code.code, language) || code.code }));
  const first = types.scheme(info?.settings.handlingScheme ?? '');
  const list = (id: 'gradings' | 'handlings' | 'categories', label: string, options: Facet['options']): Facet => ({ id, label, options, chosen: facets[id] ?? [], onChange: (chosen) => onChange({ ...facets, [id]: chosen }) });
  const shown: Facet[] = [
    list('categories', t('category'), [...Object.entries(choices).map(([value, names]) => ({ value, label: names[language] })), none]),
    list('handlings', t('handling'), [...codes(first), ...types.schemes('handling').filter((scheme) => scheme !== first && scheme.onPages === true).flatMap(codes), none]),
    list('gradings', t('grading'), [...gradingsOf(types.scheme(info?.settings.gradingScheme ?? '')).map((value) => ({ value, label: value })), none]),
    {
      id: 'basis', label: t('basis'), options: [{ value: 'fact', label: t('fact') }, { value: 'assessment', label: t('onlyAssessment') }], chosen: facets.basis === undefined ? [] : [facets.basis],
      onChange: (chosen) => { const { basis: _, ...rest } = facets; const last = chosen.at(-1); onChange(last === undefined ? rest : { ...rest, basis: last === 'assessment' ? 'assessment' : 'fact' }); },
    },
  ];
  const on = shown.flatMap((facet) => facet.chosen.map((value) => ({ facet, value, label: facet.options.find((option) => option.value === value)?.label ?? value })));
  return (
    <div className="search__facets">
      <FacetPicker label={t('filterSearch')} facets={shown} active={on.length > 0} onClear={() => onChange({})} size="small" />
      {on.length === 0 ? <span className="quiet">{t('filterHint')}</span> : on.map(({ facet, value, label }) => <Tag key={`${facet.id} ${value}`} minimal onRemove={() => facet.onChange(facet.chosen.filter((each) => each !== value))}>{value === '' ? `${facet.label}: ${label}` : label}</Tag>)}
    </div>
  );
}
