import type { ReactElement } from 'react';

/** A short code of grading or handling in a grey mark; nothing when there is none. */
export function Grade({ text, title }: { text: string; title?: string }): ReactElement | null {
  return text === '' ? null : <span className="grade" title={title}>{text}</span>;
}
