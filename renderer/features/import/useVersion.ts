import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { v7 as newId } from 'uuid';
import { openCaseClient } from '../../actions/execute';
import { advanceJob, endJob, startJob } from '../../actions/work';
import { useCase } from '../../case/queries';
import { caseConnection } from '../../ipc/caseConnection';
import { formatCount } from '../../ui/language';
import { useLater } from '../../ui/useLater';
import type { QueuedFile } from '../../actions/session';
import { Failure, type ChosenFile, type ImportPreview } from '../../../shared/contract';
import type { AsVersion, VersionCandidate, VersionDifference } from '../../../shared/contract/sharing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { isRecordPlan, type ImportPlan } from '../../../shared/mapping/recordPlan';
import type { Language } from '../../../shared/values/kind';

/** Whether a table comes in as a later version of one in the case, and what differs then. */
export interface VersionDraft {
  readonly candidates: readonly VersionCandidate[];
  readonly chosen: VersionCandidate | null;
  readonly choose: (id: string | null) => void;
  readonly difference: VersionDifference | null;
  readonly comparing: boolean;
  readonly failure: unknown;
  readonly retractGone: boolean;
  readonly setRetractGone: (retract: boolean) => void;
  /** How it is to be imported; null as a source of its own. */
  readonly version: AsVersion | null;
}

/** Compares under the eyes of the user; a new question ends the one before. */
async function compare(job: string, file: ChosenFile, source: string, mapping: Mapping): Promise<VersionDifference> {
  const stop = caseConnection()?.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total);
  });
  startJob({ id: job, key: 'shares:comparingFile', values: { file: file.name }, cancel: () => void openCaseClient()['case.cancel']({ job }) });
  try {
    return await openCaseClient()['case.compareVersion']({ job, file: file.token, source, mapping });
  } finally {
    stop?.();
    endJob(job);
  }
}

/** `editing` false: the file is coming in or has come in, and nothing more is compared. */
export function useVersion(file: QueuedFile, preview: ImportPreview | null, mapping: ImportPlan | null, setMapping: (mapping: ImportPlan) => void, editing: boolean): VersionDraft {
  const asked = preview?.kind === 'table' ? preview.proposal : null;
  const { data: candidates = [] } = useCase('case.versionsOf', { file: file.token, mapping: asked as Mapping }, editing && asked !== null);
  const [id, setId] = useState<string | null>(null);
  const [offered, setOffered] = useState(false);
  const [retractGone, setRetractGone] = useState(true);
  const [state, setState] = useState<Pick<VersionDraft, 'difference' | 'comparing' | 'failure'>>({ difference: null, comparing: false, failure: null });
  const chosen = candidates.find((each) => each.id === id) ?? null;
  const choose = (next: string | null): void => {
    const candidate = candidates.find((each) => each.id === next);
    setId(next);
    setState({ difference: null, comparing: next !== null, failure: null });
    // As the earlier one was taken in, so that the same rows say the same.
    if (candidate?.mapping) setMapping(candidate.mapping);
  };
  useEffect(() => {
    if (offered || file.versionOf === undefined || candidates.length === 0) return;
    setOffered(true);
    if (candidates.some((each) => each.id === file.versionOf)) choose(file.versionOf);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- choosing is done once, when there is something to choose from
  }, [offered, file.versionOf, candidates.length]);

  const settled = useLater(mapping, 400);
  useEffect(() => {
    if (id === null || settled === null || isRecordPlan(settled) || !editing) return undefined;
    const job = newId();
    let current = true;
    setState({ difference: null, comparing: true, failure: null });
    compare(job, file, id, settled).then(
      (difference) => { if (current) setState({ difference, comparing: false, failure: null }); },
      (failure: unknown) => { if (current) setState({ difference: null, comparing: false, failure }); },
    );
    return () => {
      current = false;
      void openCaseClient()['case.cancel']({ job }).catch(() => undefined);
    };
  }, [file, id, settled, editing]);
  // Who stopped the comparison takes the file as it is.
  const stopped = state.failure instanceof Failure && state.failure.code === 'cancelled';
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a stop is followed
  useEffect(() => { if (stopped) choose(null); }, [stopped]);

  return { candidates, chosen, choose, ...state, retractGone, setRetractGone, version: chosen === null ? null : { source: chosen.id, retractGone } };
}

/** What the import button says of a version: what will come in, or that there is nothing to do. */
export function versionText(t: TFunction, { difference, retractGone }: VersionDraft, language: Language): string {
  if (difference === null) return t('shares:compare');
  const { added, changed, gone } = difference.counts;
  if (added + changed > 0) return t('shares:importVersion', { added: formatCount(added, language), changed: formatCount(changed, language) });
  return retractGone && gone > 0 ? t('shares:importVersionGone', { gone: formatCount(gone, language) }) : t('shares:nothingDiffers');
}

/** Whether there is nothing to import as a version, or not yet. */
export function versionWaits({ chosen, difference, retractGone }: VersionDraft): boolean {
  if (chosen === null) return false;
  return difference === null || difference.counts.added + difference.counts.changed + (retractGone ? difference.counts.gone : 0) === 0;
}
