import { Button } from '@blueprintjs/core';
import { mdiChartBubble, mdiCursorDefaultClickOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternFinding } from '../../../../shared/contract/pattern';
import { useNetwork } from '../../../actions/network';
import { usePattern } from '../../../actions/pattern';
import { onNewChart, selectThose } from '../../../actions/toChart';
import { Glyph } from '../../../ui/Glyph';
import { EntityName } from '../EntityName';
import { Method } from '../Method';
import { ResultTools } from '../ResultTools';
import { useEntities } from '../useEntities';
import { letterOf } from './change';
import { useWording } from './wording';

/** So many are listed at once; more on demand. */
const PAGE = 50;

/** Where the pattern holds: each place by its entities, to select, to put on a chart, or to keep as a new one. */
export function Findings(): ReactElement | null {
  const { t } = useTranslation('pattern');
  const found = usePattern((state) => state.found);
  const options = useNetwork((state) => state.asking.options);
  const [pages, setPages] = useState(1);
  const wording = useWording();
  const listed = found?.result.found.slice(0, pages * PAGE) ?? [];
  const entities = useEntities([...new Set(listed.flatMap((each) => each.entities))]);
  if (found === null) return null;
  const { result, pattern } = found;
  const all = [...new Set(result.found.flatMap((each) => each.entities))];
  const caption = (each: PatternFinding): string => each.entities.map((id) => entities.get(id)?.caption ?? '').join(' – ');
  return (
    <div role="region" aria-label={t('results')}>
      <p role="status">{result.found.length === 0 ? t('nothing') : t(result.more ? 'foundMore' : 'found', { count: result.found.length })}</p>
      {result.found.length === 0 ? <ul className="pattern__why quiet">{result.candidates.map((count, at) => {
        const node = pattern.nodes[at];
        // oxlint-disable-next-line react/no-array-index-key -- an entity of a pattern is known by its letter
        return node === undefined ? null : <li key={at}>{t('candidates', { letter: letterOf(at), what: wording.node(node), count })}</li>;
      })}</ul> : null}
      <ol className="network__paths">
        {listed.map((each) => (
          <li key={each.entities.join()} className="network__path">
            <div className="network__pathHead">
              <button type="button" className="network__select" title={t('selectHint')} onClick={() => void selectThose(each.entities, each.links.flat())}><Glyph path={mdiCursorDefaultClickOutline} size={14} /> {t('selectThis')}</button>
              <Button size="small" variant="minimal" icon={<Glyph path={mdiChartBubble} size={14} />} text={t('ownChart')} title={t('ownChartOf', { name: caption(each) })} onClick={() => void onNewChart(each.entities, caption(each).slice(0, 100))} />
            </div>
            <div className="pattern__place">{each.entities.map((id, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- one entity may stand in two places
              <div key={`${id} ${at}`}><span className="quiet">{letterOf(at)}</span><EntityName id={id} entity={entities.get(id)} /></div>
            ))}</div>
          </li>
        ))}
      </ol>
      {result.found.length > listed.length ? <Button size="small" variant="minimal" text={t('network:firstOf', { shown: listed.length, count: result.found.length })} onClick={() => setPages(pages + 1)} /> : null}
      {result.found.length === 0 ? null : <ResultTools ids={all} lines={result.found.flatMap((each) => each.links.flat())} name={t('results')} method={t('method')} />}
      <Method lines={[t('method'), ...pattern.edges.map((edge, at) => t('edgeName', { number: at + 1, from: letterOf(edge.from), to: letterOf(edge.to), what: wording.edge(edge) })), ...pattern.nodes.map((node, at) => `${letterOf(at)}: ${[wording.node(node), ...node.conditions.map(wording.condition)].join(', ')}`)]} options={{ ...options, following: 'both', weight: 'none' }} seq={result.seq} />
    </div>
  );
}
