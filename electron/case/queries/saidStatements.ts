import type { Database } from 'better-sqlite3';
import type { CitedSaying } from '../../../shared/briefing/material';
import { onBasis } from '../../../shared/analysis/evaluation';
import type { Handling } from '../../../shared/model/evaluation';
import type { Id, SubjectKind } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Evaluations } from '../db/evaluation';
import { STANDS_IN_SOURCE } from '../releasable/selection';
import { query } from './statements';
import { storedGrading, storedHandling, storedLocator } from './stored';

interface SaidRow {
  id: Id;
  subject: number;
  subjectKind: SubjectKind;
  source: Id;
  sourceKey: number;
  originator: string;
  row: number | null;
  locator: string;
  values: string;
  grading: string | null;
  handling: string;
  basis: 'fact' | 'assessment';
  retracted: number;
}

/** A statement with its evaluation as it stands: its own, or its source's where it has none. */
const COLUMNS = `s.id, s.subject, s.subject_kind AS subjectKind, source.id AS source, s.source AS sourceKey, source.supplier AS originator, s.row, s.locator, s."values", s.basis,
  coalesce(s.grading, source.grading) AS grading, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling, s.seq_retracted IS NOT NULL AS retracted`;

const ABOUT = `SELECT ${COLUMNS} FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source`;

const LIVE = `${ABOUT} WHERE s.seq_retracted IS NULL ORDER BY s.n`;
const AT = `${ABOUT} WHERE s.seq_added <= @seq AND (s.seq_retracted IS NULL OR s.seq_retracted > @seq) ORDER BY s.n`;
const BY_ID = `SELECT ${COLUMNS} FROM json_each(@ids) wanted CROSS JOIN statement s ON s.id = wanted.value JOIN source ON source.n = s.source ORDER BY s.n`;

/** What the same sources say of the same things today, or said last where they say nothing of them any more: then nothing lowered any of it. */
const TODAY = `SELECT DISTINCT s.subject, s.subject_kind AS subjectKind, s.source, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling
  FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = @kind AND s.subject = wanted.value JOIN source ON source.n = s.source WHERE ${STANDS_IN_SOURCE} ORDER BY handling`;

/** Reads statements of a case as documents are made from them. */
export class SaidStatements {
  constructor(private readonly db: Database, private readonly evaluations: Evaluations) {}

  private record(row: SaidRow, subject: Id, handling: readonly Handling[]): CitedSaying {
    const graded = this.evaluations.grading(row.grading);
    const locator = storedLocator(row.row, row.locator);
    return {
      id: row.id, subject, subjectKind: row.subjectKind, source: row.source, originator: row.originator, row: locator.row ?? null, unit: locator.unit ?? null, page: locator.page ?? null, values: JSON.parse(row.values) as Values,
      codes: storedGrading(row.grading), grading: graded?.text ?? '', gradingWeight: graded?.weight ?? Number.MAX_SAFE_INTEGER, strength: onBasis(graded?.strength ?? 'unconfirmed', row.basis),
      handling, basis: row.basis, retracted: row.retracted !== 0,
    };
  }

  /**
   * What was retracted may have been replaced by the same under stricter codes: it carries those too, so that no old wording goes out under an old handling.
   */
  private strict(rows: readonly SaidRow[]): Map<string, readonly Handling[]> {
    const gone = rows.filter((row) => row.retracted !== 0);
    const today = new Map<string, string[]>();
    for (const kind of ['entity', 'link'] as const) {
      const keys = [...new Set(gone.filter((row) => row.subjectKind === kind).map((row) => row.subject))];
      if (keys.length === 0) continue;
      for (const { subject, source, handling } of query<{ subject: number; source: number; handling: string }>(this.db, TODAY).all({ keys: JSON.stringify(keys), kind })) {
        const key = `${kind} ${subject} ${source}`;
        today.set(key, [...(today.get(key) ?? []), handling]);
      }
    }
    return new Map(gone.map((row) => {
      const all = [row.handling, ...(today.get(`${row.subjectKind} ${row.subject} ${row.sourceKey}`) ?? [])].flatMap(storedHandling);
      return [row.id, [...new Map(all.map((handling) => [JSON.stringify(handling), handling])).values()]];
    }));
  }

  private records(rows: readonly SaidRow[], subjectOf: (row: SaidRow) => Id): CitedSaying[] {
    const strict = this.strict(rows);
    return rows.map((row) => this.record(row, subjectOf(row), strict.get(row.id) ?? storedHandling(row.handling)));
  }

  /** Statements about subjects, live today or, with `seq`, live at that number of the journal; in the order in which they were made. */
  about(kind: SubjectKind, subjects: readonly { readonly n: number; readonly id: Id }[], seq: number | null = null): CitedSaying[] {
    const ids = new Map(subjects.map(({ n, id }) => [n, id]));
    const keys = JSON.stringify([...ids.keys()]);
    const rows = seq === null ? query<SaidRow>(this.db, LIVE).all({ keys, kind }) : query<SaidRow>(this.db, AT).all({ keys, kind, seq });
    return this.records(rows, (row) => ids.get(row.subject) ?? '');
  }

  /** Statements by id with the short keys of what they are about, retracted ones too; those that are gone are left out. */
  byId(ids: readonly Id[]): { readonly statement: CitedSaying; readonly key: number }[] {
    const rows = query<SaidRow>(this.db, BY_ID).all({ ids: JSON.stringify([...new Set(ids)]) });
    const subjects = new Map<string, Id>();
    for (const kind of ['entity', 'link'] as const) {
      const keys = JSON.stringify(rows.filter((row) => row.subjectKind === kind).map((row) => row.subject));
      for (const { n, id } of query<{ n: number; id: Id }>(this.db, `SELECT n, id FROM ${kind} WHERE n IN (SELECT value FROM json_each(@keys))`).all({ keys })) subjects.set(`${kind} ${n}`, id);
    }
    const statements = this.records(rows, (row) => subjects.get(`${row.subjectKind} ${row.subject}`) ?? '');
    return rows.flatMap((row, index) => {
      const statement = statements[index];
      return statement === undefined ? [] : [{ statement, key: row.subject }];
    });
  }
}
