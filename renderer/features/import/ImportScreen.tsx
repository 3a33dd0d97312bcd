import { Button, Callout, ProgressBar } from '@blueprintjs/core';
import { mdiArrowLeft, mdiTableAlert } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { importFile } from '../../actions/importFile';
import { changeSession, session, useSession, type QueuedFile } from '../../actions/session';
import { useTypes } from '../../case/types';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, useLanguage } from '../../ui/language';
import type { ImportReport } from '../../../shared/contract';
import { keepOthers, unusedColumns } from '../../../shared/mapping/proposeOthers';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import { FileGrid } from './FileGrid';
import { ImportQueue } from './ImportQueue';
import { ImportResult } from './ImportResult';
import { MappingEditor } from './MappingEditor';
import { Outcome } from './Outcome';
import { ReadingBar } from './ReadingBar';
import { recipeUse } from './recipe';
import { RecipeBar } from './RecipeBar';
import { RecordsEditor } from './RecordsEditor';
import { RunningImport } from './RunningImport';
import { SampleRows } from './sampleRows';
import { countedOf, importText } from './summary';
import { useImportDraft } from './useImportDraft';
import { useVersion, versionText, versionWaits } from './useVersion';
import { VersionChoice, VersionDifference } from './VersionDifference';
import './import.css';
import './mapping.css';
import './steps.css';

/** Takes the files of the queue in: several are shown together first, then one after another. */
export function ImportScreen(): ReactElement | null {
  const queue = useSession((state) => state.importing);
  const [oneByOne, setOneByOne] = useState(false);
  const several = queue.length > 1;
  // A queue that ran empty, or that never had several, begins anew.
  useEffect(() => { if (queue.length === 0) setOneByOne(false); }, [queue.length]);
  const file = queue[0];
  if (!file) return null;
  if (several && !oneByOne) return <ImportQueue files={queue} onOpen={(first) => { changeSession({ importing: [first, ...session().importing.filter((each) => each.token !== first.token)] }); setOneByOne(true); }} />;
  return <FileImport key={file.token} file={file} waiting={queue.length - 1} />;
}

function next(): void {
  changeSession({ importing: session().importing.slice(1) });
}

function FileImport({ file, waiting }: { file: QueuedFile; waiting: number }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const [report, setReport] = useState<ImportReport | null>(null);
  const [running, setRunning] = useState(false);
  const draft = useImportDraft(file, !running && report === null);
  const { preview, mapping, failure, counting, quick } = draft;
  const unit = preview?.kind === 'records' ? 'record' : 'row';
  const whole = counting.count?.whole === true;
  const counted = counting.count ? countedOf(counting.count) : quick ? { rows: quick.rowsRead, counts: quick.counts } : undefined;
  const unused = preview?.kind === 'table' && mapping && !isRecordPlan(mapping) ? unusedColumns(mapping) : [];
  const nothing = !mapping || (!isRecordPlan(mapping) && mapping.entities.length === 0) || (whole && counting.count?.rows === 0 && counting.count.pages === 0 && counting.count.revoked === 0);

  const version = useVersion(file, preview, mapping, draft.setMapping, !running && report === null);

  const start = async (): Promise<void> => {
    if (!preview || !mapping) return;
    const again = preview.alreadyImported !== null;
    if (again && !(await confirm({ title: 'import:againTitle', body: 'import:againBody', action: 'import:again', values: { title: preview.alreadyImported ?? '' } }))) return;
    setRunning(true);
    const done = await attempt(() => importFile(file, mapping, recipeUse(draft.recipe), again, version.version));
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
        <span className="import__spring" />
        {!report && waiting > 0 ? <Button variant="minimal" text={t('skip')} disabled={running} onClick={next} /> : null}
        {!report && preview ? <Button intent="primary" loading={running} disabled={nothing || draft.busy || versionWaits(version)} text={version.chosen ? versionText(t, version, language) : importText(t, counted, whole, unit, types, language)} onClick={() => void start()} /> : null}
      </header>
      {report && mapping ? <ImportResult file={file.name} {...(file.onto === undefined ? {} : { onto: file.onto })} report={report} mapping={mapping} recipe={draft.recipe} kinds={preview?.kind === 'records' ? preview.kinds : []} last={waiting === 0} onNext={next} /> : failure ? (
        <EmptyState icon={mdiTableAlert} title={t('unreadable')} hint={failureText(t, failure, { file: file.name })}><Button text={t('readAsTable')} onClick={() => draft.setFormat('table')} /><Button text={t('readAsFound')} onClick={() => draft.setFormat(null)} /><Button text={t(waiting > 0 ? 'skip' : 'back')} onClick={next} /></EmptyState>
      ) : !preview || !mapping ? <div className="import__wait"><ProgressBar /></div> : running ? <RunningImport unit={unit} /> : (
        <SampleRows value={preview.kind === 'table' ? preview.rows : NO_ROWS}>
          {preview.alreadyImported === null ? null : <Callout intent="warning" compact className="import__already">{t('already', { title: preview.alreadyImported })}</Callout>}
          <RecipeBar file={file.name} preview={preview} mapping={mapping} used={draft.recipe} onUse={draft.useRecipe} onSaved={draft.setSaved} />
          {preview.kind === 'table' ? <ReadingBar preview={preview} onChange={draft.setReading} onFormat={draft.setFormat} /> : null}
          {preview.kind === 'table' && preview.unsure.length > 0 ? <p className="import__unsure">{t('unsure')}</p> : null}
          {unused.length > 0 && mapping && !isRecordPlan(mapping) ? (
            <p className="import__unsure">{t('unusedAhead', { count: unused.length })} <Button size="small" text={t('keepAll')} disabled={mapping.entities.length === 0} onClick={() => draft.setMapping(keepOthers(mapping, types.catalogue))} /></p>
          ) : null}
          <VersionChoice draft={version} />
          {preview.kind === 'records' && file.versionOf ? <Callout compact className="import__already">{t('shares:recordsVersion')}</Callout> : null}
          {version.chosen ? <VersionDifference draft={version} /> : preview.kind === 'table' && !isRecordPlan(mapping) ? <FileGrid preview={preview} mapping={mapping} dryRun={quick} onMapping={draft.setMapping} /> : null}
          <div className="import__below">
            {isRecordPlan(mapping) ? preview.kind === 'records' ? <RecordsEditor preview={preview} plan={mapping} onPlan={draft.setMapping} onRecords={draft.setRecords} onFormat={draft.setFormat} /> : null : <MappingEditor mapping={mapping} onMapping={draft.setMapping} onRestore={draft.restore} />}
            <Outcome run={quick} counting={counting} failure={draft.dryRunFailure} unit={unit} headings={preview.kind === 'table' ? preview.headings : []} />
          </div>
        </SampleRows>
      )}
    </section>
  );
}

const NO_ROWS: readonly [] = [];
