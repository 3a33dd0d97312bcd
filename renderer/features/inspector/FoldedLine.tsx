import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { LinkList } from './LinkList';

/** A line that stands for several links of one type: the links behind it. */
export function FoldedLine({ fold }: { fold: string }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const { data } = useCase('case.links', { fold, limit: 500 });
  const first = data?.links[0];
  const [type = ''] = fold.split('|');
  return (
    <div className="panel inspector">
      <header className="inspector__head">
        <div className="inspector__names">
          <h2 className="name" dir="auto">{first ? `${first.fromCaption} – ${first.toCaption}` : ''}</h2>
          <p className="quiet">{types.label(type, language)} · {t('linkCount', { count: data?.total ?? 0 })}</p>
        </div>
      </header>
      <div className="panel__body"><LinkList links={data?.links ?? []} total={data?.total ?? 0} seenFrom={null} /></div>
    </div>
  );
}
