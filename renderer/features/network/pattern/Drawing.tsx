import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pattern } from '../../../../shared/model/pattern';
import { usePattern, type Picked } from '../../../actions/pattern';
import { useTypes } from '../../../case/types';
import { letterOf, moved, withEdge, withNode, withoutEdge, withoutNode } from './change';
import { useWording } from './wording';

const WIDTH = 340;
const HEIGHT = 220;
const RADIUS = 17;
const NUDGE = 0.04;
/** So far apart lie lines between the same two. */
const FAN = 22;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-NUDGE, 0], ArrowRight: [NUDGE, 0], ArrowUp: [0, -NUDGE], ArrowDown: [0, NUDGE] };

const change = (next: (pattern: Pattern) => Pattern, picked?: Picked | null): void => usePattern.setState(({ pattern, picked: before }) => ({ pattern: next(pattern), picked: picked === undefined ? before : picked }));
const pick = (kind: Picked['kind'], at: number): void => usePattern.setState({ picked: { kind, at } });

interface Curve { readonly path: string; readonly middle: { readonly x: number; readonly y: number } }

/** The line between two discs, bent where there are several. */
function curveOf({ nodes, edges }: Pattern, at: number): Curve {
  const edge = edges[at]!;
  const beside = edges.flatMap((other, e) => ((other.from === edge.from && other.to === edge.to) || (other.from === edge.to && other.to === edge.from) ? [e] : []));
  const turned = edge.from > edge.to ? -1 : 1;
  const bend = (beside.indexOf(at) - (beside.length - 1) / 2) * FAN * 2 * turned;
  const point = (n: number): { x: number; y: number } => ({ x: (nodes[n]?.x ?? 0) * WIDTH, y: (nodes[n]?.y ?? 0) * HEIGHT });
  const [a, b] = [point(edge.from), point(edge.to)];
  const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
  const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  const control = { x: (a.x + b.x) / 2 + nx * bend, y: (a.y + b.y) / 2 + ny * bend };
  const towards = (from: { x: number; y: number }, gap: number): { x: number; y: number } => {
    const far = Math.max(1, Math.hypot(control.x - from.x, control.y - from.y));
    return { x: from.x + ((control.x - from.x) / far) * gap, y: from.y + ((control.y - from.y) / far) * gap };
  };
  const [start, end] = [towards(a, RADIUS + 2), towards(b, RADIUS + 5)];
  return { path: `M${start.x} ${start.y}Q${control.x} ${control.y} ${end.x} ${end.y}`, middle: { x: (a.x + 2 * control.x + b.x) / 4, y: (a.y + 2 * control.y + b.y) / 4 } };
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The pattern as a small picture that is drawn by clicking and dragging, or walked through with the keyboard. */
export function Drawing({ captions }: { captions: ReadonlyMap<string, string> }): ReactElement {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const wording = useWording();
  const { pattern, picked } = usePattern();
  const board = useRef<SVGSVGElement>(null);
  const drag = useRef<{ readonly at: number; moved: boolean } | null>(null);
  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = board.current?.getBoundingClientRect();
    return box ? { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height } : { x: 0.5, y: 0.5 };
  };
  const isPicked = (kind: Picked['kind'], at: number): boolean => picked?.kind === kind && picked.at === at;
  const pressNode = (at: number, joining: boolean): void => {
    if (joining && picked?.kind === 'node' && picked.at !== at) change((before) => withEdge(before, picked.at, at), { kind: 'edge', at: pattern.edges.length });
    else pick('node', at);
  };
  const onNodeKey = (event: KeyboardEvent, at: number): void => {
    const by = ARROWS[event.key];
    const node = pattern.nodes[at];
    if (event.key === 'Enter' || event.key === ' ') pressNode(at, event.shiftKey);
    else if (event.key === 'Delete' || event.key === 'Backspace') change((before) => withoutNode(before, at), null);
    else if (by && node) change((before) => moved(before, at, node.x + by[0], node.y + by[1]));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onEdgeKey = (event: KeyboardEvent, at: number): void => {
    if (event.key === 'Enter' || event.key === ' ') pick('edge', at);
    else if (event.key === 'Delete' || event.key === 'Backspace') change((before) => withoutEdge(before, at), null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg
      ref={board} className="pattern__drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t('drawing')}
      onPointerDown={(event) => { if (event.target === board.current && event.button === 0) change((before) => withNode(before, place(event)), { kind: 'node', at: pattern.nodes.length }); }}
      onPointerMove={(event) => {
        if (drag.current === null) return;
        drag.current.moved = true;
        const { at } = drag.current;
        const { x, y } = place(event);
        change((before) => moved(before, at, x, y));
      }}
      onPointerUp={() => { drag.current = null; }}
    >
      <defs><marker id="pattern-arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 1L9 5L0 9z" fill="context-stroke" /></marker></defs>
      {pattern.nodes.length === 0 ? <text className="pattern__hint" x={WIDTH / 2} y={HEIGHT / 2} textAnchor="middle">{t('begin')}</text> : null}
      {pattern.edges.map((edge, at) => {
        const { path, middle } = curveOf(pattern, at);
        const directed = !edge.either && !(edge.types.length > 0 && edge.types.every((type) => types.link(type)?.directed === false));
        const name = t('edgeName', { number: at + 1, from: letterOf(edge.from), to: letterOf(edge.to), what: wording.edge(edge) });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a line is known by its number
          <g key={at} className={`pattern__edge ${isPicked('edge', at) ? 'pattern__edge--picked' : ''} ${edge.absent ? 'pattern__edge--absent' : ''}`} role="button" tabIndex={0} aria-pressed={isPicked('edge', at)} aria-label={name} onPointerDown={(event) => { event.stopPropagation(); pick('edge', at); }} onKeyDown={(event) => onEdgeKey(event, at)}>
            <title>{name}</title>
            <path className="pattern__grip" d={path} />
            <path className="pattern__line" d={path} markerEnd={directed ? 'url(#pattern-arrow)' : undefined} />
            <text x={middle.x} y={middle.y - 4} textAnchor="middle"><tspan className="pattern__number">{at + 1}</tspan> {shortened(wording.edge(edge), 22)}</text>
          </g>
        );
      })}
      {pattern.nodes.map((node, at) => {
        const [x, y] = [node.x * WIDTH, node.y * HEIGHT];
        const text = wording.node(node, node.entity === null ? undefined : captions.get(node.entity));
        const [type] = node.types;
        const family = node.families[0] ?? (type === undefined ? undefined : types.family(type));
        const name = `${letterOf(at)}: ${[text, ...node.conditions.map(wording.condition)].join(', ')}`;
        return (
          <g
            // oxlint-disable-next-line react/no-array-index-key -- an entity of a pattern is known by its letter
            key={at} className={`pattern__node ${isPicked('node', at) ? 'pattern__node--picked' : ''}`} data-family={family} role="button" tabIndex={0} aria-pressed={isPicked('node', at)} aria-label={name}
            onPointerDown={(event) => { event.stopPropagation(); board.current?.setPointerCapture(event.pointerId); drag.current = { at, moved: false }; pressNode(at, event.shiftKey); }} onKeyDown={(event) => onNodeKey(event, at)}
          >
            <title>{name}</title>
            <circle cx={x} cy={y} r={RADIUS} />
            {type === undefined ? <text className="pattern__letter" x={x} y={y + 4.5} textAnchor="middle">{letterOf(at)}</text> : <path className="pattern__glyph" transform={`translate(${x - 10} ${y - 10}) scale(0.833)`} d={types.glyph(type)} />}
            <text className="pattern__caption" x={x} y={y + RADIUS + 12} textAnchor="middle"><tspan className="pattern__number">{letterOf(at)}</tspan> {shortened(text, 20)}{node.conditions.length > 0 ? ` +${node.conditions.length}` : ''}</text>
          </g>
        );
      })}
    </svg>
  );
}
