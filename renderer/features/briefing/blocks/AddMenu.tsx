import { Button, Dialog, DialogBody, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiPlus } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { BriefingBlock } from '../../../../shared/model/briefing';
import { useSession } from '../../../actions/session';
import { Glyph } from '../../../ui/Glyph';
import { EntityPicker } from '../EntityPicker';
import { SourcePicker } from '../SourcePicker';
import { useEditing } from '../editing';
import { focusFirstItem, walkMenu } from '../menuKeys';
import { ADDABLE, newBlock, type BlockStart, type NewBlock } from './blockList';
import { BLOCK_ICONS, blockName } from './blockLook';

/** Chosen first, because such a block is nothing without what it shows. */
const CHOSEN_FIRST = { profile: 'entity', exhibit: 'source' } as const;

interface AddMenuProps {
  readonly onAdd: (block: BriefingBlock) => void;
  /** Small, as a tool of a row; else as a button with words. */
  readonly small?: boolean;
}

/** Everything that a briefing can be made of, as a menu. */
export function AddMenu({ onAdd, small }: AddMenuProps): ReactElement {
  const { t } = useTranslation('briefing');
  const { writing, charts } = useEditing();
  const shown = useSession((state) => state.chart);
  const [choosing, setChoosing] = useState<keyof typeof CHOSEN_FIRST | null>(null);
  const chart = charts.find((each) => each.id === shown)?.id ?? charts.find((each) => each.items > 0)?.id ?? charts[0]?.id ?? null;
  const make = (wanted: NewBlock, start: Partial<BlockStart> = {}): void => {
    const block = newBlock(wanted, { chart, entity: null, source: null, ...start }, writing, newId);
    setChoosing(null);
    if (block) onAdd(block);
  };
  const entry = (wanted: NewBlock): ReactElement => (
    <MenuItem
      key={`${wanted.kind}:${'of' in wanted ? wanted.of : ''}`} icon={<Glyph path={BLOCK_ICONS[wanted.kind]} size={16} />} text={blockName(t, wanted)}
      disabled={wanted.kind === 'figure' && chart === null} label={wanted.kind === 'figure' && chart === null ? t('noCharts') : undefined}
      onClick={() => (wanted.kind in CHOSEN_FIRST ? setChoosing(wanted.kind as keyof typeof CHOSEN_FIRST) : make(wanted))}
    />
  );
  const own = ADDABLE.filter((each) => each.kind !== 'table' && each.kind !== 'generated');
  const menu = (
    <Menu className="brief-add" onKeyDown={walkMenu}>
      <MenuDivider title={t('addTitle')} />
      {own.map(entry)}
      <MenuDivider title={t('addTables')} />
      {ADDABLE.filter((each) => each.kind === 'table').map(entry)}
      <MenuDivider title={t('addGenerated')} />
      {ADDABLE.filter((each) => each.kind === 'generated').map(entry)}
    </Menu>
  );
  return (
    <>
      <PopoverNext content={menu} placement={small ? 'bottom-end' : 'bottom-start'} popoverClassName="brief-add__popover" onOpened={focusFirstItem}>
        {small
          ? <Button size="small" variant="minimal" data-add icon={<Glyph path={mdiPlus} size={14} />} aria-label={t('addAfter')} title={`${t('addAfter')} (Insert)`} />
          : <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('add')} />}
      </PopoverNext>
      {choosing === null ? null : (
        <Dialog isOpen title={t(`choose.${choosing}`)} onClose={() => setChoosing(null)}>
          <DialogBody>
            {choosing === 'profile'
              ? <EntityPicker autoFocus label={t('findEntity')} onPick={({ id }) => make({ kind: 'profile' }, { entity: id })} />
              : <SourcePicker autoFocus onPick={({ id }) => make({ kind: 'exhibit' }, { source: id })} />}
          </DialogBody>
        </Dialog>
      )}
    </>
  );
}
