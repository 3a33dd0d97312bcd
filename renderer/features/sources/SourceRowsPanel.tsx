import { Button } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronUp, mdiTable } from '@mdi/js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import './sources.css';

const AROUND = 50;

/** The original table around the row that a statement came from; that row is marked. */
export function SourceRowsPanel(): ReactElement {
  const { t } = useTranslation('sources');
  const wanted = useSession((state) => state.sourceRow);
  if (!wanted) return <EmptyState icon={mdiTable} title={t('noRow')} hint={t('noRowHint')} />;
  return <Rows key={`${wanted.source}:${wanted.row}`} source={wanted.source} row={wanted.row} />;
}

function Rows({ source, row }: { source: string; row: number }): ReactElement {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const [centre, setCentre] = useState(row);
  const marked = useRef<HTMLTableRowElement>(null);
  const sources = useCase('case.sources', {});
  const { data, error } = useCase('case.sourceRows', { id: source, row: centre, before: AROUND, after: AROUND });
  useEffect(() => marked.current?.scrollIntoView?.({ block: 'center' }), [data]);
  if (error) return <EmptyState icon={mdiTable} title={t('rowsFailed')} hint={failureText(t, error)} />;
  if (!data) return <div className="source-rows" />;
  const shown = sources.data?.find((each) => each.id === source);
  const title = shown?.title ?? '';
  return (
    <div className="panel">
      <div className="source-rows__head">
        <strong className="clip">{title}</strong>
        {shown?.recipe ? <span className="quiet clip">{t('recipe', { name: shown.recipe.name, version: shown.recipe.version })}</span> : null}
        {data.sheet ? <span className="quiet">{t('sheet', { sheet: data.sheet })}</span> : null}
        <span className="quiet figures">{t('row', { row: formatCount(row, language) })}</span>
        <Button size="small" variant="minimal" disabled={centre <= AROUND} icon={<Glyph path={mdiChevronUp} size={14} />} text={t('earlier')} onClick={() => setCentre(Math.max(1, centre - AROUND))} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiChevronDown} size={14} />} text={t('later')} onClick={() => setCentre(centre + AROUND)} />
      </div>
      <div className="source-rows">
        <table>
          <thead><tr><th aria-label={t('rowNumber')} />{data.headings.map((heading, index) => <th key={index} title={heading}>{heading}</th>)}</tr></thead>
          <tbody>
            {data.rows.map((each) => (
              <tr key={each.row} aria-current={each.row === row} ref={each.row === row ? marked : undefined}>
                <th scope="row" className="figures">{formatCount(each.row, language)}</th>
                {each.cells.map((cell, index) => <td key={index} title={cell} dir="auto">{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
