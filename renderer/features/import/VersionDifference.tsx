import { Button, Callout, Checkbox, HTMLSelect, ProgressBar, SegmentedControl } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../../actions/work';
import { failureText } from '../../ui/failureText';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import type { VersionDifference as Difference } from '../../../shared/contract/sharing';
import type { VersionDraft } from './useVersion';
import './version.css';

/** Offers to take a table in as a later version of one that the case has. Shows nothing where there is none. */
export function VersionChoice({ draft }: { draft: VersionDraft }): ReactElement | null {
  const { t } = useTranslation('shares');
  const language = useLanguage();
  const { candidates, chosen, choose } = draft;
  const [first] = candidates;
  if (first === undefined) return null;
  return (
    <div className={`version__choice ${chosen ? 'version__choice--chosen' : ''}`}>
      <span>{chosen ? t('asVersion') : t(`earlier.${first.why}`, { title: first.title })}</span>
      <HTMLSelect aria-label={t('asVersion')} value={chosen?.id ?? ''} onChange={(event) => choose(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
        <option value="">{t('ofItsOwn')}</option>
        {candidates.map((each) => <option key={each.id} value={each.id}>{t('versionOf', { title: each.title, date: formatMoment(each.receivedAt, language) })}</option>)}
      </HTMLSelect>
      {chosen ? null : <Button size="small" text={t('compare')} onClick={() => choose(first.id)} />}
    </div>
  );
}

const KINDS = ['changed', 'added', 'gone'] as const;
type Kind = (typeof KINDS)[number];

/** What differs from the earlier version: numbers, and the rows of each kind with their cells side by side. */
export function VersionDifference({ draft }: { draft: VersionDraft }): ReactElement {
  const { t } = useTranslation('shares');
  const language = useLanguage();
  const [wanted, setWanted] = useState<Kind | null>(null);
  const job = useWork((state) => state.jobs.findLast((each) => each.key === 'shares:comparingFile'));
  const { difference, failure, chosen } = draft;
  if (failure !== null) return <Callout intent="warning" compact className="version__failure">{failureText(t, failure)}</Callout>;
  if (difference === null) {
    return (
      <div className="version__wait">
        <span>{t('comparing', { title: chosen?.title ?? '' })}</span>
        <ProgressBar intent="primary" {...(job && job.total > 0 ? { value: job.done / job.total, stripes: false } : {})} />
      </div>
    );
  }
  const { counts, columnsNew, columnsGone, by } = difference;
  const count = (value: number): string => formatCount(value, language);
  const kind = wanted ?? KINDS.find((each) => counts[each] > 0) ?? 'changed';
  const shown = difference[kind].length;
  return (
    <section className="version" aria-label={t('difference')}>
      <div className="version__head">
        <SegmentedControl size="small" value={kind} onValueChange={(value) => setWanted(value as Kind)} options={KINDS.map((each) => ({ value: each, label: `${t(`rows.${each}`)} ${count(counts[each])}` }))} />
        <span className="quiet figures">{t('rowsSame', { count: counts.same })}</span>
        {counts.refused > 0 ? <span className="version__refused figures">{t('rowsRefused', { count: counts.refused })}</span> : null}
        <span className="version__spring" />
        {counts.gone > 0 ? <Checkbox className="version__gone" checked={draft.retractGone} label={t('retractGone', { count: counts.gone })} onChange={(event) => draft.setRetractGone(event.currentTarget.checked)} /> : null}
      </div>
      <p className="version__how quiet">
        {t(by === 'identity' ? 'byIdentity' : 'byRow')}
        {columnsNew.length > 0 ? ` ${t('columnsNew', { names: columnsNew.join(', ') })}` : ''}
        {columnsGone.length > 0 ? ` ${t('columnsGone', { names: columnsGone.join(', ') })}` : ''}
      </p>
      {shown === 0 ? <p className="version__none quiet">{t(`none.${kind}`)}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys
        <div className="version__rows" tabIndex={0} role="region" aria-label={t(`rows.${kind}`)}>
          <table>
            <thead><tr><th>{t('row')}</th>{difference.headings.map((heading, at) => <th key={at}><span dir="auto">{heading}</span></th>)}</tr></thead>
            <tbody>{kind === 'changed' ? <Changed difference={difference} /> : difference[kind].map(({ row, cells }) => <tr key={row} data-kind={kind}><th className="figures">{count(row)}</th>{cells.map((cell, at) => <td key={at}><span dir="auto">{cell}</span></td>)}</tr>)}</tbody>
          </table>
          {counts[kind] > shown ? <p className="version__none quiet">{t('firstRows', { count: shown, total: count(counts[kind]) })}</p> : null}
        </div>
      )}
    </section>
  );
}

function Changed({ difference }: { difference: Difference }): ReactElement {
  const { t } = useTranslation('shares');
  const language = useLanguage();
  return (
    <>
      {difference.changed.map(({ row, before, cells }) => (
        <tr key={row} data-kind="changed">
          <th className="figures" title={t('wasRow', { row: formatCount(before.row, language) })}>{formatCount(row, language)}</th>
          {cells.map((cell, at) => {
            const was = before.cells[at] ?? '';
            return was === cell ? <td key={at}><span dir="auto">{cell}</span></td> : <td key={at} className="version__cell"><del dir="auto">{was === '' ? '–' : was}</del> <ins dir="auto">{cell === '' ? '–' : cell}</ins></td>;
          })}
        </tr>
      ))}
    </>
  );
}
