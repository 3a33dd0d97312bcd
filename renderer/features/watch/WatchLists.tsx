import { Button, Menu, MenuItem, PopoverNext, Tag } from '@blueprintjs/core';
import { mdiDeleteOutline, mdiDotsHorizontal, mdiFilePlusOutline, mdiFileReplaceOutline, mdiPencilOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchListView } from '../../../shared/contract/watching';
import { formatValue } from '../../../shared/values';
import { attempt, openCaseClient } from '../../actions/execute';
import { chooseWatchList, useWatchDesk } from '../../actions/watch';
import { confirm } from '../../ui/confirm';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { DescribeDialog } from './DescribeDialog';

/** The lists themselves: who keeps them, how long they hold, and how their hits stand. */
export function WatchLists({ lists }: { lists: readonly WatchListView[] }): ReactElement {
  const { t } = useTranslation('watch');
  const [describing, setDescribing] = useState<WatchListView | null>(null);
  return (
    <div className="panel__body">
      <ul className="watch-lists">
        {lists.map((list) => <ListRow key={list.id} list={list} onDescribe={() => setDescribing(list)} />)}
      </ul>
      <div className="watch-lists__foot"><Button size="small" icon={<Glyph path={mdiFilePlusOutline} size={14} />} text={t('load')} onClick={() => void chooseWatchList()} /></div>
      {describing === null ? null : <DescribeDialog list={describing} onClose={() => setDescribing(null)} />}
    </div>
  );
}

function ListRow({ list, onDescribe }: { list: WatchListView; onDescribe: () => void }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const { hits } = list;
  const remove = async (): Promise<void> => {
    const agreed = await confirm({ title: 'watch:removeTitle', body: list.scope === 'case' ? 'watch:removeBody' : 'watch:removeBodyWorkstation', action: 'watch:remove', values: { name: list.name }, danger: true });
    if (agreed) await attempt(() => openCaseClient()['case.removeWatchList']({ id: list.id }));
  };
  const show = (tab: 'open' | 'judged'): void => useWatchDesk.setState({ tab, list: list.id, hit: null });
  const judged = hits.match + hits.noMatch + hits.unsure;
  const until = list.expires === null ? t('noEnd') : t(list.expired ? 'expired' : 'until', { day: formatValue('date', list.expires, language) });
  return (
    <li className={`watch-lists__row ${list.expired ? 'watch-lists__row--expired' : ''}`}>
      <div className="watch-lists__head">
        <strong className="clip" dir="auto">{list.name}</strong>
        {list.scope === 'workstation' ? <Tag minimal>{t('scope.workstation')}</Tag> : null}
        <span className="watch__spring" />
        <PopoverNext
          placement="bottom-end"
          content={
            <Menu>
              <MenuItem icon={<Glyph path={mdiFileReplaceOutline} size={16} />} text={t('newer')} onClick={() => void chooseWatchList(list.id)} />
              <MenuItem icon={<Glyph path={mdiPencilOutline} size={16} />} text={t('describe')} onClick={onDescribe} />
              <MenuItem icon={<Glyph path={mdiDeleteOutline} size={16} />} intent="danger" text={t('remove')} onClick={() => void remove()} />
            </Menu>
          }
        >
          <Button size="small" variant="minimal" icon={<Glyph path={mdiDotsHorizontal} size={16} />} aria-label={t('more2', { name: list.name })} title={t('more2', { name: list.name })} />
        </PopoverNext>
      </div>
      <div className="quiet clip">{[list.owner, t('entries', { count: list.entries, shown: formatCount(list.entries, language) })].filter((part) => part !== '').join(' · ')}</div>
      <div className={list.expired ? 'watch-lists__expired' : 'quiet'}>{until}</div>
      {list.expired ? null : (
        <div className="watch-lists__hits">
          {hits.open + judged === 0 ? <span className="quiet">{t('noHits')}</span> : null}
          {hits.open > 0 ? <button type="button" className="link-button watch-lists__open" onClick={() => show('open')}>{t('openHits', { count: hits.open, shown: formatCount(hits.open, language) })}</button> : null}
          {judged > 0 ? <button type="button" className="link-button quiet" onClick={() => show('judged')}>{t('judgedHits', { count: judged, shown: formatCount(judged, language), match: formatCount(hits.match, language) })}</button> : null}
        </div>
      )}
    </li>
  );
}
