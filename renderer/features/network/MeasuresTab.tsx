import { Button, Checkbox, HTMLSelect, SegmentedControl } from '@blueprintjs/core';
import { mdiScaleBalance } from '@mdi/js';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseService, ResultOf } from '../../../shared/contract';
import { MEASURES, type MeasureId } from '../../../shared/contract/network';
import { dropMeasureColumns, isMeasureColumn, putMeasureColumns, shownAsLook } from '../../actions/measures';
import { askNetwork, scopeOf, useNetwork } from '../../actions/network';
import { useTableColumns } from '../../actions/tableColumns';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { LOCALES } from '../../../shared/values/locale';
import { EntityName } from './EntityName';
import { Method } from './Method';
import { ResultTools } from './ResultTools';
import { useEntities } from './useEntities';

type Ranges = ResultOf<CaseService['requests']['case.rankRanges']>;
type Measures = ResultOf<CaseService['requests']['case.measure']>;
/** Questions in the order in which people ask them. */
const ASKED: readonly MeasureId[] = ['betweenness', 'degree', 'closeness', 'eigenvector', 'pageRank', 'core', 'strength', 'community'];
const LISTED = 200;
const RANGED = 50;

/** Who matters, by a plain question; with how far that rests on single sources. */
export function MeasuresTab(): ReactElement {
  const { t } = useTranslation('network');
  const [measure, setMeasure] = useState<MeasureId>('betweenness');
  const [busy, setBusy] = useState(false);
  const [ranges, setRanges] = useState<{ readonly measure: MeasureId; readonly found: Ranges } | null>(null);
  const asking = useNetwork((state) => state.asking);
  const last = useNetwork((state) => state.measures);
  const shown = useNetwork((state) => state.shown);
  const scope = scopeOf(asking.scope);
  const inTable = useTableColumns((state) => state.columns.some(isMeasureColumn(measure)));
  const result = last?.of === measure ? last.found : null;
  const ask = async (): Promise<void> => {
    if (scope === null) return;
    setBusy(true);
    setRanges(null);
    const measures = await askNetwork('case.measure', { scope, options: asking.options, measures: [measure] });
    setBusy(false);
    if (measures) useNetwork.setState({ measures: { of: measure, found: measures }, shown: shown === null ? null : shownAsLook(measures.rows, measure, shown.as) });
    if (measures && inTable) putMeasureColumns(measures.rows, measure);
  };
  const askRanges = async (): Promise<void> => {
    if (scope === null) return;
    setBusy(true);
    const found = await askNetwork('case.rankRanges', { scope, options: asking.options, measure, most: RANGED });
    setBusy(false);
    if (found) setRanges({ measure, found });
  };
  return (
    <>
      <div className="network__ask">
        <HTMLSelect fill aria-label={t('question')} value={measure} options={ASKED.map((value) => ({ value, label: t(`asked.${value}`) }))} onChange={(event) => setMeasure(MEASURES.find((each) => each === event.currentTarget.value) ?? 'degree')} />
        <Button intent="primary" loading={busy} disabled={scope === null} text={t('ask')} onClick={() => void ask()} />
      </div>
      <p className="network__caveat quiet">{scope === null ? t(`noScope.${asking.scope}`) : t(`caveat.${measure}`)}</p>
      {result ? (result.rows.length === 0 ? <p>{t('nothingToMeasure')}</p> : (
        <>
          <p className="network__counts">{t('counts', { entities: result.entities, ties: result.ties, parts: result.parts })}{result.communities ? ` · ${t('communities', { count: result.communities.sizes.length, firm: Math.round(100 * result.communities.firmness) })}` : ''}</p>
          <div className="network__show">
            <SegmentedControl
              size="small" value={shown?.measure === measure ? shown.as : 'off'} aria-label={t('showOnChart')}
              onValueChange={(value) => useNetwork.setState({ shown: value === 'look' || value === 'badge' ? shownAsLook(result.rows, measure, value) : null })}
              options={[{ value: 'off', label: t('showNot') }, { value: 'look', label: t(measure === 'community' ? 'showColours' : 'showSizes') }, { value: 'badge', label: t('showBadge') }]}
            />
            <Checkbox checked={inTable} label={t('inTable')} onChange={(event) => (event.currentTarget.checked ? putMeasureColumns(result.rows, measure) : dropMeasureColumns(measure))} />
          </div>
          <Rows rows={result.rows} measure={measure} ranges={ranges?.measure === measure ? ranges.found : null} />
          {measure === 'community' ? null : <Button size="small" loading={busy} icon={<Glyph path={mdiScaleBalance} size={14} />} text={t('askRanges')} title={t('askRangesHint')} onClick={() => void askRanges()} />}
          <Method lines={[t(`method.${measure}`), ...(result.sampled === null ? [] : [t('sampled', { count: result.sampled })])]} options={asking.options} seq={result.seq} />
        </>
      )) : null}
    </>
  );
}

/** The entities with the highest ranks, or by community. */
function Rows({ rows, measure, ranges }: { rows: Measures['rows']; measure: MeasureId; ranges: Ranges | null }): ReactElement {
  const { t } = useTranslation('network');
  const language = useLanguage();
  const sorted = useMemo(() => rows.toSorted((a, b) => (measure === 'community' ? (a.values.community ?? 0) - (b.values.community ?? 0) : (a.ranks[measure] ?? Infinity) - (b.ranks[measure] ?? Infinity))).slice(0, LISTED), [rows, measure]);
  const entities = useEntities(sorted.map((row) => row.entity));
  const format = useMemo(() => new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 3 }), [language]);
  const range = new Map(ranges?.rows.map((row) => [row.entity, row]));
  const most = Math.max(...sorted.map((row) => row.values[measure] ?? 0), Number.MIN_VALUE);
  return (
    <>
      <table className="network__table">
        <thead><tr><th className="number">{t(measure === 'community' ? 'group' : 'rank')}</th><th>{t('who')}</th>{measure === 'community' ? null : <th className="number">{t('value')}</th>}{ranges ? <th className="number" title={t('askRangesHint')}>{t('range')}</th> : null}</tr></thead>
        <tbody>
          {sorted.map((row) => {
            const span = range.get(row.entity);
            return (
              <tr key={row.entity}>
                <td className="number figures">{measure === 'community' ? formatCount((row.values.community ?? 0) + 1, language) : row.ranks[measure]}</td>
                <td><EntityName id={row.entity} entity={entities.get(row.entity)} /></td>
                {measure === 'community' ? null : <td className="number figures network__value"><i style={{ inlineSize: `${Math.round((100 * (row.values[measure] ?? 0)) / most)}%` }} /><span>{format.format(row.values[measure] ?? 0)}</span></td>}
                {ranges ? <td className={`number figures ${span !== undefined && span.worst >= 2 * span.rank + 2 ? 'network__shaky' : ''}`} title={span?.source ? t('rangeWithout', { source: span.title }) : undefined}>{span === undefined ? '' : span.best === span.worst ? span.rank : t('rangeOf', { best: span.best, worst: span.worst })}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > sorted.length ? <p className="quiet">{t('firstOf', { shown: sorted.length, count: rows.length })}</p> : null}
      <ResultTools ids={sorted.map((row) => row.entity)} name={t(`asked.${measure}`)} method={t(`method.${measure}`)} />
    </>
  );
}
