import { Button, Dialog, DialogBody, DialogFooter, InputGroup } from '@blueprintjs/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

/** A question put to the user. All texts are translation keys; `values` fill them. With `input`, one line of text is asked for. */
export interface Question {
  readonly title: string;
  readonly body?: string;
  readonly action: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly danger?: boolean;
  readonly input?: { readonly label: string; readonly value: string };
}

interface Pending extends Question {
  readonly answer: (text: string | null) => void;
}

const usePending = create<{ readonly pending: Pending | null }>(() => ({ pending: null }));

function put(question: Question): Promise<string | null> {
  return new Promise((resolve) => {
    usePending.getState().pending?.answer(null);
    usePending.setState({ pending: { ...question, answer: (text) => { usePending.setState({ pending: null }); resolve(text); } } });
  });
}

/** Asks yes or no. Resolves to true when the user agreed. */
export async function confirm(question: Omit<Question, 'input'>): Promise<boolean> {
  return (await put(question)) !== null;
}

/** Asks for one line of text. Resolves to the trimmed text, or null when the user stepped back. */
export function askText(question: Question & { readonly input: { readonly label: string; readonly value: string } }): Promise<string | null> {
  return put(question);
}

/** The place where questions appear; once per window. */
export function QuestionDialog(): ReactElement | null {
  const { t } = useTranslation();
  const pending = usePending((state) => state.pending);
  const [text, setText] = useState('');
  useEffect(() => setText(pending?.input?.value ?? ''), [pending]);
  if (!pending) return null;
  const ready = !pending.input || text.trim() !== '';
  return (
    <Dialog isOpen title={t(pending.title, pending.values ?? {})} onClose={() => pending.answer(null)} className="question">
      <form onSubmit={(event) => { event.preventDefault(); if (ready) pending.answer(text.trim()); }}>
        <DialogBody>
          {pending.body ? <p>{t(pending.body, pending.values ?? {})}</p> : null}
          {pending.input ? <InputGroup autoFocus fill value={text} onValueChange={setText} aria-label={t(pending.input.label)} onFocus={(event) => event.currentTarget.select()} /> : null}
        </DialogBody>
        <DialogFooter
          actions={
            <>
              {/* What cannot be meant by a key pressed too soon waits for a second one. */}
              <Button text={t('app:cancel')} autoFocus={!pending.input && pending.danger === true} onClick={() => pending.answer(null)} />
              <Button type="submit" autoFocus={!pending.input && pending.danger !== true} intent={pending.danger ? 'danger' : 'primary'} disabled={!ready} text={t(pending.action, pending.values ?? {})} />
            </>
          }
        />
      </form>
    </Dialog>
  );
}
