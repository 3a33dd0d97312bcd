import { Button, Callout } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart, MOST_ADDED } from '../../actions/addToChart';
import { attempt, execute, openCaseClient } from '../../actions/execute';
import { openPage } from '../../actions/openSource';
import { saveReceipt, showReceipt } from '../../actions/receipt';
import { changeSession, type QueuedFile } from '../../actions/session';
import { useTypes } from '../../case/types';
import { appClient } from '../../ipc/app';
import { formatCount, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { TextField } from '../../ui/TextField';
import type { ImportReport } from '../../../shared/contract';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';
import { recipeFor, type UsedRecipe } from './recipe';
import { countsText } from './summary';

/** Size of the first picture of an import: so many of its entities, and so many things in all. */
const SEEDS = 12;
const CORE = 50;

/** What an import brought, and what to do with it: look at it, put it on a chart, keep its receipt and its refused rows, save the mapping as a recipe. */
export function ImportResult({ file, onto, report, mapping, recipe, kinds, last, onNext }: { file: string; onto?: QueuedFile['onto']; report: ImportReport; mapping: ImportPlan; recipe: UsedRecipe | null; kinds: readonly { readonly of: string; readonly label: string }[]; last: boolean; onNext: () => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const count = (value: number): string => formatCount(value, language);
  const add = async (ids: readonly string[]): Promise<void> => {
    // The chart must be on show again before it can lay out what comes.
    onNext();
    if (onto !== undefined) changeSession({ chart: onto.chart });
    await addToChart(ids, onto);
  };
  /** The best linked entities of the import with what they are linked to: a picture that holds together. */
  const addCore = async (): Promise<void> => {
    const seeds = report.entities.slice(0, SEEDS).map((each) => each.id);
    const around = await attempt(() => openCaseClient()['case.expand']({ ids: seeds, limit: CORE - SEEDS }));
    if (around) await add([...seeds, ...around.entities.map((each) => each.id)]);
  };
  const showChart = (chart: string): void => {
    changeSession({ chart });
    onNext();
  };
  const read = (): void => {
    onNext();
    openPage(report.source, 1);
  };
  const rejects = async (): Promise<void> => {
    const kept = await attempt(() => appClient['app.saveRejects']({ source: report.source }));
    if (kept) notify('sources:rejectsSaved', { file: kept.name }, 'success');
  };
  const many = Math.min(MOST_ADDED, report.entities.length);
  const records = isRecordPlan(mapping);
  const what = countsText(t, report.counts, types, language);
  const also = ([['pagesDone', report.pages], ['attachmentsDone', report.attachments], ['revokedDone', report.revoked], ['legsDone', report.legs]] as const).filter(([, value]) => value > 0).map(([key, value]) => t(key, { count: value }));
  const { chart } = report;
  return (
    <div className="import-result">
      <h2>{t('doneTitle', { file })}</h2>
      {report.statements > 0 ? <p>{t(records ? 'doneTextRecords' : 'doneText', { rows: count(report.rows), what, statements: count(report.statements) })}</p> : null}
      {also.length > 0 ? <p>{also.join(' ')}</p> : null}
      <p className="quiet">{t('doneParts', { added: count(report.entitiesAdded), matched: count(report.entitiesMatched), links: count(report.linksAdded) })}</p>
      {report.legsHoursApart > 0 ? <Callout intent="warning" compact>{t('legsHoursApart', { count: report.legsHoursApart })}</Callout> : null}
      {report.rejected > 0 || report.doubts > 0 ? (
        <Callout intent="warning" compact>
          {[report.rejected > 0 ? t(records ? 'rejectedRecords' : 'rejected', { count: report.rejected }) : '', report.doubts > 0 ? t('doubtful', { count: report.doubts }) : ''].filter(Boolean).join(' ')}
          {report.rejected > 0 ? <Button size="small" variant="minimal" text={t('saveRejects')} onClick={() => void rejects()} /> : null}
        </Callout>
      ) : null}
      <div className="import-result__row">
        {chart === null ? null : <Button intent="primary" text={t('showChart')} onClick={() => showChart(chart)} />}
        {report.pages > 0 ? <Button intent="primary" text={t('readText')} onClick={read} /> : null}
        {many > 0 && report.pages === 0 ? <Button intent={chart === null ? 'primary' : 'none'} text={t('addCore')} onClick={() => void addCore()} /> : null}
        {many > 0 ? <Button text={t('addMany', { count: many })} onClick={() => void add(report.entities.slice(0, many).map((each) => each.id))} /> : null}
        <Button text={t('receipt')} onClick={() => showReceipt(report.source)} />
        <Button text={t('saveReceipt')} onClick={() => void saveReceipt(report.source)} />
        <Button text={t(last ? 'finish' : 'nextFile')} onClick={onNext} />
      </div>
      {recipe !== null && !recipe.changed ? <p className="quiet">{t('doneWithRecipe', { name: recipe.recipe.name, version: recipe.recipe.version })}</p> : <SaveRecipe file={file} mapping={mapping} recipe={recipe} kinds={kinds} />}
    </div>
  );
}

/** Keeps the mapping for the next file of its kind. */
function SaveRecipe({ file, mapping, recipe, kinds }: { file: string; mapping: ImportPlan; recipe: UsedRecipe | null; kinds: readonly { readonly of: string; readonly label: string }[] }): ReactElement {
  const { t } = useTranslation('import');
  const [name, setName] = useState(recipe?.recipe.name ?? file.replace(/\.[^.]+$/, ''));
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const listed = await attempt(() => openCaseClient()['case.recipes']({}));
    const shipped = listed?.some((each) => each.id === recipe?.recipe.id && each.shipped) ?? false;
    const { earlier: _, ...put } = recipeFor(name.trim(), mapping, recipe?.recipe ?? null, kinds, shipped);
    if (await execute('recipe.put', put)) setSaved(true);
  };
  return (
    <form className="import-result__recipe" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void save(); }}>
      <TextField label={t('recipeName')} hint={t(saved ? 'recipeSaved' : isRecordPlan(mapping) ? 'recipeHintRecords' : 'recipeHint')} value={name} onChange={(text) => { setName(text); setSaved(false); }} />
      <Button type="submit" disabled={saved || name.trim() === ''} text={t('saveRecipe')} />
    </form>
  );
}
