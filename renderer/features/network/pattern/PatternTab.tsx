import { Button, Checkbox } from '@blueprintjs/core';
import { mdiPlus, mdiSelectionEllipseArrowInside, mdiTrashCanOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_NODES, patternFault } from '../../../../shared/model/pattern';
import { askNetwork, scopeOf, useNetwork } from '../../../actions/network';
import { EMPTY_PATTERN, takeSelection, usePattern } from '../../../actions/pattern';
import { useSelected } from '../../../actions/selected';
import { Glyph } from '../../../ui/Glyph';
import { useEntities } from '../useEntities';
import { withNode } from './change';
import { Drawing } from './Drawing';
import { EdgeFields } from './EdgeFields';
import { Findings } from './Findings';
import { KeptPatterns } from './KeptPatterns';
import { NodeFields } from './NodeFields';
import './pattern.css';

/** A pattern that is drawn, or taken from the selection, and sought in the network. */
export function PatternTab(): ReactElement {
  const { t } = useTranslation('pattern');
  const { pattern, picked } = usePattern();
  const asking = useNetwork((state) => state.asking);
  const { entities, lines } = useSelected();
  const [busy, setBusy] = useState(false);
  const scope = scopeOf(asking.scope);
  const fixed = useEntities(pattern.nodes.flatMap(({ entity }) => entity ?? []));
  const captions = new Map([...fixed].map(([id, entity]) => [id, entity.caption]));
  const fault = pattern.nodes.length === 0 ? null : patternFault(pattern);
  const ask = async (): Promise<void> => {
    if (scope === null) return;
    setBusy(true);
    const result = await askNetwork('case.pattern', { pattern, scope, options: asking.options });
    setBusy(false);
    if (result) usePattern.setState({ found: { pattern, result } });
  };
  return (
    <div className="pattern">
      <KeptPatterns />
      <Drawing captions={captions} />
      <div className="pattern__row">
        <Button size="small" disabled={pattern.nodes.length >= MOST_NODES} icon={<Glyph path={mdiPlus} size={14} />} text={t('add')} onClick={() => usePattern.setState({ pattern: withNode(pattern), picked: { kind: 'node', at: pattern.nodes.length } })} />
        <Button size="small" disabled={entities.length + lines.length === 0} icon={<Glyph path={mdiSelectionEllipseArrowInside} size={14} />} text={t('take')} title={t('takeHint')} onClick={takeSelection} />
        <Button size="small" variant="minimal" disabled={pattern.nodes.length === 0} icon={<Glyph path={mdiTrashCanOutline} size={14} />} aria-label={t('clear')} title={t('clear')} onClick={() => usePattern.setState({ pattern: EMPTY_PATTERN, picked: null, found: null, kept: null })} />
        <Checkbox inline className="pattern__distinct" checked={pattern.distinct} label={t('distinct')} onChange={(event) => { const distinct = event.currentTarget.checked; usePattern.setState({ pattern: { ...pattern, distinct } }); }} />
      </div>
      {picked?.kind === 'node' ? <NodeFields key={picked.at} at={picked.at} captions={captions} /> : picked?.kind === 'edge' ? <EdgeFields key={picked.at} at={picked.at} /> : <p className="quiet">{t(pattern.nodes.length === 0 ? 'hint' : 'pickHint')}</p>}
      <div className="pattern__ask">
        <span className="quiet">{scope === null ? t(`network:noScope.${asking.scope}`) : fault === null ? '' : t(`fault.${fault}`)}</span>
        <Button intent="primary" loading={busy} disabled={scope === null || pattern.nodes.length === 0 || fault !== null} text={t('seek')} onClick={() => void ask()} />
      </div>
      <Findings key={pattern.nodes.length} />
    </div>
  );
}
