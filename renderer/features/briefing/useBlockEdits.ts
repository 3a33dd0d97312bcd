import { useMemo, useRef, useEffect } from 'react';
import { v7 as newId } from 'uuid';
import type { BriefingBlock, BriefingRecord } from '../../../shared/model/briefing';
import { addBlocks, copyBlock, moveBlock, placeBlock, removeBlock } from './blocks/blockList';
import type { BlockEdits } from './editing';
import type { BriefingDraft } from './useBriefingDraft';

/** The edits of blocks, made of a draft; the same object however often the draft changes, so that rows are not drawn anew. */
export function useBlockEdits({ type, save, set }: BriefingDraft): BlockEdits {
  const draft = useRef({ type, save, set });
  useEffect(() => { draft.current = { type, save, set }; }, [type, save, set]);
  return useMemo(() => {
    const blocks = (change: (blocks: BriefingRecord['blocks']) => BriefingRecord['blocks']): void => draft.current.set((now) => ({ blocks: change(now.blocks) }));
    const having = (changed: BriefingBlock) => (each: BriefingBlock): BriefingBlock => (each.id === changed.id ? changed : each);
    return {
      type: (block) => draft.current.type((now) => ({ blocks: now.blocks.map(having(block)) })),
      save: () => void draft.current.save(),
      set: (block, following = []) => blocks((now) => addBlocks(now.map(having(block)), following, block.id)),
      add: (added, after) => blocks((now) => addBlocks(now, added, after)),
      remove: (id) => blocks((now) => removeBlock(now, id)),
      move: (id, by) => blocks((now) => moveBlock(now, id, by)),
      place: (id, target, side) => blocks((now) => placeBlock(now, id, target, side)),
      copy: (id) => blocks((now) => {
        const block = now.find((each) => each.id === id);
        return block ? addBlocks(now, [copyBlock(block, newId)], id) : now;
      }),
    };
  }, []);
}
