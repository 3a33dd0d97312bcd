/** Stands near the start of a file of tables that Knoop wrote, with the version of their shape. */
export const TABLES_MARK = 'knoop-tables-1';

/**
 * Columns of the table that holds every statement, one row per value: from these alone Knoop reads its tables back. `subject` is "entity" or "link";
 * `statement` counts from 1 within the subject, empty where nothing was said; `written` is what the source wrote where it differs; `part` counts on
 * where a cell is too long for one row; `grading` and `handling` are JSON; `knoop` holds, on a subject's first row, its place, style and own types as JSON.
 */
export const STATEMENT_COLUMNS = ['subject', 'id', 'type', 'name', 'from', 'to', 'statement', 'property', 'label', 'value', 'written', 'doubt', 'part', 'grading', 'handling', 'basis', 'source', 'supplier', 'place', 'knoop'] as const;
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];
