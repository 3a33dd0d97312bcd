import { Button, PopoverNext } from '@blueprintjs/core';
import { mdiChevronDown, mdiCursorDefaultOutline, mdiFileTreeOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FOLDING_ICONS } from '../actions/folding';
import { changeSession, useSession } from '../actions/session';
import { SavedSelections } from '../features/selections/SavedSelections';
import { Glyph } from '../ui/Glyph';
import { ActionButton } from './ActionButton';
import { ChartFilterButton } from './ChartFilterButton';
import { LayoutMenu } from './LayoutMenu';
import { LinesMenu } from './LinesMenu';
import { MarkMenu } from './MarkMenu';

/** Tools that float over the chart. */
export function CanvasTools(): ReactElement {
  const { t } = useTranslation(['app', 'actions', 'folding']);
  const tool = useSession((state) => state.tool);
  return (
    <div className="canvas-tools" data-over-chart role="toolbar" aria-label={t('app:canvasTools')}>
      <Button variant="minimal" icon={<Glyph path={mdiCursorDefaultOutline} size={18} />} active={tool === 'select'} aria-pressed={tool === 'select'} title={t('actions:selectTool')} aria-label={t('actions:selectTool')} onClick={() => changeSession({ tool: 'select' })} />
      <ActionButton id="draw.entity" />
      <ActionButton id="draw.link" />
      <MarkMenu />
      <span className="canvas-tools__line" />
      <ActionButton id="chart.expand" />
      <ActionButton id="chart.pin" />
      <PopoverNext placement="bottom-start" content={<LayoutMenu />}>
        <Button variant="minimal" icon={<Glyph path={mdiFileTreeOutline} size={18} />} endIcon={<Glyph path={mdiChevronDown} size={12} />} title={t('actions:layouts')} aria-label={t('actions:layouts')} />
      </PopoverNext>
      <PopoverNext placement="bottom-start" content={<LinesMenu />}>
        <Button variant="minimal" icon={<Glyph path={FOLDING_ICONS.apart} size={18} />} endIcon={<Glyph path={mdiChevronDown} size={12} />} title={t('folding:menu')} aria-label={t('folding:menu')} />
      </PopoverNext>
      <ActionButton id="view.fit" />
      <ChartFilterButton />
      <ActionButton id="time.bar" />
      <SavedSelections />
      <span className="canvas-tools__line" />
      <ActionButton id="chart.remove" />
    </div>
  );
}
