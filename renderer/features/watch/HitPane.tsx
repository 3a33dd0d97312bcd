import { Button, InputGroup, Tag } from '@blueprintjs/core';
import { mdiBellCheckOutline, mdiBellOffOutline, mdiChartBubble, mdiHelp, mdiInformationOutline } from '@mdi/js';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchHitView } from '../../../shared/contract/watching';
import type { WatchVerdictId } from '../../../shared/model/identity';
import { scoreWord } from '../../actions/evidenceText';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { KeyCaps } from '../../ui/KeyCaps';
import { formatMoment, useLanguage } from '../../ui/language';
import { EntryFacts } from './EntryFacts';
import { HitEvidence } from './HitEvidence';
import type { Verdict } from './useVerdict';

const VERDICTS: readonly { readonly verdict: WatchVerdictId; readonly icon: string; readonly key: string }[] = [
  { verdict: 'match', icon: mdiBellCheckOutline, key: 'M' },
  { verdict: 'noMatch', icon: mdiBellOffOutline, key: 'N' },
  { verdict: 'unsure', icon: mdiHelp, key: 'U' },
];

interface HitPaneProps {
  readonly hit: WatchHitView;
  readonly verdict: Verdict;
  readonly onChart: () => void;
  /** Gives the keys back to the list. */
  readonly onKeys: () => void;
}

/** The hit in front: who it is about, what speaks for it and against it, what the list says and asks, and the verdict. */
export function HitPane({ hit, verdict, onChart, onKeys }: HitPaneProps): ReactElement {
  const { t } = useTranslation('watch');
  return (
    <section className="hit" aria-label={t('hit')}>
      <div className="hit__body">
        {hit.restricted ? <Restricted hit={hit} /> : <Open hit={hit} onChart={onChart} />}
        <div className="hit__instruction">
          <span className="quiet">{hit.list.owner === '' ? t('instruction') : t('instructionOf', { owner: hit.list.owner })}</span>
          <span>{hit.list.instruction === '' ? t('noInstruction') : hit.list.instruction}</span>
        </div>
        {hit.judged === null ? null : <Judged hit={hit} judged={hit.judged} />}
      </div>
      <VerdictBar verdict={verdict} current={hit.again ? null : (hit.judged?.verdict ?? null)} onKeys={onKeys} />
    </section>
  );
}

function Open({ hit, onChart }: { hit: Extract<WatchHitView, { restricted: false }>; onChart: () => void }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const types = useTypes();
  const { entity } = hit;
  const inspect = (): void => selectAndCentre(entity.id);
  return (
    <>
      <header className="hit__head">
        <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={36} label={types.label(entity.type, language)} />
        <div className="hit__names">
          <button type="button" className="link-button hit__caption" title={t('inspect')} onClick={inspect}><span className="name" dir="auto">{entity.caption}</span></button>
          <div className="quiet clip figures">{[types.label(entity.type, language), types.keyText(entity, language)].filter((part) => part !== '').join(' · ')}</div>
          <div className="quiet">{scoreWord(t, hit.score)}</div>
        </div>
        <div className="hit__tools">
          <Button size="small" variant="minimal" icon={<Glyph path={mdiChartBubble} size={16} />} title={t('onChart')} aria-label={t('onChart')} onClick={onChart} />
          <Button size="small" variant="minimal" icon={<Glyph path={mdiInformationOutline} size={16} />} title={t('inspect')} aria-label={t('inspect')} onClick={inspect} />
        </div>
      </header>
      <div className="hit__sides quiet"><span>{t('onList')}</span><span>{t('inCase')}</span></div>
      <HitEvidence evidence={hit.evidence} />
      <EntryFacts entry={hit.entry} list={hit.list.name} />
    </>
  );
}

/** Says that there is a hit, and whom to ask: nothing of it may be shown. */
function Restricted({ hit }: { hit: Extract<WatchHitView, { restricted: true }> }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const types = useTypes();
  return (
    <>
      <h3 className="hit__title">{t('restrictedTitle', { list: hit.list.name })}</h3>
      <p>{t('restrictedBody')}</p>
      <dl className="hit__facts">
        <div><dt>{t('codes')}</dt><dd>{hit.codes.map(({ code }) => <Tag key={code} minimal title={types.codeMeaning(code, language)}>{types.codeText(code, language)}</Tag>)}</dd></div>
        <div><dt>{t('originators')}</dt><dd>{hit.originators.length === 0 ? t('originatorUnknown') : hit.originators.join('; ')}</dd></div>
      </dl>
    </>
  );
}

function Judged({ hit, judged }: { hit: WatchHitView; judged: NonNullable<WatchHitView['judged']> }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  return (
    <p className="hit__judged">
      {hit.again ? <span className="hit__again">{t('againHint')} </span> : null}
      {t('judgedBy', { verdict: t(`verdict.${judged.verdict}`), by: judged.by, at: formatMoment(judged.at, language) })}
      {judged.reason === '' ? null : <span className="quiet"> {judged.reason}</span>}
    </p>
  );
}

/** Reason and verdict. In the field, Enter goes back to the keys, or judges when a verdict waits for its reason; Escape takes the proposal again. */
function VerdictBar({ verdict, current, onKeys }: { verdict: Verdict; current: WatchVerdictId | null; onKeys: () => void }): ReactElement {
  const { t } = useTranslation('watch');
  const field = useRef<HTMLInputElement>(null);
  const { waiting } = verdict;
  useEffect(() => { if (waiting !== null) field.current?.focus(); }, [waiting]);
  return (
    <form
      className="verdict" onSubmit={(event) => {
        event.preventDefault();
        if (waiting !== null && verdict.reason.trim() !== '') verdict.decide(waiting);
        else if (waiting === null) onKeys();
      }}
    >
      <InputGroup
        inputRef={field} className="verdict__reason" size="small" value={verdict.reason} maxLength={4000} dir="auto" autoComplete="off" data-reason-field
        aria-label={t('reason')} placeholder={t('reasonPlaceholder')} intent={waiting === null ? 'none' : 'warning'} title={t(verdict.typed ? 'reason' : 'reasonProposed')}
        onValueChange={verdict.type} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); verdict.type(null); onKeys(); } }}
      />
      {waiting === null ? null : <span className="verdict__waiting" role="status">{t('reasonNeeded')}</span>}
      <span className="verdict__choices">
        {VERDICTS.map(({ verdict: each, icon, key }) => (
          <Button
            key={each} size="small" disabled={verdict.busy} active={current === each} intent={each === 'match' ? 'primary' : 'none'} icon={<Glyph path={icon} size={14} />}
            onMouseEnter={() => verdict.lean(each)} onMouseLeave={() => verdict.lean(null)} onFocus={() => verdict.lean(each)} onBlur={() => verdict.lean(null)}
            onClick={() => verdict.decide(each)}
          >
            {t(`verdict.${each}`)} <KeyCaps shortcut={key} />
          </Button>
        ))}
      </span>
    </form>
  );
}
