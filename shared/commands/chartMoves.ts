import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** A step that moved items of one chart and is done. `of`: the step of the same kind that it took back or brought back; null for a move of its own. */
export interface MoveStep {
  readonly seq: number;
  readonly command: string;
  readonly of: number | null;
}

/** What a step did to one item. */
export interface ItemMove {
  readonly subject: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Steps of a chart whose moves can be taken back, and those that can be brought back, by journal number, the next one last. */
export interface MoveStacks {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** The stacks of a chart's own: what else is done to the case has no part in them. `steps`: all that are done, oldest first. */
export function moveStacks(steps: readonly MoveStep[]): MoveStacks {
  const undo: number[] = [];
  const redo: number[] = [];
  for (const { seq, command, of } of steps) {
    if (of === null) {
      undo.push(seq);
      redo.length = 0;
      continue;
    }
    const [from, to] = command === 'chart.undoMoves' ? [undo, redo] : [redo, undo];
    // What lies above it had nothing left to take back.
    const at = from.lastIndexOf(of);
    if (at >= 0) from.length = at;
    to.push(seq);
  }
  return { undo, redo };
}

/** Takes back what the newest step of a stack moved, as far as items still stand where it put them; where none does, the step before it. */
function takenBack({ reader }: PlanContext, chart: string, stack: readonly number[]): Plan {
  for (const step of stack.toReversed()) {
    const images = reader.movesOf(step).flatMap(({ subject, from, to }) => {
      const item = reader.chartItem(chart, subject);
      return item !== null && item.x === to.x && item.y === to.y ? [put(reader, 'chart_item', [chart, subject], { ...item, x: from.x, y: from.y })] : [];
    });
    if (images.length > 0) return { patch: { add: {}, retract: {}, images }, label: { items: images.length, step } };
  }
  return { patch: { add: {}, retract: {}, images: [] }, label: { items: 0 } };
}

/** Takes back the last move or layout of a chart, whatever was said, drawn or coloured since. Items that were moved since stay. */
export function planChartUndoMoves(context: PlanContext, { chart }: CommandArguments<'chart.undoMoves'>): Plan {
  requireChart(context.reader, chart);
  return takenBack(context, chart, moveStacks(context.reader.moveSteps(chart)).undo);
}

/** Brings back the move that was taken back last, unless items were moved since. */
export function planChartRedoMoves(context: PlanContext, { chart }: CommandArguments<'chart.redoMoves'>): Plan {
  requireChart(context.reader, chart);
  return takenBack(context, chart, moveStacks(context.reader.moveSteps(chart)).redo);
}
