import { Button, Dialog, DialogBody, DialogFooter, FormGroup, Slider } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, execute, openCaseClient } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { formatCount, useLanguage } from '../../ui/language';
import { useLater } from '../../ui/useLater';
import { Calibration } from './Calibration';
import { scoreText, scoreWord } from '../../actions/evidenceText';
import { useCountFrom } from './useCountFrom';
import type { Matching } from './useMatching';

/** From which score on pairs are proposed, below which they are dropped, and what the case has learnt from pairs that were judged. */
export function MatchingDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('matching');
  const { data } = useCase('case.matching', {});
  return (
    <Dialog isOpen title={t('settings')} onClose={onClose} className="matching-dialog">
      {data ? <Settings matching={data} onClose={onClose} /> : <DialogBody />}
    </Dialog>
  );
}

function Settings({ matching, onClose }: { matching: Matching; onClose: () => void }): ReactElement {
  const { t } = useTranslation('matching');
  const language = useLanguage();
  const [propose, setPropose] = useState(matching.propose);
  const [hide, setHide] = useState(matching.hide);
  const [asked, askedHide] = [useLater(propose, 250), useLater(hide, 250)];
  const open = useCountFrom(asked);
  const all = useCountFrom(askedHide);
  const shown = (count: number | null): string => (count === null ? '…' : formatCount(count, language));
  const changed = propose !== matching.propose || hide !== matching.hide;
  const save = async (): Promise<void> => { if (await execute('matching.set', { ...matching.settings, propose, hide })) onClose(); };
  const again = async (): Promise<void> => { if (await attempt(() => openCaseClient()['case.matchAgain']({}))) onClose(); };
  const slider = (value: number, onChange: (value: number) => void, label: string): ReactElement => <Slider min={0} max={1} stepSize={0.01} labelStepSize={0.25} value={value} onChange={(next) => onChange(Math.round(next * 100) / 100)} labelRenderer={(at) => scoreText(at, language)} handleHtmlProps={{ 'aria-label': label }} />;
  return (
    <>
      <DialogBody>
        <FormGroup label={t('propose')} helperText={t('proposeCount', { score: scoreText(propose, language), word: scoreWord(t, propose), shown: shown(open) })}>
          {slider(propose, (value) => { setPropose(value); setHide(Math.min(hide, value)); }, t('propose'))}
        </FormGroup>
        <FormGroup label={t('hide')} helperText={hide < matching.hide ? t('hideLower', { score: scoreText(hide, language) }) : t('hideCount', { score: scoreText(hide, language), shown: shown(open === null || all === null ? null : Math.max(0, all - open)) })}>
          {slider(hide, (value) => { setHide(value); setPropose(Math.max(propose, value)); }, t('hide'))}
        </FormGroup>
        <Calibration settings={matching.settings} />
      </DialogBody>
      <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button intent="primary" disabled={!changed} text={t('app:save')} onClick={() => void save()} /></>}>
        <Button text={t('matchAgain')} title={t('matchAgainHint')} disabled={matching.working} onClick={() => void again()} />
      </DialogFooter>
    </>
  );
}
