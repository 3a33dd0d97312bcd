import { Button, Callout, Dialog, DialogBody, DialogFooter, SegmentedControl, Spinner } from '@blueprintjs/core';
import { stemOf } from './fileStem';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract';
import type { WatchListView, WatchScope } from '../../../shared/contract/watching';
import { attempt, openCaseClient } from '../../actions/execute';
import { useWatchDesk } from '../../actions/watch';
import { failureText } from '../../ui/failureText';
import { formatCount, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { AboutFields, type About } from './AboutFields';
import { ColumnTable } from './ColumnTable';
import { EntryTable } from './EntryTable';
import { ReadingFields } from './ReadingFields';
import { useWatchPreview } from './useWatchPreview';

interface LoadDialogProps {
  readonly file: ChosenFile;
  /** The list that this is a newer version of. */
  readonly replaces: WatchListView | null;
  /** Whether this workstation keeps lists of its own. */
  readonly workstation: boolean;
  readonly onClose: () => void;
}

/** A file on its way to be a watch list: what each column is, what comes of the first rows, which rows give nothing and why, and what is said of the list. */
export function LoadDialog({ file, replaces, workstation, onClose }: LoadDialogProps): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const draft = useWatchPreview(file.token, replaces?.id ?? null);
  const [about, setAbout] = useState<About>({ name: replaces?.name ?? stemOf(file.name), owner: replaces?.owner ?? '', instruction: replaces?.instruction ?? '', expires: replaces?.expires ?? '' });
  const [scope, setScope] = useState<WatchScope>(replaces?.scope ?? 'case');
  const [busy, setBusy] = useState(false);
  const { preview } = draft;
  const ready = !busy && !draft.reading && preview !== null && preview.counts.entries > 0 && !preview.tooLong && about.name.trim() !== '';
  const shown = (count: number): { count: number; shown: string } => ({ count, shown: formatCount(count, language) });
  const load = async (): Promise<void> => {
    if (preview === null) return;
    setBusy(true);
    const loaded = await attempt(() => openCaseClient()['case.loadWatchList']({ file: file.token, reading: preview.reading, columns: preview.columns, scope, replaces: replaces?.id ?? null, ...about, name: about.name.trim(), expires: about.expires === '' ? null : about.expires }));
    setBusy(false);
    if (!loaded) return;
    if (replaces === null) notify('watch:loaded', { name: about.name.trim(), ...shown(loaded.entries) }, 'success');
    else notify('watch:reloaded', { name: about.name.trim(), added: formatCount(loaded.added, language), gone: formatCount(loaded.gone, language) }, 'success');
    useWatchDesk.setState({ tab: 'lists', hit: null });
    onClose();
  };
  return (
    <Dialog isOpen className="watch-load" title={replaces === null ? t('loadTitle', { file: file.name }) : t('reloadTitle', { name: replaces.name, file: file.name })} onClose={onClose} canOutsideClickClose={false}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void load(); }}>
        <DialogBody>
          {draft.error === null ? null : <Callout intent="danger">{failureText(t, draft.error)}</Callout>}
          {preview === null ? (draft.error === null ? <Spinner size={24} /> : null) : (
            <>
              <AboutFields about={about} onChange={setAbout} />
              {replaces === null && workstation ? (
                <div className="watch-load__scope">
                  <span>{t('keptWhere')}</span>
                  <SegmentedControl size="small" value={scope} onValueChange={(value) => setScope(value === 'workstation' ? 'workstation' : 'case')} options={(['case', 'workstation'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))} />
                  <span className="quiet">{t(`scopeHint.${scope}`)}</span>
                </div>
              ) : null}
              <ReadingFields preview={preview} onReading={draft.setReading} />
              <ColumnTable preview={preview} onColumns={draft.setColumns} />
              {preview.tooLong ? <Callout intent="warning">{t('failures:watchListTooLong', { entries: formatCount(preview.counts.entries, language), most: formatCount(50_000, language) })}</Callout> : null}
              {preview.counts.entries === 0 ? <Callout intent="warning">{t('failures:watchListEmpty', { name: file.name })}</Callout> : null}
              <EntryTable preview={preview} />
            </>
          )}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button type="submit" intent="primary" disabled={!ready} loading={busy} text={preview === null || preview.counts.entries === 0 ? t('load') : t('take', shown(preview.counts.entries))} /></>}>
          {preview === null ? null : <span className="quiet figures">{summary(t, preview, language)}{draft.reading ? ' …' : ''}</span>}
        </DialogFooter>
      </form>
    </Dialog>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

/** How many rows give what, in one line. */
function summary(t: Words, { counts, change }: NonNullable<ReturnType<typeof useWatchPreview>['preview']>, language: ReturnType<typeof useLanguage>): string {
  const of = (key: string, count: number): string => (count === 0 ? '' : t(key, { count, shown: formatCount(count, language) }));
  const parts = [of('countEntries', counts.entries), of('countRepeated', counts.repeated), of('countNone', counts.none), of('countDoubts', counts.doubts)];
  const differs = change === null ? [] : [t('countChange', { added: formatCount(change.added, language), gone: formatCount(change.gone, language), kept: formatCount(change.kept, language) })];
  return [...parts, ...differs].filter((part) => part !== '').join(' · ');
}
