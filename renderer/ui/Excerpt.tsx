import type { ReactElement } from 'react';

/** Text with its matches between U+0002 and U+0003, shown as marked text; never as HTML. */
export function Excerpt({ text }: { text: string }): ReactElement {
  const parts = text.split('\u0002').flatMap((part, index) => {
    if (index === 0) return [{ text: part, match: false }];
    const [match = '', rest = ''] = part.split('\u0003');
    return [{ text: match, match: true }, { text: rest, match: false }];
  });
  return <span className="name">{parts.map((part, index) => (part.match ? <mark key={index}>{part.text}</mark> : part.text))}</span>;
}
