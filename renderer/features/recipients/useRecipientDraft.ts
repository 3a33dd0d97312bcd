import { useCallback, useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { execute } from '../../actions/execute';

/** A recipient while it is edited: shown at once, saved when a field is left or a choice is made. Each saving is one step of undo. */
export function useRecipientDraft(record: RecipientRecord): { readonly draft: RecipientRecord; readonly type: (change: Partial<RecipientRecord>) => void; readonly save: () => void; readonly set: (change: Partial<RecipientRecord>) => void } {
  const [draft, show] = useState(record);
  const latest = useRef(record);
  const stored = useRef(canonicalJson(record));

  useEffect(() => {
    const now = canonicalJson(record);
    if (now === stored.current) return;
    stored.current = now;
    latest.current = record;
    show(record);
  }, [record]);

  const type = useCallback((change: Partial<RecipientRecord>): void => {
    latest.current = { ...latest.current, ...change };
    show(latest.current);
  }, []);

  const save = useCallback((): void => {
    const before = JSON.parse(stored.current) as RecipientRecord;
    // A recipient has a name: an emptied one comes back.
    const next = latest.current.name.trim() === '' ? { ...latest.current, name: before.name } : latest.current;
    const text = canonicalJson(next);
    if (text === stored.current) {
      show((latest.current = next));
      return;
    }
    stored.current = text;
    latest.current = next;
    show(next);
    void execute('recipient.put', next).then((done) => {
      if (done) return;
      stored.current = canonicalJson(before);
      latest.current = before;
      show(before);
    });
  }, []);

  const set = useCallback((change: Partial<RecipientRecord>): void => {
    type(change);
    save();
  }, [save, type]);
  return { draft, type, save, set };
}
