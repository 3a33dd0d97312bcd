import { mdiArrowLeft, mdiArrowRight } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectAndCentre, selectLink } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';
import { formatValue } from '../../../shared/values';
import type { LinkView } from '../../../shared/contract';

/** Single links, newest first, with date, amount and the other end; each can be shown in full. */
export function LinkList({ links, total, seenFrom }: { links: readonly LinkView[]; total: number; seenFrom: string | null }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  return (
    <>
      <table className="rows link-list"><tbody>{links.map((link) => <LinkRow key={link.id} link={link} seenFrom={seenFrom} />)}</tbody></table>
      {total > links.length ? <p className="facts__more quiet">{t('moreLinks', { shown: formatCount(links.length, language), total: formatCount(total, language) })}</p> : null}
    </>
  );
}

function LinkRow({ link, seenFrom }: { link: LinkView; seenFrom: string | null }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const outward = link.from === seenFrom;
  const directed = types.link(link.type)?.directed ?? false;
  return (
    <tr>
      <td className="figures"><button type="button" className="link-button" title={t('showLink')} onClick={() => selectLink(link.id)}>{link.start ? formatValue('date', link.start, language) : types.label(link.type, language)}</button></td>
      <td>
        {seenFrom === null ? <span className="name">{link.fromCaption} → {link.toCaption}</span> : (
          <button type="button" className="link-button link-list__other" onClick={() => selectAndCentre(outward ? link.to : link.from)}>
            {directed ? <Glyph path={outward ? mdiArrowRight : mdiArrowLeft} size={12} label={t(outward ? 'outward' : 'inward')} /> : null}
            <span className="name">{outward ? link.toCaption : link.fromCaption}</span>
          </button>
        )}
      </td>
      <td className="number">{link.amount ? formatValue('money', link.amount, language) : ''}</td>
      <td><Grade text={link.grading} /></td>
    </tr>
  );
}
