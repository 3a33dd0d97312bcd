import type { ReactElement } from 'react';
import type { FormattingRule } from '../../../shared/model/formatting';
import './swatch.css';

const DASHES = { solid: undefined, dashed: '5 3', dotted: '1.5 2.5' } as const;
const WIDE = 6;
const LARGE = 1.3;

/** What a rule does, as a small drawing: a disc of its colour and size, or a line of its colour, width and stroke. */
export function RuleSwatch({ rule: { target, effect } }: { rule: Pick<FormattingRule, 'target' | 'effect'> }): ReactElement {
  return (
    <svg className="rule-swatch" width={26} height={18} viewBox="0 0 26 18" aria-hidden>
      {target === 'entities'
        ? <circle cx={13} cy={9} r={6 * Math.min(LARGE, effect.size ?? 1)} style={effect.colour === undefined ? undefined : { fill: effect.colour }} />
        : <line x1={1} x2={25} y1={9} y2={9} strokeWidth={Math.min(WIDE, effect.width ?? 2)} strokeDasharray={DASHES[effect.line ?? 'solid']} style={effect.colour === undefined ? undefined : { stroke: effect.colour }} />}
    </svg>
  );
}
