import { useEffect, useState } from 'react';
import { openCaseClient } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { useLater } from '../../ui/useLater';
import type { ChosenFile, DryRun, ImportPreview } from '../../../shared/contract';
import type { Reading } from '../../../shared/mapping/mapping';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan, RecordPlan } from '../../../shared/mapping/recordPlan';

/** Rows of the quick dry run beside the grid, and of the one that counts for the button. */
const QUICK_ROWS = 200;
export const COUNTED_ROWS = 5000;

/** A file on its way in: how it is read, what its rows become, and what that would give. */
export interface ImportDraft {
  readonly preview: ImportPreview | null;
  readonly mapping: ImportPlan | null;
  readonly failure: unknown;
  readonly quick: DryRun | undefined;
  readonly counted: DryRun | undefined;
  readonly dryRunFailure: unknown;
  /** True while another way of reading is being tried. */
  readonly busy: boolean;
  readonly setMapping: (mapping: ImportPlan) => void;
  /** Reads the file again in another way; the mapping is proposed anew when its columns change. */
  readonly setReading: (change: Partial<Reading>) => void;
  /** The same for a file of records. */
  readonly setRecords: (change: Partial<RecordPlan>) => void;
  readonly restore: () => void;
}

/** What is proposed and changed before a file comes in. `editing` false: the file is coming in or has come in, and nothing more is tried out on it. */
export function useImportDraft(file: ChosenFile, editing: boolean): ImportDraft {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<ImportPlan | null>(null);
  const [reading, setReading] = useState<Partial<Reading>>({});
  const [records, setRecords] = useState<Partial<RecordPlan>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);

  useEffect(() => {
    let current = true;
    setBusy(true);
    openCaseClient()['case.previewImport']({ file: file.token, reading, ...(Object.keys(records).length === 0 ? {} : { records }) }).then(
      (found) => {
        if (!current) return;
        setPreview(found);
        setFailure(null);
        setMapping((old) => (found.kind === 'table' && old && !isRecordPlan(old) && sameColumns(old.headings, found.headings) ? { ...old, reading: found.reading } : found.kind === 'records' && old && isRecordPlan(old) ? { ...found.proposal, source: old.source } : found.proposal));
      },
      (error: unknown) => { if (current) setFailure(error); },
    ).finally(() => { if (current) setBusy(false); });
    return () => { current = false; };
  }, [file.token, reading, records]);

  const settled = useLater(mapping, 250);
  const settledLong = useLater(mapping, 900);
  const quick = useCase('case.dryRun', { file: file.token, mapping: settled as ImportPlan, rows: QUICK_ROWS }, editing && settled !== null);
  const counted = useCase('case.dryRun', { file: file.token, mapping: settledLong as ImportPlan, rows: COUNTED_ROWS }, editing && settledLong !== null);
  return {
    preview, mapping, failure, busy, setMapping,
    quick: quick.data,
    counted: counted.data,
    dryRunFailure: quick.error,
    setReading: (change) => setReading((old) => ({ ...old, ...change })),
    setRecords: (change) => setRecords((old) => ({ ...old, ...change })),
    restore: () => { if (preview) setMapping(preview.proposal); },
  };
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, index) => heading === b[index]?.trim());
}
