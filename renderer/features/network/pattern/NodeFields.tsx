import { Button, Checkbox, HTMLSelect } from '@blueprintjs/core';
import { mdiClose, mdiDeleteOutline, mdiTarget } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pattern } from '../../../../shared/model/pattern';
import { FAMILIES } from '../../../../shared/schema/types';
import { usePattern } from '../../../actions/pattern';
import { useSelected } from '../../../actions/selected';
import { useTypes } from '../../../case/types';
import { FacetPicker } from '../../../ui/FacetPicker';
import { Glyph } from '../../../ui/Glyph';
import { useLanguage } from '../../../ui/language';
import { changedNode, letterOf, setDifferent, withEdge, withoutNode } from './change';
import { CONDITION_KINDS, ConditionField, freshCondition } from './ConditionField';
import { useWording } from './wording';

const MOST_CONDITIONS = 8;
const change = (next: (pattern: Pattern) => Pattern): void => usePattern.setState(({ pattern }) => ({ pattern: next(pattern) }));

/** Whether two must not be one and the same: only asked where the whole pattern leaves it open. */
function Different({ at }: { at: number }): ReactElement | null {
  const { t } = useTranslation('pattern');
  const { nodes, distinct, different } = usePattern((state) => state.pattern);
  if (distinct || nodes.length < 2) return null;
  return (
    <div className="pattern__row">
      <span>{t('differs')}</span>
      {nodes.map((_, other) => (other === at ? null : (
        // oxlint-disable-next-line react/no-array-index-key -- an entity of a pattern is known by its letter
        <Checkbox key={other} inline label={letterOf(other)} checked={different.some((pair) => pair.includes(at) && pair.includes(other))} onChange={(event) => { const differ = event.currentTarget.checked; change((pattern) => setDifferent(pattern, at, other, differ)); }} />
      )))}
    </div>
  );
}

/** What is asked of one entity of the pattern. */
export function NodeFields({ at, captions }: { at: number; captions: ReadonlyMap<string, string> }): ReactElement | null {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  const wording = useWording();
  const pattern = usePattern((state) => state.pattern);
  const { entities } = useSelected();
  const node = pattern.nodes[at];
  if (node === undefined) return null;
  const set = (part: Partial<typeof node>): void => change((before) => changedNode(before, at, part));
  const [only] = entities;
  return (
    <section className="pattern__fields" aria-label={t('entity', { letter: letterOf(at) })}>
      <h4>{t('entity', { letter: letterOf(at) })}: {wording.node(node, node.entity === null ? undefined : captions.get(node.entity))}</h4>
      <div className="pattern__row">
        <span>{t('types')}</span>
        <FacetPicker
          size="small" label={t('types')} active={node.types.length + node.families.length > 0} onClear={() => set({ types: [], families: [] })}
          facets={[
            { id: 'families', label: t('families'), chosen: node.families, onChange: (chosen) => set({ families: FAMILIES.filter((each) => chosen.includes(each)) }), options: FAMILIES.map((value) => ({ value, label: t(`family.${value}`) })) },
            { id: 'types', label: t('types'), chosen: node.types, onChange: (chosen) => set({ types: chosen }), options: types.concrete(language).map((type) => ({ value: type.id, label: type.label[language] })) },
          ]}
        />
        {node.entity === null
          ? <Button size="small" disabled={entities.length !== 1} icon={<Glyph path={mdiTarget} size={14} />} text={t('onlySelected')} title={t('onlySelectedHint')} onClick={() => { if (only !== undefined) set({ entity: only }); }} />
          : <Button size="small" icon={<Glyph path={mdiClose} size={14} />} text={t('notOnly')} onClick={() => set({ entity: null })} />}
        <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('removeEntity', { letter: letterOf(at) })} title={t('removeEntity', { letter: letterOf(at) })} onClick={() => usePattern.setState(({ pattern: before }) => ({ pattern: withoutNode(before, at), picked: null }))} />
      </div>
      {node.conditions.map((condition, place) => (
        <ConditionField
          // oxlint-disable-next-line react/no-array-index-key -- conditions of a kind are told apart by their place
          key={`${condition.kind} ${place}`} condition={condition} node={node}
          onChange={(next) => set({ conditions: node.conditions.map((each, other) => (other === place ? next : each)) })} onRemove={() => set({ conditions: node.conditions.filter((_, other) => other !== place) })}
        />
      ))}
      <div className="pattern__row">
        <HTMLSelect
          aria-label={t('addCondition')} value="" disabled={node.conditions.length >= MOST_CONDITIONS} options={[{ value: '', label: t('addCondition') }, ...CONDITION_KINDS.map((kind) => ({ value: kind, label: t(`condition.${kind}`) }))]}
          onChange={(event) => { const kind = CONDITION_KINDS.find((each) => each === event.currentTarget.value); const condition = kind && freshCondition(kind, node, types); if (condition) set({ conditions: [...node.conditions, condition] }); }}
        />
        {pattern.nodes.length > 1 ? (
          <HTMLSelect
            aria-label={t('addLine')} value="" options={[{ value: '', label: t('addLine') }, ...pattern.nodes.flatMap((_, other) => (other === at ? [] : [{ value: String(other), label: t('lineTo', { letter: letterOf(other) }) }]))]}
            onChange={(event) => { const other = event.currentTarget.value; if (other !== '') usePattern.setState(({ pattern: before }) => ({ pattern: withEdge(before, at, Number(other)), picked: { kind: 'edge', at: before.edges.length } })); }}
          />
        ) : null}
      </div>
      <Different at={at} />
    </section>
  );
}
