import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingFinding } from '../../../../shared/contract/briefings';
import type { BriefingBlock } from '../../../../shared/model/briefing';
import { grouped } from '../../../ui/grouped';
import { useEditing } from '../editing';
import { AddMenu } from './AddMenu';
import { BlockRow } from './BlockRow';

/** A place to go to; another object is another wish, also for the same place. */
export interface Jump {
  readonly block: string;
  readonly sentence: string | null;
}

/** The blocks of a briefing in order, each a line that opens. Rows are drawn anew only when they change, and laid out only near the view. */
export function BlockList({ blocks, findings, jump }: { blocks: readonly BriefingBlock[]; findings: readonly BriefingFinding[]; jump: Jump | null }): ReactElement {
  const { t } = useTranslation('briefing');
  const { edits } = useEditing();
  const list = useRef<HTMLOListElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(blocks.filter((each) => each.kind === 'text').slice(0, 1).map((each) => each.id)));
  // Where the keyboard goes once the row is there.
  const [wanted, setWanted] = useState<Jump | null>(null);
  const counts = grouped(findings, (each) => each.block);

  const onOpen = useCallback((id: string, open: boolean) => setOpened((before) => new Set(open ? [...before, id] : [...before].filter((each) => each !== id))), []);
  const go = useCallback((to: Jump) => {
    onOpen(to.block, true);
    setWanted(to);
  }, [onOpen]);
  const onAdd = useCallback((block: BriefingBlock, after: string | null) => {
    edits.add([block], after);
    go({ block: block.id, sentence: block.kind === 'text' ? (block.sentences[0]?.id ?? null) : null });
  }, [edits, go]);
  const onRemove = useCallback((id: string) => edits.remove(id), [edits]);

  useEffect(() => { if (jump) go(jump); }, [jump, go]);
  useEffect(() => {
    if (!wanted) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-block="${wanted.block}"]`);
    if (!row) return;
    const field = wanted.sentence === null ? null : row.querySelector<HTMLElement>(`[data-sentence="${wanted.sentence}"]`);
    row.scrollIntoView({ block: 'nearest' });
    (field ?? row.querySelector<HTMLElement>('.brief-block__body textarea, .brief-block__body select, [data-line]'))?.focus();
    setWanted(null);
  }, [wanted, blocks]);

  return (
    <>
      {blocks.length === 0 ? <p className="quiet brief-blocks__none">{t('noBlocks')}</p> : null}
      <ol className="brief-blocks" ref={list} aria-label={t('blocks')}>
        {blocks.map((block, index) => <BlockRow key={block.id} block={block} first={index === 0} last={index === blocks.length - 1} open={opened.has(block.id)} findings={counts.get(block.id)?.length ?? 0} onOpen={onOpen} onAdd={onAdd} onRemove={onRemove} />)}
      </ol>
      <div className="brief-blocks__foot"><AddMenu onAdd={(block) => onAdd(block, null)} /></div>
    </>
  );
}
