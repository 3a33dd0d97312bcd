import { create } from 'zustand';
import type { ChartView, LineView } from '../../shared/contract';
import { caseConnection } from '../ipc/caseConnection';
import { chartView, useChartView } from './chartView';
import { dimensionKey, entityBars, lineBars, type Dimension, type PropertyValues, type Shown } from './histogram';
import { select, selection } from './selected';
import { useSession } from './session';

/** One filter of the stack: items stay whose value is among these; inverted, those whose value is not. There is one for each dimension. */
export interface StackedFilter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
  readonly on: boolean;
  readonly inverted: boolean;
}

/** What a window of time keeps of the chart in front. */
export interface TimeKept {
  readonly kept: ReadonlySet<string>;
  /** Lines of which it holds some links, with the count and total of these. */
  readonly lines: ReadonlyMap<string, LineView>;
  /** Entities and lines that have no date. */
  readonly undated: number;
}

interface FilterState {
  readonly stack: readonly StackedFilter[];
  /** What is left out is not drawn at all; otherwise it is faded. */
  readonly hides: boolean;
  /** Values of the properties that filters ask about. */
  readonly properties: PropertyValues;
  /** Ids of what of the chart in front the filters keep; null when they leave nothing out. */
  readonly kept: ReadonlySet<string> | null;
  /** The same of the window of time by itself; null when it leaves nothing out. */
  readonly time: TimeKept | null;
}

const FRESH: FilterState = { stack: [], hides: false, properties: new Map(), kept: null, time: null };

/** The filters of the chart in front: view state, nothing of the case. */
export const useChartFilter = create<FilterState>(() => FRESH);

/** A filter whose values of a property are not there yet leaves nothing out. */
const works = ({ on, values, dimension }: StackedFilter, properties: PropertyValues): boolean => on && values.length > 0 && (dimension.property === undefined || properties.has(dimension.property));

function testOf<T>({ values, inverted }: StackedFilter, read: (item: T) => readonly string[]): (item: T) => boolean {
  const wanted = new Set(values);
  return (item) => read(item).some((value) => wanted.has(value)) !== inverted;
}

/** Ids of the entities that all filters keep, and of the lines between them that they keep as well; null when they leave nothing out. */
export function matching(view: Shown, stack: readonly StackedFilter[], properties: PropertyValues = new Map()): ReadonlySet<string> | null {
  const working = stack.filter((each) => works(each, properties));
  if (working.length === 0) return null;
  const ofEntities = working.filter(({ dimension }) => dimension.of !== 'lines').map((each) => testOf(each, entityBars(view, each.dimension, properties)));
  const ofLines = working.filter(({ dimension }) => dimension.of !== 'entities').map((each) => testOf(each, lineBars(each.dimension)));
  const kept = new Set(view.entities.filter((entity) => ofEntities.every((test) => test(entity))).map((entity) => entity.id));
  return new Set([...kept, ...view.lines.filter((line) => kept.has(line.from) && kept.has(line.to) && ofLines.every((test) => test(line))).map((line) => line.id)]);
}

/** A chart without what its filters leave out, as it is drawn where they hide. */
export function narrowed(view: ChartView, kept: ReadonlySet<string> | null): ChartView {
  if (kept === null) return view;
  return { ...view, items: view.items.filter((item) => item.kind !== 'entity' || kept.has(item.subject)), entities: view.entities.filter((each) => kept.has(each.id)), lines: view.lines.filter((each) => kept.has(each.id)) };
}

/** The chart in front as it is drawn: without what filters hide. Null when there is none. */
export function drawnView(): ChartView | null {
  const view = chartView();
  const { hides, kept, time } = useChartFilter.getState();
  const seen = view === null ? null : countedInTime(view, time);
  return seen === null || !hides ? seen : narrowed(seen, kept);
}

let timeStep: (view: ChartView) => TimeKept | null = () => null;

/** Says what the window of time keeps of a view, and reckons anew what all filters keep. */
export function setTimeStep(step: (view: ChartView) => TimeKept | null): void {
  timeStep = step;
  reckon();
}

/** What both keep. */
const both = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): ReadonlySet<string> | null => (one === null ? other : other === null ? one : new Set([...one].filter((id) => other.has(id))));

/** Lines with what they count within the window of time; the same list where it narrows none. */
export const linesInTime = (lines: readonly LineView[], time: TimeKept | null): readonly LineView[] => (time === null || time.lines.size === 0 ? lines : lines.map((line) => time.lines.get(line.id) ?? line));

