import { Failure } from '../../../shared/contract/failure';
import type { ExportFormat } from '../../../shared/contract/exporting';
import type { Writer } from './outgoing';

/** Every format that a case can leave in, by its id: one file each. */
const FOUND: ReadonlyMap<ExportFormat, Writer> = new Map(Object.values(import.meta.glob<Writer>('./formats/*.ts', { eager: true, import: 'writer' })).map((writer) => [writer.id, writer]));

/** Throws Failure exportFailed when this version has no such writer. */
export function writerOf(id: ExportFormat): Writer {
  const writer = FOUND.get(id);
  if (writer === undefined) throw new Failure('exportFailed');
  return writer;
}
