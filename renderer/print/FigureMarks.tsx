import type { ReactElement } from 'react';
import { mixed } from '../canvas/colours';
import { wrapped, withinLines } from '../canvas/annotations/wrap';
import type { Figure } from '../../shared/briefing/document';
import { INK } from './figureInk';
import type { DrawnMark } from './figureMarksLayout';
import { textWidth } from './figureText';

const DASHES = { solid: undefined, dashed: '5 3', dotted: '0.1 3' } as const;
const LINE_HEIGHT = 1.3;
/** Paper of a note where it has no colour of its own; its edge is seen in black and white as well. */
const NOTE = { paper: '#fff8d8', edge: '#8a7420' };

type Annotation = NonNullable<Figure['annotations']>[number];

const strokeOf = ({ line, colour }: Annotation, usual: string): { stroke: string; strokeWidth: number; strokeDasharray: string | undefined; strokeLinecap: 'round' | 'butt' } => ({ stroke: colour ?? usual, strokeWidth: 1, strokeDasharray: DASHES[line ?? 'solid'], strokeLinecap: line === 'dotted' ? 'round' : 'butt' });

/** Boxes and circles: under lines and marks. */
export function MarksUnder({ marks }: { marks: readonly DrawnMark[] }): ReactElement {
  return (
    <g>
      {marks.map(({ annotation, x, y, width, height }, index) => {
        const look = { ...strokeOf(annotation, INK.quiet), fill: annotation.colour ?? INK.quiet, fillOpacity: 0.06 };
        if (annotation.kind === 'box') return <rect key={index} x={x} y={y} width={width} height={height} rx={4} {...look} />;
        if (annotation.kind === 'circle') return <ellipse key={index} cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} {...look} />;
        return null;
      })}
    </g>
  );
}

function Words({ mark: { annotation, x, y, width, height, size } }: { mark: DrawnMark }): ReactElement | null {
  const { kind, text, colour } = annotation;
  if (text === '' || kind === 'arrow') return null;
  const pad = kind === 'text' || kind === 'heading' ? 0 : Math.min(6, size * 0.6);
  const weight = kind === 'heading' ? 700 : kind === 'note' || kind === 'text' ? 400 : 600;
  const lines = wrapped(text, Math.max(size * 3, width - 2 * pad), (line) => textWidth(line, size) * (weight > 500 ? 1.04 : 1));
  const most = kind === 'note' ? Math.max(1, Math.floor((height - pad) / (size * LINE_HEIGHT))) : kind === 'box' || kind === 'circle' ? 2 : lines.length;
  const middle = kind === 'circle';
  return (
    <g fontSize={size} fontWeight={weight} textAnchor={middle ? 'middle' : 'start'} fill={kind === 'note' || colour === undefined ? INK.text : mixed(colour, INK.text, 0.5)}>
      {withinLines(lines, most).map((line, at) => <text key={at} x={middle ? x + width / 2 : x + pad} y={y + pad + size * (middle ? 1.4 : 0.96) + at * size * LINE_HEIGHT} unicodeBidi="plaintext">{line}</text>)}
    </g>
  );
}

function Arrow({ mark: { annotation, x, y, width, height, size } }: { mark: DrawnMark }): ReactElement | null {
  const [toX, toY] = [x + width, y + height];
  const length = Math.hypot(width, height);
  if (length < 2) return null;
  const head = Math.min(length * 0.6, 8);
  const [ux, uy] = [width / length, height / length];
  const [neckX, neckY] = [toX - ux * head, toY - uy * head];
  const look = strokeOf(annotation, INK.text);
  const words = annotation.text.replaceAll('\n', ' ');
  return (
    <g>
      <line x1={x} y1={y} x2={neckX} y2={neckY} {...look} strokeWidth={1.5} />
      <polygon points={`${toX},${toY} ${neckX - uy * head * 0.45},${neckY + ux * head * 0.45} ${neckX + uy * head * 0.45},${neckY - ux * head * 0.45}`} fill={look.stroke} />
      {words === '' ? null : <rect x={(x + toX) / 2 - textWidth(words, size) / 2 - 2} y={(y + toY) / 2 - size * 0.66} width={textWidth(words, size) + 4} height={size * 1.32} rx={1.5} fill={INK.paper} fillOpacity={0.85} />}
      {words === '' ? null : <text x={(x + toX) / 2} y={(y + toY) / 2 + size * 0.34} fontSize={size} fontWeight={600} textAnchor="middle" fill={INK.text}>{words}</text>}
    </g>
  );
}

/** Notes, headings, text and arrows: over lines and marks. */
export function MarksOver({ marks }: { marks: readonly DrawnMark[] }): ReactElement {
  return (
    <g>
      {marks.map((mark, index) => {
        const { annotation, x, y, width, height, tie } = mark;
        if (annotation.kind === 'arrow') return <Arrow key={index} mark={mark} />;
        const edge = annotation.colour ?? NOTE.edge;
        return (
          <g key={index}>
            {tie === null ? null : <line x1={tie.from.x} y1={tie.from.y} x2={tie.to.x} y2={tie.to.y} stroke={annotation.kind === 'note' ? edge : INK.quiet} strokeWidth={0.8} strokeDasharray="2.5 2.5" />}
            {annotation.kind === 'note' ? <rect x={x} y={y} width={width} height={height} rx={2} fill={annotation.colour === undefined ? NOTE.paper : mixed('#ffffff', annotation.colour, 0.24)} stroke={edge} strokeWidth={0.8} strokeDasharray={DASHES[annotation.line ?? 'solid']} /> : null}
            <Words mark={mark} />
          </g>
        );
      })}
    </g>
  );
}
