import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgementView, PairView } from '../../../shared/contract/judging';
import { judge, withdraw } from '../../actions/judging';
import { useCase } from '../../case/queries';
import { JudgementLine } from '../../ui/JudgementLine';
import { isPair } from './useQueue';

/** What was judged of a pair, here and by partners. Where they stand against each other, one of them is taken over. */
export function Opinions({ pair }: { pair: PairView }): ReactElement | null {
  const { t } = useTranslation('judging');
  const { left, right } = pair;
  const { data } = useCase('case.identityOf', { id: left.id });
  const own = [left.id, right.id] as const;
  const all = new Map<string, JudgementView>((data?.judgements ?? []).filter((each) => isPair({ ...pair, left: each.left, right: each.right }, own)).map((each) => [each.id, each]));
  if (pair.judgement !== null) all.set(pair.judgement.id, pair.judgement);
  const judgements = [...all.values()].toSorted((a, b) => Number(a.service !== null) - Number(b.service !== null) || b.seq - a.seq);
  if (judgements.length === 0) return null;
  const ours = judgements.find((each) => each.service === null);
  const contested = judgements.some((each) => each.opposed || (ours !== undefined && each.verdict !== ours.verdict));
  const take = ({ service, verdict, reason }: JudgementView): void => void judge(left.id, right.id, verdict, t('takenOver', { service: service ?? '', reason }));
  const keep = ({ verdict, reason }: JudgementView): void => void judge(left.id, right.id, verdict, t('kept', { reason }));
  const actionsOf = (judgement: JudgementView): { text: string; run: () => void }[] => {
    if (judgement.service !== null) return contested || ours === undefined ? [{ text: t('takeOver'), run: () => take(judgement) }] : [];
    return [...(contested ? [{ text: t('keepOurs'), run: () => keep(judgement) }] : []), { text: t('withdraw'), run: () => void withdraw(judgement) }];
  };
  return (
    <section className="pair__opinions">
      <h3>{t(contested ? 'contested' : 'judgements')}</h3>
      <ol className="judgements">{judgements.map((each) => <JudgementLine key={each.id} judgement={each} actions={actionsOf(each)} />)}</ol>
    </section>
  );
}
