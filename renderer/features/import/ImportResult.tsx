import { Button, Callout } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart, MOST_ADDED } from '../../actions/addToChart';
import { attempt, execute, openCaseClient } from '../../actions/execute';
import { useTypes } from '../../case/types';
import { appClient } from '../../ipc/app';
import { formatCount, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { TextField } from '../../ui/TextField';
import type { ImportReport } from '../../../shared/contract';
import type { Recipe } from '../../../shared/mapping/mapping';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';
import { recipeFor } from './recipe';
import { countsText } from './summary';

/** Size of the first picture of an import: so many of its entities, and so many things in all. */
const SEEDS = 12;
const CORE = 50;

/** What an import brought, and what to do with it: put it on a chart, keep the refused rows, save the mapping as a recipe. */
export function ImportResult({ file, report, mapping, recipe, last, onNext }: { file: string; report: ImportReport; mapping: ImportPlan; recipe: Recipe | null; last: boolean; onNext: () => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const [name, setName] = useState(recipe?.name ?? file.replace(/\.[^.]+$/, ''));
  const [saved, setSaved] = useState(false);
  const count = (value: number): string => formatCount(value, language);
  const add = async (ids: readonly string[]): Promise<void> => {
    // The chart must be on show again before it can lay out what comes.
    onNext();
    await addToChart(ids);
  };
  /** The best linked entities of the import with what they are linked to: a picture that holds together. */
  const addCore = async (): Promise<void> => {
    const seeds = report.entities.slice(0, SEEDS).map((each) => each.id);
    const around = await attempt(() => openCaseClient()['case.expand']({ ids: seeds, limit: CORE - SEEDS }));
    if (around) await add([...seeds, ...around.entities.map((each) => each.id)]);
  };
  const rejects = async (): Promise<void> => {
    const kept = await attempt(() => appClient['app.saveRejects']({ source: report.source }));
    if (kept) notify('sources:rejectsSaved', { file: kept.name }, 'success');
  };
  const save = async (): Promise<void> => {
    if (!isRecordPlan(mapping) && await execute('recipe.put', recipeFor(name.trim(), mapping, recipe))) setSaved(true);
  };
  const many = Math.min(MOST_ADDED, report.entities.length);
  return (
    <div className="import-result">
      <h2>{t('doneTitle', { file })}</h2>
      <p>{t('doneText', { rows: count(report.rows), what: countsText(t, report.counts, types, language), statements: count(report.statements) })}</p>
      <p className="quiet">{t('doneParts', { added: count(report.entitiesAdded), matched: count(report.entitiesMatched), links: count(report.linksAdded) })}</p>
      {report.rejected > 0 || report.doubts > 0 ? (
        <Callout intent="warning" compact>
          {[report.rejected > 0 ? t('rejected', { count: report.rejected }) : '', report.doubts > 0 ? t('doubtful', { count: report.doubts }) : ''].filter(Boolean).join(' ')}
          {report.rejected > 0 ? <Button size="small" variant="minimal" text={t('saveRejects')} onClick={() => void rejects()} /> : null}
        </Callout>
      ) : null}
      <div className="import-result__row">
        {many > 0 ? <Button intent="primary" text={t('addCore')} onClick={() => void addCore()} /> : null}
        {many > 0 ? <Button text={t('addMany', { count: many })} onClick={() => void add(report.entities.slice(0, many).map((each) => each.id))} /> : null}
        <Button text={t(last ? 'finish' : 'nextFile')} onClick={onNext} />
      </div>
      {isRecordPlan(mapping) ? null : <form className="import-result__recipe" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void save(); }}>
        <TextField label={t('recipeName')} hint={t(saved ? 'recipeSaved' : 'recipeHint')} value={name} onChange={(text) => { setName(text); setSaved(false); }} />
        <Button type="submit" disabled={saved || name.trim() === ''} text={t('saveRecipe')} />
      </form>}
    </div>
  );
}
