import { Button } from '@blueprintjs/core';
import { mdiFileDocumentPlusOutline, mdiFileDocumentOutline } from '@mdi/js';
import { v7 as newId } from 'uuid';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultBriefing } from '../../../shared/briefing/defaultBriefing';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { attempt, execute, openCaseClient } from '../../actions/execute';
import { session } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { BriefingEditor } from './BriefingEditor';
import { BriefingList } from './BriefingList';
import './briefing.css';

/** The briefings of the case; the chosen one is edited under the list. Every change is saved as it is made. */
export function BriefingPanel(): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const { data: briefings = [], isSuccess } = useCase('case.briefings', {});
  const [chosen, choose] = useState<string | null>(null);
  const shown = briefings.find((briefing) => briefing.id === chosen) ?? briefings.at(-1);

  const create = async (): Promise<void> => {
    const start = await attempt(async () => ({ info: await openCaseClient()['case.info']({}), charts: await openCaseClient()['case.charts']({}) }));
    if (!start) return;
    const { settings } = session();
    const filled = start.charts.filter((chart) => chart.items > 0);
    const briefing: BriefingRecord = defaultBriefing({ id: newId(), settings: start.info.settings, charts: filled.map((chart) => chart.id), author: settings?.actor ?? '', service: settings?.service ?? '', language });
    if (await execute('briefing.put', briefing)) choose(briefing.id);
  };

  const button = <Button intent={briefings.length === 0 ? 'primary' : 'none'} size="small" icon={<Glyph path={mdiFileDocumentPlusOutline} size={14} />} text={t('create')} onClick={() => void create()} />;
  if (!isSuccess) return <div className="panel" />;
  if (briefings.length === 0) return <EmptyState icon={mdiFileDocumentOutline} title={t('empty')} hint={t('emptyHint')}>{button}</EmptyState>;
  return (
    <div className="panel">
      <div className="panel__head">{button}</div>
      <div className="panel__body">
        <BriefingList briefings={briefings} chosen={shown?.id ?? null} onChoose={choose} />
        {shown ? <BriefingEditor key={shown.id} record={shown} /> : null}
      </div>
    </div>
  );
}
