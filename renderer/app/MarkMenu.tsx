import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiChevronDown, mdiNoteOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ANNOTATIONS } from '../../shared/model/drawing';
import { markIcon } from '../actions/marks';
import { actionById, runAction } from '../actions/registry';
import { useSession } from '../actions/session';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';

/** Tools by which notes, headings, boxes and arrows are drawn on the chart. */
export function MarkMenu(): ReactElement {
  const { t } = useTranslation('marks');
  const keys = useShortcutText();
  const tool = useSession((state) => state.tool);
  const inHand = ANNOTATIONS.find((kind) => kind === tool);
  const tools = (
    <Menu>
      {ANNOTATIONS.map((kind) => {
        const action = actionById(`mark.${kind}`);
        return action ? <MenuItem key={kind} icon={<Glyph path={markIcon(kind)} />} text={t(`tool.${kind}`)} active={tool === kind} label={action.shortcuts?.[0] ? keys(action.shortcuts[0]) : undefined} onClick={() => runAction(action)} /> : null;
      })}
    </Menu>
  );
  return (
    <PopoverNext placement="bottom-start" content={tools}>
      <Button variant="minimal" active={inHand !== undefined} icon={<Glyph path={inHand === undefined ? mdiNoteOutline : markIcon(inHand)} size={18} />} endIcon={<Glyph path={mdiChevronDown} size={12} />} title={t('tools')} aria-label={t('tools')} />
    </PopoverNext>
  );
}
