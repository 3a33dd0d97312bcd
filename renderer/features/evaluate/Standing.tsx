import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';
import type { CaseService, ResultOf } from '../../../shared/contract';

type Evaluations = ResultOf<CaseService['requests']['case.evaluations']>;

/** Different evaluations that are named; the rest is counted together. */
const NAMED = 8;

/** How the chosen statements stand now: each grading and code with its count, assessments, and who said them. */
export function Standing({ now }: { now: Evaluations }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const counted = (entries: Evaluations['gradings'], text: (code: string) => string): ReactElement => (
    <dd>
      {entries.slice(0, NAMED).map((each) => <span key={each.text} className="standing__code">{text(each.text) === '' ? <span className="quiet">{t('without')}</span> : <Grade text={text(each.text)} title={types.codeMeaning(each.text, language)} />}<span className="figures">{formatCount(each.count, language)}</span></span>)}
      {entries.length > NAMED ? <span className="quiet">{t('andMore', { count: entries.length - NAMED })}</span> : null}
    </dd>
  );
  return (
    <dl className="standing" aria-label={t('standing')}>
      <dt>{t('statements')}</dt><dd className="figures">{formatCount(now.statements, language)}</dd>
      <dt>{t('grading')}</dt>{counted(now.gradings, (code) => code)}
      <dt>{t('handling')}</dt>{counted(now.handlings, (code) => (code === '' ? '' : types.codeText(code, language) || code))}
      {now.assessments > 0 ? <><dt>{t('assessments')}</dt><dd className="figures">{formatCount(now.assessments, language)}</dd></> : null}
      {now.originators.length > 0 ? <><dt>{t('originators')}</dt><dd className="clip" title={now.originators.join(', ')}>{now.originators.join(', ')}</dd></> : null}
    </dl>
  );
}
