import { mdiArrowLeft, mdiArrowRight, mdiMinus } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectLink } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { useLanguage } from '../../ui/language';
import { formatValue } from '../../../shared/values';
import type { LinkView } from '../../../shared/contract';

/** One link of a line: when, what (`named`: where the list holds several types) and which way, of a pair by an arrow between its two, how much. */
export function LineRow({ link, named, graded, pair }: { link: LinkView; named: boolean; graded: boolean; pair: readonly string[] }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const directed = types.link(link.type)?.directed ?? false;
  const forth = link.from === pair[0];
  return (
    <tr>
      <td className="figures"><button type="button" className="link-button" title={t('showLink')} onClick={() => selectLink(link.id)}>{link.start ? formatValue('date', link.start, language) : types.label(link.type, language)}</button></td>
      <td>
        {named ? <span>{types.label(link.type, language)} </span> : null}
        {pair.length > 0 ? <span className="line-members__way" title={`${link.fromCaption} → ${link.toCaption}`}><Glyph path={!directed ? mdiMinus : forth ? mdiArrowRight : mdiArrowLeft} size={13} label={directed ? `${link.fromCaption} → ${link.toCaption}` : ''} /></span> : <span className="name" dir="auto">{link.fromCaption} {directed ? '→' : '–'} {link.toCaption}</span>}
      </td>
      <td className="number">{link.amount ? formatValue('money', link.amount, language) : ''}</td>
      {graded ? <td><Grade text={link.grading} /></td> : null}
    </tr>
  );
}
