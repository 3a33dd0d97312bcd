import { Button } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseService, ResultOf } from '../../../shared/contract';
import { askNetwork, scopeOf, useNetwork } from '../../actions/network';
import { useSelected } from '../../actions/selected';
import { EntityName } from './EntityName';
import { Method } from './Method';
import { ResultTools } from './ResultTools';
import { useEntities } from './useEntities';

type Found = ResultOf<CaseService['requests']['case.connect']>;

/** What connects those that are selected: the fewest that stand between them, and which nothing connects. */
export function ConnectTab(): ReactElement {
  const { t } = useTranslation('network');
  const { entities: selected } = useSelected();
  const asking = useNetwork((state) => state.asking);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<(Found & { readonly asked: readonly string[] }) | null>(null);
  const scope = scopeOf(asking.scope === 'selection' ? 'chart' : asking.scope);
  const entities = useEntities(found?.entities ?? []);
  const ask = async (): Promise<void> => {
    if (scope === null) return;
    setBusy(true);
    const answer = await askNetwork('case.connect', { ids: [...selected], scope, options: asking.options });
    setBusy(false);
    if (answer) setFound({ ...answer, asked: selected });
  };
  const asked = new Set(found?.groups.flat());
  const between = found?.entities.filter((id) => !asked.has(id)) ?? [];
  return (
    <>
      <div className="network__ask">
        <span className={selected.length < 2 ? 'quiet' : ''}>{selected.length < 2 ? t('pickSome') : t('picked', { count: selected.length })}</span>
        <Button intent="primary" loading={busy} disabled={selected.length < 2 || selected.length > 500 || scope === null} text={t('ask')} onClick={() => void ask()} />
      </div>
      {found === null ? null : (
        <>
          <p>{found.groups.length === 1 ? t(between.length === 0 ? 'connectedDirectly' : 'connectedBy', { count: between.length }) : t('notConnected', { count: found.groups.length })}</p>
          <ul className="network__list">{between.map((id) => <li key={id}><EntityName id={id} entity={entities.get(id)} /></li>)}</ul>
          {found.groups.length > 1 ? found.groups.map((group, at) => (
            <section key={group[0]}>
              <h4>{t('groupOf', { number: at + 1, count: group.length })}</h4>
              <ul className="network__list">{group.map((id) => <li key={id}><EntityName id={id} entity={entities.get(id)} /></li>)}</ul>
            </section>
          )) : null}
          <ResultTools ids={found.entities} name={t('tab.connect')} lines={found.links} method={t('connectMethod')} />
          <Method lines={[t('connectMethod')]} options={asking.options} />
        </>
      )}
    </>
  );
}
