import { useEffect, type ReactElement } from 'react';
import type { PageMarking } from '../../shared/contract/printService';

function Band({ marking, side }: { marking: PageMarking; side: 'top' | 'bottom' }): ReactElement {
  return (
    <div className={`marking marking--${side}`}>
      <span className="marking-text">{marking.text}</span>
      {/* TLP 2.0 asks for its label at the right, in its colour on black, of 12 pt or more. */}
      <span className="marking-labels">{marking.labels.map((label) => <svg key={label.text} className="marking-label" width={label.text.length * 10.6 + 12} height="20"><rect width="100%" height="100%" fill="#000000" /><text x="50%" y="15" textAnchor="middle" fontSize="16" fontWeight="600" fill={label.colour}>{label.text}</text></svg>)}</span>
    </div>
  );
}

/** One sheet per marking, with nothing on it but that marking at its top and bottom. */
export function Markings({ sheets, onLaidOut }: { sheets: readonly PageMarking[]; onLaidOut: () => void }): ReactElement {
  useEffect(onLaidOut, [onLaidOut]);
  return (
    <>
      {sheets.map((marking, index) => (
        <div key={index} className="marking-sheet">
          <Band marking={marking} side="top" />
          <Band marking={marking} side="bottom" />
        </div>
      ))}
    </>
  );
}
