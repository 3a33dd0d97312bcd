import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '../../../shared/contract/judging';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { evidenceText } from '../../actions/evidenceText';

/** How the signs are written and called. */
const SIGNS = { '+': { text: '+', name: 'for' }, '-': { text: '−', name: 'against' }, '~': { text: '~', name: 'neutral' }, '!': { text: '!', name: 'contradicts' } } as const;

/** From so many points on a finding weighs two or three times. */
const STEPS = [2, 4];
const weightOf = ({ effect, points }: EvidenceView): number => (effect === '~' || effect === '!' ? 1 : 1 + STEPS.filter((step) => Math.abs(points) >= step).length);

/** What raised the score (+), lowered it (−), hardly mattered (~) or contradicts (!), in words with both values; the strongest has three signs. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }): ReactElement {
  const { t } = useTranslation('matching');
  const language = useLanguage();
  const types = useTypes();
  if (evidence.length === 0) return <p className="quiet">{t('noEvidence')}</p>;
  return (
    <ul className="evidence">
      {evidence.map((each, index) => {
        const { text, left, right } = evidenceText(t, types, language, each);
        const sign = SIGNS[each.effect];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the list is shown whole and never reordered; two findings may be alike
          <li key={index} className={`evidence__item evidence__item--${sign.name}`}>
            <span className="evidence__sign" title={t(`effect.${sign.name}`)} aria-label={t(`effect.${sign.name}`)}>{sign.text.repeat(weightOf(each))}</span>
            <span className="evidence__text">
              <span>{text}</span>
              {left === '' && right === '' ? null : <span className="quiet evidence__values"><span className="name" dir="auto">{left}</span>{left === right ? null : <> ↔ <span className="name" dir="auto">{right}</span></>}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
