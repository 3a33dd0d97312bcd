import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiChevronDown, mdiCursorDefaultOutline, mdiFileTreeOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYOUTS } from '../canvas';
import { runActionById } from '../actions/registry';
import { changeSession, useSession } from '../actions/session';
import { glyphs } from '../case/types';
import { Glyph } from '../ui/Glyph';
import { ActionButton } from './ActionButton';
import { ChartFilterButton } from './ChartFilterButton';

/** Tools that float over the chart. */
export function CanvasTools(): ReactElement {
  const { t } = useTranslation(['app', 'canvas', 'actions']);
  const tool = useSession((state) => state.tool);
  return (
    <div className="canvas-tools" data-over-chart role="toolbar" aria-label={t('app:canvasTools')}>
      <Button variant="minimal" icon={<Glyph path={mdiCursorDefaultOutline} size={18} />} active={tool === 'select'} aria-pressed={tool === 'select'} title={t('actions:selectTool')} aria-label={t('actions:selectTool')} onClick={() => changeSession({ tool: 'select' })} />
      <ActionButton id="draw.entity" />
      <ActionButton id="draw.link" />
      <span className="canvas-tools__line" />
      <ActionButton id="chart.expand" />
      <ActionButton id="chart.pin" />
      <PopoverNext placement="bottom-start" content={<Menu>{LAYOUTS.map(({ id, label, icon }) => <MenuItem key={id} icon={<Glyph path={glyphs[icon] ?? mdiFileTreeOutline} />} text={t(`canvas:${label}`)} onClick={() => runActionById(`layout.${id}`)} />)}</Menu>}>
        <Button variant="minimal" icon={<Glyph path={mdiFileTreeOutline} size={18} />} endIcon={<Glyph path={mdiChevronDown} size={12} />} title={t('actions:layouts')} aria-label={t('actions:layouts')} />
      </PopoverNext>
      <ActionButton id="view.fit" />
      <ChartFilterButton />
      <span className="canvas-tools__line" />
      <ActionButton id="chart.remove" />
    </div>
  );
}
