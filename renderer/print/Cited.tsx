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

/** A text with its source numbers raised behind it. Names in any script keep their own direction. */
export function Cited({ part }: { part: CitedText }): ReactElement {
  return (
    <>
      <bdi className={`cited-${part.emphasis}`}>{part.text}</bdi>
      {part.sources.length > 0 && <sup>[<SourceNumbers sources={part.sources} />]</sup>}
    </>
  );
}
