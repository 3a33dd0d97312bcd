import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Failure } from '../../../shared/contract/failure';
import type { FailureCode } from '../../../shared/contract/failure';

/** The bytes of one document, read where they are needed: a file on a share, or the copy that the case keeps. */
export interface Bytes {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end. Throws Failure fileUnreadable. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

/** How much is read at once, and the size of a stored chunk. */
export const CHUNK = 1024 * 1024;

const REASONS: Readonly<Record<string, FailureCode>> = { ENOENT: 'fileNotFound', EBUSY: 'fileLocked', ETXTBSY: 'fileLocked' };

function reasonOf(error: unknown): FailureCode {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? 'fileUnreadable';
}

/** Opens a file for reading; `flags` as open(2) has them. Throws Failure fileNotFound, fileLocked, fileUnreadable or fileEmpty. */
export function openFileBytes(path: string | Buffer, flags: string | number = 'r'): Bytes {
  let handle: number;
  let size: number;
  try {
    handle = openSync(path, flags);
  } catch (error) {
    throw new Failure(reasonOf(error), {}, { cause: error });
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw new Failure('fileUnreadable');
    if (status.size === 0) throw new Failure('fileEmpty');
    size = status.size;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  return {
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const into = Buffer.allocUnsafe(wanted);
      let filled = 0;
      try {
        while (filled < wanted) {
          const got = readSync(handle, into, filled, wanted - filled, offset + filled);
          if (got === 0) throw new Failure('fileChanged');
          filled += got;
        }
      } catch (error) {
        if (error instanceof Failure) throw error;
        throw new Failure(reasonOf(error), {}, { cause: error });
      }
      return into;
    },
    close: () => closeSync(handle),
  };
}

/** Bytes that are held in memory: a part of an archive, an attachment. */
export function heldBytes(held: Uint8Array): Bytes {
  const whole = Buffer.from(held.buffer, held.byteOffset, held.byteLength);
  return { size: whole.length, read: (offset, length) => whole.subarray(offset, offset + length), close: () => undefined };
}
