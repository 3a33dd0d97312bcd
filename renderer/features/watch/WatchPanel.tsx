import { Button, SegmentedControl, Tag } from '@blueprintjs/core';
import { mdiBellRingOutline, mdiFilePlusOutline } from '@mdi/js';
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseWatchList, useWatchDesk } from '../../actions/watch';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { HitDesk } from './HitDesk';
import { LoadDialog } from './LoadDialog';
import { WatchLists } from './WatchLists';
import './watch.css';

const TABS = ['open', 'judged', 'lists'] as const;

/** Watch lists that the case is held against, and what they hit: tasks that are judged once. */
export function WatchPanel(): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const { tab, list, loading } = useWatchDesk();
  const viewing = useSession((state) => state.viewingAs !== null);
  const { data, error } = useCase('case.watchLists', {}, !viewing);
  const lists = data?.lists ?? [];
  const judged = lists.reduce((sum, { hits }) => sum + hits.match + hits.noMatch + hits.unsure, 0);
  const only = lists.find(({ id }) => id === list);
  useEffect(() => { if (list !== null && data !== undefined && only === undefined) useWatchDesk.setState({ list: null }); }, [list, data, only]);
  if (viewing) return <EmptyState icon={mdiBellRingOutline} title={t('viewing')} hint={t('viewingHint')} />;
  if (error) return <EmptyState icon={mdiBellRingOutline} title={t('notRead')} hint={failureText(t, error)} />;
  const dialog = loading === null ? null : <LoadDialog key={loading.file.token} file={loading.file} replaces={lists.find(({ id }) => id === loading.replaces) ?? null} workstation={data?.workstation === true} onClose={() => useWatchDesk.setState({ loading: null })} />;
  if (data !== undefined && lists.length === 0) {
    return (
      <div className="panel watch">
        <EmptyState icon={mdiBellRingOutline} title={t('empty')} hint={t('emptyHint')}>
          <Button intent="primary" icon={<Glyph path={mdiFilePlusOutline} size={16} />} text={t('load')} onClick={() => void chooseWatchList()} />
        </EmptyState>
        {dialog}
      </div>
    );
  }
  const counts = { open: data?.open ?? 0, judged, lists: lists.length };
  return (
    <div className="panel watch">
      <div className="watch__bar">
        <SegmentedControl size="small" value={tab} onValueChange={(value) => useWatchDesk.setState({ tab: TABS.find((each) => each === value) ?? 'open', hit: null })} options={TABS.map((value) => ({ value, label: t('counted', { name: t(`tab.${value}`), shown: formatCount(counts[value], language) }) }))} />
        {only === undefined || tab === 'lists' ? null : <Tag minimal intent="primary" className="watch__only" onRemove={() => useWatchDesk.setState({ list: null })}>{only.name}</Tag>}
        <span className="watch__spring" />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiFilePlusOutline} size={16} />} title={t('load')} aria-label={t('load')} onClick={() => void chooseWatchList()} />
      </div>
      {tab === 'lists' ? <WatchLists lists={lists} /> : <HitDesk key={`${tab} ${list ?? ''}`} state={tab} list={list} lists={lists.length} />}
      {dialog}
    </div>
  );
}
