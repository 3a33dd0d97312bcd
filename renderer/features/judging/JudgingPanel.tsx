import { Button, SegmentedControl, Tag } from '@blueprintjs/core';
import { mdiAccountQuestionOutline, mdiTuneVariant } from '@mdi/js';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { QUEUES, type PairView, type QueueId } from '../../../shared/contract/judging';
import { addToChart } from '../../actions/addToChart';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { FacetPicker } from '../../ui/FacetPicker';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { ComparedText } from './ComparedText';
import { DecisionBar } from './DecisionBar';
import { KeyLine } from './KeyLine';
import { MatchingDialog } from './MatchingDialog';
import { NoPairs } from './NoPairs';
import { PairList } from './PairList';
import { PairPane } from './PairPane';
import { useDecision } from './useDecision';
import { useMatching } from './useMatching';
import { usePair } from './usePair';
import { usePairKeys } from './usePairKeys';
import { useQueue } from './useQueue';
import './judging.css';

/** Where people judge who is who. A case that is seen as a recipient is not judged in. */
export function JudgingPanel(): ReactElement {
  const { t } = useTranslation('judging');
  const seenAs = useSession((state) => state.viewingAs);
  return seenAs === null ? <Desk /> : <EmptyState icon={mdiAccountQuestionOutline} title={t('seenAs', { name: seenAs.name })} hint={t('seenAsHint')} />;
}

/** Pairs at the left, the pair in front side by side at the right, all by keyboard. */
function Desk(): ReactElement {
  const { t } = useTranslation('judging');
  const asked = useSession((state) => state.judging);
  const identity = useSession((state) => state.identity);
  const entity = asked?.entity ?? null;
  const [queue, setQueue] = useState<QueueId>('open');
  const [types, setTypes] = useState<readonly string[]>([]);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [current, setCurrent] = useState<readonly [string, string] | null>(asked?.pair ?? null);
  const panel = useRef<HTMLDivElement>(null);
  const undone = useSession((state) => state.history.redo?.seq);
  /** What was judged here, by the step that did it: what is undone comes to the front again. */
  const decided = useRef(new Map<number, readonly [string, string]>());
  const [place, setPlace] = useState(0);
  const pairs = useQueue({ queue, types, entity }, range, place);
  const matching = useMatching();
  const at = current === null ? -1 : pairs.indexOf(current);
  const show = (pair: PairView | undefined): void => setCurrent(pair ? [pair.left.id, pair.right.id] : null);
  const first = pairs.at(0);
  useEffect(() => { if (at >= 0) setPlace(at); }, [at]);
  useEffect(() => { if (asked?.pair) setCurrent(asked.pair); }, [asked]);
  useEffect(() => { if (current === null && first !== undefined) show(first); }, [current, first]);
  useEffect(() => {
    const back = undone === undefined ? undefined : decided.current.get(undone);
    if (back) setCurrent(back);
  }, [undone]);
  const onRange = useCallback((from: number, to: number) => setRange((before) => (before.first === from && before.last === to ? before : { first: from, last: to })), []);

  const { pair, details, error } = usePair(current, at < 0 ? undefined : pairs.at(at), at < 0 ? undefined : pairs.at(at + 1));
  const focusKeys = useCallback((): void => { (panel.current?.querySelector<HTMLElement>('[data-pair-list]') ?? panel.current)?.focus({ preventScroll: true }); }, []);
  // The next pair is known before the queue is asked anew: it comes forward at once.
  const decision = useDecision(pair, details, (seq) => {
    if (current !== null) decided.current.set(seq, current);
    if (at >= 0) show(pairs.at(at + 1) ?? pairs.at(at - 1));
    focusKeys();
  });
  useEffect(focusKeys, [asked, focusKeys]);
  const joined = identity !== 'strict' && (pair?.judgement?.verdict === 'same' || (details?.against.different ?? null) !== null);
  const onChart = (): void => { if (pair) void addToChart(joined ? [pair.left.id] : [pair.left.id, pair.right.id]); };
  const press = usePairKeys({
    move: (by) => { if (at < 0) show(pairs.at(0)); else { const next = pairs.at(Math.max(0, Math.min(pairs.total - 1, at + by))); if (next) show(next); } },
    decide: decision.decide, onChart, toReason: () => panel.current?.querySelector<HTMLInputElement>('[data-reason-field]')?.select(),
  });
  const choose = (next: QueueId): void => {
    setQueue(next);
    setCurrent(null);
    setPlace(0);
    if (asked?.pair) changeSession({ judging: entity === null ? null : { pair: null, entity } });
  };
  const empty = pairs.ready && pairs.total === 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys work wherever the focus is in the panel; each has a button as well
    <div className="panel judging" role="group" aria-label={t('app:panel.judging')} ref={panel} tabIndex={-1} onKeyDown={press}>
      <QueueBar queue={queue} counts={pairs.counts} onQueue={choose} types={types} onTypes={setTypes} entity={entity} />
      <div className="judging__middle">
        {empty ? null : <PairList queue={pairs} current={at} front={current?.join(' ') ?? ''} onPick={(index) => show(pairs.at(index))} onRange={onRange} />}
        <div className="pair">
          {error ? <EmptyState icon={mdiAccountQuestionOutline} title={t('gone')} hint={failureText(t, error)} />
            : pair ? <><PairPane pair={pair} details={details} decision={decision} /><DecisionBar decision={decision} current={pair.judgement?.verdict ?? null} onChart={onChart} onKeys={focusKeys} /></>
              : pairs.error ? <EmptyState icon={mdiAccountQuestionOutline} title={t('gone')} hint={failureText(t, pairs.error)} />
                : empty ? <NoPairs queue={queue} filtered={types.length > 0 || entity !== null} matching={matching} weak={pairs.counts?.weak ?? 0} onWeak={() => choose('weak')} /> : null}
        </div>
      </div>
      <footer className="judging__foot quiet">
        <span className="figures">{matching ? <ComparedText matching={matching} /> : null}</span>
        <KeyLine />
      </footer>
    </div>
  );
}

