import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { formatCount, useLanguage } from '../../ui/language';
import type { PairDetails } from './PropertyTable';

/** What both are linked to, and by which links either is; then how much only one of them has. */
export function SharedLinks({ details }: { details: PairDetails }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const { shared, sharedTotal, only } = details;
  const names = (ids: readonly string[]): string => ids.map((id) => types.label(id, language)).join(', ');
  return (
    <>
      {shared.length === 0 ? <p className="quiet">{t('nothingShared')}</p> : (
        <ul className="shared-links">
          {shared.map(({ entity, left, right }) => (
            <li key={entity.id}>
              <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} label={types.label(entity.type, language)} />
              <span className="shared-links__what">
                <button type="button" className="link-button clip" onClick={() => selectAndCentre(entity.id)}><span className="name" dir="auto">{entity.caption}</span></button>
                <span className="quiet clip">{names(left) === names(right) ? names(left) : `${names(left)} ↔ ${names(right)}`}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {sharedTotal > shared.length ? <p className="quiet">{t('moreShared', { shown: formatCount(shared.length, language), total: formatCount(sharedTotal, language) })}</p> : null}
      <p className="quiet figures">{t('only', { left: formatCount(only.left, language), right: formatCount(only.right, language) })}</p>
    </>
  );
}
