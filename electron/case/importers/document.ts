import { Failure } from '../../../shared/contract/failure';
import { Contents } from '../db/contents';
import { openFileBytes } from './bytes';
import type { Bytes } from './bytes';

/** The case, as another connection can open it. */
export interface CasePlace {
  readonly folder: string;
  /** Data key; null when the case is not encrypted. */
  readonly key: Buffer | null;
}

/** A document on its way in. `name` is what people call it: the last part of its path. */
export type Document =
  /** A file that a user chose: main granted its path under a token. */
  | { readonly name: string; readonly path: string }
  /** One that the case keeps already, copied in from a share. */
  | { readonly name: string; readonly kept: { readonly sha256: string; readonly size: number } };

/** Opens a document for reading. Throws Failure as openFileBytes, and sourceNotFound where what should be kept is not, or there is no `place` to find it in. */
export function openDocument(document: Document, place: CasePlace | null): Bytes {
  if ('path' in document) return openFileBytes(document.path);
  if (place === null) throw new Failure('sourceNotFound');
  const contents = Contents.open(place.folder, place.key, true);
  if (!contents.has(document.kept.sha256)) {
    contents.close();
    throw new Failure('sourceNotFound');
  }
  return { ...contents.bytes(document.kept.sha256, document.kept.size), close: () => contents.close() };
}
