import { Button, Menu, MenuItem, Popover, ProgressBar } from '@blueprintjs/core';
import { mdiDotsHorizontal, mdiEyeOffOutline, mdiEyeOutline, mdiFolderAlertOutline, mdiFolderEyeOutline, mdiFolderOutline, mdiFolderRemoveOutline, mdiPencilOutline, mdiRefresh } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, openCaseClient } from '../../actions/execute';
import { askText, confirm } from '../../ui/confirm';
import { Glyph } from '../../ui/Glyph';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import type { ShareView } from '../../../shared/contract/sharing';

/** One share: its name, whether it can be reached, what of it could not be seen, and what to do with it. A click shows only its files. */
export function ShareCard({ share, chosen, onChoose }: { share: ShareView; chosen: boolean; onChoose: () => void }): ReactElement {
  const { t } = useTranslation('shares');
  const language = useLanguage();
  const troubled = share.reach === 'away' || share.reach === 'silent';
  const rename = async (): Promise<void> => {
    const name = await askText({ title: 'shares:renameTitle', action: 'shares:rename', input: { label: 'shares:name', value: share.name } });
    if (name) await attempt(() => openCaseClient()['case.setShare']({ id: share.id, name }));
  };
  const remove = async (): Promise<void> => {
    if (await confirm({ title: 'shares:removeTitle', body: 'shares:removeBody', action: 'shares:remove', values: { name: share.name }, danger: true })) await attempt(() => openCaseClient()['case.removeShare']({ id: share.id }));
  };
  const notes = [
    troubled ? t(`reachHint.${share.reach}`) : '',
    share.noRoom ? t('noRoomHint') : '',
    share.more ? t('moreHint') : '',
    share.closed > 0 ? t('closedHint', { count: share.closed }) : '',
  ].filter(Boolean);
  return (
    <li className={`shares__card ${chosen ? 'shares__card--chosen' : ''}`}>
      <div className="shares__head">
        <button type="button" className="shares__name" aria-pressed={chosen} title={share.place} onClick={onChoose}>
          <Glyph path={troubled ? mdiFolderAlertOutline : share.watched ? mdiFolderEyeOutline : mdiFolderOutline} size={16} />
          <span className="clip" dir="auto">{share.name}</span>
          {share.fresh > 0 ? <span className="chip shares__fresh figures" title={t('fresh', { count: share.fresh })}>{formatCount(share.fresh, language)}</span> : null}
        </button>
        <Button size="small" variant="minimal" icon={<Glyph path={mdiRefresh} size={14} />} title={t('lookNow')} aria-label={t('lookNow')} onClick={() => void attempt(() => openCaseClient()['case.lookAtShare']({ id: share.id }))} />
        <Popover
          placement="bottom-end"
          content={(
            <Menu>
              <MenuItem icon={<Glyph path={share.watched ? mdiEyeOffOutline : mdiEyeOutline} />} text={t(share.watched ? 'unwatch' : 'watch')} onClick={() => void attempt(() => openCaseClient()['case.setShare']({ id: share.id, watched: !share.watched }))} />
              <MenuItem icon={<Glyph path={mdiPencilOutline} />} text={t('rename')} onClick={() => void rename()} />
              <MenuItem icon={<Glyph path={mdiFolderRemoveOutline} />} intent="danger" text={t('remove')} onClick={() => void remove()} />
            </Menu>
          )}
        >
          <Button size="small" variant="minimal" icon={<Glyph path={mdiDotsHorizontal} size={14} />} title={t('more')} aria-label={t('moreFor', { name: share.name })} />
        </Popover>
      </div>
      <div className={`shares__reach ${troubled ? 'shares__reach--troubled' : 'quiet'}`}>
        {t(share.reach === 'reached' && !share.watched ? 'reach.listed' : `reach.${share.reach}`)}{share.lookedAt && (troubled || !share.watched) ? ` · ${formatMoment(share.lookedAt, language)}` : ''} · {t('files', { count: share.files })}
      </div>
      {notes.map((note) => <p key={note} className="shares__note">{note}</p>)}
      {share.passed > 0 ? <p className="shares__note shares__note--plain">{t('passedHint', { count: share.passed })}</p> : null}
      {share.copying ? <div className="shares__copying"><span className="clip quiet" dir="auto">{t('copyingFile', { file: share.copying.path })}</span><ProgressBar intent="primary" stripes={false} value={share.copying.total > 0 ? share.copying.done / share.copying.total : 0} /></div> : null}
    </li>
  );
}
