import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairView } from '../../../shared/contract/judging';
import { useLanguage } from '../../ui/language';
import { ContradictionNote } from './Contradiction';
import { EntityHead } from './EntityHead';
import { EvidenceList } from './EvidenceList';
import { scoreText, scoreWord } from '../../actions/evidenceText';
import { Opinions } from './Opinions';
import { PropertyTable, type PairDetails } from './PropertyTable';
import { SharedLinks } from './SharedLinks';
import { standsAgainst, type Decision } from './useDecision';

/** Two entities side by side: who they are, what was found, what is said of either, what they share, and what was judged. `details` come a moment after the pair. */
export function PairPane({ pair, details, decision }: { pair: PairView; details: PairDetails | undefined; decision: Decision }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const against = details?.against ?? { same: null, different: null };
  return (
    <>
      <header className="pair-head">
        <EntityHead entity={pair.left} />
        <div className="pair-head__score"><strong>{scoreWord(t, pair.score)}</strong><span className="quiet figures">{scoreText(pair.score, language)}</span></div>
        <EntityHead entity={pair.right} />
      </header>
      <div className="pair__body">
        {(['same', 'different'] as const).map((verdict) => {
          const found = against[verdict];
          return found !== null && standsAgainst(details, verdict) ? <ContradictionNote key={verdict} against={found} verdict={verdict} refused={decision.refused === verdict} /> : null;
        })}
        <Opinions pair={pair} />
        <div className="pair__columns">
          <section><h3>{t('evidence')}</h3><EvidenceList evidence={pair.evidence} /></section>
          <section><h3>{t('said')}</h3>{details ? <PropertyTable details={details} /> : null}</section>
          <section><h3>{t('shared')}</h3>{details ? <SharedLinks details={details} /> : null}</section>
        </div>
      </div>
    </>
  );
}
