import { useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { v7 as newId } from 'uuid';
import type { BriefingBlock, Sentence } from '../../../../shared/model/briefing';
import type { BlockOf } from '../blocks/blockList';
import { textIn } from '../authored';
import { useEditing } from '../editing';
import { SentenceField, type SentenceMoves } from './SentenceField';
import { joinSentences, newSentence, pasteSentences, splitSentence, type Caret, type Edited } from './sentenceList';

/** The sentences of a text block. One types on as in any text: Enter begins a sentence, Backspace at its start joins it to the one before, pasted text is split. */
export function TextFields({ block }: { block: BlockOf<'text'> }): ReactElement {
  const { writing, edits } = useEditing();
  const [citing, setCiting] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<Caret | null>(null);
  // A block without a sentence shows a field for the first one, which comes to be when something is written in it.
  const [first] = useState(() => newSentence(newId(), writing));
  const sentences = block.sentences.length > 0 ? block.sentences : [first];
  const latest = useRef({ ...block, sentences });
  useLayoutEffect(() => { latest.current = { ...block, sentences }; });

  const field = (id: string): HTMLTextAreaElement | null => place.current?.querySelector<HTMLTextAreaElement>(`[data-sentence="${id}"]`) ?? null;

  // The caret goes where a change wants it as soon as the sentence is there.
  useLayoutEffect(() => {
    const caret = wanted.current;
    const there = caret === null ? null : field(caret.sentence);
    if (!caret || !there) return;
    wanted.current = null;
    there.focus();
    there.setSelectionRange(caret.at, caret.at);
  });

  const moves = useMemo((): SentenceMoves => {
    const at = (id: string): number => latest.current.sentences.findIndex((each) => each.id === id);
    const show = (edited: Edited | null, following: readonly BriefingBlock[] = []): void => {
      if (!edited) return;
      wanted.current = edited.caret;
      edits.set({ ...latest.current, sentences: [...edited.sentences] }, following);
    };
    const having = (sentence: Sentence): BlockOf<'text'> => ({ ...latest.current, sentences: latest.current.sentences.map((each) => (each.id === sentence.id ? sentence : each)) });
    return {
      type: (sentence) => edits.type(having(sentence)),
      set: (sentence) => edits.set(having(sentence)),
      split: (id, caret) => show(splitSentence(latest.current.sentences, at(id), caret, writing, newId)),
      join: (id, after = false) => show(joinSentences(latest.current.sentences, at(id) + (after ? 1 : 0), writing)),
      paste: (id, range, paragraphs) => {
        const pasted = pasteSentences(latest.current.sentences, at(id), range, paragraphs, writing, newId);
        show(pasted, pasted?.blocks.map((sentences) => ({ kind: 'text', id: newId(), sentences: [...sentences] })));
      },
      go: (id, by) => {
        const next = latest.current.sentences[at(id) + by];
        const there = next && field(next.id);
        if (!next || !there) return false;
        there.focus();
        const caret = by === 1 ? 0 : textIn(next.text, writing).length;
        there.setSelectionRange(caret, caret);
        return true;
      },
      toggleCite: setCiting,
    };
  }, [edits, writing]);

  return (
    <div className="sentences" ref={place}>
      {sentences.map((sentence, index) => <SentenceField key={sentence.id} sentence={sentence} number={index + 1} citing={citing === sentence.id} moves={moves} />)}
    </div>
  );
}
