import { Button, Checkbox } from '@blueprintjs/core';
import { mdiCheckAll, mdiEyeOffOutline } from '@mdi/js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { execute } from '../../actions/execute';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import type { Shown } from './PageList';
import { ProposalRow } from './ProposalRow';
import { itemsOf, PROPOSAL_STATES, type Choice, type Proposal, type ProposalState } from './proposals';

interface ProposalListProps {
  readonly source: string;
  readonly pages: readonly { readonly page: number; readonly text: string }[];
  readonly proposals: readonly Proposal[];
  readonly loading: boolean;
  /** Names in other spellings are still being looked for. */
  readonly looking: boolean;
  readonly shown: Shown | null;
  readonly onShow: (shown: Shown) => void;
}

/** What the document names, to be taken into the case or put aside. Nothing is chosen beforehand. */
export function ProposalList({ source, pages, proposals, loading, looking, shown, onShow }: ProposalListProps): ReactElement {
  const { t } = useTranslation('reading');
  const language = useLanguage();
  const types = useTypes();
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef<Shown | null>(null);
  const [state, setState] = useState<ProposalState>('open');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const listed = proposals.filter((each) => each.state === state);
  // What is not certain is chosen one by one.
  const certain = listed.filter(({ unsure }) => !unsure);
  // What was taken in meanwhile, by hand or by undo, is not chosen any more.
  const ticked = listed.filter(({ key }) => chosen.has(key));
  useEffect(() => {
    const wanted = shown?.focus === true && answered.current !== shown ? proposals.find(({ key }) => key === shown.key) : undefined;
    if (wanted === undefined) return;
    answered.current = shown;
    setState(wanted.state);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-proposal="${wanted.key}"] :is(input, button)`)?.focus());
  }, [shown, proposals]);

  const tick = (keys: readonly string[], on: boolean): void => setChosen((now) => new Set(on ? [...now, ...keys] : [...now].filter((key) => !keys.includes(key))));
  const take = async (): Promise<void> => {
    const items = ticked.flatMap((proposal) => itemsOf(proposal, choices[proposal.key] ?? {}, types, newId));
    if (items.length > 0 && (await execute('mentions.accept', { source, items, grading: null, handling: [], basis: 'fact' }))) setChosen(new Set());
  };
  const dismiss = async (keys: readonly string[], dismissed: boolean): Promise<void> => {
    if (await execute('mentions.dismiss', { source, keys: [...keys], dismissed })) tick(keys, false);
  };

  return (
    <section className="reader__proposals" aria-label={t('proposals')}>
      <div className="reader__states" role="group" aria-label={t('proposals')}>
        {PROPOSAL_STATES.map((each) => (
          <button key={each} type="button" className="chip reader__state" aria-pressed={state === each} onClick={() => setState(each)}>
            {t(`show.${each}`)} <span className="figures">{formatCount(proposals.filter((proposal) => proposal.state === each).length, language)}</span>
          </button>
        ))}
      </div>
      {looking ? <p className="reader__looking quiet" role="status">{t('looking')}</p> : null}
      {listed.length === 0 ? (
        <EmptyState icon={mdiCheckAll} title={loading || looking ? '' : t(`none.${state}`)} hint={state === 'open' && !loading && !looking ? t('hint') : ''} />
      ) : (
        <ul className="reader__list" ref={list}>
          {listed.map((proposal) => (
            <ProposalRow
              key={proposal.key} proposal={proposal} pages={pages} choice={choices[proposal.key] ?? {}} ticked={chosen.has(proposal.key)} shown={shown}
              onTick={(on) => tick([proposal.key], on)} onChoice={(choice) => setChoices((now) => ({ ...now, [proposal.key]: choice }))} onShow={onShow} onDismiss={(dismissed) => void dismiss([proposal.key], dismissed)}
            />
          ))}
        </ul>
      )}
      {state === 'open' && listed.length > 0 ? (
        <div className="reader__foot">
          <Checkbox className="reader__all" checked={certain.length > 0 && certain.every(({ key }) => chosen.has(key))} indeterminate={ticked.length > 0 && ticked.length < listed.length} disabled={certain.length === 0} label={t(certain.length === listed.length ? 'all' : 'allCertain')} onChange={(event) => tick((event.currentTarget.checked ? certain : listed).map(({ key }) => key), event.currentTarget.checked)} />
          <Button size="small" variant="minimal" disabled={ticked.length === 0} icon={<Glyph path={mdiEyeOffOutline} size={14} />} text={t('dismissChosen')} onClick={() => void dismiss(ticked.map(({ key }) => key), true)} />
          <Button size="small" intent="primary" disabled={ticked.length === 0} text={ticked.length === 0 ? t('takeIn') : t('take', { count: ticked.length })} onClick={() => void take()} />
        </div>
      ) : null}
    </section>
  );
}
