import { lineText } from '../../shared/analysis/drawing/lineText';
import { pairKey } from '../../shared/analysis/drawing/folding';
import type { ChartOptions, ItemStyle } from '../../shared/model/drawing';
import type { Language } from '../../shared/values/kind';
import { LOCALES } from '../../shared/values/locale';
import type { DrawnLine } from '../case/drawn/drawnChart';
import { visibleOn } from './colours';
import type { DrawingContext, EdgeData } from './elements';

const LINE_WIDTH = 1.5;
const WIDEST_LINE = 8;

/** 1.5 for one link, growing with the logarithm of their number. */
export const lineWidth = (count: number): number => Math.min(WIDEST_LINE, LINE_WIDTH + Math.log2(Math.max(1, count)) * 0.75);

/** "184300.00 EUR" as a reader of the language writes it, whole units from a thousand on; empty when it is no amount. */
function amountText(amount: string, language: Language): string {
  const [figure = '', currency = ''] = amount.split(' ');
  const value = Number(figure);
  if (figure === '' || !Number.isFinite(value)) return '';
  const digits = { maximumFractionDigits: Math.abs(value) >= 1000 ? 0 : 2, minimumFractionDigits: 0 };
  return new Intl.NumberFormat(LOCALES[language], /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency, ...digits } : digits).format(value);
}

/** Types that are named beside a line; the others are only counted. */
const NAMED_TYPES = 2;

function labelOf(line: DrawnLine, context: DrawingContext): string {
  const types = line.types ?? [line.type];
  const names = types.slice(0, NAMED_TYPES).map((type) => context.looks.line(type).label).join(', ');
  return types.length > NAMED_TYPES ? `${names} +${types.length - NAMED_TYPES}` : names;
}

/** One line as Cytoscape knows it. */
export function edgeOf(line: DrawnLine, style: ItemStyle | undefined, lineTexts: ChartOptions['lineTexts'], context: DrawingContext): EdgeData {
  const look = context.looks.line(line.type);
  const heads = line.heads ?? (look.directed ? 'to' : 'none');
  const pill = lineText(line, lineTexts, look.occurrence, { language: context.language, amount: (amount) => amountText(amount, context.language), net: context.net ?? ((amount) => amount) });
  return {
    id: line.id, source: line.from, target: line.to, type: line.type, label: labelOf(line, context), ...(pill === '' ? {} : { pill }), width: Math.max(style?.width ?? 0, lineWidth(line.count)),
    strength: style?.strength?.as ?? line.strength, directed: heads !== 'none', ...(heads === 'both' ? { bothWays: true } : {}),
    ...(style?.colour === undefined ? {} : { colour: visibleOn(style.colour, context.theme.background, context.theme.text) }), ...(style?.line === undefined ? {} : { dashes: style.line }),
  };
}

/** Up to so many lines between the same two entities lie as far apart as lines usually do; chart units between the outermost of more. */
const USUAL_APART = 34;
const WIDEST_FAN = 260;
const FANNED_WIDTH = 1;

/** Lines of a pair that has many, closer together: a fan that stays between its neighbours. */
export function fanned(edges: ReadonlyMap<string, EdgeData>): ReadonlyMap<string, EdgeData> {
  const pairs = new Map<string, number>();
  for (const { source, target } of edges.values()) pairs.set(pairKey(source, target), (pairs.get(pairKey(source, target)) ?? 0) + 1);
  if (![...pairs.values()].some((count) => (count - 1) * USUAL_APART > WIDEST_FAN)) return edges;
  return new Map([...edges].map(([id, edge]) => {
    const step = WIDEST_FAN / Math.max(1, (pairs.get(pairKey(edge.source, edge.target)) ?? 1) - 1);
    return [id, step < USUAL_APART ? { ...edge, step, width: Math.min(edge.width, FANNED_WIDTH) } : edge];
  }));
}
