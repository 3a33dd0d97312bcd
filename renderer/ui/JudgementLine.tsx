import { Button } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgementView } from '../../shared/contract/judging';
import { formatMoment, useLanguage } from './language';
import './judgements.css';

/** How a judgement stands between the two that it is about. */
const SIGNS = { same: '=', different: '≠', unsure: '?' } as const;

interface LineAction {
  readonly text: string;
  readonly run: () => void;
}

/** One judgement in words: who and who, what was judged, by whom, when and why; what can be done with it stands behind. */
export function JudgementLine({ judgement, actions = [] }: { judgement: JudgementView; actions?: readonly LineAction[] }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const { left, right, verdict, reason, by, at, service, opposed } = judgement;
  const values = { by: service === null ? by : service, at: formatMoment(at, language, 'day') };
  return (
    <li className="judgement">
      <span className="judgement__pair"><span className="name" dir="auto">{left.caption}</span> <b className="judgement__sign" title={t(`verdict.${verdict}`)} aria-label={t(`verdict.${verdict}`)}>{SIGNS[verdict]}</b> <span className="name" dir="auto">{right.caption}</span></span>
      <span className="quiet">{t(service === null ? `judgedBy.${verdict}` : `judgedByService.${verdict}`, values)}{opposed ? ` · ${t('opposed')}` : ''}</span>
      {reason === '' ? null : <span className="judgement__reason" dir="auto">{reason}</span>}
      {actions.length === 0 ? null : <span className="judgement__actions">{actions.map(({ text, run }) => <Button key={text} size="small" text={text} onClick={run} />)}</span>}
    </li>
  );
}
