import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDock, useSession, type PanelId } from '../actions/session';
import { panelIcon } from '../actions/viewActions';
import { Glyph } from '../ui/Glyph';

const RAIL: readonly PanelId[] = ['search', 'sources', 'shares', 'charts', 'watch', 'judging', 'quality', 'briefings', 'recipients', 'releases', 'services', 'journal'];

/** The ways into the case, at the left edge: each shows or hides its panel. */
export function Rail(): ReactElement {
  const { t } = useTranslation('app');
  const panels = useSession((state) => state.panels);
  const controls = useDock((state) => state.controls);
  return (
    <nav className="rail" aria-label={t('rail')}>
      {RAIL.map((panel) => (
        <button key={panel} type="button" title={t(`panel.${panel}`)} aria-label={t(`panel.${panel}`)} aria-pressed={panels.includes(panel)} onClick={() => controls?.toggle(panel)}>
          <Glyph path={panelIcon(panel)} size={20} />
        </button>
      ))}
    </nav>
  );
}
