import type { ReactElement } from 'react';
import type { EntityView } from '../../../shared/contract';
import { look } from '../../actions/toChart';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { useLanguage } from '../../ui/language';

/** An entity as a row of results names it; a click shows it. */
export function EntityName({ id, entity }: { id: string; entity: EntityView | undefined }): ReactElement {
  const types = useTypes();
  const language = useLanguage();
  return (
    <button type="button" className="network__name" onClick={() => look(id)}>
      {entity ? <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} label={types.label(entity.type, language, 1)} /> : null}
      <span className="clip name" dir="auto">{entity?.caption ?? ''}</span>
    </button>
  );
}