interface QueueBarProps {
  readonly queue: QueueId;
  readonly counts: Readonly<Record<QueueId, number>> | null;
  readonly onQueue: (queue: QueueId) => void;
  readonly types: readonly string[];
  readonly onTypes: (types: readonly string[]) => void;
  readonly entity: string | null;
}

/** Which pairs are shown: the queue, types, and of whom. */
function QueueBar({ queue, counts, onQueue, types: chosen, onTypes, entity }: QueueBarProps): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const [setting, setSetting] = useState(false);
  const { data: of } = useCase('case.entities', { ids: entity === null ? [] : [entity] }, entity !== null);
  const compared = types.concrete(language).filter((type) => type.matchAs !== undefined);
  return (
    <div className="judging__bar">
      <SegmentedControl size="small" value={queue} onValueChange={(value) => onQueue(QUEUES.find((each) => each === value) ?? 'open')} options={QUEUES.map((value) => ({ value, label: counts === null ? t(`queue.${value}`) : t('counted', { name: t(`queue.${value}`), shown: formatCount(counts[value], language) }) }))} />
      <FacetPicker size="small" label={t('filterTypes')} active={chosen.length > 0} onClear={() => onTypes([])} facets={[{ id: 'types', label: t('types'), chosen, onChange: onTypes, options: compared.map((type) => ({ value: type.id, label: type.plural[language] })) }]} />
      {entity === null ? null : <Tag minimal intent="primary" onRemove={() => changeSession({ judging: null })}>{t('ofOne', { name: of?.[0]?.caption ?? '' })}</Tag>}
      <span className="judging__spring" />
      <Button size="small" variant="minimal" icon={<Glyph path={mdiTuneVariant} size={14} />} text={t('matching:settings')} onClick={() => setSetting(true)} />
      {setting ? <MatchingDialog onClose={() => setSetting(false)} /> : null}
    </div>
  );
}
