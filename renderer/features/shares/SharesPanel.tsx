import { Button, Checkbox, SegmentedControl } from '@blueprintjs/core';
import { mdiFolderEyeOutline, mdiFolderPlusOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import type { ArgumentsOf, CaseService } from '../../../shared/contract';
import { addShare } from './addShare';
import { ShareCard } from './ShareCard';
import { ShareFileList } from './ShareFileList';
import './shares.css';

type Shown = NonNullable<ArgumentsOf<CaseService['requests']['case.shareFiles']>['show']>;

/** Folders of other services that the case looks into, and the files that arrive there. */
export function SharesPanel(): ReactElement {
  const { t } = useTranslation('shares');
  const [show, setShow] = useState<Shown>('new');
  const [only, setOnly] = useState<string | null>(null);
  const [watched, setWatched] = useState(true);
  const { data: shares = [], isSuccess } = useCase('case.shares', {});
  const share = shares.some((each) => each.id === only) ? only : null;
  const { data } = useCase('case.shareFiles', { show, ...(share === null ? {} : { share }) }, shares.length > 0);
  if (isSuccess && shares.length === 0) {
    return (
      <EmptyState icon={mdiFolderEyeOutline} title={t('empty')} hint={t('emptyHint')}>
        <Button intent="primary" icon={<Glyph path={mdiFolderPlusOutline} />} text={t('add')} onClick={() => void addShare(watched)} />
        <Checkbox checked={watched} label={t('watchIt')} onChange={(event) => setWatched(event.currentTarget.checked)} />
      </EmptyState>
    );
  }
  return (
    <div className="panel shares">
      <ul className="shares__list" aria-label={t('title')}>
        {shares.map((each) => <ShareCard key={each.id} share={each} chosen={share === each.id} onChoose={() => setOnly(share === each.id ? null : each.id)} />)}
        <li className="shares__add"><Button size="small" variant="minimal" icon={<Glyph path={mdiFolderPlusOutline} size={14} />} text={t('addAnother')} onClick={() => void addShare(true)} /></li>
      </ul>
      <div className="shares__tools">
        <SegmentedControl size="small" value={show} onValueChange={(value) => setShow(value as Shown)} options={[{ value: 'new', label: t('show.new') }, { value: 'all', label: t('show.all') }, { value: 'dismissed', label: t('show.dismissed') }]} />
        <span className="quiet figures">{data ? t('files', { count: data.total }) : ''}</span>
      </div>
      {data ? <ShareFileList files={data.files} shares={shares} show={show} /> : null}
      {data && data.total > data.files.length ? <p className="shares__more quiet">{t('moreFiles', { count: data.files.length })}</p> : null}
    </div>
  );
}
