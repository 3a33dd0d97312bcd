import { Button } from '@blueprintjs/core';
import { mdiClose, mdiSelectionDrag } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockScope } from '../../../../shared/model/briefing';
import { useInspected } from '../../../actions/selected';
import { Glyph } from '../../../ui/Glyph';
import { Picker } from '../../../ui/Picker';
import { EntityPicker } from '../EntityPicker';
import { useEditing } from '../editing';
import type { BlockOf } from './blockList';

/** Names that are shown of a long list. */
const SHOWN = 40;
const MOST = 5000;
const ENTITIES = 'entities';

/** What a timeline or table is of: all charts of the briefing, one chart, or chosen items. */
export function ScopeFields({ block }: { block: BlockOf<'timeline'> | BlockOf<'table'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { charts, entities, edits } = useEditing();
  const selected = useInspected().entities;
  const [choosing, setChoosing] = useState(false);
  const { scope } = block;
  const set = (next: BlockScope): void => edits.set({ ...block, scope: next });
  const ids = scope.kind === 'entities' ? scope.ids : [];
  const add = (more: readonly string[]): void => set({ kind: 'entities', ids: [...new Set([...ids, ...more])].slice(0, MOST) });
  const choose = (value: string): void => {
    setChoosing(value === ENTITIES);
    if (value === ENTITIES) {
      if (selected.length > 0) add(selected);
    } else set(value === 'charts' ? { kind: 'charts' } : { kind: 'chart', chart: value });
  };
  const gone = scope.kind === 'chart' && charts.every((each) => each.id !== scope.chart);
  const value = choosing || scope.kind === 'entities' ? ENTITIES : scope.kind === 'chart' ? scope.chart : 'charts';
  return (
    <>
      <Picker label={t('scope')} value={value} warn={gone} options={[{ value: 'charts', label: t('scope.charts') }, ...(gone ? [{ value, label: t('chartGone'), disabled: true }] : []), ...charts.map(({ id, name }) => ({ value: id, label: t('scope.chart', { name }) })), { value: ENTITIES, label: t('scope.entities') }]} onChange={choose} />
      {value === ENTITIES ? (
        <div className="scope-items">
          <div className="scope-items__tags">
            {ids.slice(0, SHOWN).map((id) => {
              const name = entities.get(id)?.caption ?? '…';
              return (
                <span key={id} className="citation">
                  <span className="name clip" dir="auto">{name}</span>
                  {ids.length > 1 ? <button type="button" className="citation__remove" aria-label={t('takeOut', { name })} title={t('takeOut', { name })} onClick={() => set({ kind: 'entities', ids: ids.filter((each) => each !== id) })}><Glyph path={mdiClose} size={11} /></button> : null}
                </span>
              );
            })}
            {ids.length > SHOWN ? <span className="quiet">+{ids.length - SHOWN}</span> : null}
          </div>
          <Button size="small" disabled={selected.length === 0} icon={<Glyph path={mdiSelectionDrag} size={14} />} text={t('takeSelection', { count: selected.length })} onClick={() => add(selected)} />
          <EntityPicker label={t('findEntity')} onPick={({ id }) => add([id])} />
        </div>
      ) : null}
    </>
  );
}
