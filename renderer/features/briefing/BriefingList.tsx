import { Button } from '@blueprintjs/core';
import { mdiDeleteOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { execute } from '../../actions/execute';
import { Glyph } from '../../ui/Glyph';

/** The briefings of the case by title. Deleting one is a step that can be undone, so it is not asked about. */
export function BriefingList({ briefings, chosen, onChoose }: { briefings: readonly BriefingRecord[]; chosen: string | null; onChoose: (id: string) => void }): ReactElement {
  const { t } = useTranslation('briefing');
  return (
    <ul className="briefing-list">
      {briefings.map(({ id, title, recipient }) => (
        <li key={id} aria-current={id === chosen}>
          <button type="button" className="briefing-list__choose" onClick={() => onChoose(id)}>
            <span className="clip" dir="auto">{title}</span>
            {recipient === '' ? null : <span className="quiet clip" dir="auto">{recipient}</span>}
          </button>
          <Button size="small" variant="minimal" aria-label={t('delete', { title })} title={t('delete', { title })} icon={<Glyph path={mdiDeleteOutline} size={14} />} onClick={() => void execute('briefing.delete', { id })} />
        </li>
      ))}
    </ul>
  );
}
