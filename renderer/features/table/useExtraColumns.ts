import { useMemo } from 'react';
import type { EntityView } from '../../../shared/contract';
import type { PropertyType } from '../../../shared/schema/types';
import { BETWEEN_VALUES } from '../../actions/editValues';
import { useTableColumns } from '../../actions/tableColumns';
import type { Types } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';
import type { ExtraColumn, TableRow } from './tableRows';
import { usePropertyValues } from './usePropertyValues';

/** Values that are sorted by what they are, not by how they are written. */
const BY_NUMBER: readonly PropertyType['kind'][] = ['number', 'money', 'quantity', 'duration'];

const sortable = (kind: PropertyType['kind'] | undefined, value: string): number | string => (kind !== undefined && BY_NUMBER.includes(kind) && value !== '' && !Number.isNaN(Number.parseFloat(value)) ? Number.parseFloat(value) : value);

/** The columns that a table of these entities has beside its own: chosen properties, and what other parts of the window put there. */
export function useExtraColumns(entities: readonly EntityView[], properties: readonly string[], types: Types): readonly ExtraColumn[] {
  const language = useLanguage();
  const values = usePropertyValues(properties);
  const put = useTableColumns((state) => state.columns);
  return useMemo(() => {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const kinds = [...new Set(entities.map((entity) => entity.type))];
    const chosen = properties.map((id): ExtraColumn => {
      const named = kinds.flatMap((type) => types.property(type, id) ?? [])[0];
      const own = (row: TableRow): readonly string[] => values.get(id)?.get(row.id) ?? [];
      return {
        id: `property.${id}`, label: named?.label[language] ?? id, numeric: false, sortable: true, property: id,
        text: (row) => own(row).map((value) => shownValue(types.property(row.type, id), value, language)).join(BETWEEN_VALUES),
        sort: (row) => sortable(types.property(row.type, id)?.kind, own(row)[0] ?? ''),
      };
    });
    const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
    const others = put.map((column): ExtraColumn => {
      const read = (row: TableRow): number | string => {
        const entity = byId.get(row.id);
        return entity === undefined ? '' : (column.value(entity) ?? '');
      };
      return { id: column.id, label: column.label, numeric: true, sortable: column.sortable, text: (row) => { const value = read(row); return value === '' ? '' : column.text?.(value) ?? (typeof value === 'number' ? format.format(value) : value); }, sort: read };
    });
    return [...chosen, ...others];
  }, [entities, properties, types, language, values, put]);
}
