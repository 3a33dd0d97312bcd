import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { countFile } from '../../actions/countFile';
import { useCaseConnection } from '../../ipc/caseConnection';
import { Failure } from '../../../shared/contract';
import type { ChosenFile, ImportCount } from '../../../shared/contract';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';

/** Files of so many rows are counted by themselves. */
const BY_ITSELF = 5000;

/** What an import would bring, as far as it was counted. */
export interface Counting {
  readonly count: ImportCount | undefined;
  /** True while the whole file is being counted because somebody asked. */
  readonly running: boolean;
  readonly countWhole: () => void;
  readonly stop: () => void;
}

/** Counts a small file to its end by itself, once its mapping is `settled`, and a large one when asked. A count holds for the mapping that it was made with, and is gone with the next change of it. */
export function useCount(file: ChosenFile, current: ImportPlan | null, settled: ImportPlan | null, editing: boolean): Counting {
  const mapping = settled;
  const connection = useCaseConnection();
  const [counted, setCounted] = useState<{ readonly mapping: ImportPlan; readonly count: ImportCount } | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const job = useRef<string | null>(null);

  useEffect(() => {
    if (!connection || !mapping || !editing) return undefined;
    const own = newId();
    let wanted = true;
    connection.client['case.countImport']({ job: own, file: file.token, mapping, most: BY_ITSELF }).then(
      (count) => { if (wanted) setCounted((old) => (old?.mapping === mapping && old.count.whole ? old : { mapping, count })); },
      // What is wrong with the file or the mapping is said by the dry run beside it.
      () => undefined,
    );
    return () => {
      wanted = false;
      void connection.client['case.cancel']({ job: own }).catch(() => undefined);
    };
  }, [connection, file.token, mapping, editing]);

  const stop = useCallback(() => {
    if (job.current && connection) void connection.client['case.cancel']({ job: job.current }).catch(() => undefined);
  }, [connection]);
  // A count of another mapping, or of a file that comes in meanwhile, is of no use any more.
  useEffect(() => stop, [mapping, editing, stop]);

  const countWhole = (): void => {
    if (!mapping) return;
    const own = newId();
    job.current = own;
    setRunning(own);
    countFile(own, file, mapping).then(
      (count) => setCounted({ mapping, count }),
      (error: unknown) => { if (!(error instanceof Failure)) throw error; },
    ).finally(() => { setRunning((old) => (old === own ? null : old)); if (job.current === own) job.current = null; });
  };
  return { count: counted && counted.mapping === current ? counted.count : undefined, running: running !== null, countWhole, stop };
}
