import { mdiAccountBoxOutline, mdiChartTimelineVariant, mdiFormatHeader1, mdiFormatHeader2, mdiFormatListNumbered, mdiFormatPageBreak, mdiGraphOutline, mdiPaperclip, mdiTable, mdiTableEdit, mdiText } from '@mdi/js';
import type { TFunction } from 'i18next';
import type { BlockScope, BriefingBlock } from '../../../../shared/model/briefing';
import { shownText } from '../authored';
import type { Editing } from '../editing';
import type { BlockKind, NewBlock } from './blockList';

export const BLOCK_ICONS: Readonly<Record<BlockKind, string>> = {
  heading: mdiFormatHeader1, text: mdiText, figure: mdiGraphOutline, timeline: mdiChartTimelineVariant, table: mdiTable, profile: mdiAccountBoxOutline,
  exhibit: mdiPaperclip, grid: mdiTableEdit, generated: mdiFormatListNumbered, pageBreak: mdiFormatPageBreak,
};

export const iconOf = (block: BriefingBlock): string => (block.kind === 'heading' && block.level === 2 ? mdiFormatHeader2 : BLOCK_ICONS[block.kind]);

/** What a kind of block is called: "Table: persons". */
export function blockName(t: TFunction, block: NewBlock | BriefingBlock): string {
  if (block.kind === 'table') return t(`briefing:table.${block.of}`);
  if (block.kind === 'generated') return t(`briefing:generated.${block.of}`);
  return t(`briefing:block.${block.kind}`);
}

type Looks = Pick<Editing, 'writing' | 'charts' | 'snapshots' | 'sources' | 'entities'>;

export const chartName = (t: TFunction, { charts }: Pick<Editing, 'charts'>, id: string): string => charts.find((each) => each.id === id)?.name ?? t('briefing:chartGone');

/** Where a block takes its items from, in words. */
export function scopeText(t: TFunction, looks: Looks, scope: BlockScope): string {
  if (scope.kind === 'charts') return t('briefing:scope.charts');
  if (scope.kind === 'chart') return chartName(t, looks, scope.chart);
  const names = scope.ids.slice(0, 3).map((id) => looks.entities.get(id)?.caption ?? '…');
  return [...names, ...(scope.ids.length > 3 ? [`+${scope.ids.length - 3}`] : [])].join(', ');
}

/** What a block holds, on one line. Empty when it holds nothing yet. */
export function blockLine(t: TFunction, block: BriefingBlock, looks: Looks): string {
  switch (block.kind) {
    case 'heading': return shownText(block.text, looks.writing);
    case 'text': return block.sentences.map((each) => shownText(each.text, looks.writing)).filter(Boolean).join(' ');
    case 'figure': {
      const snapshot = looks.snapshots.find((each) => each.id === block.snapshot)?.name;
      return [chartName(t, looks, block.chart), block.snapshot === null ? t('briefing:live') : (snapshot ?? t('briefing:snapshotGone')), shownText(block.caption, looks.writing)].filter(Boolean).join(' · ');
    }
    case 'timeline':
    case 'table': return scopeText(t, looks, block.scope);
    case 'profile': return looks.entities.get(block.entity)?.caption ?? '…';
    case 'exhibit': return [looks.sources.find((each) => each.id === block.source)?.title ?? '…', t(`briefing:show.${block.show}`), shownText(block.caption, looks.writing)].filter(Boolean).join(' · ');
    case 'grid': return [shownText(block.caption, looks.writing) || block.columns.map((each) => shownText(each, looks.writing)).filter(Boolean).join(' | '), t('briefing:rows', { count: block.rows.length })].filter(Boolean).join(' · ');
    case 'generated': return t('briefing:generatedLine');
    case 'pageBreak': return '';
  }
}
