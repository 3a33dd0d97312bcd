import { Fragment, type ReactElement } from 'react';
import type { CitedText } from '../../shared/briefing/document';
import { Cited } from './Cited';

export function Paragraph({ parts }: { parts: readonly CitedText[] }): ReactElement {
  return (
    <p>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <Cited part={part} />
        </Fragment>
      ))}
    </p>
  );
}
