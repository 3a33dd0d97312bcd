import { Button } from '@blueprintjs/core';
import { mdiSchoolOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { CaseService, ResultOf } from '../../../shared/contract';
import { Failure } from '../../../shared/contract';
import type { MatchingSettings } from '../../../shared/model/identity';
import { execute, openCaseClient } from '../../actions/execute';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';

type Learnt = ResultOf<CaseService['requests']['case.calibrate']>;

/** Shares as people read them, out of a hundred. */
const hundredth = (share: number): number => Math.round(share * 100);

const MOST_CHANGES = 8;

/** Weights that fit the pairs judged in this case: what they would change is shown first, and nothing changes before that is applied. */
export function Calibration({ settings }: { settings: MatchingSettings }): ReactElement {
  const { t } = useTranslation('matching');
  const language = useLanguage();
  const [learnt, setLearnt] = useState<Learnt | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const learn = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setLearnt(await openCaseClient()['case.calibrate']({ job: newId() }));
    } catch (error) {
      setProblem(error instanceof Failure ? error : new Failure('internal', {}, { cause: error }));
    }
    setBusy(false);
  };
  const apply = async (): Promise<void> => { if (learnt && (await execute('matching.set', { ...settings, weights: learnt.weights }))) setLearnt(null); };
  const forget = async (): Promise<void> => {
    const { weights: _own, ...rest } = settings;
    await execute('matching.set', rest);
  };
  const figure = (value: number): string => new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
  return (
    <section className="calibration">
      <h3>{t('learn')}</h3>
      <p className="quiet">{t(settings.weights ? 'learnt' : 'learnHint')}</p>
      <div className="calibration__tools">
        <Button size="small" loading={busy} icon={<Glyph path={mdiSchoolOutline} size={14} />} text={t('learnNow')} onClick={() => void learn()} />
        {settings.weights ? <Button size="small" text={t('ownWeights')} onClick={() => void forget()} /> : null}
      </div>
      {problem ? <p className="calibration__problem" role="alert">{failureText(t, problem)}</p> : null}
      {learnt === null ? null : (
        <>
          <p>{t('learntFrom', { judged: formatCount(learnt.judged, language), same: formatCount(learnt.same, language) })}</p>
          <table className="rows calibration__figures">
            <thead><tr><th aria-label={t('learn')} /><th className="number">{t('before')}</th><th className="number">{t('after')}</th></tr></thead>
            <tbody>
              <tr><td>{t('precision')}</td><td className="number">{hundredth(learnt.before.precision)}</td><td className="number">{hundredth(learnt.after.precision)}</td></tr>
              <tr><td>{t('recall')}</td><td className="number">{hundredth(learnt.before.recall)}</td><td className="number">{hundredth(learnt.after.recall)}</td></tr>
            </tbody>
          </table>
          {learnt.changes.length === 0 ? <p className="quiet">{t('noChanges')}</p> : (
            <table className="rows calibration__figures">
              <thead><tr><th>{t('changes')}</th><th className="number">{t('before')}</th><th className="number">{t('after')}</th></tr></thead>
              <tbody>{learnt.changes.slice(0, MOST_CHANGES).map(({ finding, from, to }) => <tr key={finding}><td>{t(`evidence.${finding}`, { what: t('anything'), defaultValue: finding })}</td><td className="number">{figure(from)}</td><td className="number">{figure(to)}</td></tr>)}</tbody>
            </table>
          )}
          <Button size="small" intent="primary" disabled={learnt.changes.length === 0} text={t('applyLearnt')} onClick={() => void apply()} />
        </>
      )}
    </section>
  );
}
