import { mdiBriefcaseSearchOutline, mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityView } from '../../../shared/contract';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { KnownCases } from '../../ui/KnownCases';

/** In which other cases of this workstation an entity is known, and whom to ask. Nothing where the case takes no part, or nobody else knows it. */
export function KnownElsewhere({ entity }: { entity: EntityView }): ReactElement | null {
  const { t } = useTranslation('across');
  const types = useTypes();
  const [open, setOpen] = useState(true);
  const viewing = useSession((state) => state.viewingAs !== null);
  const { data: info } = useCase('case.info', {}, !viewing);
  const takesPart = !viewing && info?.settings.knownAcross === true && !info.readOnly;
  const { data } = useCase('case.knownElsewhere', { job: 'inspector', ids: [entity.id] }, takesPart);
  const [known] = data?.entities ?? [];
  // While another is being asked about, the answer on show is of the one before.
  if (!takesPart || known === undefined || known.cases.length === 0 || (known.entity.id !== entity.id && known.entity.members?.includes(entity.id) !== true)) return null;
  return (
    <section className="same-as">
      <button type="button" className="link-button same-as__head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Glyph path={mdiBriefcaseSearchOutline} size={15} />
        <span>{t('knownIn', { count: known.cases.length })}</span>
        <Glyph path={open ? mdiChevronDown : mdiChevronRight} size={15} />
      </button>
      {open ? <KnownCases cases={known.cases} type={types.entity(entity.type)} /> : null}
    </section>
  );
}
