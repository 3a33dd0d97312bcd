import { Button } from '@blueprintjs/core';
import { mdiAlertOutline, mdiArrowDown, mdiArrowUp, mdiChevronDown, mdiChevronRight, mdiContentDuplicate, mdiDeleteOutline, mdiDragVertical } from '@mdi/js';
import { memo, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingBlock } from '../../../../shared/model/briefing';
import { Glyph } from '../../../ui/Glyph';
import { useEditing } from '../editing';
import { AddMenu } from './AddMenu';
import { BlockFields } from './BlockFields';
import { blockLine, blockName, iconOf } from './blockLook';

/** What is dragged within the list of blocks; no other list takes it. */
const BLOCK = 'application/x-knoop-briefing-block';

interface BlockRowProps {
  readonly block: BriefingBlock;
  readonly first: boolean;
  readonly last: boolean;
  readonly open: boolean;
  readonly findings: number;
  readonly onOpen: (id: string, open: boolean) => void;
  /** Adds after this one. */
  readonly onAdd: (block: BriefingBlock, after: string) => void;
  readonly onRemove: (id: string) => void;
}

/** One block of a briefing: a line that says what it is and holds, its tools, and its fields while it is open. */
export const BlockRow = memo(function BlockRow({ block, first, last, open, findings, onOpen, onAdd, onRemove }: BlockRowProps): ReactElement {
  const { t } = useTranslation('briefing');
  const editing = useEditing();
  const { edits } = editing;
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  // The menu is built when it can be needed: a row that is only listed stays light.
  const [near, setNear] = useState(false);
  const { id } = block;
  const name = blockName(t, block);
  const line = blockLine(t, block, editing);
  const said = line === '' ? name : `${name}: ${line.slice(0, 80)}`;

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const row = event.currentTarget.closest('li');
    const neighbour = (by: 1 | -1): HTMLElement | null => (by === 1 ? row?.nextElementSibling : row?.previousElementSibling)?.querySelector<HTMLElement>('[data-line]') ?? null;
    const done = (): boolean => {
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { edits.move(id, event.key === 'ArrowUp' ? -1 : 1); return true; }
      if (event.ctrlKey && event.key.toLowerCase() === 'd') { edits.copy(id); return true; }
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'Delete') { (neighbour(1) ?? neighbour(-1))?.focus(); onRemove(id); return true; }
      if (event.key === 'Insert') { row?.querySelector<HTMLElement>('[data-add]')?.click(); return true; }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { neighbour(event.key === 'ArrowDown' ? 1 : -1)?.focus(); return true; }
      return false;
    };
    if (done()) event.preventDefault();
  };

  const dragOver = (event: DragEvent<HTMLElement>): void => {
    if (!event.dataTransfer.types.includes(BLOCK)) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY < top + height / 2 ? 'before' : 'after');
  };
  const drop = (event: DragEvent<HTMLElement>): void => {
    const moved = event.dataTransfer.getData(BLOCK);
    setOver(null);
    if (moved === '') return;
    event.preventDefault();
    edits.place(moved, id, over ?? 'after');
  };
  const tool = (label: string, icon: string, key: string, run: () => void, disabled = false): ReactElement => <Button size="small" variant="minimal" disabled={disabled} icon={<Glyph path={icon} size={14} />} aria-label={t(label, { name: said })} title={`${t(label, { name })} (${key})`} onClick={run} />;

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes what is dropped; by keys its line moves it
    <li className="brief-block" data-block={id} data-kind={block.kind} data-over={over ?? undefined} onDragOver={dragOver} onDragLeave={() => setOver(null)} onDrop={drop} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
      <div className="brief-block__head">
        <span className="brief-block__grip" draggable aria-hidden title={t('drag')} onDragStart={(event) => { event.dataTransfer.setData(BLOCK, id); event.dataTransfer.effectAllowed = 'move'; }}><Glyph path={mdiDragVertical} size={16} /></span>
        <button type="button" className="brief-block__line" data-line aria-expanded={open} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Insert Control+D" onClick={() => onOpen(id, !open)} onKeyDown={press}>
          <Glyph path={open ? mdiChevronDown : mdiChevronRight} size={14} />
          <Glyph path={iconOf(block)} size={16} />
          {block.kind === 'heading' && line !== '' ? null : <span className="brief-block__kind">{name}</span>}
          <span className={`brief-block__text clip ${block.kind === 'heading' ? `brief-block__text--level${block.level}` : ''}`} dir="auto">{block.kind === 'text' && open ? '' : line}</span>
          {findings > 0 ? <span className="brief-block__findings figures" title={t('findingCount', { count: findings })}><Glyph path={mdiAlertOutline} size={12} label={t('findingCount', { count: findings })} />{findings}</span> : null}
        </button>
        <span className="brief-block__tools">
          {near || open ? <AddMenu small onAdd={(added) => onAdd(added, id)} /> : null}
          {tool('moveUp', mdiArrowUp, 'Alt+↑', () => edits.move(id, -1), first)}
          {tool('moveDown', mdiArrowDown, 'Alt+↓', () => edits.move(id, 1), last)}
          {tool('duplicate', mdiContentDuplicate, 'Ctrl+D', () => edits.copy(id))}
          {tool('remove', mdiDeleteOutline, 'Del', () => onRemove(id))}
        </span>
      </div>
      {open ? <div className="brief-block__body"><BlockFields block={block} /></div> : null}
    </li>
  );
});
