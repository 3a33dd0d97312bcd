import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDock, useSession, type PanelId } from '../actions/session';
import { panelIcon } from '../actions/viewActions';
import { useCase } from '../case/queries';
import { Glyph } from '../ui/Glyph';

const RAIL: readonly PanelId[] = ['search', 'sources', 'shares', 'charts', 'network', 'traffic', 'formatting', 'snapshots', 'presentations', 'watch', 'judging', 'quality', 'briefings', 'recipients', 'releases', 'services', 'journal'];

/** The ways into the case, at the left edge: each shows or hides its panel. */
export function Rail(): ReactElement {
  const { t } = useTranslation('app');
  const panels = useSession((state) => state.panels);
  const controls = useDock((state) => state.controls);
  const viewing = useSession((state) => state.viewingAs !== null);
  const { data: watched } = useCase('case.watchLists', {}, !viewing);
  const waiting = viewing ? 0 : (watched?.open ?? 0);
  return (
    <nav className="rail" aria-label={t('rail')}>
      {RAIL.map((panel) => (
        <button key={panel} type="button" title={t(`panel.${panel}`)} aria-label={t(`panel.${panel}`)} aria-pressed={panels.includes(panel)} onClick={() => controls?.toggle(panel)}>
          <Glyph path={panelIcon(panel)} size={20} />
          {panel === 'watch' && waiting > 0 ? <span className="rail__count figures" title={t('watch:waiting', { count: waiting })} aria-label={t('watch:waiting', { count: waiting })}>{waiting > 99 ? '99+' : waiting}</span> : null}
        </button>
      ))}
    </nav>
  );
}
