import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Failure } from '../../../../shared/contract';
import type { BriefingRecord } from '../../../../shared/model/briefing';
import { previewBriefing, stopPrinting } from '../../../actions/briefing';
import { useCaseConnection } from '../../../ipc/caseConnection';

/** Stillness after the last change before pages are made anew, ms. */
const STILL = 1500;

export interface LivePreview {
  /** The newest pages that were made; null before the first. */
  readonly pdf: Uint8Array | null;
  /** How far the next pages are; null while none are being made. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failure: unknown;
  /** The pages are of what stands in the editor now. */
  readonly current: boolean;
  readonly refresh: () => void;
  readonly cancel: () => void;
}

/**
 * The real pages of a briefing, made anew a moment after it or the case changed. Pages that are being made of what has changed since are given up; those on show stay
 * until new ones are there. One that was stopped or failed is tried again at the next change.
 */
export function useLivePreview(briefing: BriefingRecord): LivePreview {
  const connection = useCaseConnection();
  const [pdf, setPdf] = useState<Uint8Array | null>(null);
  const [progress, setProgress] = useState<LivePreview['progress']>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [shown, setShown] = useState<BriefingRecord | null>(null);
  const [changes, setChanges] = useState(0);
  const running = useRef<string | null>(null);
  const latest = useRef(briefing);
  useEffect(() => { latest.current = briefing; }, [briefing]);

  const make = useCallback(async (): Promise<void> => {
    if (running.current !== null) stopPrinting(running.current);
    const job = newId();
    running.current = job;
    const asked = latest.current;
    setProgress({ done: 0, total: 0 });
    try {
      const pages = await previewBriefing(job, asked, (done, total) => { if (running.current === job) setProgress({ done, total }); });
      if (running.current !== job) return;
      setPdf(pages);
      setShown(asked);
      setFailure(null);
    } catch (error) {
      if (running.current === job && !(error instanceof Failure && error.code === 'cancelled')) setFailure(error);
    } finally {
      if (running.current === job) {
        running.current = null;
        setProgress(null);
      }
    }
  }, []);

  const first = useRef(true);
  useEffect(() => {
    const wait = first.current ? 0 : STILL;
    first.current = false;
    const timer = setTimeout(() => void make(), wait);
    return () => clearTimeout(timer);
  }, [briefing, changes, make]);

  // What the case says may show on the pages; the briefing itself comes in by its own way.
  useEffect(() => connection?.listen('case.changed', ({ tables }) => {
    if (tables.some((table) => table !== 'briefing' && table !== 'release' && table !== 'journal')) setChanges((n) => n + 1);
  }), [connection]);

  const cancel = useCallback((): void => {
    if (running.current !== null) stopPrinting(running.current);
  }, []);
  useEffect(() => () => {
    if (running.current !== null) stopPrinting(running.current);
    running.current = null;
  }, []);
  return { pdf, progress, failure, current: shown === briefing, refresh: () => void make(), cancel };
}
