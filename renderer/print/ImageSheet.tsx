import type { ReactElement } from 'react';
import type { Block } from '../../shared/briefing/document';
import type { PageMarking } from '../../shared/contract/printService';
import { Figure } from './Figure';
import { INK } from './figureInk';
import { layOutFigure } from './figureLayout';
import { textWidth } from './figureText';
import { notesOf } from './FigureLegend';

/** Room of a chart that goes out as a picture by itself: larger than on a page, because screens are. */
const ROOM = { width: 1120, height: 860 };
const BAND = 34;
const SIZE = 13;
const LINE = 18;

/** Breaks a text at blanks into lines that fit. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, SIZE) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function Band({ marking, y, width }: { marking: PageMarking; y: number; width: number }): ReactElement {
  const widths = marking.labels.map(({ text }) => textWidth(text, 16) * 1.15 + 14);
  return (
    <g>
      {marking.text !== '' && <text x={width / 2} y={y + 22} fontSize="15" fontWeight="600" textAnchor="middle" fill={INK.text}>{marking.text}</text>}
      {marking.labels.map((label, index) => {
        const left = width - 12 - widths.slice(0, index + 1).reduce((sum, each) => sum + each + 6, -6);
        return (
          <g key={label.text}>
            <rect x={left} y={y + 6} width={widths[index]} height={22} fill="#000000" />
            <text x={left + (widths[index] ?? 0) / 2} y={y + 22.5} fontSize="16" fontWeight="600" textAnchor="middle" fill={label.colour}>{label.text}</text>
          </g>
        );
      })}
    </g>
  );
}

/** A chart as a picture by itself: its marking above and below, its caption and legend under it. */
export function ImageSheet({ block, place, marking }: { block: Extract<Block, { kind: 'figure' }>; place: string; marking: PageMarking }): ReactElement {
  const layout = layOutFigure(block.figure, ROOM);
  const { legend } = block.figure;
  const counted = [...legend.types.map(({ label, count }) => `${count} ${label}`), ...legend.strengths.map(({ label }) => label)].join(' · ');
  const said = [block.caption, counted, notesOf(legend, layout).join(' ')].filter((text) => text !== '').flatMap((text) => wrapped(text, ROOM.width - 40));
  const height = BAND + layout.height + 14 + said.length * LINE + 10 + BAND;
  return (
    <svg data-block={place} role="img" aria-label={block.alternative} width={ROOM.width} height={height} viewBox={`0 0 ${ROOM.width} ${height}`} fontFamily="'Source Sans 3', 'Noto Sans Arabic', sans-serif">
      <rect x="0" y="0" width={ROOM.width} height={height} fill={INK.paper} />
      <Band marking={marking} y={0} width={ROOM.width} />
      <g transform={`translate(0 ${BAND})`}><Figure layout={layout} alternative="" /></g>
      <line x1="20" y1={BAND + layout.height + 6} x2={ROOM.width - 20} y2={BAND + layout.height + 6} stroke="#c5cbd3" strokeWidth="0.75" />
      {said.map((line, index) => <text key={index} x="20" y={BAND + layout.height + 14 + (index + 0.8) * LINE} fontSize={SIZE} fill={INK.quiet}>{line}</text>)}
      <Band marking={marking} y={height - BAND} width={ROOM.width} />
    </svg>
  );
}
