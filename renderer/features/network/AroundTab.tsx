import { Button, HTMLSelect } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseService, ResultOf } from '../../../shared/contract';
import { askNetwork, scopeOf, useNetwork } from '../../actions/network';
import { useSelected } from '../../actions/selected';
import { useTypes } from '../../case/types';
import { FacetPicker } from '../../ui/FacetPicker';
import { useLanguage } from '../../ui/language';
import { EntityName } from './EntityName';
import { Method } from './Method';
import { ResultTools } from './ResultTools';
import { useEntities } from './useEntities';

type Found = ResultOf<CaseService['requests']['case.linkedTo']>;
const DEPTHS = [1, 2, 3, 4, 5, 6];
const LISTED = 300;

/** What is linked to the selection, step by step. */
export function AroundTab(): ReactElement {
  const { t } = useTranslation('network');
  const language = useLanguage();
  const types = useTypes();
  const { entities: selected } = useSelected();
  const asking = useNetwork((state) => state.asking);
  const [depth, setDepth] = useState(2);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const scope = scopeOf(asking.scope === 'selection' ? 'chart' : asking.scope);
  const entities = useEntities(found?.found.slice(0, LISTED).map((each) => each.entity) ?? []);
  const ask = async (): Promise<void> => {
    if (scope === null) return;
    setBusy(true);
    const answer = await askNetwork('case.linkedTo', { ids: [...selected], depth, scope, options: asking.options, ...(wanted.length === 0 ? {} : { entityTypes: [...wanted] }) });
    setBusy(false);
    if (answer) setFound(answer);
  };
  return (
    <>
      <div className="network__ask">
        <HTMLSelect fill aria-label={t('depth')} value={depth} options={DEPTHS.map((value) => ({ value, label: t('upTo', { count: value }) }))} onChange={(event) => setDepth(Number(event.currentTarget.value))} />
        <FacetPicker size="small" label={t('entityTypes')} active={wanted.length > 0} onClear={() => setWanted([])} facets={[{ id: 'types', label: t('entityTypes'), chosen: wanted, onChange: setWanted, options: types.concrete(language).map((type) => ({ value: type.id, label: type.plural[language] })) }]} />
        <Button intent="primary" loading={busy} disabled={selected.length === 0 || selected.length > 5000 || scope === null} text={t('ask')} onClick={() => void ask()} />
      </div>
      {selected.length === 0 && found === null ? <p className="quiet">{t('pickOne')}</p> : null}
      {found === null ? null : (
        <>
          <p>{found.total === 0 ? t('nothingAround') : t('around', { count: found.total })}</p>
          {found.byStep.map((count, at) => (count === 0 ? null : (
            // oxlint-disable-next-line react/no-array-index-key -- the step is what is shown
            <section key={at}>
              <h4>{t('atStep', { count: at + 1 })} <span className="quiet figures">{count}</span></h4>
              <ul className="network__list">{found.found.slice(0, LISTED).filter((each) => each.steps === at + 1).map((each) => <li key={each.entity}><EntityName id={each.entity} entity={entities.get(each.entity)} /></li>)}</ul>
            </section>
          )))}
          {found.total > LISTED ? <p className="quiet">{t('firstOf', { shown: Math.min(LISTED, found.found.length), count: found.total })}</p> : null}
          <ResultTools ids={found.found.map((each) => each.entity)} name={t('tab.around')} method={t('aroundMethod', { count: depth })} />
          <Method lines={[t('aroundMethod', { count: depth })]} options={asking.options} />
        </>
      )}
    </>
  );
}
