import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose } from '@mdi/js';
import { useContext, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { CellSource, Mapping } from '../../../shared/mapping/mapping';
import { unusedColumns, usedColumns } from '../../../shared/mapping/proposeOthers';
import { changeProperty, columnsOf, dropProperty, setSource, type PartRef } from './mappingChange';
import { propertyName } from './propertyName';
import { PropertySteps } from './PropertySteps';
import { SampleRows } from './sampleRows';

const CONSTANT = 'constant';

/** The properties of one entity or link of a mapping, each with the column that it comes from, or one text for all rows, and what is done to its text. */
export function PropertyRows({ part, type, mapping, onMapping }: { part: PartRef; type: string; mapping: Mapping; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const rows = useContext(SampleRows);
  const mapped = mapping[part.part][part.index]?.properties ?? [];
  const free = types.properties(type).filter((each) => !mapped.some((one) => one.property === each.id));
  const unused = unusedColumns(mapping);
  const columns = mapping.headings.map((heading, index) => ({ value: String(index), label: heading === '' ? t('columnNumber', { number: index + 1 }) : heading }));
  const choose = (property: string, value: string): void => onMapping(setSource(mapping, part, property, value === CONSTANT ? { constant: '' } : { column: Number(value) }));
  const add = (property: string): void => {
    const own = unused.find((each) => each.property === property);
    if (own) onMapping(setSource(mapping, part, property, { column: own.column }));
    else if (property !== '') choose(property, freeColumnOf(mapping));
  };
  return (
    <div className="property-rows">
      {mapped.map((each) => {
        const { property, from } = each;
        const name = propertyName(types, type, property, language);
        return (
          <div key={property} className="property-rows__row">
            <span className="clip" title={name}>{name}</span>
            {'constant' in from ? (
              <InputGroup size="small" aria-label={t('constantFor', { property: name })} placeholder={t('constant')} value={from.constant} onValueChange={(constant) => onMapping(setSource(mapping, part, property, { constant }))} rightElement={<Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={12} />} aria-label={t('columnInstead', { property: name })} title={t('columnInstead', { property: name })} onClick={() => choose(property, freeColumnOf(mapping))} />} />
            ) : (
              <HTMLSelect aria-label={t('columnFor', { property: name })} value={sourceValue(from)} onChange={(event) => choose(property, event.currentTarget.value)} options={[...('columns' in from ? [{ value: sourceValue(from), label: from.columns.map((column) => mapping.headings[column] ?? '').join(' + ') }] : []), ...columns, { value: CONSTANT, label: t('constant') }]} />
            )}
            <PropertySteps part={part} type={type} mapped={each} mapping={mapping} rows={rows} onChange={(next) => onMapping(changeProperty(mapping, part, property, () => next))} />
            <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('dropProperty', { property: name })} onClick={() => onMapping(dropProperty(mapping, part, property))} />
          </div>
        );
      })}
      {free.length + unused.length > 0 ? (
        <HTMLSelect className="property-rows__add" aria-label={t('addProperty')} value="" onChange={(event) => add(event.currentTarget.value)}>
          <option value="">{t('addProperty')}</option>
          {free.map((each) => <option key={each.id} value={each.id}>{each.label[language]}</option>)}
          {unused.length === 0 ? null : <optgroup label={t('unusedColumns')}>{unused.map(({ column, property }) => <option key={property} value={property}>{t('keepAs', { name: mapping.headings[column] ?? '' })}</option>)}</optgroup>}
        </HTMLSelect>
      ) : null}
    </div>
  );
}

function sourceValue(from: CellSource): string {
  return 'constant' in from ? CONSTANT : columnsOf(from).join('+');
}

/** The first column that nothing reads yet; the first of all when each is read. */
function freeColumnOf(mapping: Mapping): string {
  const used = usedColumns(mapping);
  return String(Math.max(0, mapping.headings.findIndex((_heading, index) => !used.has(index))));
}
