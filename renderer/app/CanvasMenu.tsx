import { Menu, MenuDivider, MenuItem } from '@blueprintjs/core';
import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { mdiShapePlusOutline } from '@mdi/js';
import { actionById, runAction } from '../actions/registry';
import { changeSession } from '../actions/session';
import { useActionContext, useActionLabel } from '../actions/useActions';
import type { MenuRequest } from '../canvas';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';
import { FoldItems } from './FoldButtons';
import { AdjustButtons, KeepItems, LayoutItems } from './LayoutMenu';
import { ShowAsButtons } from './ShowAsButtons';

const ON_ENTITY = [['chart.expand', 'select.neighbours', 'select.sameType', 'select.by', 'find.alike', 'chart.pin', 'draw.link'], ['mark.noteOn'], ['panel.inspector', 'evaluate.selection'], ['judge.pair', 'judge.others'], ['group.selection', 'group.toggle', 'group.rename', 'group.add', 'group.takeOut', 'group.tidy', 'group.dissolve'], ['edit.copyPart', 'edit.cut', 'edit.copy'], ['chart.remove', 'case.delete']] as const;
const ON_LINE = [['fold.members', 'select.sameType', 'select.by', 'find.alike'], ['line.strength'], ['panel.inspector', 'evaluate.selection'], ['chart.remove', 'case.delete']] as const;
const ON_MARK = [['mark.edit', 'mark.loosen'], ['mark.delete']] as const;
const ON_FRAME = [['group.toggle', 'group.rename', 'group.tidy', 'group.takeOut', 'group.dissolve'], ['group.selection', 'group.by'], ['panel.inspector', 'evaluate.selection'], ['chart.remove']] as const;
const ON_EMPTY = [['select.all', 'select.invert', 'select.by', 'chart.unpinAll', 'view.fit', 'view.newSince', 'view.printLook'], ['group.by', 'group.closeAll', 'group.openAll'], ['edit.paste'], ['chart.rename', 'chart.new']] as const;

const itemsOf = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('a:not(.bp6-disabled), button:not(:disabled)') ?? [])];

/** Arrows, Home and End go through the menu. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const before = at <= 0 ? items.length - 1 : at - 1;
  const inRow = document.activeElement?.tagName === 'BUTTON';
  const next = { ArrowDown: at + 1, ArrowUp: before, ...(inRow ? { ArrowRight: at + 1, ArrowLeft: before } : {}), Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  items[next % items.length]?.focus();
  event.preventDefault();
}

/** The menu of what was clicked on: the same actions as in menu bar and palette. */
export function CanvasMenu({ request }: { request: MenuRequest }): ReactElement {
  const { t } = useTranslation('actions');
  const context = useActionContext();
  const label = useActionLabel();
  const keys = useShortcutText();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The menu is put in its place first; what is focused before that would scroll the page.
    const later = requestAnimationFrame(() => itemsOf(list.current)[0]?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(later);
  }, []);
  const groups: readonly (readonly string[])[] = request.target.kind === 'entity' ? ON_ENTITY : request.target.kind === 'frame' ? ON_FRAME : request.target.kind === 'line' ? ON_LINE : request.target.kind === 'mark' ? ON_MARK : ON_EMPTY;
  return (
    <Menu ulRef={list} className="canvas-menu" onKeyDown={walk}>
      {request.target.kind === 'empty' ? <MenuItem icon={<Glyph path={mdiShapePlusOutline} />} text={t('drawEntityHere')} onClick={() => changeSession({ dialog: 'drawEntity', draft: { at: request.chart } })} /> : null}
      {request.target.kind === 'empty' ? <LayoutItems /> : null}
      {groups.map((group) => group.flatMap((id) => {
        const action = actionById(id);
        // What groups can be asked is only offered where there is one.
        return action && (action.enabled(context) || !id.startsWith('group.')) ? [action] : [];
      })).filter((group) => group.length > 0).map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 || request.target.kind === 'empty' ? <MenuDivider /> : null}
          {group.map((action) => <MenuItem key={action.id} icon={<Glyph path={action.icon} />} text={label(action)} label={action.shortcuts?.[0] ? keys(action.shortcuts[0]) : undefined} intent={action.id === 'case.delete' ? 'danger' : 'none'} disabled={!action.enabled(context)} onClick={() => runAction(action)} />)}
        </Fragment>
      ))}
      {request.target.kind === 'line' || (request.target.kind === 'entity' && context.selection.entities.length > 1) ? <FoldItems /> : null}
      {request.target.kind === 'entity' ? <><MenuDivider title={t('marks:showAs')} /><ShowAsButtons /></> : null}
      {request.target.kind === 'entity' && context.selection.entities.length > 1 ? <><MenuDivider title={t('arrange')} /><AdjustButtons /><KeepItems /></> : null}
    </Menu>
  );
}
