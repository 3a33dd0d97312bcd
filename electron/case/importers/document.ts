import { Failure } from '../../../shared/contract/failure';
import { Contents } from '../db/contents';
import { openFileBytes } from './bytes';
import type { Bytes } from './bytes';

/** The case, as another connection can open it. */
export interface CasePlace {
  readonly folder: string;
  /** Data key; null when the case is not encrypted. */
  readonly key: Buffer | null;
  /** Called with all that is read of a document: the sign of life of a thread that may hang in it. */
  readonly beat?: (() => void) | undefined;
}

/** The same bytes, telling of every read. */
export function beating(bytes: Bytes, beat: (() => void) | undefined): Bytes {
  if (beat === undefined) return bytes;
  return {
    size: bytes.size,
    read(offset, length) {
      beat();
      return bytes.read(offset, length);
    },
    close: () => bytes.close(),
  };
}

/** A document on its way in. `name` is what people call it: the last part of its path. */
export type Document =
  /** A file that a user chose: main granted its path under a token. */
  | { readonly name: string; readonly path: string }
  /** One that the case keeps already, copied in from a share. */
  | { readonly name: string; readonly kept: { readonly sha256: string; readonly size: number } };

/** Opens a document for reading. Throws Failure as openFileBytes, and sourceNotFound where what should be kept is not, or there is no `place` to find it in. */
export function openDocument(document: Document, place: CasePlace | null): Bytes {
  if ('path' in document) return beating(openFileBytes(document.path), place?.beat);
  if (place === null) throw new Failure('sourceNotFound');
  const contents = Contents.open(place.folder, place.key, true);
  if (!contents.has(document.kept.sha256)) {
    contents.close();
    throw new Failure('sourceNotFound');
  }
  return beating({ ...contents.bytes(document.kept.sha256, document.kept.size), close: () => contents.close() }, place.beat);
}
