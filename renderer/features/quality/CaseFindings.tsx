import { Button, Spinner } from '@blueprintjs/core';
import { mdiAlertOctagonOutline, mdiAlertOutline, mdiCheck, mdiCheckAll, mdiChevronRight, mdiInformationOutline, mdiMagnifyScan, mdiRefresh } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckId } from '../../../shared/contract/quality';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import { FindingList } from './FindingList';
import type { Looked, Looking } from './useLooking';

type Group = Looked['groups'][number];

/** How grave each check is: what contradicts, what deserves a look, what is missing. */
const WEIGHT: Readonly<Record<CheckId, 'danger' | 'review' | 'plain'>> = {
  mergedContradiction: 'danger', sharedIdentifier: 'danger', contradiction: 'danger', lifespan: 'danger', futureDate: 'review', doubt: 'review', namesake: 'review',
  noCategory: 'plain', noSource: 'plain', undatedLink: 'plain', ungradedSource: 'plain', unnamedSource: 'plain',
};
const SIGNS = { danger: mdiAlertOctagonOutline, review: mdiAlertOutline, plain: mdiInformationOutline } as const;

/** The checks with how much each found; one of them opens its list. */
export function CaseFindings({ looking }: { looking: Looking }): ReactElement {
  const { t } = useTranslation('quality');
  const [open, setOpen] = useState<CheckId | null>(null);
  const { looked, working, error, again } = looking;
  if (looked === undefined) {
    if (error !== null) return <EmptyState icon={mdiMagnifyScan} title={t('notLooked')} hint={failureText(t, error)}><Button intent="primary" text={t('lookAgain')} onClick={again} /></EmptyState>;
    return <EmptyState icon={mdiMagnifyScan} title={t('looking')} hint={t('lookingHint')}><Spinner size={20} /></EmptyState>;
  }
  const group = looked.groups.find(({ check }) => check === open);
  return (
    <div className="quality__page">
      {looked.stale ? <Stale at={looked.at} working={working} again={again} /> : null}
      {group === undefined ? <Checks looked={looked} onOpen={setOpen} /> : <FindingList key={group.check} group={group} version={looked.at} onBack={() => setOpen(null)} />}
    </div>
  );
}

function Stale({ at, working, again }: { at: string; working: boolean; again: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  return (
    <div className="quality__stale">
      <span>{t('stale', { at: formatMoment(at, language) })}</span>
      <Button size="small" loading={working} icon={<Glyph path={mdiRefresh} size={14} />} text={t('lookAgain')} onClick={again} />
    </div>
  );
}

function Checks({ looked, onOpen }: { looked: Looked; onOpen: (check: CheckId) => void }): ReactElement {
  const { t } = useTranslation('quality');
  const clean = looked.groups.every(({ total }) => total === 0);
  const found = looked.groups.filter(({ total }) => total > 0);
  const sound = looked.groups.filter(({ total }) => total === 0);
  return (
    <div className="quality__checks">
      {clean ? <EmptyState icon={mdiCheckAll} title={t('clean')} hint={t('cleanHint')} /> : <ul>{found.map((group) => <Check key={group.check} group={group} onOpen={onOpen} />)}</ul>}
      {sound.length === 0 ? null : (
        <section className="quality__sound">
          <h3 className="quiet">{t('soundTitle')}</h3>
          <ul>{sound.map(({ check }) => <li key={check} className="quiet"><Glyph path={mdiCheck} size={14} /> {t(`check.${check}`)}</li>)}</ul>
        </section>
      )}
    </div>
  );
}

function Check({ group: { check, total, dismissed }, onOpen }: { group: Group; onOpen: (check: CheckId) => void }): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const left = total - dismissed;
  const weight = left === 0 ? 'plain' : WEIGHT[check];
  return (
    <li>
      <button type="button" className="quality__check" data-weight={weight} onClick={() => onOpen(check)}>
        <Glyph path={left === 0 ? mdiCheck : SIGNS[weight]} size={18} />
        <span className="quality__what"><strong>{t(`check.${check}`)}</strong><span className="quiet">{t(`hint.${check}`)}</span></span>
        <span className="quality__tally"><span className="figures">{formatCount(left, language)}</span>{dismissed > 0 ? <span className="quiet figures quality__right">{t('rightCount', { count: dismissed })}</span> : null}</span>
        <Glyph path={mdiChevronRight} size={16} />
      </button>
    </li>
  );
}
