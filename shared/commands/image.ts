import type { Image, ImagedTable } from '../model/patch';
import type { CaseReader } from './context';

/** Primary key of a row as an Image carries it. */
export const keyText = (...key: readonly string[]): string => JSON.stringify(key);

/** Puts a record in place of what stands there now. */
export const put = (reader: CaseReader, table: ImagedTable, key: readonly string[], after: unknown): Image => ({ table, key: keyText(...key), before: reader.row(table, ...key), after });

/** Takes a record away. */
export const remove = (reader: CaseReader, table: ImagedTable, key: readonly string[]): Image => put(reader, table, key, null);
