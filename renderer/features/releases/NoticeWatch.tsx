import { useEffect } from 'react';
import type { Notice } from '../../../shared/contract/releasing';
import { useCaseConnection } from '../../ipc/caseConnection';
import { notify } from '../../ui/notices';

/** How long after a change it is looked whom it concerns, ms: several changes in a row make one look. */
const PAUSE = 400;

const owed = (notices: readonly Notice[]): Map<string, number> => new Map(notices.filter((each) => each.told === null).map((each) => [each.release, each.statements]));

/** Says after a retraction how many recipients were given what was retracted (Directive 2016/680 art. 7(3)). */
export function NoticeWatch(): null {
  const connection = useCaseConnection();
  useEffect(() => {
    if (connection === null) return;
    let known: Map<string, number> | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = async (): Promise<void> => {
      const now = owed(await connection.client['case.notices']({}));
      const more = known === null ? 0 : [...now].filter(([release, statements]) => statements > (known?.get(release) ?? 0)).length;
      known = now;
      if (more > 0) notify('releases:mustTell', { count: more }, 'warning');
    };
    const later = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void look().catch(() => undefined), PAUSE);
    };
    later();
    const stop = connection.listen('case.changed', ({ tables }) => {
      if (tables.includes('statement') || tables.includes('release')) later();
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [connection]);
  return null;
}
