import { Button, Checkbox, HTMLSelect } from '@blueprintjs/core';
import { mdiCrosshairsGps, mdiEyeOffOutline, mdiEyeOutline, mdiPlus } from '@mdi/js';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { formatValue } from '../../../shared/values';
import { MayBe } from './MayBe';
import type { Shown } from './PageList';
import { typeOf, type Choice, type Proposal } from './proposals';

/** Characters of the sentence that are shown before what was found, so that it is seen in a narrow column too. */
const BEFORE = 36;
/** Pages that are named in a row before the rest is left out. */
const PAGES = 8;

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly pages: readonly { readonly page: number; readonly text: string }[];
  readonly choice: Choice;
  readonly ticked: boolean;
  readonly shown: Shown | null;
  readonly onTick: (on: boolean) => void;
  readonly onChoice: (choice: Choice) => void;
  readonly onShow: (shown: Shown) => void;
  readonly onDismiss: (dismissed: boolean) => void;
}

/** One thing that the document names: what it is, where it stands, what the case knows of it. On its box, Space chooses it, Enter shows it in the text, Delete puts it aside and arrows go to the next. */
export function ProposalRow({ proposal, pages, choice, ticked, shown, onTick, onChoice, onShow, onDismiss }: ProposalRowProps): ReactElement {
  const { t } = useTranslation(['reading', 'kinds']);
  const language = useLanguage();
  const types = useTypes();
  const { mention, places, known, key, state } = proposal;
  const type = typeOf(proposal, choice);
  const value = mention.kind === 'name' || mention.kind === 'text' ? mention.raw : formatValue(mention.kind, mention.value.v, language);
  const numbers = [...new Set(places.map(({ page }) => page))];
  const toText = (): void => onShow({ key, at: shown?.key === key ? (shown.at + 1) % places.length : 0 });
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const rows = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-proposal] input') ?? [])];
    const at = rows.findIndex((row) => row === event.target);
    if (event.key === 'ArrowDown') rows[at + 1]?.focus();
    else if (event.key === 'ArrowUp') rows[at - 1]?.focus();
    else if (event.key === 'Enter') toText();
    else if (event.key === 'Delete') {
      rows[at + 1]?.focus();
      onDismiss(true);
    } else return;
    event.preventDefault();
  };
  return (
    <li className="reader__row" data-proposal={key} data-unsure={proposal.unsure} data-shown={shown?.key === key}>
      {state === 'open' ? <Checkbox className="reader__tick" checked={ticked} aria-label={t('choose', { value })} onChange={(event) => onTick(event.currentTarget.checked)} onKeyDown={press} /> : null}
      <Disc family={types.family(type)} glyph={types.glyph(type)} size={22} />
      <div className="reader__what">
        <div className="reader__value">
          <strong className="name" dir="auto">{value}</strong>
          {mention.value.doubt === undefined ? null : <span className="reader__doubt">{mention.value.doubt === 'checkDigit' ? t('checkDigit') : t(`kinds:doubt.${mention.value.doubt}`)}</span>}
        </div>
        <Sentence proposal={proposal} pages={pages} />
        <div className="reader__about">
          {proposal.unsure ? <MayBe proposal={proposal} choice={choice} onChoice={onChoice} /> : known.length > 0 ? <Known proposal={proposal} choice={choice} onChoice={onChoice} /> : mention.targets.length > 1 && state === 'open' ? (
            <HTMLSelect className="reader__type" aria-label={t('type')} value={type} options={mention.targets.map((target) => ({ value: target.type, label: t('new', { type: types.label(target.type, language) }) }))} onChange={(event) => onChoice({ type: event.currentTarget.value })} />
          ) : <span className="quiet">{t('new', { type: types.label(type, language) })}</span>}
          <span className="quiet figures reader__places">{t('times', { count: places.length, pages: numbers.slice(0, PAGES).map((page) => formatCount(page, language)).join(', ') + (numbers.length > PAGES ? ' …' : '') })}</span>
        </div>
      </div>
      <div className="reader__tools">
        <Button size="small" variant="minimal" icon={<Glyph path={mdiCrosshairsGps} size={14} />} title={t('toText')} aria-label={`${t('toText')}: ${value}`} onClick={toText} />
        {state === 'open' ? <Button size="small" variant="minimal" icon={<Glyph path={mdiEyeOffOutline} size={14} />} title={t('dismiss')} aria-label={`${t('dismiss')}: ${value}`} onClick={() => onDismiss(true)} /> : null}
        {state === 'dismissed' ? <Button size="small" variant="minimal" icon={<Glyph path={mdiEyeOutline} size={14} />} title={t('askAgain')} aria-label={`${t('askAgain')}: ${value}`} onClick={() => onDismiss(false)} /> : null}
        {state === 'said' && known[0] !== undefined ? <Button size="small" variant="minimal" icon={<Glyph path={mdiPlus} size={14} />} title={t('addToChart', { name: known[0].caption })} aria-label={t('addToChart', { name: known[0].caption })} onClick={() => void addToChart(known.map(({ id }) => id))} /> : null}
      </div>
    </li>
  );
}

/** Who of the case it is; where a name is borne by several, the one to choose. */
function Known({ proposal: { known, state }, choice, onChoice }: { proposal: Proposal; choice: Choice; onChoice: (choice: Choice) => void }): ReactElement {
  const { t } = useTranslation('reading');
  const language = useLanguage();
  const types = useTypes();
  const entity = known.find(({ id }) => id === choice.entity) ?? known[0];
  return (
    <span className="reader__known">
      <span className="quiet">{t(state === 'said' ? 'takenAs' : 'known')}</span>
      {known.length > 1 && state === 'open' ? (
        <HTMLSelect className="reader__type" aria-label={t('which')} title={t('which')} value={entity?.id} options={known.map((each) => ({ value: each.id, label: [each.caption, types.keyText(each, language)].filter(Boolean).join(' · ') }))} onChange={(event) => onChoice({ entity: event.currentTarget.value })} />
      ) : null}
      {entity === undefined ? null : <button type="button" className="link-button name" dir="auto" title={t('showEntity', { name: entity.caption })} onClick={() => selectAndCentre(entity.id)}>{entity.caption}</button>}
    </span>
  );
}

/** The sentence around the first place, with what was found marked in it. */
function Sentence({ proposal: { mention }, pages }: { proposal: Proposal; pages: ProposalRowProps['pages'] }): ReactElement | null {
  const text = pages.find(({ page }) => page === mention.page)?.text;
  if (text === undefined) return null;
  const part = (from: number, to: number): string => text.slice(from, to).replace(/\s+/gu, ' ');
  const before = part(mention.sentence.start, mention.start).trimStart();
  const from = before.length > BEFORE ? before.indexOf(' ', before.length - BEFORE) + 1 : 0;
  return <p className="reader__sentence quiet" dir="auto">{from > 0 ? `…${before.slice(from)}` : before}<mark>{part(mention.start, mention.end)}</mark>{part(mention.end, mention.sentence.end).trimEnd()}</p>;
}
