import type { ReactElement } from 'react';
import type { Figure } from '../../shared/briefing/document';
import type { Family } from '../../shared/schema/types';
import { DASHES, INK } from './figureInk';
import { NodeMark } from './NodeMark';

/** Sentences under a legend: what corners and numbers mean, and what found no room. */
export function notesOf(legend: Figure['legend'], { badges, unlabelled, unnumbered }: { readonly badges: boolean; readonly unlabelled: number; readonly unnumbered: boolean }): readonly string[] {
  return [...(badges ? legend.badges : []), ...legend.notes, ...(unnumbered ? [legend.unnumbered] : []), ...(unlabelled === 0 ? [] : [legend.unlabelled.replace('{{count}}', String(unlabelled))])];
}

/** What the marks, lines and badges of one figure mean, and how many of each there are. */
export function FigureLegend({ legend, badges, unlabelled, unnumbered }: { legend: Figure['legend']; badges: boolean; unlabelled: number; unnumbered: boolean }): ReactElement {
  const notes = notesOf(legend, { badges, unlabelled, unnumbered });
  return (
    <div className="legend">
      <ul className="legend-marks">
        {legend.types.map(({ family, icon, label, count }) => (
          <li key={`${icon} ${label}`}>
            <svg width="15" height="15" viewBox="-22 -22 44 44" aria-hidden="true"><NodeMark family={family as Family} icon={icon} x={0} y={0} scale={1} /></svg>
            {count} {label}
          </li>
        ))}
        {legend.strengths.map(({ strength, label }) => (
          <li key={strength}>
            <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true"><line x1="0" y1="4" x2="26" y2="4" stroke={INK.line} strokeWidth="1.6" strokeDasharray={DASHES[strength].join(' ')} strokeLinecap={strength === 'tentative' ? 'round' : 'butt'} /></svg>
            {label}
          </li>
        ))}
      </ul>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </div>
  );
}
