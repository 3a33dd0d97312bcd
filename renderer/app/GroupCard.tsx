import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnGroup } from '../case/drawn/drawnChart';
import { useTypes } from '../case/types';
import { Grade } from '../ui/Grade';
import { useLanguage } from '../ui/language';

/** What a closed group holds. */
export function GroupCard({ at, group }: { at: { readonly x: number; readonly y: number }; group: DrawnGroup }): ReactElement {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const types = useTypes();
  return (
    <div className="hover-card" role="tooltip" style={{ left: Math.min(at.x + 14, window.innerWidth - 280), top: Math.min(at.y + 14, window.innerHeight - 110) }}>
      <strong className="name" dir="auto">{group.name}</strong>
      <div className="quiet">{t('holds', { count: group.members.length })}</div>
      <div className="hover-card__marks"><Grade text={group.grading} /><Grade text={types.codeText(group.handling, language)} kind="handling" /></div>
      <div className="quiet">{t('openHint')}</div>
    </div>
  );
}
