import { mdiFormatQuoteClose, mdiLightbulbOnOutline, mdiLightbulbOutline } from '@mdi/js';
import { memo, useRef, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../../shared/model/briefing';
import { changeBriefingPlace } from '../../../actions/briefingPlace';
import { Glyph } from '../../../ui/Glyph';
import { isTranslation, MOST_TEXT, ownWords, textIn, withText } from '../authored';
import { useEditing } from '../editing';
import { Citations } from './Citations';
import { CitePicker } from './CitePicker';
import { oneLine } from './sentenceList';
import { splitText } from './splitting';

/** What one can do to a sentence from within its field. `at` counts characters. */
export interface SentenceMoves {
  readonly type: (sentence: Sentence) => void;
  readonly set: (sentence: Sentence) => void;
  readonly split: (id: string, at: number) => void;
  /** Joins it to the one before; `after`: the next one to it. */
  readonly join: (id: string, after?: boolean) => void;
  readonly paste: (id: string, range: readonly [number, number], paragraphs: readonly (readonly string[])[]) => void;
  readonly go: (id: string, by: 1 | -1) => boolean;
  readonly toggleCite: (id: string | null) => void;
}

/** One sentence: its field, what it rests on, and whether it is the author's own view. */
export const SentenceField = memo(function SentenceField({ sentence, number, citing, moves }: { sentence: Sentence; number: number; citing: boolean; moves: SentenceMoves }): ReactElement {
  const { t } = useTranslation('briefing');
  const { writing, edits, findings } = useEditing();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id, text, cites, assessment } = sentence;
  const translating = isTranslation(text, writing);
  const uncited = !assessment && cites.length === 0 && ownWords(text).trim() !== '';
  const withheld = findings.get(id)?.some((each) => each.kind === 'citesWithheld') ?? false;
  const toggleAssessment = (): void => moves.set({ ...sentence, assessment: !assessment });
  const closeCite = (): void => {
    moves.toggleCite(null);
    field.current?.focus();
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
    const caret = start === end;
    const done = (): boolean => {
      if (event.altKey && !event.ctrlKey) {
        if (event.key.toLowerCase() === 'c') { moves.toggleCite(citing ? null : id); return true; }
        if (event.key.toLowerCase() === 'o') { toggleAssessment(); return true; }
        return false;
      }
      if (event.nativeEvent.isComposing) return false;
      if (event.key === 'Enter') {
        if (translating) moves.go(id, 1);
        else moves.split(id, start);
        return true;
      }
      if (event.key === 'Backspace' && caret && start === 0 && !translating) { moves.join(id); return true; }
      if (event.key === 'Delete' && caret && start === value.length && !translating) { moves.join(id, true); return true; }
      if (event.key === 'ArrowUp' && caret && start === 0) return moves.go(id, -1);
      if (event.key === 'ArrowDown' && caret && start === value.length) return moves.go(id, 1);
      return false;
    };
    if (done()) event.preventDefault();
  };

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (translating) return;
    const paragraphs = splitText(event.clipboardData.getData('text/plain'), writing);
    if (paragraphs.flat().length < 2) return;
    event.preventDefault();
    moves.paste(id, [event.currentTarget.selectionStart, event.currentTarget.selectionEnd], paragraphs);
  };

  return (
    <div className="sentence" data-uncited={uncited || undefined} data-assessment={assessment || undefined}>
      {translating ? <p className="authored__original quiet" lang={text.original} dir="auto">{ownWords(text)}</p> : null}
      <textarea
        ref={field} data-sentence={id} className="bp6-input grows" rows={1} maxLength={MOST_TEXT} lang={writing} dir="auto" spellCheck={false}
        aria-label={t('sentence', { number })} aria-describedby={uncited ? `${id}-uncited` : undefined} placeholder={t(translating ? 'notTranslated' : 'sentencePlaceholder')}
        value={textIn(text, writing)} onChange={(event) => moves.type({ ...sentence, text: withText(text, writing, oneLine(event.currentTarget.value)) })}
        onFocus={() => changeBriefingPlace({ sentence: id })} onBlur={edits.save} onKeyDown={press} onPaste={paste}
      />
      {uncited ? <span id={`${id}-uncited`} hidden>{t('uncited')}</span> : null}
      <div className="sentence__said">
        <Citations cites={cites} onRemove={(cite) => moves.set({ ...sentence, cites: cites.filter((each) => each !== cite) })} />
        {withheld ? <span className="sentence__withheld">{t('finding.citesWithheld')}</span> : null}
        <button type="button" className="sentence__tool" data-cite aria-expanded={citing} title={`${t('cite')} (Alt+C)`} onClick={() => moves.toggleCite(citing ? null : id)}><Glyph path={mdiFormatQuoteClose} size={13} />{t('cite')}</button>
        <button type="button" className="sentence__tool" aria-pressed={assessment} title={`${t('assessmentHint')} (Alt+O)`} onClick={toggleAssessment}><Glyph path={assessment ? mdiLightbulbOnOutline : mdiLightbulbOutline} size={13} />{t('assessment')}</button>
      </div>
      {citing ? <CitePicker cited={cites} onCite={(statements) => moves.set({ ...sentence, cites: [...new Set([...cites, ...statements])].slice(0, 500) })} onClose={closeCite} /> : null}
    </div>
  );
});
