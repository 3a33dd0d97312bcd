import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { execute } from '../../actions/execute';
import { mergeDraft } from './mergeDraft';

/** A change of some fields, or one that is made of what the briefing holds now. */
export type BriefingChange = Partial<BriefingRecord> | ((now: BriefingRecord) => Partial<BriefingRecord>);

/** A briefing while it is edited: shown at once, saved when a field is left, a choice is made or typing pauses. Each saving is one step of undo. */
export interface BriefingDraft {
  readonly draft: BriefingRecord;
  /** Shows a change without saving it yet: while typing. */
  readonly type: (change: BriefingChange) => void;
  /** Saves what was typed. Resolves to the stored record. */
  readonly save: () => Promise<BriefingRecord>;
  /** Shows a change and saves it. What was still being typed is saved before it, as a step of its own. */
  readonly set: (change: BriefingChange) => void;
}

/** Typing that stands still this long is saved, ms. */
const PAUSE = 2500;

const same = (a: BriefingRecord, b: BriefingRecord): boolean => canonicalJson(a) === canonicalJson(b);

export function useBriefingDraft(record: BriefingRecord): BriefingDraft {
  const [draft, show] = useState(record);
  const latest = useRef(record);
  const stored = useRef(record);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was saved here and not seen back yet: an earlier saving that comes back while one types on must not take the typing away.
  const ownSavings = useRef(new Set<string>());
  // Savings go one after another, so that steps of undo stand in the order in which they were made.
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  // The record changes when it is saved here, when a step is undone, and when another window saves it: then what it holds is shown, with what is still being typed.
  useEffect(() => {
    if (same(record, stored.current)) {
      ownSavings.current.clear();
      return;
    }
    if (ownSavings.current.delete(canonicalJson(record))) return;
    latest.current = mergeDraft(stored.current, latest.current, record);
    stored.current = record;
    show(latest.current);
  }, [record]);

  const save = useCallback(async (): Promise<BriefingRecord> => {
    clearTimeout(pause.current);
    const wanted = latest.current;
    // A briefing has a title: an emptied one comes back.
    const next = wanted.title.trim() === '' ? { ...wanted, title: stored.current.title } : wanted;
    if (same(next, stored.current)) {
      if (next !== wanted) show((latest.current = next));
      await saving.current;
      return next;
    }
    const before = stored.current;
    stored.current = next;
    ownSavings.current.add(canonicalJson(next));
    latest.current = next;
    show(next);
    const put = saving.current.then(() => execute('briefing.put', next));
    saving.current = put;
    if (await put) return next;
    ownSavings.current.delete(canonicalJson(next));
    if (stored.current === next) stored.current = before;
    return before;
  }, []);

  const type = useCallback((change: BriefingChange): void => {
    latest.current = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) };
    show(latest.current);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void save(), PAUSE);
  }, [save]);

  const set = useCallback((change: BriefingChange): void => {
    void save();
    type(change);
    void save();
  }, [save, type]);

  // What is still being typed is kept when the editor goes.
  useEffect(() => () => void save(), [save]);

  return useMemo(() => ({ draft, type, save, set }), [draft, type, save, set]);
}
