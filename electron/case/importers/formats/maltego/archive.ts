import { Failure } from '../../../../../shared/contract/failure';
import { heldBytes } from '../../bytes';
import type { Bytes } from '../../bytes';
import { elementsNamed } from '../../records/elements';
import { readXml } from '../../xml';
import type { Package } from '../../workbook';
import { readDefinition } from './entityKinds';
import type { EntityDefinition } from './entityKinds';

/** A graph is held in memory while it is read; larger ones are refused. */
export const MOST_GRAPH = 512 * 1024 * 1024;
const MOST_DEFINITION = 4 * 1024 * 1024;
const MOST_DEFINITIONS = 2000;
const DEFINED: ReadonlySet<string> = new Set(['MaltegoEntity']);

/** Unfolds a part of an archive into memory. Throws Failure fileTooLarge beyond `most` bytes. */
export async function unfolded(zip: Package, part: string, most: number): Promise<Bytes> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of zip.pieces(part)) {
    size += piece.length;
    if (size > most) throw new Failure('fileTooLarge', { limit: most });
    pieces.push(piece);
  }
  return heldBytes(Buffer.concat(pieces, size));
}

/** Kinds that an archive defines in its Entities folder, in the order of their names; what cannot be read is passed over. */
export async function definitionsIn(zip: Package): Promise<readonly EntityDefinition[]> {
  const found: EntityDefinition[] = [];
  for (const part of zip.names().filter((name) => name.endsWith('.entity')).toSorted().slice(0, MOST_DEFINITIONS)) {
    const bytes = await unfolded(zip, part, MOST_DEFINITION);
    if (bytes.size === 0) continue;
    for (const batch of elementsNamed(readXml(bytes).events(), DEFINED, () => undefined)) {
      for (const element of batch) {
        const definition = readDefinition(element);
        if (definition !== null) found.push(definition);
      }
    }
  }
  return found;
}

/** Names of files in the directory of an archive, as far as its first and last bytes show them. */
export function namesMention(bytes: Buffer, what: RegExp): boolean {
  return bytes.subarray(0, 4).toString('hex') === '504b0304' && what.test(bytes.toString('latin1'));
}
