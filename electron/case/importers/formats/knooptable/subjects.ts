import { ownSubjectSchema } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { StatementColumn } from '../../../../../shared/mapping/ownTables';
import type { SaidRow } from './rows';

/** All rows of one entity or link, put together. */
export interface SaidSubject {
  /** First row of it. */
  readonly row: number;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Null where the rows do not hang together. */
  readonly subject: OwnSubject | null;
}

type Cells = Partial<Record<StatementColumn, string>>;

/** Columns that a cell too long for one row goes on in. */
const GOING_ON: readonly StatementColumn[] = ['name', 'label', 'value', 'written', 'grading', 'handling', 'source', 'supplier', 'place', 'knoop'];
const ALL: readonly StatementColumn[] = [...GOING_ON, 'subject', 'id', 'type', 'from', 'to', 'statement', 'property', 'doubt', 'basis'];

/** A hostile file's subject has more. */
const MOST = 200_000;

interface Growing { readonly first: SaidRow; readonly rows: Cells[]; broken: boolean }

function parsed(text: string | undefined): unknown {
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as unknown);
}

function subjectOf({ rows, broken }: Growing): OwnSubject | null {
  const [head] = rows;
  if (broken || head === undefined) return null;
  try {
    const statements = new Map<string, { values: Record<string, unknown[]>; [field: string]: unknown }>();
    for (const row of rows) {
      const number = row.statement ?? '';
      if (number === '') continue;
      let said = statements.get(number);
      if (said === undefined) {
        const { basis = '', source = '', supplier = '', place = '' } = row;
        said = { values: Object.create(null) as Record<string, unknown[]>, grading: parsed(row.grading), handling: parsed(row.handling), ...(basis === '' ? {} : { basis }), ...(source === '' ? {} : { source }), ...(supplier === '' ? {} : { supplier }), ...(place === '' ? {} : { place }) };
        statements.set(number, said);
      }
      const { property = '', value = '', written = '', doubt = '' } = row;
      if (property !== '') (said.values[property] ??= []).push({ v: value, ...(written === '' ? {} : { raw: written }), ...(doubt === '' ? {} : { doubt }) });
    }
    const beside = parsed(head.knoop) as object | undefined;
    const result = ownSubjectSchema.safeParse({ ...beside, knoop: 1, id: head.id, type: head.type, statements: [...statements.values()].map((said) => ({ ...said, values: { ...said.values } })) });
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Puts rows that follow one another together by their subject. */
export class Subjects {
  private growing: Growing | null = null;

  /** The subject that this row ended; null while it goes on. */
  take(row: SaidRow): SaidSubject | null {
    const held = this.growing;
    const same = held !== null && held.first.cell('id') === row.cell('id') && held.first.cell('subject') === row.cell('subject');
    const into: Growing = same ? held : { first: row, rows: [], broken: false };
    into.broken ||= row.fault || into.rows.length >= MOST;
    const part = row.cell('part');
    const before = into.rows.at(-1);
    if (part !== '' && part !== '1' && before !== undefined) for (const column of GOING_ON) before[column] = (before[column] ?? '') + row.cell(column);
    else if (!into.broken) into.rows.push(Object.fromEntries(ALL.map((column) => [column, row.cell(column)])));
    this.growing = into;
    return same || held === null ? null : this.told(held);
  }

  /** The last subject, after the last row. */
  end(): SaidSubject | null {
    const held = this.growing;
    this.growing = null;
    return held === null ? null : this.told(held);
  }

  private told(held: Growing): SaidSubject {
    const { first, rows } = held;
    return { row: first.row, kind: first.cell('subject'), id: first.cell('id'), name: rows[0]?.name ?? '', from: first.cell('from'), to: first.cell('to'), subject: subjectOf(held) };
  }
}
