import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { ParsedArgumentsOf, ResultOf } from '../../shared/contract/definition';
import { Failure } from '../../shared/contract/failure';
import type { editingRequests } from '../../shared/contract/editing';
import { Contents } from './db/contents';
import type { Document } from './importers/document';
import type { CaseStore } from './store';

type Request = (typeof editingRequests)['case.takePasted'];

/** Texts that were pasted over one port: kept beside the case like any document, so that what was imported can be looked at again. What nothing was imported of is tidied away like an import that was given up. */
export class Pasted {
  private readonly documents = new Map<string, Document>();

  constructor(private readonly store: CaseStore) {}

  /** Keeps a pasted text; answers with a token to import it by. Throws Failure diskFull, caseReadOnly. */
  take({ text, form, name }: ParsedArgumentsOf<Request>): ResultOf<Request> {
    if (this.store.readOnly) throw new Failure('caseReadOnly');
    const content = Buffer.from(text, 'utf8');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const contents = Contents.open(this.store.folder, this.store.key);
    try {
      contents.store(sha256, { size: content.length, read: (offset, length) => content.subarray(offset, offset + length), close: () => undefined }, () => undefined);
    } finally {
      contents.close();
    }
    const [token, file] = [newId(), `${name}.${form}`];
    this.documents.set(token, { name: file, kept: { sha256, size: content.length } });
    return { token, name: file, bytes: content.length };
  }

  /** The document that a token stands for; null when it is none of these. */
  document(token: string): Document | null {
    return this.documents.get(token) ?? null;
  }

  /** Lets go of every text that no source rests on: an erasure cannot tell what these say. */
  letGo(): void {
    if (this.documents.size === 0) return;
    const cited = this.store.db.prepare<[string], number>('SELECT 1 FROM source WHERE sha256 = ? LIMIT 1').pluck();
    const contents = Contents.open(this.store.folder, this.store.key);
    try {
      for (const [token, document] of this.documents) {
        if (!('kept' in document) || cited.get(document.kept.sha256) !== undefined) continue;
        contents.remove(document.kept.sha256);
        this.documents.delete(token);
      }
    } finally {
      contents.close();
    }
  }
}
