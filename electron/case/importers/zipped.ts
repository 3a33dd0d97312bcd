import { Failure } from '../../../shared/contract/failure';
import { heldBytes } from './bytes';
import type { Bytes } from './bytes';
import { Package } from './workbook';

/** A table inside an archive is unpacked in memory. */
const MAX_INNER = 64 * 1024 * 1024;

/** What systems put beside the file that people packed. */
const BESIDE = /(?:^|\/)(?:__macosx\/|\.ds_store$|thumbs\.db$|desktop\.ini$)/;
const TABLE = /\.(?:csv|tsv|tab|txt|psv|ssv|xls|xlsx|xlsm|xltx|xlsb|ods|fods|xml|html?|json|jsonl|ndjson)$/;

/**
 * The one table that an archive holds. Throws Failure fileHoldsMany when it holds several files, none or another (details "files"), fileTooLarge with the
 * limit in bytes, fileEncrypted.
 */
export async function onlyFileIn(bytes: Bytes): Promise<Bytes> {
  const parts = await Package.open(bytes);
  try {
    const names = parts.names().filter((name) => !name.endsWith('/') && !BESIDE.test(name));
    const [name] = names;
    if (name === undefined || names.length > 1 || !TABLE.test(name)) throw new Failure('fileHoldsMany', { files: names.length });
    if (parts.sizeOf(name) > MAX_INNER) throw new Failure('fileTooLarge', { limit: MAX_INNER });
    const pieces: Buffer[] = [];
    for await (const piece of parts.pieces(name)) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    if (whole.length === 0) throw new Failure('fileEmpty');
    return heldBytes(whole);
  } finally {
    parts.close();
  }
}
