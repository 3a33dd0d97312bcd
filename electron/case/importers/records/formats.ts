import iconv from 'iconv-lite';
import { Failure } from '../../../../shared/contract/failure';
import type { RecordFormatId } from '../../../../shared/mapping/recordPlan';
import type { Bytes } from '../bytes';
import { detectEncoding } from '../encoding';
import type { FileHead, RecordFormat } from './format';

const HEAD = 65_536;
/** Less sure than this, a file is taken for a table. */
const SURE = 0.5;

/** Every format of records, by its id: one file each. */
const FORMATS: ReadonlyMap<RecordFormatId, RecordFormat> = new Map(
  Object.values(import.meta.glob<RecordFormat>('../formats/*.ts', { eager: true, import: 'format' })).map((format) => [format.id, format]),
);

function textOf(bytes: Buffer): string {
  try {
    return iconv.decode(bytes, detectEncoding(bytes).encoding).replace(/^\uFEFF/u, '');
  } catch {
    return '';
  }
}

/** First bytes of a file with its name, for telling its format. */
export function headOf(bytes: Bytes, name: string): FileHead {
  const first = bytes.read(0, HEAD);
  return { name: name.toLowerCase(), bytes: first, text: textOf(first), size: bytes.size };
}

/** The format of records that a file is in; null when it looks like a table, or like nothing. */
export function recogniseRecords(bytes: Bytes, name: string): RecordFormat | null {
  const head = headOf(bytes, name);
  let best: RecordFormat | null = null;
  let most = 0;
  for (const format of FORMATS.values()) {
    const sure = format.recognise(head);
    if (sure > most) [best, most] = [format, sure];
  }
  return most >= SURE ? best : null;
}

/** Throws Failure fileNotThisFormat when this version has no such format. */
export function recordFormat(id: RecordFormatId): RecordFormat {
  const format = FORMATS.get(id);
  if (format === undefined) throw new Failure('fileNotThisFormat');
  return format;
}
