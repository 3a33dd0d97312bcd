import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { CellSource, Mapping } from '../../../shared/mapping/mapping';
import { columnsOf, dropProperty, setSource, type PartRef } from './mappingChange';

const CONSTANT = 'constant';

/** The properties of one entity or link of a mapping, each with the column that it comes from or one text for all rows. */
export function PropertyRows({ part, type, mapping, onMapping }: { part: PartRef; type: string; mapping: Mapping; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const mapped = mapping[part.part][part.index]?.properties ?? [];
  const free = types.properties(type).filter((each) => !mapped.some((one) => one.property === each.id));
  const columns = mapping.headings.map((heading, index) => ({ value: String(index), label: heading === '' ? t('columnNumber', { number: index + 1 }) : heading }));
  const choose = (property: string, value: string): void => onMapping(setSource(mapping, part, property, value === CONSTANT ? { constant: '' } : { column: Number(value) }));
  return (
    <div className="property-rows">
      {mapped.map(({ property, from }) => {
        const name = types.property(type, property)?.label[language] ?? property;
        return (
          <div key={property} className="property-rows__row">
            <span className="clip" title={name}>{name}</span>
            <HTMLSelect aria-label={t('columnFor', { property: name })} value={sourceValue(from)} onChange={(event) => choose(property, event.currentTarget.value)} options={[...columns, ...('columns' in from ? [{ value: sourceValue(from), label: from.columns.map((column) => mapping.headings[column] ?? '').join(' + ') }] : []), { value: CONSTANT, label: t('constant') }]} />
            {'constant' in from ? <InputGroup size="small" aria-label={t('constantFor', { property: name })} value={from.constant} onValueChange={(constant) => onMapping(setSource(mapping, part, property, { constant }))} /> : null}
            <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('dropProperty', { property: name })} onClick={() => onMapping(dropProperty(mapping, part, property))} />
          </div>
        );
      })}
      {free.length > 0 ? <HTMLSelect className="property-rows__add" aria-label={t('addProperty')} value="" onChange={(event) => choose(event.currentTarget.value, freeColumnOf(mapping))} options={[{ value: '', label: t('addProperty') }, ...free.map((each) => ({ value: each.id, label: each.label[language] }))]} /> : null}
    </div>
  );
}

function sourceValue(from: CellSource): string {
  return 'constant' in from ? CONSTANT : columnsOf(from).join('+');
}

/** The first column that nothing reads yet; the first of all when each is read. */
function freeColumnOf(mapping: Mapping): string {
  const used = new Set([...mapping.entities, ...mapping.links].flatMap((each) => each.properties.flatMap((one) => columnsOf(one.from))));
  const found = mapping.headings.findIndex((_heading, index) => !used.has(index));
  return String(Math.max(0, found));
}
