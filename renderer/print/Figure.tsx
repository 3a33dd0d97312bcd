import type { ReactElement } from 'react';
import type { Family } from '../../shared/schema/types';
import { KEY_SIZE, LINE_HEIGHT } from './figureLabels';
import { INK } from './figureInk';
import { MARK, type DrawnNode, type FigureLayout } from './figureLayout';
import { sizeOnPaper } from './markSize';
import type { DrawnLine, LineText } from './figureLines';
import { textWidth } from './figureText';
import { MarksOver, MarksUnder } from './FigureMarks';
import { GroupFrames, GroupMark, GroupTitles } from './GroupMarks';
import { HeldFrame } from './HeldFrame';
import { NodeMark } from './NodeMark';

/** Text on a white ground, so that it is read over lines. A ground, not an edge around each sign: readers that know Chromium's fonts badly fill such an edge. */
function Halo({ x, y, size, weight, anchor = 'middle', fill = INK.text, children }: { x: number; y: number; size: number; weight: number; anchor?: 'start' | 'middle' | 'end'; fill?: string; children: string }): ReactElement {
  const width = textWidth(children, size) + 1;
  const left = anchor === 'start' ? x - 0.5 : anchor === 'end' ? x - width + 0.5 : x - width / 2;
  return (
    <g>
      <rect x={left} y={y - size * 0.82} width={width} height={size * 1.08} rx={1.5} fill={INK.paper} fillOpacity={0.82} />
      <text x={x} y={y} fontSize={size} fontWeight={weight} textAnchor={anchor} fill={fill} unicodeBidi="plaintext">{children}</text>
    </g>
  );
}

/** In what quality somebody is named: a word in a plain frame, the same for everyone, so that nobody is coloured guilty. */
function Category({ text, x, y, anchor, size }: { text: string; x: number; y: number; anchor: 'start' | 'middle' | 'end'; size: number }): ReactElement {
  const width = textWidth(text, size) + 6;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return (
    <g>
      <rect x={left} y={y - size * 0.86} width={width} height={size * 1.16} rx={1.5} fill={INK.paper} stroke={INK.quiet} strokeWidth="0.6" />
      <text x={left + width / 2} y={y} fontSize={size} fontWeight={600} textAnchor="middle" fill={INK.text}>{text}</text>
    </g>
  );
}

function Pill({ text, size }: { text: LineText; size: number }): ReactElement {
  return (
    <g>
      <rect x={text.x - text.width / 2} y={text.y - text.height / 2} width={text.width} height={text.height} rx={text.height / 2} fill={INK.pill} stroke={INK.pillBorder} strokeWidth="0.6" />
      <text x={text.x} y={text.y + size * 0.34} fontSize={size} fontWeight="600" textAnchor="middle" fill={INK.text}>{text.text}</text>
    </g>
  );
}

function Line({ line }: { line: DrawnLine }): ReactElement {
  const dashes = line.withheld ? line.dashes : line.dashes.map((length) => length * Math.max(1, line.width * 0.7));
  const ink = line.colour ?? INK.line;
  const dotted = line.dashes[0] !== undefined && line.dashes[0] < 1;
  return (
    <g>
      <path d={line.path} fill="none" stroke={line.withheld ? INK.stub : ink} strokeWidth={line.width} strokeDasharray={dashes.length === 0 ? undefined : dashes.join(' ')} strokeLinecap={dotted ? 'round' : 'butt'} />
      {line.arrow !== null && <polygon points={line.arrow} fill={ink} />}
      {line.back !== null && <polygon points={line.back} fill={ink} />}
    </g>
  );
}

/** What may be done with an item: a lock and its codes, dark on white. */
function Handling({ text, x, y, size }: { text: string; x: number; y: number; size: number }): ReactElement {
  const width = textWidth(text, size) + size * 1.5;
  const left = x + size * 0.6 - width;
  return (
    <g>
      <rect x={left} y={y - size * 0.7} width={width} height={size * 1.4} rx={size * 0.3} fill={INK.pill} stroke={INK.badge} strokeWidth="0.7" />
      <rect x={left + size * 0.28} y={y - size * 0.14} width={size * 0.66} height={size * 0.5} rx={size * 0.08} fill={INK.badge} />
      <path d={`M${left + size * 0.42} ${y - size * 0.1}v${-size * 0.18}a${size * 0.19} ${size * 0.19} 0 0 1 ${size * 0.38} 0v${size * 0.18}`} fill="none" stroke={INK.badge} strokeWidth={size * 0.1} />
      <text x={left + size * 1.1 + (width - size * 1.3) / 2} y={y + size * 0.34} fill={INK.text}>{text}</text>
    </g>
  );
}

