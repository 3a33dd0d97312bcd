import { createContext, use, useMemo, type ReactElement, type ReactNode } from 'react';
import type { EntityView } from '../../../shared/contract';
import { look } from '../../actions/toChart';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { useLanguage } from '../../ui/language';

const Names = createContext<ReadonlyMap<string, EntityView>>(new Map());

/** Reads at once the names of all entities that results below it tell of. */
export function WithNames({ ids, children }: { ids: readonly string[]; children: ReactNode }): ReactElement {
  const wanted = useMemo(() => [...new Set(ids)].slice(0, 2000), [ids]);
  const { data } = useCase('case.entities', { ids: wanted }, wanted.length > 0);
  const names = useMemo(() => new Map((data ?? []).flatMap((entity) => (entity.members ?? [entity.id]).map((id) => [id, entity] as const))), [data]);
  return <Names value={names}>{children}</Names>;
}

/** An entity by name; a click shows it. */
export function Named({ id }: { id: string }): ReactElement {
  const types = useTypes();
  const language = useLanguage();
  const entity = use(Names).get(id);
  return (
    <button type="button" className="traffic__name" title={entity?.caption} onClick={() => look(id)}>
      {entity ? <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={18} label={types.label(entity.type, language, 1)} /> : null}
      <span className="clip name" dir="auto">{entity?.caption ?? ''}</span>
    </button>
  );
}

/** Several entities in a row. */
export function NameList({ ids }: { ids: readonly string[] }): ReactElement {
  return <span className="traffic__names">{ids.map((id, at) => <Named key={`${id} ${at}`} id={id} />)}</span>;
}
