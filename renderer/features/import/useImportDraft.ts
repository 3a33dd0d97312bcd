import { useEffect, useState } from 'react';
import { openCaseClient } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { useLater } from '../../ui/useLater';
import type { ChosenFile, DryRun, ImportPreview } from '../../../shared/contract';
import type { Reading } from '../../../shared/mapping/mapping';
import { partlyFittedMapping, type Recipe } from '../../../shared/mapping/recipe';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan, RecordFormatId, RecordPlan } from '../../../shared/mapping/recordPlan';
import { isChanged, type UsedRecipe } from './recipe';
import { useCount, type Counting } from './useCount';

/** Rows of the quick dry run beside the grid. */
const QUICK_ROWS = 200;

/** A file on its way in: how it is read, what its rows become, and what that would give. */
export interface ImportDraft {
  readonly preview: ImportPreview | null;
  readonly mapping: ImportPlan | null;
  readonly failure: unknown;
  readonly quick: DryRun | undefined;
  readonly counting: Counting;
  readonly dryRunFailure: unknown;
  /** True while another way of reading is being tried. */
  readonly busy: boolean;
  /** The recipe that the mapping was made with, and whether it was changed since. */
  readonly recipe: UsedRecipe | null;
  readonly setMapping: (mapping: ImportPlan) => void;
  /** Reads the file again in another way; the mapping is proposed anew when its columns change. */
  readonly setReading: (change: Partial<Reading>) => void;
  /** The same for a file of records. */
  readonly setRecords: (change: Partial<RecordPlan>) => void;
  /** Reads the file as a table, as a format, or (null) as what it is taken for. */
  readonly setFormat: (format: 'table' | RecordFormatId | null) => void;
  /** Maps by a recipe chosen by hand, as far as the file has its columns; null proposes anew without any. */
  readonly useRecipe: (recipe: Recipe | null) => void;
  /** The mapping is stored as this recipe now. */
  readonly setSaved: (recipe: Recipe) => void;
  readonly restore: () => void;
}

interface Chosen {
  readonly recipe: Recipe;
  readonly missing: readonly string[];
  /** The plan as the recipe gave it. */
  readonly base: ImportPlan;
}

/** What is proposed and changed before a file comes in. `editing` false: the file is coming in or has come in, and nothing more is tried out on it. */
export function useImportDraft(file: ChosenFile, editing: boolean): ImportDraft {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<ImportPlan | null>(null);
  const [reading, setReading] = useState<Partial<Reading>>({});
  const [records, setRecords] = useState<Partial<RecordPlan>>({});
  const [table, setTable] = useState(false);
  const [anew, setAnew] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);

  useEffect(() => {
    let current = true;
    setBusy(true);
    openCaseClient()['case.previewImport']({ file: file.token, reading, ...(Object.keys(records).length === 0 ? {} : { records }), ...(table ? { table } : {}), ...(anew ? { recipes: false } : {}) }).then(
      (found) => {
        if (!current) return;
        setPreview(found);
        setFailure(null);
        setMapping((old) => (found.kind === 'table' && old && !isRecordPlan(old) && sameColumns(old.headings, found.headings) ? { ...old, reading: found.reading } : found.kind === 'records' && old && isRecordPlan(old) && old.format === found.proposal.format ? { ...found.proposal, source: old.source } : found.proposal));
        const fresh = found.recipe === null ? null : { recipe: found.recipe, missing: [], base: found.kind === 'table' ? found.proposal : found.recipe.mapping };
        // Another sheet, or another row of headings, is another table.
        setChosen((old) => (old === null || (found.kind === 'table' && !isRecordPlan(old.base) && !sameColumns(old.base.headings, found.headings)) ? fresh : old));
      },
      (error: unknown) => { if (current) setFailure(error); },
    ).finally(() => { if (current) setBusy(false); });
    return () => { current = false; };
  }, [file.token, reading, records, table, anew]);

  const settled = useLater(mapping, 250);
  const quick = useCase('case.dryRun', { file: file.token, mapping: settled as ImportPlan, rows: QUICK_ROWS }, editing && settled !== null);
  const counting = useCount(file, mapping, useLater(mapping, 700), editing);
  return {
    preview, mapping, failure, busy, setMapping, counting,
    quick: quick.data,
    dryRunFailure: quick.error,
    recipe: chosen && mapping ? { recipe: chosen.recipe, missing: chosen.missing, changed: chosen.missing.length > 0 || isChanged(chosen.base, mapping) } : null,
    setReading: (change) => setReading((old) => ({ ...old, ...change })),
    setRecords: (change) => setRecords((old) => ({ ...old, ...change })),
    setFormat: (format) => { setTable(format === 'table'); setRecords(format === null || format === 'table' ? {} : { format }); setReading({}); setMapping(null); setChosen(null); setFailure(null); setPreview(null); },
    useRecipe: (recipe) => {
      if (recipe === null) {
        setAnew(true);
        setChosen(null);
        setMapping(null);
        setRecords({});
      } else if (isRecordPlan(recipe.mapping)) {
        const { source, format: _, ...how } = recipe.mapping;
        setMapping((old) => (old && isRecordPlan(old) ? { ...old, ...how, source } : old));
        setRecords((old) => ({ ...old, ...how }));
        setChosen({ recipe, missing: [], base: recipe.mapping });
      } else if (preview?.kind === 'table') {
        const fitted = partlyFittedMapping(recipe, preview);
        if (!fitted) return;
        setMapping(fitted.mapping);
        setChosen({ recipe, missing: fitted.missing, base: fitted.mapping });
      }
    },
    setSaved: (recipe) => { if (mapping) setChosen({ recipe, missing: [], base: mapping }); },
    restore: () => { if (preview) setMapping(chosen?.base ?? preview.proposal); },
  };
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, index) => heading === b[index]?.trim());
}
