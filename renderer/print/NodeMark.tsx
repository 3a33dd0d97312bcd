import type { ReactElement } from 'react';
import { FORMS, type Form } from '../canvas/forms';
import type { Figure } from '../../shared/briefing/document';
import type { Family } from '../../shared/schema/types';
import { inkOn } from '../canvas/colours';
import { ownTone, toneOf } from './figureInk';
import { GLYPH, glyphs } from './glyphPaths';

/** A face needs more room on paper than a sign. */
const LARGER = 1.15;

type Photo = NonNullable<Figure['nodes'][number]['photo']>;

const regular = (corners: number, turn: number): readonly number[] => Array.from({ length: corners }, (_, index) => {
  const angle = ((index + turn) / corners) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
}).flat();

/** Corners of the shapes that have any, from -1 to 1. The octagon is turned to stand on a side. */
const CORNERS: Readonly<Partial<Record<Form['shape'], readonly number[]>>> = {
  hexagon: [-0.5, -1, 0.5, -1, 1, 0, 0.5, 1, -0.5, 1, -1, 0],
  octagon: regular(8, 0.5).map((value) => value / Math.cos(Math.PI / 8)),
  diamond: [0, -1, 1, 0, 0, 1, -1, 0],
};

const form = (family: Family): Form => (Object.hasOwn(FORMS, family) ? FORMS[family] : FORMS.documents);

/** The frame and glyph of an entity, as on the canvas: tint, ring in the colour of its family, dark glyph; a `colour` of its own in place of that of its family. `scale` in CSS px per chart unit. */
export function NodeMark({ family, icon, x, y, scale, colour, photo, bare = false }: { family: Family; icon: string; x: number; y: number; scale: number; colour?: string | undefined; photo?: Photo | undefined; bare?: boolean }): ReactElement | null {
  if (bare) return null;
  const { shape, width, height, points, glyphX = 0, glyphY = 0 } = form(family);
  const { ink, tint } = colour === undefined ? toneOf(family) : ownTone(colour);
  const corners = points ?? CORNERS[shape];
  const path = Object.hasOwn(glyphs, icon) ? glyphs[icon] : undefined;
  // Rings keep their weight when a figure is drawn small.
  const ring = { fill: tint, stroke: ink, strokeWidth: Math.max(1.5, 0.9 / scale), strokeLinejoin: 'round' as const };
  const pairs = corners?.map((value, index) => (value * (index % 2 === 0 ? width : height)) / 2);
  // A photograph that was not cut yet is not shown: only what was painted anew leaves.
  if (photo !== undefined && photo.cut === undefined) {
    const side = width * LARGER;
    return (
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        <image x={-side / 2} y={-side / 2} width={side} height={side} href={`data:${photo.mediaType};base64,${photo.data}`} />
        <circle cx={0} cy={0} r={side / 2} fill="none" stroke={ink} strokeWidth={ring.strokeWidth} />
      </g>
    );
  }
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      {pairs && <polygon points={pairs.join(' ')} {...ring} />}
      {!pairs && shape === 'ellipse' && <ellipse rx={width / 2} ry={height / 2} {...ring} />}
      {!pairs && shape !== 'ellipse' && <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={shape === 'round-rectangle' ? 8 : 1.5} {...ring} />}
      {path !== undefined && <path d={path} fill={colour === undefined ? ink : inkOn(colour)} transform={`translate(${glyphX - GLYPH / 2} ${glyphY - GLYPH / 2}) scale(${GLYPH / 24})`} />}
    </g>
  );
}
