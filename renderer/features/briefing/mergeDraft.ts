import type { BriefingRecord } from '../../../shared/model/briefing';
import { canonicalJson } from '../../../shared/model/canonicalJson';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Unites what is being typed here with a change from elsewhere (an undo, another window): what differs here from `base` stays as it is typed, all else is as it is
 * stored now. Blocks are told apart by their ids; their order is the stored one.
 */
export function mergeDraft(base: BriefingRecord, mine: BriefingRecord, stored: BriefingRecord): BriefingRecord {
  if (same(base, mine)) return stored;
  const before = new Map(base.blocks.map((block) => [block.id, block]));
  const typed = new Map(mine.blocks.filter((block) => !same(block, before.get(block.id))).map((block) => [block.id, block]));
  const blocks = stored.blocks.map((block) => typed.get(block.id) ?? block);
  const { blocks: _mine, ...own } = mine;
  const { blocks: _base, ...old } = base;
  const changed = Object.fromEntries(Object.entries(own).filter(([field, value]) => !same(value, old[field as keyof typeof old])));
  return { ...stored, ...changed, blocks };
}
