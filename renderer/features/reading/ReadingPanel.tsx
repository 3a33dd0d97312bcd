import { Button } from '@blueprintjs/core';
import { mdiChevronLeft, mdiChevronRight, mdiTextBoxSearchOutline } from '@mdi/js';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { PageList, type Shown } from './PageList';
import { ProposalList } from './ProposalList';
import { proposalsOf } from './proposals';
import { useMentions } from './useMentions';
import './reading.css';

/** Pages that are read at once; longer documents are leafed through in parts of this length. */
const PART = 100;

/** A document's text with what it names, and what of that to take into the case. */
export function ReadingPanel(): ReactElement {
  const { t } = useTranslation('reading');
  const wanted = useSession((state) => state.reading);
  if (!wanted) return <EmptyState icon={mdiTextBoxSearchOutline} title={t('empty')} hint={t('emptyHint')} />;
  return <Document key={wanted.source} source={wanted.source} page={wanted.page} sought={wanted.sought ?? ''} wanted={wanted} />;
}

function Document({ source, page, sought, wanted }: { source: string; page: number; sought: string; wanted: object }): ReactElement {
  const { t } = useTranslation('reading');
  const language = useLanguage();
  const [moved, setMoved] = useState<{ readonly from: number; readonly wanted: object } | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  // A new wish from outside goes before where the reader leafed to.
  const from = moved?.wanted === wanted ? moved.from : page - ((page - 1) % PART);
  const range = { source, from, limit: PART };
  const { data, error } = useCase('case.pages', range);
  const pages = useMemo(() => data?.pages ?? [], [data]);
  const { mentions, entities, loading, looking } = useMentions(source, pages, page);
  const proposals = useMemo(() => proposalsOf(mentions, entities), [mentions, entities]);
  if (error) return <EmptyState icon={mdiTextBoxSearchOutline} title={t('failed')} hint={failureText(t, error)} />;
  if (!data) return <div className="panel" />;
  const last = data.pages.at(-1)?.page ?? from;
  const leaf = (to: number): void => setMoved({ from: Math.max(1, to), wanted });
  return (
    <div className="panel reader">
      <div className="reader__head">
        <strong className="clip" title={data.title}>{data.title}</strong>
        <span className="quiet figures">{t('pages', { count: data.total })}</span>
        {data.total > PART || from > 1 ? (
          <>
            <Button size="small" variant="minimal" disabled={from <= 1} icon={<Glyph path={mdiChevronLeft} size={14} />} text={t('earlier')} onClick={() => leaf(from - PART)} />
            <span className="figures">{formatCount(from, language)}–{formatCount(last, language)}</span>
            <Button size="small" variant="minimal" disabled={data.pages.length < PART} icon={<Glyph path={mdiChevronRight} size={14} />} text={t('later')} onClick={() => leaf(last + 1)} />
          </>
        ) : null}
      </div>
      <div className="reader__body">
        <PageList pages={data.pages} mentions={mentions} sought={sought} wanted={wanted} page={page} shown={shown} onPick={(key) => setShown({ key, at: 0, focus: true })} />
        <ProposalList source={source} pages={data.pages} proposals={proposals} loading={loading} looking={looking} shown={shown} onShow={setShown} />
      </div>
    </div>
  );
}
