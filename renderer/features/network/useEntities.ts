import { useMemo } from 'react';
import type { EntityView } from '../../../shared/contract';
import { useCase } from '../../case/queries';

/** Views of entities by id, each under every id that it stands for. */
export function useEntities(ids: readonly string[]): ReadonlyMap<string, EntityView> {
  const { data } = useCase('case.entities', { ids: [...ids] }, ids.length > 0);
  return useMemo(() => new Map((data ?? []).flatMap((entity) => (entity.members ?? [entity.id]).map((id) => [id, entity] as const))), [data]);
}
