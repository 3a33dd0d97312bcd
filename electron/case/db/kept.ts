import type { KeptBytes } from '../queries/exhibits';
import type { CaseStore } from '../store';
import { Contents } from './contents';

/** Does something with kept documents: they are opened when a first one is asked for, and closed after. */
export function withKept<T>({ folder, key }: Pick<CaseStore, 'folder' | 'key'>, work: (kept: KeptBytes) => T): T {
  let contents: Contents | null = null;
  try {
    return work((sha256, size) => {
      contents ??= Contents.open(folder, key, true);
      return contents.has(sha256) ? contents.bytes(sha256, size).read(0, size) : null;
    });
  } finally {
    (contents as Contents | null)?.close();
  }
}
