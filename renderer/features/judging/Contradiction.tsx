import { Callout } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contradiction, JudgementView } from '../../../shared/contract/judging';
import { withdraw, type Verdict } from '../../actions/judging';
import { JudgementLine } from '../../ui/JudgementLine';

/** Judgements that stand against another, in the order in which they lead from one end to the other; what keeps apart comes last. */
function judgementsAgainst({ chain, apart }: Contradiction): readonly JudgementView[] {
  return apart === null || chain.some((each) => each.id === apart.id) ? chain : [...chain, apart];
}

/** Why a pair cannot be judged so, or already counts as one: who is joined by which judgements, and which says otherwise. Each can be withdrawn here. */
export function ContradictionNote({ against, verdict, refused }: { against: Contradiction; verdict: Verdict; refused: boolean }): ReactElement {
  const { t } = useTranslation('judging');
  return (
    <Callout intent={refused ? 'danger' : 'none'} role={refused ? 'alert' : 'note'} className="contradiction" title={t(`against.${verdict}`)}>
      <p>{t(refused ? `againstHint.${verdict}` : `againstNote.${verdict}`)}</p>
      <ol className="judgements">
        {judgementsAgainst(against).map((judgement) => <JudgementLine key={judgement.id} judgement={judgement} {...(judgement.service === null ? { actions: [{ text: t('withdraw'), run: () => void withdraw(judgement) }] } : {})} />)}
      </ol>
    </Callout>
  );
}
