import { Button } from '@blueprintjs/core';
import { mdiAccountTagOutline, mdiCalendarCheckOutline, mdiDeleteForeverOutline, mdiDeleteOutline, mdiFileAlertOutline, mdiFileTableOutline, mdiReceiptTextOutline, mdiShieldEditOutline, mdiTable, mdiTextBoxSearchOutline, mdiTrayArrowDown } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startCategories, startEvaluate } from '../../actions/evaluate';
import { attempt, execute } from '../../actions/execute';
import { startErasing } from '../../actions/erasing';
import { openPage } from '../../actions/openSource';
import { showReceipt } from '../../actions/receipt';
import { runActionById } from '../../actions/registry';
import { changeSession, showPanel } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { appClient } from '../../ipc/app';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatBytes, formatCount, formatMoment, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import type { SourceView } from '../../../shared/contract';
import './sources.css';

/** Everything that the case's statements rest on: files with their hash, and entries by hand. */
export function SourcesPanel(): ReactElement {
  const { t } = useTranslation('sources');
  const { data = [], isSuccess } = useCase('case.sources', {});
  if (isSuccess && data.length === 0) {
    return (
      <EmptyState icon={mdiFileTableOutline} title={t('empty')} hint={t('emptyHint')}>
        <Button intent="primary" icon={<Glyph path={mdiTrayArrowDown} />} text={t('import')} onClick={() => runActionById('import.files')} />
      </EmptyState>
    );
  }
  return <div className="panel"><SourcesHead /><ul className="panel__body sources">{data.map((source) => <SourceRow key={source.id} source={source} />)}</ul></div>;
}

/** Reviews that are due, and persons of whom nobody has said what they are in this case. */
function SourcesHead(): ReactElement {
  const { t } = useTranslation('sources');
  const { data: categories } = useCase('case.categories', {});
  const overdue = useCase('case.overdueReviews', {}).data?.count ?? 0;
  const without = categories?.withoutTotal ?? 0;
  return (
    <div className="panel__head sources__head">
      <Button size="small" {...(overdue > 0 ? { intent: 'warning' as const } : {})} icon={<Glyph path={mdiCalendarCheckOutline} size={14} />} text={overdue > 0 ? t('reviews:badge', { count: overdue }) : t('reviews:action')} onClick={() => changeSession({ dialog: 'reviews' })} />
      {without > 0 ? <Button size="small" icon={<Glyph path={mdiAccountTagOutline} size={14} />} text={t('evaluation:personsWithout', { count: without })} onClick={() => startCategories(null)} /> : null}
    </div>
  );
}

function SourceRow({ source }: { source: SourceView }): ReactElement {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const types = useTypes();
  const count = (value: number): string => formatCount(value, language);
  const open = (): void => { changeSession({ sourceRow: { source: source.id, row: 1 } }); showPanel('sourceRows'); };
  const rejects = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveRejects']({ source: source.id }));
    if (saved) notify('sources:rejectsSaved', { file: saved.name }, 'success');
  };
  const remove = async (): Promise<void> => {
    if (await confirm({ title: 'sources:removeTitle', body: 'sources:removeBody', action: 'sources:remove', values: { title: source.title, statements: count(source.statements) }, danger: true })) await execute('source.retract', { id: source.id });
  };
  return (
    <li className="sources__row">
      <div className="sources__title">
        <Glyph path={mdiFileTableOutline} size={16} />
        <strong className="clip" title={source.title}>{source.title}</strong>
        <Grade text={source.grading} />{source.handling.map((each) => <Grade key={`${each.scheme} ${each.axis ?? ''} ${each.code}`} text={types.codeText(each.code, language)} title={types.codeMeaning(each.code, language)} kind="handling" />)}
      </div>
      <div className="quiet">{source.supplier === '' ? t(`kind.${source.kind}`) : source.supplier} · {formatMoment(source.receivedAt, language)}{source.bytes > 0 ? ` · ${formatBytes(source.bytes, language)}` : ''}</div>
      <div className="figures sources__counts">{source.pages > 0 ? `${t('pages', { count: source.pages })} · ` : ''}{t('statements', { count: source.statements })} · {t('entities', { count: source.entities })} · {t('links', { count: source.links })}</div>
      {source.bundle ? <div className="clip" dir="auto">{t('bundles:fromBundle', { service: source.bundle.service, date: formatMoment(source.bundle.at, language, 'day') })}</div> : null}
      {source.recipe ? <div className="quiet clip">{t('recipe', { name: source.recipe.name, version: source.recipe.version })}</div> : null}
      {source.sha256 ? <div className="mono quiet clip" title={source.sha256}>SHA-256 {source.sha256.slice(0, 16)}…{source.sha256.slice(-8)}</div> : null}
      <div className="sources__tools">
        {source.pages > 0 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiTextBoxSearchOutline} size={14} />} text={t('read')} onClick={() => openPage(source.id, 1)} /> : null}
        {source.readable && source.pages === 0 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiTable} size={14} />} text={t('open')} onClick={open} /> : null}
        {source.kind === 'file' ? <Button size="small" variant="minimal" icon={<Glyph path={mdiReceiptTextOutline} size={14} />} text={t('receipt')} onClick={() => showReceipt(source.id)} /> : null}
        {source.rejects > 0 ? <Button size="small" variant="minimal" intent="warning" icon={<Glyph path={mdiFileAlertOutline} size={14} />} text={t('rejects', { count: source.rejects })} onClick={() => void rejects()} /> : null}
        <Button size="small" variant="minimal" icon={<Glyph path={mdiShieldEditOutline} size={14} />} text={t('evaluation:action')} onClick={() => startEvaluate({ source: { id: source.id, title: source.title } })} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} text={t(source.kind === 'file' ? 'removeImport' : 'remove')} onClick={() => void remove()} />
        <Button size="small" variant="minimal" intent="danger" icon={<Glyph path={mdiDeleteForeverOutline} size={14} />} text={t('erasing:menu')} onClick={() => startErasing({ kind: 'source', id: source.id }, source.title)} />
      </div>
    </li>
  );
}
