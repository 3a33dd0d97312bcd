import { Button, ButtonGroup, EditableText } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronRight, mdiDeleteOutline, mdiEyeOutline, mdiPencilOutline, mdiPlusBoxOutline, mdiPresentation } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { backToNow, lookBack, usePast } from '../../actions/past';
import { addSlide } from '../../actions/presentations';
import { chartFromSnapshot, deleteSnapshot, noteSnapshot, renameSnapshot, type SnapshotView } from '../../actions/snapshots';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { Compared } from './Compared';

const LONGEST_NOTE = 10_000;

/** The note of a snapshot, written where it is read. */
function Note({ snapshot }: { snapshot: SnapshotView }): ReactElement {
  const { t } = useTranslation('snapshots');
  const [text, setText] = useState(snapshot.note);
  return <EditableText className="snapshot__note" multiline minLines={1} maxLines={8} maxLength={LONGEST_NOTE} value={text} placeholder={t('notePlaceholder')} aria-label={t('noteOf', { name: snapshot.name })} onChange={setText} onConfirm={(value) => void noteSnapshot(snapshot, value)} />;
}

/** One snapshot: who took it and when, its note, what can be made of it, and what became of the chart since. */
export function SnapshotRow({ chart, snapshot, others, open, onToggle }: { chart: string; snapshot: SnapshotView; others: readonly SnapshotView[]; open: boolean; onToggle: () => void }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const { id, name, at, actor, items, note, used } = snapshot;
  const shown = usePast(({ past }) => past?.kind === 'snapshot' && past.snapshot === id);
  return (
    <li className="snapshot">
      <div className="snapshot__head">
        <button type="button" className="snapshot__line" aria-expanded={open} onClick={onToggle}>
          <Glyph path={open ? mdiChevronDown : mdiChevronRight} size={14} />
          <span className="snapshot__words">
            <span className="clip" dir="auto" title={name}>{name}</span>
            <span className="clip quiet snapshot__who">{formatMoment(at, language)} · {actor} · {t('items', { count: items })}</span>
            {note === '' || open ? null : <span className="clip quiet snapshot__who" dir="auto">{note}</span>}
          </span>
        </button>
        <Button size="small" variant="minimal" icon={<Glyph path={mdiPencilOutline} size={14} />} aria-label={t('renameOf', { name })} title={t('rename')} onClick={() => void renameSnapshot(snapshot)} />
      </div>
      {open ? (
        <>
          <div className="snapshot__body">
            <Note key={note} snapshot={snapshot} />
            <ButtonGroup className="snapshot__tools">
              <Button size="small" active={shown} aria-pressed={shown} icon={<Glyph path={mdiEyeOutline} size={14} />} text={t('showIt')} title={t('showItHint')} onClick={() => (shown ? backToNow() : lookBack({ kind: 'snapshot', snapshot: id, name }))} />
              <Button size="small" icon={<Glyph path={mdiPlusBoxOutline} size={14} />} text={t('makeChart')} title={t('makeChartHint')} onClick={() => void chartFromSnapshot(snapshot)} />
              <Button size="small" icon={<Glyph path={mdiPresentation} size={14} />} text={t('present')} title={t('presentHint')} onClick={() => void addSlide(snapshot)} />
              <Button size="small" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('deleteOf', { name })} title={used > 0 ? t('usedHint', { count: used }) : t('delete')} disabled={used > 0} onClick={() => void deleteSnapshot(snapshot)} />
            </ButtonGroup>
          </div>
          <Compared chart={chart} snapshot={snapshot} others={others} />
        </>
      ) : null}
    </li>
  );
}
