import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '../../../shared/contract/judging';
import { evidenceText } from '../../actions/evidenceText';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';

/** How the signs are written and called. */
const SIGNS = { '+': { text: '+', name: 'for' }, '-': { text: '−', name: 'against' }, '~': { text: '~', name: 'neutral' }, '!': { text: '!', name: 'contradicts' } } as const;

/** What is said of the name above it, whose words are shown there. */
const BARE = 'rarity';

/** What speaks for a hit and what against, in words, with what the list has and what the case has under it. */
export function HitEvidence({ evidence }: { evidence: readonly EvidenceView[] }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const types = useTypes();
  if (evidence.length === 0) return <p className="quiet">{t('notAnyMore')}</p>;
  return (
    <ul className="hit-evidence">
      {evidence.map((each, index) => {
        const { text, left, right } = evidenceText(t, types, language, each);
        const { text: sign, name } = SIGNS[each.effect];
        const said = each.kind === BARE || (left === '' && right === '');
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the list is shown whole and never reordered; two findings may be alike
          <li key={index} className={`hit-evidence__item hit-evidence__item--${name}`}>
            <span className="hit-evidence__sign" title={t(`matching:effect.${name}`)} aria-label={t(`matching:effect.${name}`)}>{sign}</span>
            <span className="hit-evidence__text">{text}</span>
            {said ? null : <span className="hit-evidence__values"><span className="name" dir="auto">{left}</span><span className="name" dir="auto">{right}</span></span>}
          </li>
        );
      })}
    </ul>
  );
}
