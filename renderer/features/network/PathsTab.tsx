import { Button, HTMLSelect } from '@blueprintjs/core';
import { mdiArrowDownThin, mdiArrowUpThin, mdiMinus } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PATH_ORDERS, type PathView } from '../../../shared/contract/network';
import { askNetwork, scopeOf, useNetwork } from '../../actions/network';
import { selectLink } from '../../actions/selectionActions';
import { selectThose } from '../../actions/toChart';
import { useSelected } from '../../actions/selected';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { useLanguage } from '../../ui/language';
import { formatValue } from '../../../shared/values';
import { EntityName } from './EntityName';
import { Method } from './Method';
import { ResultTools } from './ResultTools';
import { useEntities } from './useEntities';

type Order = (typeof PATH_ORDERS)[number];

/** How two are connected: the two that are selected, as they were when the question was asked. */
export function PathsTab(): ReactElement {
  const { t } = useTranslation('network');
  const { entities: selected } = useSelected();
  const asking = useNetwork((state) => state.asking);
  const [order, setOrder] = useState<Order>('fewest');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ readonly paths: readonly PathView[]; readonly order: Order; readonly ends: readonly [string, string] } | null>(null);
  const [from, to] = selected.length === 2 ? selected : [found?.ends[0], found?.ends[1]];
  // What is selected are the ends: a way between them may lead over anything.
  const scope = scopeOf(asking.scope === 'selection' ? 'chart' : asking.scope);
  const ends = useEntities([from, to].flatMap((id) => id ?? []));
  const entities = useEntities([...new Set(found?.paths.flatMap((path) => path.entities))]);
  const ask = async (): Promise<void> => {
    if (from === undefined || to === undefined || scope === null) return;
    setBusy(true);
    const answer = await askNetwork('case.paths', { from, to, scope, options: asking.options, order, count: 10 });
    setBusy(false);
    if (answer) setFound({ paths: answer.paths, order, ends: [from, to] });
  };
  return (
    <>
      {from === undefined || to === undefined ? <p className="quiet">{t('pickTwo')}</p> : (
        <div className="network__ends"><EntityName id={from} entity={ends.get(from)} /><span className="quiet">{t('and')}</span><EntityName id={to} entity={ends.get(to)} /></div>
      )}
      <div className="network__ask">
        <HTMLSelect fill aria-label={t('pathOrder')} value={order} options={PATH_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))} onChange={(event) => setOrder(PATH_ORDERS.find((each) => each === event.currentTarget.value) ?? 'fewest')} />
        <Button intent="primary" loading={busy} disabled={from === undefined || to === undefined || scope === null} text={t('ask')} onClick={() => void ask()} />
      </div>
      {found === null ? null : found.paths.length === 0 ? <p>{t(`noPath.${found.order}`)}</p> : (
        <>
          <ol className="network__paths">{found.paths.map((path) => <PathRow key={path.entities.join()} path={path} entities={entities} />)}</ol>
          <ResultTools ids={[...new Set(found.paths.flatMap((path) => path.entities))]} name={t('pathsBetween', { from: entities.get(found.ends[0])?.caption ?? '', to: entities.get(found.ends[1])?.caption ?? '' })} />
          <Method lines={[t(`pathMethod.${found.order}`)]} options={asking.options} />
        </>
      )}
    </>
  );
}

function PathRow({ path, entities }: { path: PathView; entities: ReturnType<typeof useEntities> }): ReactElement {
  const { t } = useTranslation('network');
  const types = useTypes();
  const language = useLanguage();
  return (
    <li className="network__path">
      <div className="network__pathHead">
        <button type="button" className="network__select" onClick={() => void selectThose(path.entities, path.steps.map((step) => step.link))}>{t('steps', { count: path.steps.length })}</button>
        <span className={`network__strength network__strength--${path.weakest}`} title={t('weakestHint')}>{t(`weakest.${path.weakest}`)}</span>
        {path.weakestGrading === '' ? null : <Grade text={path.weakestGrading} />}
      </div>
      {path.entities.map((id, at) => {
        const step = path.steps[at];
        const type = step ? types.link(step.type) : undefined;
        return (
          <div key={id}>
            <EntityName id={id} entity={entities.get(id)} />
            {step ? (
              <button type="button" className={`network__step network__step--${step.strength}`} onClick={() => selectLink(step.link)}>
                <Glyph path={type?.directed === false ? mdiMinus : step.along ? mdiArrowDownThin : mdiArrowUpThin} size={14} />
                <span>{step.along ? type?.label[language] : type?.reverse[language]}{step.count > 1 ? ` (${t('ofMany', { count: step.count })})` : ''}</span>
                {step.start ? <span className="quiet figures">{formatValue('date', step.start, language)}</span> : null}
                {step.grading === '' ? null : <Grade text={step.grading} />}
              </button>
            ) : null}
          </div>
        );
      })}
    </li>
  );
}