/** Corners of a mark: grading top right, number of sources bottom right, handling bottom left, an exclamation mark top left where sources contradict each other. */
function Badges({ drawn: { node, x, y }, scale }: { drawn: DrawnNode; scale: number }): ReactElement {
  const corner = MARK * 0.42 * scale * sizeOnPaper(node.size);
  const size = Math.max(5.2, 8 * scale);
  const grade = textWidth(node.grading, size) + size * 0.7;
  return (
    <g fontSize={size} fontWeight="600" textAnchor="middle">
      {node.grading !== '' && (
        <>
          <rect x={x + corner - size * 0.3} y={y - corner - size * 0.9} width={grade} height={size * 1.35} rx={size * 0.3} fill={INK.pill} stroke={INK.pillBorder} strokeWidth="0.5" />
          <text x={x + corner - size * 0.3 + grade / 2} y={y - corner + size * 0.12} fill={INK.text}>{node.grading}</text>
        </>
      )}
      {node.sources > 0 && (
        <>
          <rect x={x + corner - size * 0.8} y={y + corner * 0.82 - size * 0.75} width={Math.max(size * 1.5, textWidth(String(node.sources), size) + size * 0.7)} height={size * 1.5} rx={size * 0.75} fill={INK.badge} stroke={INK.paper} strokeWidth="0.7" />
          <text x={x + corner - size * 0.8 + Math.max(size * 1.5, textWidth(String(node.sources), size) + size * 0.7) / 2} y={y + corner * 0.82 + size * 0.34} fill={INK.badgeText}>{node.sources}</text>
        </>
      )}
      {node.handling !== '' && <Handling text={node.handling} x={x - corner} y={y + corner * 0.82} size={size} />}
      {node.contradicts && (
        <>
          <circle cx={x - corner} cy={y - corner * 0.9} r={size * 0.75} fill={INK.danger} stroke={INK.paper} strokeWidth="0.7" />
          <text x={x - corner} y={y - corner * 0.9 + size * 0.36} fill={INK.badgeText}>!</text>
        </>
      )}
    </g>
  );
}

function Label({ drawn: { label }, size }: { drawn: DrawnNode; size: number }): ReactElement | null {
  if (label === null) return null;
  const after = label.y + label.lines.length * size * LINE_HEIGHT + (label.key === '' ? 0 : size * LINE_HEIGHT * KEY_SIZE) + size * 0.1;
  return (
    <g>
      {label.category !== '' && <Category text={label.category} x={label.x} y={after} anchor={label.anchor} size={size * KEY_SIZE} />}
      {label.lines.map((line, index) => <Halo key={index} x={label.x} y={label.y + index * size * LINE_HEIGHT} size={size} weight={600} anchor={label.anchor}>{line}</Halo>)}
      {label.key !== '' && <Halo x={label.x} y={label.y + label.lines.length * size * LINE_HEIGHT} size={size * KEY_SIZE} weight={400} anchor={label.anchor} fill={INK.quiet}>{label.key}</Halo>}
    </g>
  );
}

/** A chart as a vector drawing: lines behind, then marks with their badges, then names. */
export function Figure({ layout, alternative, place }: { layout: FigureLayout; alternative: string; place?: string }): ReactElement {
  const { width, height, nodes, lines, fontSize, markScale } = layout;
  return (
    <svg className="figure" role="img" aria-label={alternative} data-block={place} fontFamily="'Source Sans 3', 'Noto Sans Arabic', sans-serif" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <GroupFrames frames={layout.frames} />
      <MarksUnder marks={layout.marks} />
      {nodes.map((drawn) => <HeldFrame key={drawn.node.id} drawn={drawn} scale={markScale} size={fontSize} />)}
      {lines.map((line, index) => <Line key={index} line={line} />)}
      {nodes.map(({ node, x, y }) => node.holds !== undefined ? <GroupMark key={node.id} node={node} x={x} y={y} scale={markScale} /> : <NodeMark key={node.id} family={node.family as Family} icon={node.icon} x={x} y={y} scale={markScale * sizeOnPaper(node.size)} colour={node.colour} photo={node.photo} bare={node.as === 'text'} />)}
      <GroupTitles frames={layout.frames} />
      <MarksOver marks={layout.marks} />
      {lines.map((line, index) => line.label && <Halo key={index} x={line.label.x} y={line.label.y + fontSize * 0.3} size={fontSize * 0.86} weight={400} fill={INK.quiet}>{line.label.text}</Halo>)}
      {lines.map((line, index) => line.pill && <Pill key={index} text={line.pill} size={fontSize * 0.86} />)}
      {layout.badges && nodes.filter(({ node }) => node.as !== 'text').map((drawn) => <Badges key={drawn.node.id} drawn={drawn} scale={markScale} />)}
      {nodes.map((drawn) => <Label key={drawn.node.id} drawn={drawn} size={fontSize} />)}
    </svg>
  );
}
