import { Button } from '@blueprintjs/core';
import { mdiAlertCircleOutline, mdiArrowLeft, mdiCheckCircleOutline, mdiFileEyeOutline, mdiProgressClock } from '@mdi/js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { openCaseClient } from '../../actions/execute';
import { importFile } from '../../actions/importFile';
import { changeSession, session } from '../../actions/session';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, formatCount, useLanguage } from '../../ui/language';
import { Failure, type ChosenFile, type ImportCount, type ImportPreview, type ImportReport } from '../../../shared/contract';
import { recipeUse } from './recipe';

/** What is known of a file of the queue. Counted are its first rows; `whole` where these are all. */
interface Seen {
  readonly preview?: ImportPreview;
  readonly count?: ImportCount;
  /** A table of which nothing could be proposed: there is nothing to count before somebody says what its columns are. */
  readonly byHand?: boolean;
  readonly failure?: unknown;
  readonly report?: ImportReport;
  readonly running?: boolean;
}

const COUNTED = 5000;

/** Known by a recipe, or by a format that says itself what all in it is: nobody needs to look at its mapping first. What is in the case already waits for a person. */
const isRecognised = ({ preview, count, byHand, failure, report }: Seen): boolean =>
  preview !== undefined && byHand !== true && failure === undefined && report === undefined && preview.alreadyImported === null && (preview.recipe !== null || (preview.kind === 'records' && !preview.kinds.some((kind) => kind.of === 'entity' && kind.label === ''))) && (count === undefined || count.rows + count.pages > 0);

const isEmptyProposal = (preview: ImportPreview): boolean => preview.kind === 'table' && preview.proposal.entities.every(({ properties }) => properties.length === 0);

const sum = (types: ImportCount['entities'], what: 'added' | 'known'): number => types.reduce((total, each) => total + each[what], 0);

