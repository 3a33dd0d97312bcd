import { Button } from '@blueprintjs/core';
import { mdiArrowExpandHorizontal, mdiArrowLeft, mdiEyeOutline, mdiTrayArrowUp } from '@mdi/js';
import { useCallback, useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingFinding } from '../../../shared/contract/briefings';
import type { BriefingRecord } from '../../../shared/model/briefing';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { changeBriefingPlace, useBriefingPlace } from '../../actions/briefingPlace';
import { isShortcut, isTyping } from '../../actions/keys';
import { runActionById } from '../../actions/registry';
import { useDock } from '../../actions/session';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { BlockList, type Jump } from './blocks/BlockList';
import { citeIn } from './blocks/blockList';
import { BriefingDetails } from './BriefingDetails';
import { EditingProvider } from './editing';
import { Findings } from './Findings';
import { LanguageTabs } from './LanguageTabs';
import { BriefingExportDialog } from './output/BriefingExportDialog';
import { PreviewPane } from './output/PreviewPane';
import { Releases } from './output/Releases';
import { useBlockEdits } from './useBlockEdits';
import { useBriefingDraft } from './useBriefingDraft';
import { useEditingData } from './useEditingData';
import { useWidth } from './useWidth';

/** From this width on, the pages stand beside the blocks; else in their place. CSS px. */
const WIDE = 780;

const NO_FINDINGS: readonly BriefingFinding[] = [];

/** One briefing: its cover, its blocks, what is doubtful about it, and its real pages. */
export function BriefingEditor({ record, recipients }: { record: BriefingRecord; recipients: readonly RecipientRecord[] }): ReactElement {
  const { t } = useTranslation('briefing');
  const briefing = useBriefingDraft(record);
  const { draft, save, set } = briefing;
  const edits = useBlockEdits(briefing);
  const { writing: chosen, preview, exporting } = useBriefingPlace();
  const writing = chosen ?? draft.language;
  const checked = useCase('case.checkBriefing', { briefing: record.id });
  const findings = checked.data ?? NO_FINDINGS;
  const editing = useEditingData(draft, writing, findings, edits);
  const [place, width] = useWidth<HTMLDivElement>();
  const [jump, setJump] = useState<Jump | null>(null);
  const wide = width >= WIDE;

  // Citations from elsewhere come in as long as the editor is open.
  const cite = useCallback((sentence: string, statements: readonly string[]) => set((now) => ({ blocks: citeIn(now.blocks, sentence, statements) })), [set]);
  useEffect(() => {
    changeBriefingPlace({ cite });
    return () => changeBriefingPlace({ cite: null, sentence: null });
  }, [cite]);

  const goTo = ({ block, sentence }: BriefingFinding): void => {
    if (!wide) changeBriefingPlace({ preview: false });
    setJump({ block, sentence });
  };
  const leave = (): void => {
    void save();
    changeBriefingPlace({ briefing: null, exporting: false });
  };
  // Within the fields too one step of the case is undone, not the last keys: breaking and joining sentences are steps that a field knows nothing of.
  const press = (event: KeyboardEvent): void => {
    const step = isShortcut(event, 'Ctrl+Z') ? 'edit.undo' : isShortcut(event, 'Ctrl+Y') || isShortcut(event, 'Ctrl+Shift+Z') ? 'edit.redo' : null;
    // Fields that search, and those of dialogs, keep their own way.
    if (step === null || !isTyping(event.target) || !(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target) || event.target.getAttribute('type') === 'search') return;
    event.preventDefault();
    void save().then(() => runActionById(step));
  };
  return (
    <EditingProvider value={editing}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the fields in it */}
      <div className="panel brief" ref={place} data-wide={wide || undefined} onKeyDown={press}>
        <div className="panel__head brief__head">
          <Button size="small" variant="minimal" icon={<Glyph path={mdiArrowLeft} size={16} />} aria-label={t('back')} title={t('back')} onClick={leave} />
          <LanguageTabs blocks={draft.blocks} writing={writing} exported={draft.language} />
          <span className="brief__buttons">
            <Button size="small" variant="minimal" icon={<Glyph path={mdiArrowExpandHorizontal} size={14} />} aria-label={t(wide ? 'narrow' : 'widen')} title={t(wide ? 'narrow' : 'widen')} onClick={() => useDock.getState().controls?.widen('briefings')} />
            <Button size="small" active={preview} aria-pressed={preview} icon={<Glyph path={mdiEyeOutline} size={14} />} text={t('preview')} onClick={() => changeBriefingPlace({ preview: !preview })} />
            <Button size="small" intent="primary" icon={<Glyph path={mdiTrayArrowUp} size={14} />} text={t('export')} onClick={() => { void save(); changeBriefingPlace({ exporting: true }); }} />
          </span>
        </div>
        <div className="brief__areas">
          {/* In a narrow panel it only gives way to the pages: what is open in it stays open. */}
          <div className="brief__edit" hidden={preview && !wide}>
            <BriefingDetails briefing={briefing} recipients={recipients} />
            {checked.data ? <Findings findings={findings} onJump={goTo} /> : null}
            <BlockList blocks={draft.blocks} findings={findings} jump={jump} />
            <Releases briefing={record.id} />
          </div>
          {preview && width > 0 ? <PreviewPane briefing={draft} /> : null}
        </div>
      </div>
      {exporting ? <BriefingExportDialog briefing={draft} recipients={recipients} findings={checked.data ?? null} checkFailure={checked.error} prepare={save} onJump={goTo} onClose={() => changeBriefingPlace({ exporting: false })} /> : null}
    </EditingProvider>
  );
}
