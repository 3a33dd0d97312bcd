import type { FoundKind, RecordOutcome, RecordStream } from './records/format';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, LinkType } from '../../../shared/schema/types';
import type { Bytes } from './bytes';
import { mappedRows } from './mappedRows';
import { recordFormat } from './records/formats';
import { openTable } from './table';

/** A document on its way in, whatever its format. */
export interface Incoming {
  /** To be walked once. */
  outcomes(): AsyncIterable<readonly RecordOutcome[]>;
  readonly total: number;
  done(): number;
  /** Sheet that was read; null where the format has none. */
  readonly sheet: string | null;
  readonly unit: RecordStream['unit'] | 'row';
  readonly mediaType: string;
  /** Types that the file brings along, so far. */
  types(): { readonly entities: readonly EntityType[]; readonly links: readonly LinkType[] };
  kinds(): readonly FoundKind[];
}

const NO_TYPES = { entities: [], links: [] };

/** Media types by the format of a table. */
export const TABLES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  html: 'text/html',
  json: 'application/json',
};

/** Opens a document to be read as `plan` says. Throws Failure as openTable and the formats do, and mappingInvalid. */
export async function openIncoming(bytes: Bytes, name: string, plan: ImportPlan, catalogue: Catalogue): Promise<Incoming> {
  if (isRecordPlan(plan)) {
    const format = recordFormat(plan.format);
    const stream = await format.open(bytes, { name, plan, catalogue });
    return {
      outcomes: () => stream.outcomes(),
      total: stream.total,
      done: () => stream.done(),
      sheet: null,
      unit: stream.unit,
      mediaType: format.mediaType,
      types: () => stream.types?.() ?? NO_TYPES,
      kinds: () => stream.kinds?.() ?? [],
    };
  }
  const table = await openTable(bytes, name, plan.reading);
  return {
    outcomes: () => mappedRows(table, plan, catalogue),
    total: table.total,
    done: () => table.done(),
    sheet: table.sheet,
    unit: 'row',
    mediaType: TABLES[plan.reading.format] ?? 'application/octet-stream',
    types: () => NO_TYPES,
    kinds: () => [],
  };
}
