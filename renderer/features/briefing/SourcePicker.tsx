import { InputGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../../shared/contract';
import { useCase } from '../../case/queries';
import { formatMoment, useLanguage } from '../../ui/language';
import { walkList } from './EntityPicker';

const SHOWN = 60;

/** Chooses one of the sources of the case; typing narrows the list. */
export function SourcePicker({ onPick, autoFocus }: { onPick: (source: SourceView) => void; autoFocus?: boolean }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const { data: sources = [], isFetched } = useCase('case.sources', {});
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const offered = sources.filter(({ title, supplier }) => words.every((word) => `${title} ${supplier}`.toLowerCase().includes(word)));
  return (
    <div className="chooser">
      <InputGroup type="search" value={text} onValueChange={setText} placeholder={t('findSource')} aria-label={t('findSource')} autoFocus={autoFocus} onKeyDown={walkList} />
      <div className="chooser__list" role="group" aria-label={t('found')}>
        {offered.slice(0, SHOWN).map((source) => (
          <button key={source.id} type="button" className="chooser__choice" data-choice onClick={() => onPick(source)} onKeyDown={walkList}>
            <span className="clip" dir="auto">{source.title}</span>
            <span className="quiet clip">{[source.supplier, formatMoment(source.receivedAt, language, 'day')].filter(Boolean).join(' · ')}</span>
          </button>
        ))}
        {isFetched && offered.length === 0 ? <p className="quiet chooser__none">{t('nothingFound')}</p> : null}
        {offered.length > SHOWN ? <p className="quiet chooser__none">{t('moreFound', { count: offered.length - SHOWN })}</p> : null}
      </div>
    </div>
  );
}
