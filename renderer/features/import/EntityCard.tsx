import { Button, Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiDeleteOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { EntityMapping, Mapping } from '../../../shared/mapping/mapping';
import { otherName } from '../../../shared/schema/otherProperty';
import { keyedName } from './ColumnHead';
import { changeEntity, removeEntity, retypeEntity } from './mappingChange';
import { propertyName } from './propertyName';
import { PropertyRows } from './PropertyRows';

/** One entity per row: its type, its properties, and when two rows mean the same one. */
export function EntityCard({ entity, index, mapping, onMapping }: { entity: EntityMapping; index: number; mapping: Mapping; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const name = keyedName(mapping, index, types.label(entity.type, language));
  const change = (part: Partial<EntityMapping>): void => onMapping(changeEntity(mapping, index, (old) => ({ ...old, ...part })));
  return (
    <section className="map-card" aria-label={name}>
      <header>
        <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={24} />
        <HTMLSelect aria-label={t('entityType')} value={entity.type} options={types.concrete(language).map((type) => ({ value: type.id, label: type.label[language] }))} onChange={(event) => { const type = event.currentTarget.value; onMapping(retypeEntity(mapping, index, type, new Set(types.properties(type).map((each) => each.id)))); }} />
        <span className="quiet clip">{name}</span>
        <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('removeEntity', { name })} onClick={() => onMapping(removeEntity(mapping, index))} />
      </header>
      <PropertyRows part={{ part: 'entities', index }} type={entity.type} mapping={mapping} onMapping={onMapping} />
      <footer>
        <label className="map-card__same">{t('sameWhen')}
          <HTMLSelect value={entity.same} onChange={(event) => change({ same: event.currentTarget.value === 'values' ? 'values' : 'row' })} options={[{ value: 'row', label: t('sameRow') }, { value: 'values', label: t('sameValues') }]} />
        </label>
        {entity.same === 'values' ? entity.properties.filter(({ property }) => otherName(property) === null || entity.sameBy.includes(property)).map(({ property }) => (
          <Checkbox key={property} inline checked={entity.sameBy.includes(property)} label={propertyName(types, entity.type, property, language)} onChange={(event) => change({ sameBy: event.currentTarget.checked ? [...entity.sameBy, property] : entity.sameBy.filter((each) => each !== property) })} />
        )) : null}
        {entity.namespace === undefined ? null : <InputGroup size="small" aria-label={t('namespace')} value={entity.namespace} onValueChange={(namespace) => change({ namespace })} />}
      </footer>
    </section>
  );
}
