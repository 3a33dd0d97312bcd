import { Button } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronRight, mdiPlus, mdiPresentation } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { makePresentation, usePresenting, type PresentationView } from '../../actions/presentations';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { Slides } from './Slides';
import './presenting.css';

const NONE: readonly PresentationView[] = [];

/** The presentations of the case, one of them open with its slides. Whoever looks with a recipient's eyes can show them, not change them. */
export function PresentationsPanel(): ReactElement {
  const { t } = useTranslation('presenting');
  const { data = NONE } = useCase('case.presentations', {});
  const open = usePresenting((state) => state.open);
  const borrowed = useSession((state) => state.viewingAs !== null);
  const toggle = (id: string): void => usePresenting.setState({ open: open === id ? null : id });
  return (
    <div className="panel presentations">
      <div className="presentations__head"><Button size="small" disabled={borrowed} icon={<Glyph path={mdiPlus} size={14} />} text={t('make')} onClick={() => void makePresentation()} /></div>
      <div className="panel__body">
        {data.length === 0 ? <EmptyState icon={mdiPresentation} title={t('empty')} hint={t('emptyHint')} /> : (
          <ul className="presentations__list">
            {data.map((each) => (
              <li key={each.id} className="presentation">
                <button type="button" className="presentation__line" aria-expanded={open === each.id} onClick={() => toggle(each.id)}>
                  <Glyph path={open === each.id ? mdiChevronDown : mdiChevronRight} size={14} />
                  <span className="clip" dir="auto">{borrowed ? t('numbered', { number: each.name }) : each.name}</span>
                  <span className="quiet figures">{t('slides', { count: each.slides.length })}</span>
                </button>
                {open === each.id ? <Slides presentation={each} fixed={borrowed} /> : null}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
