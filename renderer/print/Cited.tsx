import { Fragment, type ReactElement } from 'react';
import type { CitedText } from '../../shared/briefing/document';

/** Source numbers, each leading to its row in the list of sources. */
export function SourceNumbers({ sources }: { sources: readonly number[] }): ReactElement {
  return (
    <>
      {sources.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && ', '}
          <a href={`#source-${number}`}>{number}</a>
        </Fragment>
      ))}
    </>
  );
}

/** Numbers of footnotes, each leading to its note at the end of the section. */
function NoteNumbers({ notes }: { notes: readonly number[] }): ReactElement {
  return (
    <>
      {notes.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && ', '}
          <a href={`#note-${number}`}>{number}</a>
        </Fragment>
      ))}
    </>
  );
}

/** Keeps source numbers on the line of the word that they stand behind. */
const JOINER = '\u2060';

/** Numbers and dates that a line must not break: "03-04-1984", "10:15", "84.03.14-123.45". */
const UNBROKEN = /(\d[\d.,:/-]*[-:/.,][\d.,:/-]*\d)/;

/** A text whose numbers stay whole. */
export function Unbroken({ text }: { text: string }): ReactElement {
  return <>{text.split(UNBROKEN).map((part, index) => (index % 2 === 0 ? part : <span key={index} className="unbroken">{part}</span>))}</>;
}

/** A text with the numbers of its footnotes and sources raised behind it. Names in any script keep their own direction, and words of another language say so. */
export function Cited({ part }: { part: CitedText }): ReactElement {
  return (
    <>
      <bdi className={`cited-${part.emphasis}`} lang={part.language}><Unbroken text={part.text} /></bdi>
      {part.notes !== undefined && part.notes.length > 0 && <>{JOINER}<sup><NoteNumbers notes={part.notes} /></sup></>}
      {part.sources.length > 0 && <>{JOINER}<sup>[<SourceNumbers sources={part.sources} />]</sup></>}
    </>
  );
}
