import { Button, Collapse, HTMLSelect } from '@blueprintjs/core';
import { mdiCancel, mdiChevronDown, mdiChevronUp, mdiClose } from '@mdi/js';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenGradings } from '../../../shared/analysis/formatting';
import type { NetworkOptions } from '../../../shared/contract/network';
import { useNetwork, type Asking, type ScopeId } from '../../actions/network';
import { useSelected } from '../../actions/selected';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { DayField } from '../../ui/DayField';
import { FacetPicker } from '../../ui/FacetPicker';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';

const SCOPES: readonly ScopeId[] = ['chart', 'selection', 'case'];
const STRENGTHS = ['tentative', 'unconfirmed', 'confirmed'] as const;
const FOLLOWING = ['both', 'out', 'in'] as const;
const WEIGHTS = ['none', 'links', 'amount'] as const;

const change = (part: Partial<Asking>): void => useNetwork.setState(({ asking }) => ({ asking: { ...asking, ...part } }));

function Choice<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: readonly { readonly value: T; readonly label: string }[]; onChange: (value: T) => void }): ReactElement {
  const id = useId();
  return (
    <div className="network__field">
      <label htmlFor={id}>{label}</label>
      <HTMLSelect id={id} value={value} options={options.map((each) => ({ ...each }))} onChange={(event) => { const chosen = options.find((each) => each.value === event.currentTarget.value); if (chosen) onChange(chosen.value); }} />
    </div>
  );
}

/** Of what the network is made: shared by all questions, folded but for the scope. */
export function OptionFields(): ReactElement {
  const { t } = useTranslation('network');
  const language = useLanguage();
  const types = useTypes();
  const { scope, options } = useNetwork((state) => state.asking);
  const [open, setOpen] = useState(false);
  const set = (part: Partial<NetworkOptions>): void => change({ options: { ...options, ...part } });
  const { entities: selected } = useSelected();
  const settings = useCase('case.info', {}).data?.settings;
  const schemes = types.schemes('grading');
  const scheme = schemes.find((each) => each.id === (options.grading?.scheme ?? settings?.gradingScheme)) ?? schemes[0];
  const gradings = useMemo(() => (scheme ? [...writtenGradings(scheme).keys()] : []), [scheme]);
  const without = [...(options.withoutTypes ?? []), ...(options.withoutEntityTypes ?? [])];
  const barred = options.withoutEntities ?? [];
  const narrowed = without.length > 0 || barred.length > 0 || options.grading !== undefined || options.strength !== undefined || options.from !== undefined || options.until !== undefined || options.following !== 'both' || options.weight !== 'none';
  return (
    <div className="network__options">
      <div className="network__scope">
        <Choice label={t('scope')} value={scope} options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))} onChange={(value) => change({ scope: value })} />
        <Button size="small" variant="minimal" active={narrowed} intent={narrowed ? 'primary' : 'none'} aria-expanded={open} text={t(narrowed ? 'optionsOn' : 'options')} endIcon={<Glyph path={open ? mdiChevronUp : mdiChevronDown} size={14} />} onClick={() => setOpen(!open)} />
      </div>
      <Collapse isOpen={open}>
        <div className="network__more">
          <Choice label={t('following')} value={options.following} options={FOLLOWING.map((value) => ({ value, label: t(`followings.${value}`) }))} onChange={(following) => set({ following })} />
          <Choice label={t('weight')} value={options.weight} options={WEIGHTS.map((value) => ({ value, label: t(`weights.${value}`) }))} onChange={(weight) => set({ weight })} />
          <Choice label={t('strength')} value={options.strength ?? 'tentative'} options={STRENGTHS.map((value) => ({ value, label: t(`strengths.${value}`) }))} onChange={(strength) => set({ strength: strength === 'tentative' ? undefined : strength })} />
          <Choice label={t('gradingLeast')} value={options.grading?.least ?? ''} options={[{ value: '', label: t('gradingAny') }, ...gradings.map((text) => ({ value: text, label: t('gradingOrBetter', { text }) }))]} onChange={(least) => set({ grading: least === '' || scheme === undefined ? undefined : { scheme: scheme.id, least } })} />
          <div className="network__field">
            <span>{t('without')}</span>
            <span className="network__without">
              <FacetPicker
                size="small" label={t('without')} active={without.length > 0} onClear={() => set({ withoutTypes: undefined, withoutEntityTypes: undefined })}
                facets={[
                  { id: 'links', label: t('linkTypes'), chosen: options.withoutTypes ?? [], onChange: (chosen) => set({ withoutTypes: chosen.length === 0 ? undefined : chosen }), options: types.linkTypes(language).map((type) => ({ value: type.id, label: type.label[language] })) },
                  { id: 'entities', label: t('entityTypes'), chosen: options.withoutEntityTypes ?? [], onChange: (chosen) => set({ withoutEntityTypes: chosen.length === 0 ? undefined : chosen }), options: types.concrete(language).map((type) => ({ value: type.id, label: type.plural[language] })) },
                ]}
              />
              <span className="quiet">{without.length === 0 ? t('withoutNone') : t('withoutSome', { count: without.length })}</span>
            </span>
          </div>
          <div className="network__field network__barred">
            <Button size="small" disabled={selected.length === 0} icon={<Glyph path={mdiCancel} size={14} />} text={t('barSelected', { count: selected.length })} title={t('barSelectedHint')} onClick={() => set({ withoutEntities: [...new Set([...barred, ...selected])] })} />
            {barred.length > 0 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} text={t('barred', { count: barred.length })} title={t('barNone')} onClick={() => set({ withoutEntities: undefined })} /> : null}
          </div>
          <DayField label={t('from')} value={options.from ?? ''} onChange={(from) => set({ from: from === '' ? undefined : from })} />
          <DayField label={t('until')} value={options.until ?? ''} onChange={(until) => set({ until: until === '' ? undefined : until })} />
        </div>
      </Collapse>
    </div>
  );
}
