import { Tab, Tabs } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchPreview } from '../../../shared/contract/watching';
import type { WatchEntry } from '../../../shared/model/identity';
import { formatValue } from '../../../shared/values';
import { formatCount, useLanguage } from '../../ui/language';
import { useEntryTexts } from './entryTexts';

/** The first rows as they are understood, and those that give no entry, with why. */
export function EntryTable({ preview }: { preview: WatchPreview }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const { first, none, counts } = preview;
  return (
    <Tabs id="watch-preview" className="watch-preview" renderActiveTabPanelOnly>
      <Tab id="first" title={t('understood', { shown: formatCount(first.length, language) })} panel={<Understood first={first} />} />
      <Tab id="none" disabled={none.length === 0} title={t('noEntries', { shown: formatCount(counts.none, language) })} panel={<NoEntries none={none} more={counts.none - none.length} />} />
    </Tabs>
  );
}

function Understood({ first }: { first: WatchPreview['first'] }): ReactElement {
  const { t } = useTranslation('watch');
  return (
    <table className="watch-table">
      <thead><tr><th>{t('row')}</th><th>{t('kind')}</th><th>{t('names')}</th><th>{t('born')}</th><th>{t('numbers')}</th><th>{t('note')}</th></tr></thead>
      <tbody>{first.map(({ entry, doubts }) => <EntryRow key={entry.number} entry={entry} doubts={doubts} />)}</tbody>
    </table>
  );
}

function EntryRow({ entry, doubts }: { entry: WatchEntry; doubts: WatchPreview['first'][number]['doubts'] }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const { identifiers } = useEntryTexts();
  const numbers = identifiers(entry).flatMap(({ label, values }) => values.map((value) => `${label} ${value}`));
  return (
    <tr>
      <td className="figures quiet">{entry.row}</td>
      <td>{t(`kinds.${entry.kind ?? 'none'}`)}</td>
      <td><span className="name" dir="auto">{[...entry.names, ...entry.addresses].join('; ')}</span></td>
      <td className="figures">{entry.births.map((birth) => formatValue('date', birth, language)).join('; ')}</td>
      <td className="figures">
        {numbers.join('; ')}
        {doubts.map(({ column, code, text }) => <span key={`${column} ${text}`} className="watch-table__doubt" title={t(`kinds:doubt.${code}`)}>{text}</span>)}
      </td>
      <td className="quiet"><span className="clip watch-table__note" title={entry.note}>{entry.note.replaceAll('\n', ' · ')}</span></td>
    </tr>
  );
}

function NoEntries({ none, more }: { none: WatchPreview['none']; more: number }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  return (
    <>
      <table className="watch-table">
        <thead><tr><th>{t('row')}</th><th>{t('why')}</th><th>{t('written')}</th></tr></thead>
        <tbody>{none.map(({ row, why, text }) => <tr key={row}><td className="figures quiet">{row}</td><td>{t(`reject.${why}`)}</td><td className="quiet" dir="auto">{text}</td></tr>)}</tbody>
      </table>
      {more > 0 ? <p className="quiet">{t('moreNone', { shown: formatCount(more, language) })}</p> : null}
    </>
  );
}
