import { mdiBellRingOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityView } from '../../../shared/contract';
import { useSession } from '../../actions/session';
import { openHits } from '../../actions/watch';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';

/** Watch lists that an entity is on: hits that wait to be judged, and those that were found to be matches. Says nothing of restricted ones. */
export function OnWatchList({ entity }: { entity: EntityView }): ReactElement | null {
  const { t } = useTranslation('watch');
  const viewing = useSession((state) => state.viewingAs !== null);
  const entities = [...(entity.members ?? [entity.id])];
  const { data: open, isPlaceholderData: old } = useCase('case.watchHits', { state: 'open', entities }, !viewing);
  const { data: judged, isPlaceholderData: older } = useCase('case.watchHits', { state: 'judged', entities }, !viewing);
  const lines = [
    ...(old ? [] : (open?.hits ?? [])).map((hit) => ({ hit, tab: 'open' as const, key: 'onWatchListOpen' })),
    ...(older ? [] : (judged?.hits ?? [])).filter((hit) => hit.judged?.verdict === 'match').map((hit) => ({ hit, tab: 'judged' as const, key: 'onWatchListMatch' })),
  ];
  if (viewing || lines.length === 0) return null;
  return (
    <p className="inspector__watch">
      <Glyph path={mdiBellRingOutline} size={14} />
      <span>{t('onWatchList')}:</span>
      {lines.map(({ hit, tab, key }) => <button key={hit.id} type="button" className="link-button" onClick={() => openHits(hit.id, tab)}>{t(key, { list: hit.list.name })}</button>)}
    </p>
  );
}
