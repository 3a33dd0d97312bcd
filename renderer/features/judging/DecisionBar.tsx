import { Button, InputGroup } from '@blueprintjs/core';
import { mdiChartBubble, mdiEqual, mdiHelp, mdiNotEqualVariant } from '@mdi/js';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../actions/judging';
import { Glyph } from '../../ui/Glyph';
import { KeyCaps } from '../../ui/KeyCaps';
import type { Decision } from './useDecision';

const VERDICTS: readonly { readonly verdict: Verdict; readonly icon: string; readonly key: string }[] = [
  { verdict: 'same', icon: mdiEqual, key: 'S' },
  { verdict: 'different', icon: mdiNotEqualVariant, key: 'D' },
  { verdict: 'unsure', icon: mdiHelp, key: 'U' },
];

/** Reason and verdict. In the field, Enter goes back to the keys, or judges when a verdict waits for its reason; Escape takes the proposal again. */
export function DecisionBar({ decision, current, onChart, onKeys }: { decision: Decision; current: Verdict | null; onChart: () => void; onKeys: () => void }): ReactElement {
  const { t } = useTranslation('judging');
  const field = useRef<HTMLInputElement>(null);
  const { waiting } = decision;
  useEffect(() => { if (waiting !== null) field.current?.focus(); }, [waiting]);
  return (
    <form
      className="decision" onSubmit={(event) => {
        event.preventDefault();
        if (waiting !== null && decision.reason.trim() !== '') decision.decide(waiting);
        else if (waiting === null) onKeys();
      }}
    >
      <InputGroup
        inputRef={field} className="decision__reason" size="small" value={decision.reason} maxLength={4000} dir="auto" autoComplete="off" data-reason-field
        aria-label={t('reason')} placeholder={t('reasonPlaceholder')} intent={waiting === null ? 'none' : 'warning'} title={t(decision.typed ? 'reason' : 'reasonProposed')}
        onValueChange={decision.type} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); decision.type(null); onKeys(); } }}
      />
      {waiting === null ? null : <span className="decision__waiting" role="status">{t('reasonNeeded')}</span>}
      {VERDICTS.map(({ verdict, icon, key }) => (
        <Button
          key={verdict} size="small" disabled={decision.busy} active={current === verdict} intent={verdict === 'same' ? 'primary' : 'none'} icon={<Glyph path={icon} size={14} />}
          onMouseEnter={() => decision.lean(verdict)} onMouseLeave={() => decision.lean(null)} onFocus={() => decision.lean(verdict)} onBlur={() => decision.lean(null)}
          onClick={() => decision.decide(verdict)}
        >
          {t(`verdict.${verdict}`)} <KeyCaps shortcut={key} />
        </Button>
      ))}
      <Button size="small" variant="minimal" icon={<Glyph path={mdiChartBubble} size={14} />} onClick={onChart}>{t('onChart')} <KeyCaps shortcut="E" /></Button>
    </form>
  );
}
