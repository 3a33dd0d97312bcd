import { Tab, Tabs } from '@blueprintjs/core';
import { mdiEyeOffOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../actions/session';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount, useLanguage } from '../../ui/language';
import { CaseFindings } from './CaseFindings';
import { KnownList } from './KnownList';
import { useLooking } from './useLooking';
import './quality.css';

/** What in the case is doubtful, wrong or missing; and who of it other cases know. Not for somebody else's eyes. */
export function QualityPanel(): ReactElement {
  const { t } = useTranslation('quality');
  const viewing = useSession((state) => state.viewingAs !== null);
  return viewing ? <EmptyState icon={mdiEyeOffOutline} title={t('notWhileViewing')} hint={t('notWhileViewingHint')} /> : <Content />;
}

function Content(): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const [tab, setTab] = useState('findings');
  const looking = useLooking();
  const open = looking.looked?.groups.reduce((sum, { total, dismissed }) => sum + total - dismissed, 0);
  return (
    <div className="panel quality">
      <Tabs id="quality" className="quality__tabs" renderActiveTabPanelOnly selectedTabId={tab} onChange={(id) => setTab(String(id))}>
        <Tab id="findings" title={<>{t('findings')}{open === undefined ? null : <span className="figures quality__count">{formatCount(open, language)}</span>}</>} panel={<CaseFindings looking={looking} />} />
        <Tab id="known" title={t('across:title')} panel={<KnownList />} />
      </Tabs>
    </div>
  );
}
