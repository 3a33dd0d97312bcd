import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../actions/chartView';
import { useTypes } from '../case/types';
import { Grade } from '../ui/Grade';
import { formatCount, useLanguage } from '../ui/language';
import { formatValue } from '../../shared/values';
import { GroupCard } from './GroupCard';
import type { DrawnChart, DrawnLine } from '../case/drawn/drawnChart';

export interface Resting {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What a line adds up to; of a net both ways. */
const sumsOf = ({ flow, totals, amount }: DrawnLine): readonly string[] => (flow ? [flow.forth, ...(flow.back === null ? [] : [`-${flow.back}`])] : (totals ?? (amount === null ? [] : [amount])));

/** One quiet card about what the pointer rests on. */
export function HoverCard({ at, drawn }: { at: Resting; drawn: DrawnChart | null }): ReactElement | null {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const types = useTypes();
  const view = useChartView((state) => state.view);
  const entity = view?.entities.find((each) => each.id === at.id);
  const lines: readonly DrawnLine[] = drawn?.lines ?? view?.lines ?? [];
  const line = lines.find((each) => each.id === at.id);
  const group = drawn?.closed.find((each) => each.id === at.id);
  if (group) return <GroupCard at={at} group={group} />;
  if (!entity && !line) return null;
  const name = (id: string): string => view?.entities.find((each) => each.id === id)?.caption ?? drawn?.closed.find((each) => each.id === id)?.name ?? '';
  const subject = entity ?? line;
  return (
    <div className="hover-card" role="tooltip" style={{ left: Math.min(at.x + 14, window.innerWidth - 280), top: Math.min(at.y + 14, window.innerHeight - 110) }}>
      <strong className="name" dir="auto">{entity ? entity.caption : `${name(line?.from ?? '')} – ${name(line?.to ?? '')}`}</strong>
      <div className="quiet">{[...(line?.types ?? [subject?.type ?? '']).map((type) => types.label(type, language)), entity && types.keyText(entity, language), line && line.count > 1 ? t('folded', { count: line.count }) : '', ...(line === undefined ? [] : sumsOf(line).map((amount) => formatValue('money', amount, language)))].filter(Boolean).join(' · ')}</div>
      {subject?.start ? <div className="quiet figures">{[subject.start, subject.end && subject.end !== subject.start ? subject.end : ''].filter(Boolean).map((date) => formatValue('date', date as string, language)).join(' – ')}</div> : null}
      {entity?.members && entity.members.length > 1 ? <div>{t('standsFor', { count: entity.members.length })}</div> : null}
      {entity && entity.category !== '' ? <div>{types.categories(entity, language).join(', ')}</div> : null}
      <div className="hover-card__marks"><Grade text={subject?.grading ?? ''} /><Grade text={types.codeText(subject?.handling ?? '', language)} kind="handling" />{entity ? <span className="quiet">{t('about', { sources: formatCount(entity.sources, language), links: formatCount(entity.links, language) })}</span> : null}</div>
    </div>
  );
}
