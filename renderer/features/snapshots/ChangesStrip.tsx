import { Button } from '@blueprintjs/core';
import { mdiClose } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unmarkChanges, useChanges } from '../../actions/changes';
import { selectThose } from '../../actions/toChart';
import { CHANGE_SIGNS } from '../../canvas';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import './snapshots.css';

/** Over the canvas: since when its marks tell changes, what each sign means and how often it stands there, and a switch off. Nothing while there are none. */
export function ChangesStrip(): ReactElement | null {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const found = useChanges();
  if (found === null) return null;
  const { since, changes } = found;
  return (
    <section className="changes-strip" aria-label={t('marks')}>
      <span className="clip" dir="auto">{t('since', { name: since.name })}</span>
      <ul>
        {(Object.keys(CHANGE_SIGNS) as (keyof typeof CHANGE_SIGNS)[]).map((kind) => (
          <li key={kind}>
            <button type="button" className="changes-strip__part" disabled={kind === 'gone' || changes[kind].length === 0} title={t('selectAll', { part: t(kind) })} onClick={() => selectThose(changes[kind].map((each) => each.id))}>
              <span className={`changes-strip__sign changes-strip__sign--${kind}`} aria-hidden="true">{CHANGE_SIGNS[kind]}</span>
              {t(kind)} <span className="figures quiet">{formatCount(changes[kind].length, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} text={t('marksOff')} onClick={unmarkChanges} />
    </section>
  );
}
