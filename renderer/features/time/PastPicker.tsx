import { Button, InputGroup, PopoverNext, Radio, RadioGroup } from '@blueprintjs/core';
import { mdiHistory } from '@mdi/js';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { backToNow, lookBack, usePast } from '../../actions/past';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { canonicalOf, typedRange } from '../../actions/timeText';

/** Chooses a moment at which the chart is looked back at, and whether by what was known then or by what was so then. */
export function PastPicker(): ReactElement {
  const { t } = useTranslation('time');
  const past = usePast((state) => state.past);
  const [open, setOpen] = useState(false);
  return (
    <PopoverNext isOpen={open} onInteraction={setOpen} placement="top-end" content={<PastForm onDone={() => setOpen(false)} />}>
      <Button size="small" variant="minimal" active={past !== null} icon={<Glyph path={mdiHistory} size={15} />} text={t('lookBack')} />
    </PopoverNext>
  );
}

function PastForm({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('time');
  const language = useLanguage();
  const past = usePast((state) => state.past);
  const chart = useSession((state) => state.chart) ?? '';
  const { data: history } = useCase('case.chartHistory', { chart }, chart !== '');
  const [kind, setKind] = useState<'known' | 'was'>(past?.kind === 'was' ? 'was' : 'known');
  const [text, setText] = useState('');
  const typed = typedRange(text);
  const known = history !== undefined && history.first !== '' ? t('knownBetween', { first: formatMoment(history.first, language), last: formatMoment(history.last, language) }) : '';
  const look = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === null) return;
    // What was known on a day is what was known at its end.
    lookBack(kind === 'known' ? { kind, at: new Date(typed.until - 1).toISOString() } : { kind, on: canonicalOf(typed.from) });
    onDone();
  };
  return (
    <form className="past-form" onSubmit={look}>
      <RadioGroup selectedValue={kind} onChange={(event) => setKind(event.currentTarget.value === 'was' ? 'was' : 'known')} label={t('lookBackAt')}>
        <Radio value="known" label={t('knownOn')} />
        <p className="quiet past-form__hint">{t('knownOnHint')}</p>
        <Radio value="was" label={t('wasOn')} />
        <p className="quiet past-form__hint">{t('wasOnHint')}</p>
      </RadioGroup>
      <InputGroup autoFocus value={text} onValueChange={setText} aria-label={t('day')} placeholder={t('day')} intent={text.trim() !== '' && typed === null ? 'danger' : 'none'} autoComplete="off" spellCheck={false} />
      {kind === 'known' && known !== '' ? <p className="quiet past-form__hint">{known}</p> : null}
      <div className="past-form__end">
        {past === null ? null : <Button text={t('backToNow')} onClick={() => { backToNow(); onDone(); }} />}
        <Button type="submit" intent="primary" disabled={typed === null} text={t('show')} />
      </div>
    </form>
  );
}
