import { mdiFileDocumentOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBriefingPlace } from '../../actions/briefingPlace';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { BriefingEditor } from './BriefingEditor';
import { BriefingList } from './BriefingList';
import { NewBriefing } from './NewBriefing';
import './briefing.css';
import './blocks.css';
import './fields.css';
import './sentences/sentences.css';
import './output/output.css';

/** The briefings of the case, and the one that is open in the editor. Every change is saved as it is made. */
export function BriefingPanel(): ReactElement {
  const { t } = useTranslation('briefing');
  const { data: briefings = [], isSuccess } = useCase('case.briefings', {});
  const { data: recipients = [] } = useCase('case.recipients', {});
  const chosen = useBriefingPlace((place) => place.briefing);
  const shown = briefings.find((briefing) => briefing.id === chosen);
  if (!isSuccess) return <div className="panel" />;
  if (shown) return <BriefingEditor key={shown.id} record={shown} recipients={recipients} />;
  if (briefings.length === 0) return <EmptyState icon={mdiFileDocumentOutline} title={t('empty')} hint={t('emptyHint')}><NewBriefing primary /></EmptyState>;
  return (
    <div className="panel">
      <div className="panel__head"><NewBriefing /></div>
      <div className="panel__body"><BriefingList briefings={briefings} recipients={recipients} /></div>
    </div>
  );
}
