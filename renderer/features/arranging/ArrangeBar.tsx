import { Button, Spinner } from '@blueprintjs/core';
import { mdiCheck, mdiClose } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelArrangement, keepArrangement, useArranging } from '../../actions/arranging';
import { LAYOUTS } from '../../canvas';
import { Glyph } from '../../ui/Glyph';
import { KeyCaps } from '../../ui/KeyCaps';
import './arranging.css';

/** Milliseconds after which a layout that is still worked out says so. */
const PATIENCE = 300;

/** True where Enter belongs to what has the focus. */
const hasOwnEnter = (target: EventTarget | null): boolean => target instanceof Element && target.closest('button, a, input, textarea, select, [contenteditable=true], [role=menu], [role=dialog], .bp6-omnibar') !== null;

/** Under the chart while a layout is worked out or waits to be kept: what it is, and how to keep it or leave everything as it was. */
export function ArrangeBar(): ReactElement | null {
  const { t } = useTranslation(['arranging', 'canvas']);
  const now = useArranging((state) => state.now);
  const phase = now?.phase ?? null;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (phase !== 'running') return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => { clearTimeout(timer); setLate(false); };
  }, [phase]);
  useEffect(() => {
    if (phase !== 'shown') return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || hasOwnEnter(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      keepArrangement();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [phase]);
  if (now === null || (phase === 'running' && !late)) return null;
  // A name in a menu says with dots that something is asked first.
  const layout = t(`canvas:${LAYOUTS.find(({ id }) => id === now.layout)?.label ?? ''}`).replace('…', '');
  return (
    <section className="arrange-bar" data-over-chart role="status" aria-label={t('preview')}>
      {phase === 'running' ? <Spinner size={16} /> : null}
      <span className="arrange-bar__text">
        <strong>{layout}</strong>
        <span className="quiet">{phase === 'running' ? t('running') : t('shown', { count: now.items })}</span>
      </span>
      {phase === 'shown' ? <Button intent="primary" size="small" icon={<Glyph path={mdiCheck} size={16} />} text={t('keep')} endIcon={<KeyCaps shortcut="Enter" />} onClick={keepArrangement} /> : null}
      <Button variant="outlined" size="small" icon={<Glyph path={mdiClose} size={16} />} text={t('leave')} endIcon={<KeyCaps shortcut="Escape" />} onClick={cancelArrangement} />
    </section>
  );
}
