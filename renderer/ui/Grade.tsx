import type { ReactElement } from 'react';

/** A short code in a mark: grey for a grading, outlined for a handling code, so that the two are told apart; nothing when there is none. */
export function Grade({ text, title, kind = 'grading' }: { text: string; title?: string; kind?: 'grading' | 'handling' }): ReactElement | null {
  return text === '' ? null : <span className={`grade ${kind === 'handling' ? 'grade--handling' : ''}`} title={title || undefined}>{text}</span>;
}
