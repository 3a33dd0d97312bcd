import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { formatCount, useLanguage } from '../../ui/language';
import type { ImportCount } from '../../../shared/contract';

const CELLS = 6;

/** What was counted: new and known by type, and every reason for a refusal or a doubt with its first examples. */
export function CountTable({ count, headings }: { count: ImportCount; headings: readonly string[] }): ReactElement {
  const { t } = useTranslation(['import', 'kinds']);
  const language = useLanguage();
  const types = useTypes();
  const number = (value: number): string => (value === 0 ? '–' : formatCount(value, language));
  const counted = [...count.entities, ...count.links];
  const more = ([['legsAhead', count.legs], ['pagesAhead', count.pages], ['attachmentsAhead', count.attachments], ['revokedAhead', count.revoked]] as const).filter(([, value]) => value > 0);
  return (
    <div className="count">
      {counted.length === 0 ? null : (
        <table>
          <thead><tr><th scope="col" aria-label={t('import:countType')} /><th scope="col">{t('import:countNew')}</th><th scope="col" title={t('import:knownHint')}>{t('import:countKnown')}</th></tr></thead>
          <tbody>
            {counted.map(({ type, added, known }) => (
              <tr key={type} data-family={types.entity(type) ? types.family(type) : undefined}>
                <th scope="row" className="clip">{types.label(type, language, added + known)}</th><td className="figures">{number(added)}</td><td className="figures">{number(known)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more.map(([key, value]) => <p key={key} className="quiet">{t(`import:${key}`, { count: value })}</p>)}
      {count.rejected === 0 ? null : (
        <details className="count__reasons">
          <summary>{t('import:rejectsAhead', { count: count.rejected })}</summary>
          {count.rejects.map(({ code, count: times, first }) => (
            <div key={code}>
              <strong>{t(`kinds:reject.${code}`)} <span className="figures quiet">{formatCount(times, language)}</span></strong>
              <ul>{first.map((reject) => <li key={reject.row} dir="auto"><span className="quiet figures">{formatCount(reject.row, language)}</span> {reject.cells.filter((cell) => cell.trim() !== '').slice(0, CELLS).join(' · ') || '–'}</li>)}</ul>
            </div>
          ))}
        </details>
      )}
      {count.doubtful === 0 ? null : (
        <details className="count__reasons">
          <summary>{t('import:doubtsAhead', { count: count.doubtful })}</summary>
          {count.doubts.map(({ column, code, count: times, first }) => (
            <div key={`${column}/${code}`}>
              <strong>{headings[column] ?? ''} <span className="figures quiet">{formatCount(times, language)}</span></strong> <span className="quiet">{t(`kinds:doubt.${code}`)}</span>
              <ul>{first.map(({ row, text }, index) => <li key={`${row}/${index}`} dir="auto"><span className="quiet figures">{formatCount(row, language)}</span> {text}</li>)}</ul>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