/** Several files at once: what each is taken for and would bring. Those that are recognised come in together, the others one by one. */
export function ImportQueue({ files, onOpen }: { files: readonly ChosenFile[]; onOpen: (file: ChosenFile) => void }): ReactElement {
  const { t } = useTranslation('import');
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({});
  const [busy, setBusy] = useState(false);
  const asked = useRef(new Set<string>());
  const stop = useRef(false);
  const note = (token: string, change: Seen): void => setSeen((old) => ({ ...old, [token]: { ...old[token], ...change } }));

  useEffect(() => {
    // One after another: each look reads from a disk that may be slow.
    let current = true;
    const look = async (): Promise<void> => {
      for (const { token } of files) {
        if (!current || asked.current.has(token)) continue;
        asked.current.add(token);
        try {
          const preview = await openCaseClient()['case.previewImport']({ file: token });
          const byHand = isEmptyProposal(preview);
          note(token, { preview, byHand });
          if (byHand) continue;
          note(token, { count: await openCaseClient()['case.countImport']({ job: newId(), file: token, mapping: preview.proposal, most: COUNTED }) });
        } catch (failure) {
          note(token, { failure });
        }
      }
    };
    void look();
    return () => { current = false; };
  }, [files]);

  const ready = files.filter(({ token }) => isRecognised(seen[token] ?? {}));
  const looked = files.every(({ token }) => seen[token]?.failure !== undefined || seen[token]?.count !== undefined || seen[token]?.byHand === true);
  const left = files.filter(({ token }) => seen[token]?.report === undefined);
  const importReady = async (): Promise<void> => {
    setBusy(true);
    stop.current = false;
    for (const file of ready) {
      if (stop.current) break;
      const { preview } = seen[file.token] ?? {};
      if (!preview) continue;
      note(file.token, { running: true });
      try {
        // What came in before may have made it known by now, so it is looked at again.
        const now = await openCaseClient()['case.previewImport']({ file: file.token });
        note(file.token, { report: await importFile(file, now.proposal, recipeUse(now.recipe ? { recipe: now.recipe, missing: [], changed: false } : null)), running: false });
      } catch (failure) {
        note(file.token, { failure, running: false });
        if (failure instanceof Failure && failure.code === 'cancelled') stop.current = true;
      }
    }
    setBusy(false);
  };
  const leave = (): void => changeSession({ importing: [] });
  const openFirst = (): void => {
    const [first] = left;
    changeSession({ importing: session().importing.filter(({ token }) => left.some((each) => each.token === token)) });
    if (first) onOpen(first);
  };
  return (
    <section className="import import-queue" aria-label={t('queueTitle')}>
      <header className="import__head">
        <Button variant="minimal" icon={<Glyph path={mdiArrowLeft} />} text={t('back')} disabled={busy} onClick={leave} />
        <h2>{t('queueHead', { count: files.length })}</h2>
        <span className="import__spring" />
        {left.length === 0 ? <Button intent="primary" text={t('finish')} onClick={leave} /> : <Button text={t('oneByOne')} disabled={busy} onClick={openFirst} />}
        {left.length === 0 ? null : busy ? <Button text={t('queueStop')} onClick={() => { stop.current = true; }} /> : <Button intent="primary" disabled={ready.length === 0} text={looked && ready.length === 0 ? t('queueNone') : t('queueImport', { count: ready.length })} onClick={() => void importReady()} />}
      </header>
      <div className="import-queue__body">
        <p className="quiet">{t('queueHint')}</p>
        <table>
          <thead><tr><th scope="col">{t('queueFile')}</th><th scope="col">{t('format')}</th><th scope="col">{t('recipe')}</th><th scope="col" className="number">{t('countNew')}</th><th scope="col" className="number">{t('countKnown')}</th><th scope="col" className="number">{t('queueLinks')}</th><th scope="col">{t('queueState')}</th><th aria-label={t('queueOpen')} /></tr></thead>
          <tbody>{files.map((file) => <QueueRow key={file.token} file={file} seen={seen[file.token] ?? {}} busy={busy} onOpen={() => onOpen(file)} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

/** One file of the queue: what it is taken for, what it would bring, and where it stands. */
function QueueRow({ file, seen: known, busy: disabled, onOpen: open }: { file: ChosenFile; seen: Seen; busy: boolean; onOpen: () => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const { preview, count, failure, report, running } = known;
  const about = (value: number): string => `${count?.whole ? '' : '≥ '}${formatCount(value, language)}`;
  const state = report ? t('queueDone', { rows: formatCount(report.rows, language) })
    : failure !== undefined ? failureText(t, failure, { file: file.name })
      : running ? t('queueRunning') : preview === undefined ? t('queueLooking')
        : preview.alreadyImported !== null ? t('queueAlready') : known.byHand === true ? t('queueByHand') : isRecognised(known) ? t('queueRecognised') : t('queueLookFirst');
  const icon = report ? mdiCheckCircleOutline : failure !== undefined || (preview !== undefined && preview.alreadyImported !== null) ? mdiAlertCircleOutline : preview === undefined || running ? mdiProgressClock : isRecognised(known) ? mdiCheckCircleOutline : mdiFileEyeOutline;
  return (
    <tr>
      <th scope="row" className="clip" title={file.name}>{file.name} <span className="quiet figures">{formatBytes(file.bytes, language)}</span></th>
      <td>{preview === undefined ? '' : preview.kind === 'records' ? t(`formats.${preview.proposal.format}`) : t('formats.table')}</td>
      <td className="clip">{preview?.recipe ? t('recipeVersion', { name: preview.recipe.name, version: preview.recipe.version }) : '–'}</td>
      <td className="number figures">{report ? formatCount(report.entitiesAdded, language) : count ? about(sum(count.entities, 'added')) : ''}</td>
      <td className="number figures">{report ? formatCount(report.entitiesMatched, language) : count ? about(sum(count.entities, 'known')) : ''}</td>
      <td className="number figures">{report ? formatCount(report.linksAdded, language) : count ? about(sum(count.links, 'added')) : ''}</td>
      <td className={failure !== undefined ? 'import-queue__failed' : report ? 'import-queue__done' : ''}><span role="status" className="import-queue__state"><Glyph path={icon} size={14} /> {state}</span></td>
      <td>{report ? null : <Button size="small" disabled={disabled} text={t('queueOpen')} aria-label={t('queueOpenFile', { file: file.name })} onClick={open} />}</td>
    </tr>
  );
}
