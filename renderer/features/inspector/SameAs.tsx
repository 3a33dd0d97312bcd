import { mdiAccountMultipleCheckOutline, mdiAccountQuestionOutline, mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openPair, openPairsOf, withdraw } from '../../actions/judging';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { JudgementLine } from '../../ui/JudgementLine';
import type { EntityView } from '../../../shared/contract';
import type { JudgementView } from '../../../shared/contract/judging';

/** For which records an entity stands, by whose judgement and why; and who else it may be. Nothing where nobody judged and nothing is proposed. */
export function SameAs({ entity }: { entity: EntityView }): ReactElement | null {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const [open, setOpen] = useState(false);
  const seenAs = useSession((state) => state.viewingAs);
  const compared = seenAs === null && types.entity(entity.type)?.matchAs !== undefined;
  const { data } = useCase('case.identityOf', { id: entity.id });
  const { data: proposed } = useCase('case.queue', { queue: 'open', entity: entity.id, limit: 1 }, compared);
  const members = data?.members ?? [];
  const judgements = data?.judgements ?? [];
  // What was asked with one's own eyes stays at hand, and is not for a recipient's.
  const others = compared ? (proposed?.total ?? 0) : 0;
  if (members.length < 2 && judgements.length === 0 && others === 0) return null;
  const actionsOf = (judgement: JudgementView): { text: string; run: () => void }[] => (seenAs !== null ? [] : [
    { text: t('compare'), run: () => openPair(judgement.left.id, judgement.right.id) },
    ...(judgement.service === null ? [{ text: t('withdraw'), run: () => void withdraw(judgement) }] : []),
  ]);
  return (
    <section className="same-as">
      {members.length < 2 && judgements.length === 0 ? null : (
        <button type="button" className="link-button same-as__head" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Glyph path={mdiAccountMultipleCheckOutline} size={15} />
          <span>{members.length > 1 ? t('sameAs', { count: members.length }) : t('judgedOn', { count: judgements.length })}</span>
          <Glyph path={open ? mdiChevronDown : mdiChevronRight} size={15} />
        </button>
      )}
      {open ? (
        <>
          {members.length < 2 ? null : (
            <ul className="same-as__members">
              {members.map((each) => <li key={each.id}><span className="name" dir="auto">{each.caption}</span> <span className="quiet figures">{[types.keyText(each, language), t('inspector:sourceCount', { count: each.sources }), t('inspector:linkCount', { count: each.links })].filter((part) => part !== '').join(' · ')}</span></li>)}
            </ul>
          )}
          <ol className="judgements">{judgements.map((each) => <JudgementLine key={each.id} judgement={each} actions={actionsOf(each)} />)}</ol>
        </>
      ) : null}
      {others > 0 ? <button type="button" className="link-button same-as__head" onClick={() => openPairsOf(entity.id)}><Glyph path={mdiAccountQuestionOutline} size={15} /> <span>{t('mayBe', { count: others })}</span></button> : null}
    </section>
  );
}
