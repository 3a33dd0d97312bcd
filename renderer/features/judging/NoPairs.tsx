import { Button, ProgressBar } from '@blueprintjs/core';
import { mdiAccountQuestionOutline, mdiTrayArrowDown } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueId } from '../../../shared/contract/judging';
import { runActionById } from '../../actions/registry';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { ComparedText } from './ComparedText';
import type { Matching } from './useMatching';

/** What stands where a queue is empty: why, and what to do. `weak`: pairs that are shown only when asked for. */
export function NoPairs({ queue, filtered, matching, weak, onWeak }: { queue: QueueId; filtered: boolean; matching: Matching | undefined; weak: number; onWeak: () => void }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const compared = types.catalogue.entityTypes.filter((type) => !type.abstract && type.matchAs !== undefined).map((type) => type.id);
  const { data: some } = useCase('case.browse', { types: compared, limit: 1 }, compared.length > 0);
  if (queue !== 'open' && queue !== 'weak') return <EmptyState icon={mdiAccountQuestionOutline} title={t(`none.${queue}`)} hint={t(`noneHint.${queue}`)} />;
  if (some?.total === 0) {
    return (
      <EmptyState icon={mdiAccountQuestionOutline} title={t('nobody')} hint={t('nobodyHint')}>
        <Button size="small" icon={<Glyph path={mdiTrayArrowDown} size={14} />} text={t('app:importFiles')} onClick={() => runActionById('import.files')} />
      </EmptyState>
    );
  }
  if (matching?.beyond !== undefined) return <EmptyState icon={mdiAccountQuestionOutline} title={t('tooMany')} hint={t('tooManyHint', { shown: formatCount(matching.beyond, language) })} />;
  if (matching?.working) {
    return (
      <EmptyState icon={mdiAccountQuestionOutline} title={t('stillComparing')} hint={t('stillComparingHint')}>
        <ProgressBar className="no-pairs__bar" intent="primary" stripes={matching.done + matching.behind === 0} value={matching.done / Math.max(1, matching.done + matching.behind)} />
        <p className="quiet figures"><ComparedText matching={matching} /></p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={mdiAccountQuestionOutline} title={t(filtered ? 'noneFiltered' : `none.${queue}`)} hint={t(filtered ? 'noneFilteredHint' : `noneHint.${queue}`)}>
      {queue === 'open' && weak > 0 ? <Button size="small" text={t('showWeak', { count: weak, shown: formatCount(weak, language) })} onClick={onWeak} /> : null}
    </EmptyState>
  );
}