/** A view with what its lines count within the window of time. */
export function countedInTime(view: ChartView, time: TimeKept | null): ChartView {
  const lines = linesInTime(view.lines, time);
  return lines === view.lines ? view : { ...view, lines: [...lines] };
}

/** Reckons anew what is kept. What is hidden is not selected any more: nobody should delete what he does not see. */
function reckon(change: Partial<FilterState> = {}): void {
  const next = { ...useChartFilter.getState(), ...change };
  const view = chartView();
  const time = view === null ? null : timeStep(view);
  const kept = view === null ? null : both(matching(view, next.stack, next.properties), time?.kept ?? null);
  useChartFilter.setState({ ...change, kept, time });
  if (kept === null || !next.hides) return;
  const { entities, lines } = selection();
  const [seen, seenLines] = [entities.filter((id) => kept.has(id)), lines.filter((id) => kept.has(id))];
  if (seen.length < entities.length || seenLines.length < lines.length) select(seen, seenLines);
}

/** Asks for the values of properties that filters of the chart in front are about, where they are not known of it as it is now. */
async function askProperties(asked: Iterable<string>): Promise<void> {
  const view = chartView();
  const connection = caseConnection();
  if (view === null || !connection) return;
  for (const property of asked) {
    try {
      const { values } = await connection.client['case.propertyValues']({ chart: view.chart.id, property });
      if (chartView()?.chart.id !== view.chart.id) return;
      reckon({ properties: new Map(useChartFilter.getState().properties).set(property, new Map(values.map((each) => [each.entity, each.values]))) });
    } catch {
      // The filter leaves nothing out until the case answers; the chart itself says that it does not.
    }
  }
}

const propertiesIn = (stack: readonly StackedFilter[]): ReadonlySet<string> => new Set(stack.flatMap(({ dimension }) => dimension.property ?? []));

function restack(stack: readonly StackedFilter[]): void {
  reckon({ stack });
  const { properties } = useChartFilter.getState();
  void askProperties([...propertiesIn(stack)].filter((property) => !properties.has(property)));
}

const isOf = (dimension: Dimension) => (each: StackedFilter): boolean => dimensionKey(each.dimension) === dimensionKey(dimension);

/** The filter of a dimension, switched on or not. */
export const filterOf = (stack: readonly StackedFilter[], dimension: Dimension): StackedFilter | undefined => stack.find(isOf(dimension));

/** Narrows by a dimension, in place of what its filter said before; no values take the filter away. */
export function putFilter(dimension: Dimension, values: readonly string[]): void {
  const { stack } = useChartFilter.getState();
  const before = filterOf(stack, dimension);
  if (values.length === 0) restack(stack.filter((each) => each !== before));
  else if (before) restack(stack.map((each) => (each === before ? { ...each, values, on: true } : each)));
  else restack([...stack, { dimension, values, on: true, inverted: false }]);
}

/** Switches a filter off or on, or turns it round. */
export const changeFilter = (dimension: Dimension, change: Partial<Pick<StackedFilter, 'on' | 'inverted'>>): void => restack(useChartFilter.getState().stack.map((each) => (isOf(dimension)(each) ? { ...each, ...change } : each)));

let clearWindow: () => void = () => undefined;

/** Says how the window of time is taken away with all filters. */
export const onClearFilters = (clear: () => void): void => {
  clearWindow = clear;
};

export function clearFilters(): void {
  clearWindow();
  restack([]);
}

export const setHides = (hides: boolean): void => reckon({ hides });

/** Another case has other codes and types: what was chosen for the last one would hide its things unasked. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) useChartFilter.setState(FRESH);
});

useChartView.subscribe((now, before) => {
  if (now.view === before.view) return;
  const { stack, properties } = useChartFilter.getState();
  const asked = propertiesIn(stack);
  // Values of another chart say nothing of this one; those of the same chart hold until the new ones are there.
  if (now.view?.chart.id !== before.view?.chart.id && properties.size > 0) useChartFilter.setState({ properties: new Map() });
  if (stack.length > 0 || (now.view !== null && timeStep(now.view) !== null)) reckon();
  else if (useChartFilter.getState().kept !== null) useChartFilter.setState({ kept: null, time: null });
  void askProperties(asked);
});
