import { useEffect, useRef, useState } from 'react';
import type { WatchColumn } from '../../../shared/analysis/watching/columns';
import type { WatchPreview } from '../../../shared/contract/watching';
import type { Reading } from '../../../shared/mapping/mapping';
import { openCaseClient } from '../../actions/execute';

/** How a file would be read as a list, and what was set by hand about it. */
export interface Draft {
  /** The last answer; null until the first. */
  readonly preview: WatchPreview | null;
  /** The file is being read. */
  readonly reading: boolean;
  readonly error: unknown;
  /** Other headings or cells may come of it, so columns are proposed anew. */
  readonly setReading: (reading: Partial<Reading>) => void;
  readonly setColumns: (columns: readonly WatchColumn[]) => void;
}

/** Asks how a file would be read, anew whenever something is set. Answers that come too late are passed over. */
export function useWatchPreview(file: string, replaces: string | null): Draft {
  const [asked, setAsked] = useState<{ readonly reading: Partial<Reading>; readonly columns: readonly WatchColumn[] | null }>({ reading: {}, columns: null });
  const [answer, setAnswer] = useState<{ readonly preview: WatchPreview | null; readonly error: unknown; readonly of: typeof asked | null }>({ preview: null, error: null, of: null });
  const turn = useRef(0);
  useEffect(() => {
    const own = (turn.current += 1);
    const settle = (preview: WatchPreview | null, error: unknown): void => {
      if (own === turn.current) setAnswer((before) => ({ preview: preview ?? before.preview, error, of: asked }));
    };
    openCaseClient()['case.previewWatchList']({ file, reading: asked.reading, columns: asked.columns === null ? null : [...asked.columns], replaces }).then((preview) => settle(preview, null), (error: unknown) => settle(null, error));
    return () => { turn.current += 1; };
  }, [file, replaces, asked]);
  return {
    preview: answer.preview, error: answer.error, reading: answer.of !== asked,
    setReading: (reading) => setAsked((before) => ({ reading: { ...before.reading, ...reading }, columns: null })),
    setColumns: (columns) => setAsked((before) => ({ ...before, columns })),
  };
}
