import { Button, Callout, ProgressBar } from '@blueprintjs/core';
import { mdiArrowLeft, mdiTableAlert } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { importFile } from '../../actions/importFile';
import { changeSession, session, useSession } from '../../actions/session';
import { useWork } from '../../actions/work';
import { useTypes } from '../../case/types';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, useLanguage } from '../../ui/language';
import type { ChosenFile, ImportReport } from '../../../shared/contract';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import { FileGrid } from './FileGrid';
import { ImportResult } from './ImportResult';
import { MappingEditor } from './MappingEditor';
import { Outcome } from './Outcome';
import { ReadingBar } from './ReadingBar';
import { RecordsEditor } from './RecordsEditor';
import { importText } from './summary';
import { COUNTED_ROWS, useImportDraft } from './useImportDraft';
import './import.css';
import './mapping.css';

/** Takes the files of the queue in one after another. */
export function ImportScreen(): ReactElement | null {
  const queue = useSession((state) => state.importing);
  const file = queue[0];
  return file ? <FileImport key={file.token} file={file} waiting={queue.length - 1} /> : null;
}

function next(): void {
  changeSession({ importing: session().importing.slice(1) });
}

function FileImport({ file, waiting }: { file: ChosenFile; waiting: number }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const [report, setReport] = useState<ImportReport | null>(null);
  const [running, setRunning] = useState(false);
  const draft = useImportDraft(file, !running && report === null);
  const { preview, mapping, failure } = draft;
  const used = preview?.kind === 'table' ? preview.recipe : null;
  const run = draft.counted ?? draft.quick;
  const whole = draft.counted !== undefined && draft.counted.rowsRead < COUNTED_ROWS;

  const start = async (): Promise<void> => {
    if (!preview || !mapping) return;
    const again = preview.alreadyImported !== null;
    if (again && !(await confirm({ title: 'import:againTitle', body: 'import:againBody', action: 'import:again', values: { title: preview.alreadyImported ?? '' } }))) return;
    setRunning(true);
    const recipe = preview.kind === 'table' ? preview.recipe : null;
    const done = await attempt(() => importFile(file, mapping, recipe ? { id: recipe.id, name: recipe.name, version: recipe.version } : null, again));
    setRunning(false);
    if (done) setReport(done);
  };

  return (
    <section className="import" aria-label={t('title')}>
      <header className="import__head">
        <Button variant="minimal" icon={<Glyph path={mdiArrowLeft} />} text={t('back')} disabled={running} onClick={() => changeSession({ importing: [] })} />
        <h2 className="clip">{file.name}</h2>
        <span className="quiet figures">{formatBytes(file.bytes, language)}</span>
        {waiting > 0 ? <span className="quiet">{t('waiting', { count: waiting })}</span> : null}
        {used && !report ? <span className="chip">{t('recipeUsed', { name: used.name })}</span> : null}
        <span className="import__spring" />
        {!report && waiting > 0 ? <Button variant="minimal" text={t('skip')} disabled={running} onClick={next} /> : null}
        {!report && preview ? <Button intent="primary" loading={running} disabled={!mapping || (!isRecordPlan(mapping) && mapping.entities.length === 0) || draft.busy || (whole && run?.rowsRead === 0)} text={importText(t, run, whole, types, language)} onClick={() => void start()} /> : null}
      </header>
      {report && mapping ? <ImportResult file={file.name} report={report} mapping={mapping} recipe={used} last={waiting === 0} onNext={next} /> : failure ? (
        <EmptyState icon={mdiTableAlert} title={t('unreadable')} hint={failureText(t, failure, { file: file.name })}><Button text={t(waiting > 0 ? 'skip' : 'back')} onClick={next} /></EmptyState>
      ) : !preview || !mapping ? <div className="import__wait"><ProgressBar /></div> : running ? <Running /> : (
        <>
          {preview.alreadyImported === null ? null : <Callout intent="warning" compact className="import__already">{t('already', { title: preview.alreadyImported })}</Callout>}
          {preview.kind === 'table' ? <ReadingBar preview={preview} onChange={draft.setReading} /> : null}
          {preview.kind === 'table' && preview.unsure.length > 0 ? <p className="import__unsure">{t('unsure')}</p> : null}
          {preview.kind === 'table' && !isRecordPlan(mapping) ? <FileGrid preview={preview} mapping={mapping} dryRun={draft.quick} onMapping={draft.setMapping} /> : null}
          <div className="import__below">
            {isRecordPlan(mapping) ? preview.kind === 'records' ? <RecordsEditor preview={preview} plan={mapping} onPlan={draft.setMapping} onRecords={draft.setRecords} /> : null : <MappingEditor mapping={mapping} onMapping={draft.setMapping} onRestore={draft.restore} />}
            <Outcome run={draft.quick} failure={draft.dryRunFailure} />
          </div>
        </>
      )}
    </section>
  );
}

function Running(): ReactElement {
  const { t } = useTranslation('import');
  const job = useWork((state) => state.jobs.at(-1));
  return (
    <div className="import__wait">
      <p>{t('runningText')}</p>
      <ProgressBar intent="primary" {...(job && job.total > 0 ? { value: job.done / job.total, stripes: false } : {})} />
      {job?.cancel ? <Button text={t('app:cancel')} onClick={job.cancel} /> : null}
    </div>
  );
}
