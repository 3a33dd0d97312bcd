import { mdiClose, mdiLockOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectAndCentre, selectLink } from '../../../actions/selectionActions';
import { openCaseClient, attempt } from '../../../actions/execute';
import { Glyph } from '../../../ui/Glyph';
import type { CitedStatement } from '../../../../shared/contract/briefings';
import { useEditing } from '../editing';

/** Shows in the inspector what a statement is about. */
async function showSubject(subject: string): Promise<void> {
  const view = await attempt(() => openCaseClient()['case.subject']({ id: subject }));
  if (view?.kind === 'link') selectLink(subject);
  else if (view) selectAndCentre(subject);
}

/** What a sentence or row rests on: one chip per statement, with its subject, grading and place in the source. */
export function Citations({ cites, onRemove }: { cites: readonly string[]; onRemove: (id: string) => void }): ReactElement | null {
  const { statements, statementsFetched } = useEditing();
  if (cites.length === 0) return null;
  return (
    <>
      {cites.map((id) => {
        const statement = statements.get(id);
        // While they are being fetched nothing is said about them: "gone" would be a lie.
        return statement === undefined && !statementsFetched ? null : <Chip key={id} statement={statement} onRemove={() => onRemove(id)} />;
      })}
    </>
  );
}

function Chip({ statement, onRemove }: { statement: CitedStatement | undefined; onRemove: () => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const place = statement === undefined ? '' : [statement.caption, statement.grading, [statement.sourceTitle, statement.place].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
  const name = statement === undefined ? t('citationGone') : place;
  const state = statement === undefined ? 'gone' : statement.retracted ? 'retracted' : 'live';
  return (
    <span className="citation" data-state={state}>
      {statement === undefined ? <span className="clip">{name}</span> : (
        <button type="button" className="citation__text clip" dir="auto" title={[statement.text, place, statement.retracted ? t('retracted') : ''].filter(Boolean).join('\n')} onClick={() => void showSubject(statement.subject)}>
          {statement.handling === '' ? null : <span className="citation__code"><Glyph path={mdiLockOutline} size={10} />{statement.handling}</span>}
          {name}{statement.retracted ? <span className="citation__state"> · {t('retracted')}</span> : null}
        </button>
      )}
      <button type="button" className="citation__remove" aria-label={t('removeCitation', { name })} title={t('removeCitation', { name })} onClick={onRemove}><Glyph path={mdiClose} size={11} /></button>
    </span>
  );
}
