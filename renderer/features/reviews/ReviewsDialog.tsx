import { Button, Checkbox, Dialog, DialogBody, DialogFooter, Tag } from '@blueprintjs/core';
import { mdiCalendarCheckOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { DayField } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount, useLanguage } from '../../ui/language';
import { TextField } from '../../ui/TextField';
import type { Review } from '../../../shared/contract/evaluating';
import { formatValue } from '../../../shared/values';
import './reviews.css';

/** When each source must be looked at again: what is overdue first, and a new day for those that were. */
export function ReviewsDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'reviews' && state.open !== null);
  return shown ? <Reviews /> : null;
}

function Reviews(): ReactElement {
  const { t } = useTranslation('reviews');
  const { data = [], isSuccess } = useCase('case.reviews', {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [due, setDue] = useState('');
  const [reason, setReason] = useState('');
  const on = data.filter((each) => chosen.has(each.source));
  const overdue = data.filter((each) => each.overdue);
  const close = (): void => changeSession({ dialog: null });
  const set = async (to: string | null): Promise<void> => {
    if (!(await execute('review.set', { sources: on.map((each) => each.source), due: to, reason: reason.trim() }))) return;
    setChosen(new Set());
    setReason('');
  };
  const toggle = (id: string): void => setChosen(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]));
  return (
    <Dialog isOpen title={t('title')} onClose={close} className="reviews">
      <DialogBody>
        {isSuccess && data.length === 0 ? <EmptyState icon={mdiCalendarCheckOutline} title={t('empty')} hint={t('emptyHint')} /> : (
          <>
            <p className={overdue.length > 0 ? 'reviews__overdue' : 'quiet'}>{t(overdue.length > 0 ? 'overdueCount' : 'noneOverdue', { count: overdue.length })}</p>
            <table className="reviews__table">
              <thead>
                <tr>
                  <th><Checkbox aria-label={t('all')} checked={on.length === data.length} indeterminate={on.length > 0 && on.length < data.length} onChange={() => setChosen(on.length === data.length ? new Set() : new Set(data.map((each) => each.source)))} /></th>
                  <th>{t('source')}</th><th>{t('due')}</th><th className="number">{t('statements')}</th><th className="number">{t('persons')}</th>
                </tr>
              </thead>
              <tbody>{data.map((review) => <ReviewRow key={review.source} review={review} chosen={chosen.has(review.source)} onToggle={() => toggle(review.source)} />)}</tbody>
            </table>
            <form className="reviews__set" onSubmit={(event) => { event.preventDefault(); if (due !== '' && on.length > 0 && reason.trim() !== '') void set(due); }}>
              <DayField label={t('nextDay')} value={due} onChange={setDue} />
              <TextField label={t('reason')} placeholder={t('reasonExample')} value={reason} onChange={setReason} />
              <Button type="submit" intent="primary" disabled={due === '' || on.length === 0 || reason.trim() === ''} text={t('set', { count: on.length })} />
              <Button disabled={!on.some((each) => each.own)} text={t('usual')} onClick={() => void set(null)} />
            </form>
          </>
        )}
      </DialogBody>
      <DialogFooter actions={<Button text={t('app:done')} onClick={close} />} />
    </Dialog>
  );
}

function ReviewRow({ review, chosen, onToggle }: { review: Review; chosen: boolean; onToggle: () => void }): ReactElement {
  const { t } = useTranslation('reviews');
  const language = useLanguage();
  return (
    <tr aria-selected={chosen} className={chosen ? 'reviews__row--chosen' : ''} onClick={onToggle}>
      <td onClick={(event) => event.stopPropagation()}><Checkbox aria-label={review.title} checked={chosen} onChange={onToggle} /></td>
      <td><div className="clip">{review.title}</div>{review.supplier !== '' && review.supplier !== review.title ? <div className="clip quiet">{review.supplier}</div> : null}</td>
      <td className="figures">{formatValue('date', review.due, language)} {review.overdue ? <Tag minimal intent="warning">{t('overdue')}</Tag> : null}{review.own ? <span className="quiet reviews__own">{t('own')}</span> : null}</td>
      <td className="number">{formatCount(review.statements, language)}</td>
      <td className="number">{formatCount(review.persons, language)}</td>
    </tr>
  );
}
