import type { ReactElement } from 'react';
import type { Figure } from '../../shared/briefing/document';
import { mixed } from '../canvas/colours';
import type { DrawnFrame } from './figureFrames';
import { INK, onPaper } from './figureInk';
import { textWidth } from './figureText';
import { GLYPH, glyphs } from './glyphPaths';

type Node = Figure['nodes'][number];

/** Side of a group's square, chart units, and how far the sheet behind it stands out. */
const SIDE = 42;
const BEHIND = 5;
const TINT = 0.12;
/** Room for the name of a frame that is no box, CSS px. */
const WIDEST_NAME = 110;

const cut = (text: string, width: number, size: number): string => {
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return signs.length === [...text].length ? text : `${signs.join('').trimEnd()}…`;
};

/** How many a group holds, in a pill round a middle. */
function Count({ text, x, y, size, ink }: { text: string; x: number; y: number; size: number; ink: string }): ReactElement {
  const width = Math.max(size * 1.7, textWidth(text, size) + size * 0.9);
  return (
    <g>
      <rect x={x - width / 2} y={y - size * 0.8} width={width} height={size * 1.6} rx={size * 0.8} fill={INK.paper} stroke={ink} strokeWidth="0.8" />
      <text x={x} y={y + size * 0.34} fontSize={size} fontWeight="700" textAnchor="middle" fill={INK.text}>{text}</text>
    </g>
  );
}

/** A closed group: a square of sheets with the sign of what most of it is, and how many it holds. `scale` in CSS px per chart unit. */
export function GroupMark({ node, x, y, scale }: { node: Node; x: number; y: number; scale: number }): ReactElement {
  const ink = node.colour === undefined ? INK.quiet : onPaper(node.colour);
  const sheet = { width: SIDE, height: SIDE, rx: 8, fill: mixed(INK.paper, ink, TINT), stroke: ink, strokeWidth: Math.max(1.5, 0.9 / scale) };
  const path = Object.hasOwn(glyphs, node.icon) ? glyphs[node.icon] : undefined;
  const size = Math.max(5.2, 9 * scale);
  return (
    <g>
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        <rect x={-SIDE / 2 + BEHIND} y={-SIDE / 2 - BEHIND} {...sheet} />
        <rect x={-SIDE / 2} y={-SIDE / 2} {...sheet} />
        {path !== undefined && <path d={path} fill={ink} transform={`translate(${-GLYPH / 2} ${-GLYPH / 2}) scale(${GLYPH / 24})`} />}
      </g>
      <Count text={String(node.holds ?? 0)} x={x + SIDE * 0.42 * scale} y={y + SIDE * 0.4 * scale} size={size} ink={ink} />
    </g>
  );
}

/** Frames round what open groups hold, under all else. */
export function GroupFrames({ frames }: { frames: readonly DrawnFrame[] }): ReactElement {
  return (
    <g>
      {frames.map(({ frame, left, top, width, height, band }, index) => {
        const ink = frame.colour === undefined ? INK.quiet : onPaper(frame.colour);
        const [ground, line] = [mixed(INK.paper, ink, 0.035), mixed(INK.paper, ink, 0.7)];
        if (band === null) return <rect key={index} x={left} y={top} width={width} height={height} rx={6} fill={ground} stroke={line} strokeWidth="0.9" />;
        return (
          <g key={index} fill="none" strokeLinecap="round" strokeLinejoin="round">
            <path d={band.path} stroke={line} strokeWidth={2 * band.radius + 1.8} />
            <path d={band.path} stroke={ground} strokeWidth={2 * band.radius} />
          </g>
        );
      })}
    </g>
  );
}

/** What frames are called, with how many they hold and the strictest handling in them: over all frames, so that none hides another's name. */
export function GroupTitles({ frames }: { frames: readonly DrawnFrame[] }): ReactElement {
  return (
    <g>
      {frames.map(({ frame, width, size, title: { x, y }, band }, index) => {
        const ink = frame.colour === undefined ? INK.quiet : onPaper(frame.colour);
        const count = String(frame.count);
        const room = band === null ? width - textWidth(count + frame.handling, size) - size * 3.4 : WIDEST_NAME;
        const name = cut(frame.name, room, size);
        const after = x + textWidth(name, size) + size * 1.3;
        return (
          <g key={index}>
            <rect x={x - 1} y={y - size * 0.86} width={textWidth(name, size) + 2} height={size * 1.1} rx={1.5} fill={INK.paper} fillOpacity={0.8} />
            <text x={x} y={y} fontSize={size} fontWeight="600" fill={INK.text} unicodeBidi="plaintext">{name}</text>
            <Count text={count} x={after} y={y - size * 0.33} size={size * 0.82} ink={ink} />
            {frame.handling !== '' && <text x={after + textWidth(count, size) + size * 0.9} y={y} fontSize={size * 0.86} fontWeight="600" fill={INK.text}>{frame.handling}</text>}
          </g>
        );
      })}
    </g>
  );
}
