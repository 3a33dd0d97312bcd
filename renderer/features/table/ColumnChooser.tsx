import { Button, Checkbox, PopoverNext } from '@blueprintjs/core';
import { mdiViewColumnOutline } from '@mdi/js';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityView } from '../../../shared/contract';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';

interface ChooserProps {
  readonly entities: readonly EntityView[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Chooses which properties stand as columns: those that something on the chart has come first, then what its types could have. */
export function ColumnChooser(props: ChooserProps): ReactElement {
  const { t } = useTranslation('table');
  return (
    <PopoverNext placement="bottom-start" content={<Choices {...props} />}>
      <Button size="small" variant="minimal" icon={<Glyph path={mdiViewColumnOutline} size={14} />} text={t('columns')} />
    </PopoverNext>
  );
}

function Choices({ entities, chosen, onChoose }: ChooserProps): ReactElement {
  const { t } = useTranslation('table');
  const language = useLanguage();
  const types = useTypes();
  const chart = useSession((state) => state.chart) ?? '';
  const { data: said = [] } = useCase('case.propertiesOnChart', { chart }, chart !== '');
  const kinds = [...new Set(entities.map((entity) => entity.type))];
  const known = new Map(kinds.flatMap((type) => types.properties(type)).map((property) => [property.id, property]));
  const counts = new Map(said.map((each) => [each.property, each.entities]));
  const listed = [...new Set([...said.map((each) => each.property).filter((id) => known.has(id)), ...[...known.values()].filter((property) => property.featured).map((property) => property.id), ...known.keys()])];
  const toggle = (id: string): void => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div className="column-chooser">
      <p className="quiet">{t('columnsHint')}</p>
      <ul aria-label={t('columns')}>
        {listed.map((id) => <li key={id}><Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)} label={known.get(id)?.label[language] ?? id} />{counts.has(id) ? <span className="quiet figures">{formatCount(counts.get(id) ?? 0, language)}</span> : null}</li>)}
      </ul>
    </div>
  );
}
