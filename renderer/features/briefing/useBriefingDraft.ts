import { useCallback, useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { execute } from '../../actions/execute';

/** A briefing while it is edited: shown at once, saved when a field is left or a choice is made. Each saving is one step of undo. */
export interface BriefingDraft {
  readonly draft: BriefingRecord;
  /** Shows a change without saving it yet: while typing. */
  readonly type: (change: Partial<BriefingRecord>) => void;
  /** Saves what was typed. Resolves to the stored record. */
  readonly save: () => Promise<BriefingRecord>;
  /** Shows a change and saves it. */
  readonly set: (change: Partial<BriefingRecord>) => void;
}

const same = (a: BriefingRecord, b: BriefingRecord): boolean => canonicalJson(a) === canonicalJson(b);

export function useBriefingDraft(record: BriefingRecord): BriefingDraft {
  const [draft, show] = useState(record);
  const latest = useRef(record);
  const stored = useRef(record);
  // What was saved here and not seen back yet: an earlier saving that comes back while one types on must not take the typing away.
  const ownSavings = useRef(new Set<string>());

  // The record changes when it is saved here, and when a step is undone: then what it holds is shown.
  useEffect(() => {
    if (same(record, stored.current)) {
      ownSavings.current.clear();
      return;
    }
    if (ownSavings.current.delete(canonicalJson(record))) return;
    stored.current = record;
    latest.current = record;
    show(record);
  }, [record]);

  const type = useCallback((change: Partial<BriefingRecord>): void => {
    latest.current = { ...latest.current, ...change };
    show(latest.current);
  }, []);

  const save = useCallback(async (): Promise<BriefingRecord> => {
    const wanted = latest.current;
    // A briefing has a title: an emptied one comes back.
    const next = wanted.title.trim() === '' ? { ...wanted, title: stored.current.title } : wanted;
    if (same(next, stored.current)) {
      if (next !== wanted) show((latest.current = next));
      return next;
    }
    const before = stored.current;
    stored.current = next;
    ownSavings.current.add(canonicalJson(next));
    latest.current = next;
    show(next);
    if (await execute('briefing.put', next)) return next;
    stored.current = before;
    return before;
  }, []);

  const set = useCallback((change: Partial<BriefingRecord>): void => {
    type(change);
    void save();
  }, [save, type]);

  return { draft, type, save, set };
}
