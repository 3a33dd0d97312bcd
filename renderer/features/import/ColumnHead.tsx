import { Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiClose } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { Mapping } from '../../../shared/mapping/mapping';
import { unusedColumns } from '../../../shared/mapping/proposeOthers';
import { freeColumn, setSource, type ColumnRole } from './mappingChange';
import { propertyName } from './propertyName';

interface ColumnHeadProps {
  readonly heading: string;
  readonly column: number;
  readonly roles: readonly ColumnRole[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

/** Heading of one column with chips for what it becomes; opens the list of what it could become. */
export function ColumnHead({ heading, column, roles, mapping, onMapping }: ColumnHeadProps): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const roleName = (role: ColumnRole): string => `${types.label(role.type, language)} · ${propertyName(types, role.type, role.property, language)}`;
  const parts = (['entities', 'links'] as const).flatMap((part) => mapping[part].map((each, index) => ({ part, index, type: each.type, name: part === 'entities' ? keyedName(mapping, index, types.label(each.type, language)) : types.label(each.type, language) })));
  // A column that is used already is not kept a second time.
  const otherOf = unusedColumns(mapping).find((each) => each.column === column)?.property;
  return (
    <th scope="col" className="column-head">
      <PopoverNext
        placement="bottom-start"
        content={
          <Menu className="column-head__menu">
            {parts.map((part) => (
              <MenuItem key={`${part.part}${part.index}`} text={part.name} icon={<Glyph path={types.glyph(part.type)} />} popoverProps={{ matchTargetWidth: false }}>
                {types.properties(part.type).map((property) => (
                  <MenuItem key={property.id} text={property.label[language]} selected={roles.some((role) => role.part === part.part && role.index === part.index && role.property === property.id)} onClick={() => onMapping(setSource(mapping, part, property.id, { column }))} />
                ))}
              </MenuItem>
            ))}
            <MenuDivider title={otherOf === undefined ? undefined : t('keepAs', { name: heading })} />
            {otherOf === undefined ? null : parts.map((part) => <MenuItem key={`other${part.part}${part.index}`} text={t('keepOn', { name: part.name })} icon={<Glyph path={types.glyph(part.type)} />} onClick={() => onMapping(setSource(mapping, part, otherOf, { column }))} />)}
            {otherOf === undefined ? null : <MenuDivider />}
            <MenuItem icon={<Glyph path={mdiClose} />} text={t('notUsed')} disabled={roles.length === 0} onClick={() => onMapping(freeColumn(mapping, column))} />
          </Menu>
        }
      >
        <button type="button" className="column-head__button" aria-label={t('columnMenu', { heading })}>
          <span className="column-head__roles">
            {roles.length === 0 ? <span className="chip column-head__unused">{t('notUsed')}</span> : roles.map((role) => <span key={`${role.part}${role.index}${role.property}`} className="chip clip" data-family={role.part === 'entities' ? types.family(role.type) : undefined}>{roleName(role)}</span>)}
          </span>
          <span className="clip column-head__text" title={heading}>{heading === '' ? t('noHeading') : heading}</span>
        </button>
      </PopoverNext>
    </th>
  );
}

/** A type's name, numbered where a mapping makes several entities of it per row. */
export function keyedName(mapping: Mapping, index: number, label: string): string {
  const entity = mapping.entities[index];
  const alike = mapping.entities.filter((each) => each.type === entity?.type);
  return alike.length < 2 || !entity ? label : `${label} ${alike.indexOf(entity) + 1}`;
}
