import { Button, Checkbox, HTMLSelect } from '@blueprintjs/core';
import { mdiDeleteOutline, mdiSwapHorizontal } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pattern, PatternEdge } from '../../../../shared/model/pattern';
import { usePattern } from '../../../actions/pattern';
import { useTypes } from '../../../case/types';
import { DayField } from '../../../ui/DayField';
import { FacetPicker } from '../../../ui/FacetPicker';
import { Glyph } from '../../../ui/Glyph';
import { useLanguage } from '../../../ui/language';
import { changedEdge, letterOf, withoutEdge, withSequence } from './change';
import { NumberInput } from './ConditionField';
import { useWording } from './wording';

type Lie = 'any' | 'before' | 'after' | 'near';
const LIES: readonly Lie[] = ['any', 'before', 'after', 'near'];
const change = (next: (pattern: Pattern) => Pattern): void => usePattern.setState(({ pattern }) => ({ pattern: next(pattern) }));

/** How one line lies in time beside another. */
function Sequence({ at, other }: { at: number; other: number }): ReactElement {
  const { t } = useTranslation('pattern');
  const sequences = usePattern((state) => state.pattern.sequences);
  const known = sequences.find(({ first, second }) => (first === at && second === other) || (first === other && second === at));
  const lie: Lie = known === undefined ? 'any' : !known.ordered ? 'near' : known.first === at ? 'before' : 'after';
  const set = (next: Lie, days: number | null): void => change((pattern) => withSequence(pattern, at, other, next === 'any' ? null : { after: next === 'after', ordered: next !== 'near', days: next === 'near' ? (days ?? 1) : days }));
  return (
    <div className="pattern__row">
      <span>{t('beside', { number: other + 1 })}</span>
      <HTMLSelect aria-label={t('beside', { number: other + 1 })} value={lie} options={LIES.map((value) => ({ value, label: t(`lie.${value}`) }))} onChange={(event) => { const next = LIES.find((each) => each === event.currentTarget.value); if (next) set(next, known?.days ?? null); }} />
      {lie === 'any' ? null : <><span>{t('within')}</span><span className="pattern__days"><NumberInput label={t('days')} value={known?.days ?? null} least={0} onChange={(days) => set(lie, days)} /></span></>}
    </div>
  );
}

/** What is asked of one line of the pattern. */
export function EdgeFields({ at }: { at: number }): ReactElement | null {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  const wording = useWording();
  const { nodes, edges } = usePattern((state) => state.pattern);
  const edge = edges[at];
  if (edge === undefined) return null;
  const set = (part: Partial<PatternEdge>): void => change((before) => changedEdge(before, at, part));
  const name = t('line', { number: at + 1, from: letterOf(edge.from), to: letterOf(edge.to) });
  const may = (from: number, to: number, type: string): boolean => (nodes[from]?.types ?? []).length === 0 || (nodes[to]?.types ?? []).length === 0 || nodes[from]!.types.some((a) => nodes[to]!.types.some((b) => types.catalogue.mayJoin(type, a, b)));
  const offered = types.linkTypes(language).filter(({ id }) => edge.types.includes(id) || may(edge.from, edge.to, id) || (edge.either && may(edge.to, edge.from, id)));
  return (
    <section className="pattern__fields" aria-label={name} key={at}>
      <h4>{name}: {wording.edge(edge)}</h4>
      <div className="pattern__row">
        <span>{t('linkTypes')}</span>
        <FacetPicker size="small" label={t('linkTypes')} active={edge.types.length > 0} onClear={() => set({ types: [] })} facets={[{ id: 'types', label: t('linkTypes'), chosen: edge.types, onChange: (chosen) => set({ types: chosen }), options: offered.map((type) => ({ value: type.id, label: type.label[language] })) }]} />
        <Button size="small" icon={<Glyph path={mdiSwapHorizontal} size={14} />} text={t('turn')} disabled={edge.either} onClick={() => set({ from: edge.to, to: edge.from })} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('removeLine', { number: at + 1 })} title={t('removeLine', { number: at + 1 })} onClick={() => usePattern.setState(({ pattern }) => ({ pattern: withoutEdge(pattern, at), picked: null }))} />
      </div>
      <div className="pattern__row">
        <Checkbox inline checked={edge.either} label={t('either')} onChange={(event) => set({ either: event.currentTarget.checked })} />
        <Checkbox inline checked={edge.absent} label={t('absent')} onChange={(event) => set({ absent: event.currentTarget.checked })} />
      </div>
      <div className="pattern__grid">
        <DayField label={t('fromDay')} value={edge.since ?? ''} onChange={(day) => set({ since: day === '' ? null : day })} />
        <DayField label={t('untilDay')} value={edge.until ?? ''} onChange={(day) => set({ until: day === '' ? null : day })} />
        <NumberInput label={t('amountLeast')} value={edge.least} least={0} onChange={(least) => set({ least })} />
        <NumberInput label={t('amountMost')} value={edge.most} least={0} onChange={(most) => set({ most })} />
      </div>
      {edge.absent ? null : (
        <>
          <div className="pattern__row"><span>{t('count')}</span><span className="pattern__days"><NumberInput label={t('count')} value={edge.count} least={1} onChange={(count) => set({ count: Math.round(count ?? 1) })} /></span></div>
          {edges.map((other, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is known by its number
            place === at || other.absent ? null : <Sequence key={`${at} ${place}`} at={at} other={place} />
          ))}
        </>
      )}
    </section>
  );
}
