import type { ReactElement } from 'react';
import { Glyph } from './Glyph';

/** An entity's mark as it is on the canvas: tinted disc, ring and glyph in the colour of its family. `size` in px. */
export function Disc({ family, glyph, size = 24, label }: { family: string; glyph: string; size?: number; label?: string }): ReactElement {
  return (
    <span className="disc" data-family={family} style={{ width: size, height: size }}>
      <Glyph path={glyph} size={Math.round(size * 0.6)} {...(label ? { label } : {})} />
    </span>
  );
}
