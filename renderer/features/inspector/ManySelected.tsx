import { Button } from '@blueprintjs/core';
import { mdiAccountTagOutline, mdiPlusNetworkOutline, mdiShieldEditOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startCategories } from '../../actions/evaluate';
import { evaluateSelection } from '../../actions/evaluateSelection';
import { startExpand } from '../../actions/expand';
import { select } from '../../actions/selected';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { grouped } from '../../ui/grouped';
import { formatCount, useLanguage } from '../../ui/language';
import { categoryOf } from '../../../shared/schema/category';

/** What a selection of several things consists of; a type narrows the selection to itself. */
export function ManySelected({ entities, links }: { entities: readonly string[]; links: number }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const { data = [] } = useCase('case.entities', { ids: [...entities] }, entities.length > 0);
  const byType = [...grouped(data, (each) => each.type)].toSorted((a, b) => b[1].length - a[1].length);
  const persons = data.filter((each) => { const type = types.entity(each.type); return type !== undefined && categoryOf(type) !== undefined; }).map((each) => each.id);
  return (
    <div className="panel inspector">
      <header className="inspector__head"><div className="inspector__names"><h2>{t('selected', { count: entities.length + links })}</h2><p className="quiet">{t('selectedParts', { entities: formatCount(entities.length, language), links: formatCount(links, language) })}</p></div></header>
      <ul className="panel__body many">
        {byType.map(([type, members]) => (
          <li key={type}>
            <Disc family={types.family(type)} glyph={types.glyph(type)} size={22} />
            <button type="button" className="link-button" onClick={() => select(members.map((each) => each.id), [])}>{types.label(type, language, members.length)}</button>
            <span className="figures quiet">{formatCount(members.length, language)}</span>
          </li>
        ))}
      </ul>
      <div className="inspector__foot">
        {entities.length > 0 ? <Button size="small" icon={<Glyph path={mdiPlusNetworkOutline} size={14} />} text={t('expand')} onClick={() => startExpand(entities)} /> : null}
        <Button size="small" icon={<Glyph path={mdiShieldEditOutline} size={14} />} text={t('evaluation:action')} onClick={() => void evaluateSelection()} />
        {persons.length > 0 ? <Button size="small" icon={<Glyph path={mdiAccountTagOutline} size={14} />} text={t('evaluation:categories')} onClick={() => startCategories(persons)} /> : null}
      </div>
    </div>
  );
}
