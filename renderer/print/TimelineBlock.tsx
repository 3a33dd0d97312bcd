import type { ReactElement } from 'react';
import type { Block } from '../../shared/briefing/document';
import type { Family } from '../../shared/schema/types';
import { INK, toneOf } from './figureInk';
import { captionLines, textWidth } from './figureText';
import { NodeMark } from './NodeMark';
import { AXIS, layOutTimeline, type DrawnLane, type TimelineLayout, type TimelineSheet } from './timelineLayout';

/** Width inside the frame, and the height of one sheet: low enough that pages fill up; CSS px. */
const ROOM = { width: 628, height: 300 };

function Lane({ lane, layout }: { lane: DrawnLane; layout: TimelineLayout }): ReactElement {
  const { ink, tint } = toneOf(lane.family);
  const caption = captionLines(lane.caption);
  return (
    <g>
      <line x1={0} y1={lane.top + lane.height - 1} x2={layout.width} y2={lane.top + lane.height - 1} stroke="#dce0e5" strokeWidth="0.6" />
      <NodeMark family={lane.family as Family} icon={lane.icon} x={9} y={lane.line + 3} scale={0.42} />
      {caption.map((line, index) => <text key={index} x={22} y={lane.line + 6 + index * layout.fontSize * 1.2} fontSize={layout.fontSize} fontWeight="600" fill={INK.text} unicodeBidi="plaintext">{line}</text>)}
      <line x1={layout.left} y1={lane.line} x2={layout.width - 6} y2={lane.line} stroke={INK.pillBorder} strokeWidth="0.6" />
      {lane.events.map((event, index) => (event.until === null || event.until - event.x < 5
        ? <circle key={index} cx={event.x} cy={event.y} r={3.2} fill={tint} stroke={ink} strokeWidth="1.2" />
        : <rect key={index} x={event.x} y={event.y - 3} width={event.until - event.x} height={6} rx={2} fill={tint} stroke={ink} strokeWidth="1" />))}
      {lane.events.map((event, index) => event.text !== null && <line key={index} x1={event.x} y1={event.y + 3.2} x2={event.x} y2={event.text.y - layout.fontSize * 0.25} stroke={INK.pillBorder} strokeWidth="0.5" />)}
      {lane.events.map((event, index) => event.text !== null && (
        <g key={index}>
          <rect x={event.text.x - 1} y={event.text.y - layout.fontSize * 0.8} width={textWidth(event.text.text, layout.fontSize) + 2} height={layout.fontSize} fill={INK.paper} fillOpacity={0.85} />
          <text x={event.text.x} y={event.text.y} fontSize={layout.fontSize} fill={INK.text} unicodeBidi="plaintext">{event.text.text}</text>
        </g>
      ))}
    </g>
  );
}

/** One sheet of a timeline as a vector drawing; its words are text. */
function TimelineDrawing({ layout, sheet, alternative, block }: { layout: TimelineLayout; sheet: TimelineSheet; alternative: string; block: string }): ReactElement {
  return (
    <svg className="figure" role="img" aria-label={alternative} data-block={block} width={layout.width} height={sheet.height} viewBox={`0 0 ${layout.width} ${sheet.height}`} fontFamily="'Source Sans 3', sans-serif">
      {layout.ticks.map(({ x, text }, index) => (
        <g key={index}>
          <line x1={x} y1={AXIS - 6} x2={x} y2={sheet.height} stroke="#dce0e5" strokeWidth="0.6" />
          <text x={Math.min(x, layout.width - textWidth(text, layout.fontSize) / 2)} y={AXIS - 10} fontSize={layout.fontSize} textAnchor="middle" fill={INK.quiet}>{text}</text>
        </g>
      ))}
      {sheet.lanes.map((lane, index) => <Lane key={index} lane={lane} layout={layout} />)}
    </svg>
  );
}

/** Happenings along a line of time, on as many sheets as they need; each repeats the dates above it. */
export function TimelineBlock({ block, place }: { block: Extract<Block, { kind: 'timeline' }>; place: string }): ReactElement {
  const layout = layOutTimeline(block, ROOM.width, ROOM.height);
  return (
    <figure className={layout.sheets.length > 1 ? 'figure--long' : undefined}>
      {layout.sheets.map((sheet, index) => (
        <div key={index} className="figure-frame figure-sheet">
          <TimelineDrawing layout={layout} sheet={sheet} alternative={block.alternative} block={place} />
        </div>
      ))}
      <figcaption><strong>{block.label}.</strong> {block.caption}</figcaption>
    </figure>
  );
}
