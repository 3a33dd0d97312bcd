import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../case/queries';
import { useTypes } from '../case/types';
import { useBarNames } from './barNames';
import { dimensionKey, ENTITY_DIMENSIONS, LINE_DIMENSIONS, propertyDimensions, type Dimension, type PropertyValues, type Subject } from './histogram';
import { useSession } from './session';

/** A dimension as it is offered to choose. */
export interface OfferedDimension {
  readonly key: string;
  readonly label: string;
  readonly dimension: Dimension;
}

export interface DimensionGroup {
  readonly label: string;
  readonly offered: readonly OfferedDimension[];
}

/** What entities or lines of the chart in front can be counted by: what all have, then properties that some have, with how many. */
export function useDimensions(subject: Subject): readonly DimensionGroup[] {
  const { t } = useTranslation('histogram');
  const names = useBarNames();
  const types = useTypes();
  const chart = useSession((state) => state.chart);
  const { data: present } = useCase('case.propertiesOnChart', { chart: chart ?? '' }, chart !== null && subject === 'entities');
  return useMemo(() => {
    const offer = (dimension: Dimension, count?: number): OfferedDimension => ({ key: dimensionKey(dimension), label: count === undefined ? names.dimension(dimension) : t('propertyOf', { name: names.dimension(dimension), count }), dimension });
    if (subject === 'lines') return [{ label: t('general'), offered: LINE_DIMENSIONS.map((dimension) => offer(dimension)) }];
    const kinds = new Map(types.catalogue.entityTypes.flatMap((type) => types.properties(type.id)).map((property) => [property.id, property.kind]));
    return [
      { label: t('general'), offered: ENTITY_DIMENSIONS.map((dimension) => offer(dimension)) },
      { label: t('properties'), offered: (present ?? []).flatMap(({ property, entities }) => propertyDimensions(property, kinds.get(property) ?? 'text').map((dimension) => offer(dimension, entities))) },
    ];
  }, [subject, names, types, present, t]);
}

const NONE: PropertyValues = new Map();

/** Values of the property that a dimension is about, of the chart in front; empty for other dimensions, null while they are awaited. */
export function usePropertyValues({ property }: Dimension): PropertyValues | null {
  const chart = useSession((state) => state.chart);
  const { data, isPlaceholderData } = useCase('case.propertyValues', { chart: chart ?? '', property: property ?? '' }, chart !== null && property !== undefined);
  return useMemo(() => {
    if (property === undefined) return NONE;
    // What is on show meanwhile are the values of another property.
    return data === undefined || isPlaceholderData ? null : new Map([[property, new Map(data.values.map((each) => [each.entity, each.values]))]]);
  }, [property, data, isPlaceholderData]);
}
