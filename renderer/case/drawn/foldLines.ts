import { foldAll, type Fold } from '../../../shared/analysis/drawing/fold';
import { asksFolding, foldingsOf } from '../../../shared/analysis/drawing/folding';
import { TextRanks } from '../../../shared/analysis/evaluation';
import type { ItemStyle } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { DrawnChart, DrawnLine } from './drawnChart';

const ranks = new WeakMap<Catalogue, TextRanks>();

/** Worked out once per catalogue, since it goes through all that gradings can be. */
function ranksOf(catalogue: Catalogue): TextRanks {
  let known = ranks.get(catalogue);
  if (known === undefined) ranks.set(catalogue, (known = new TextRanks(catalogue)));
  return known;
}

type Item = DrawnChart['items'][number];

/** What all of them have in common, and the widest of their lines: a fold is drawn as its lines where these are drawn alike. */
function sharedStyle(styles: readonly (ItemStyle | undefined)[]): ItemStyle | undefined {
  const [first] = styles;
  if (styles.every((style) => style === undefined)) return undefined;
  const colour = first?.colour !== undefined && styles.every((style) => style?.colour === first.colour) ? { colour: first.colour } : {};
  const line = first?.line !== undefined && styles.every((style) => style?.line === first.line) ? { line: first.line } : {};
  const widths = styles.flatMap((style) => style?.width ?? []);
  const style = { ...colour, ...line, ...(widths.length === 0 ? {} : { width: Math.max(...widths) }) };
  return Object.keys(style).length === 0 ? undefined : style;
}

/** The id that each entity of a chart is shown under. */
function shownIds({ entities }: Pick<DrawnChart, 'entities'>): (id: string) => string {
  const tops = new Map(entities.flatMap((entity) => (entity.members ?? []).map((member) => [member, entity.id] as const)));
  return (id) => tops.get(id) ?? id;
}

/** A fold of several lines, without what only folding needs to know. */
function drawnLine({ lines, types, ...fold }: Fold<DrawnLine>): DrawnLine {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return only;
  return { ...fold, parts: lines.flatMap((line) => line.parts ?? [line.id]), ...(types.length > 1 || lines.some((line) => line.mixed) ? { mixed: true } : {}), types: [...new Set([...types, ...lines.flatMap((line) => line.types ?? [])])] };
}

/**
 * Folds the lines between each pair as the chart's options say. `kept`, where filters dim what they leave out, are the ids that they keep: what is dimmed is folded by itself, so that what is
 * said on a line is of what is seen.
 */
export function foldLines(chart: DrawnChart, catalogue: Catalogue, kept: ReadonlySet<string> | null = null): DrawnChart {
  // Lines to what a closed group stands for lie side by side, whatever the chart asks.
  if (chart.closed.length === 0 && !asksFolding(chart.chart.options)) return chart;
  const asked = foldingsOf(chart.chart.options, shownIds(chart));
  const styles = new Map(chart.items.flatMap((item): [string, ItemStyle][] => (item.kind === 'link' && item.style !== undefined ? [[item.subject, item.style]] : [])));
  const styleOf = (line: DrawnLine): ItemStyle | undefined => styles.get(line.id) ?? styles.get(`${line.type}|${line.from}|${line.to}`);
  const folds = foldAll<DrawnLine>(chart.lines, {
    asked: (line) => asked(line.type, line.from, line.to),
    type: (id) => catalogue.linkType(id) ?? { directed: true, occurrence: false },
    betterGrading: (a, b) => ranksOf(catalogue).betterGrading(a, b),
    stricterHandling: (a, b) => ranksOf(catalogue).stricterHandling(a, b),
    ...(kept === null ? {} : { part: (line: DrawnLine) => ((line.parts ?? [line.id]).some((id) => kept.has(id)) ? '' : 'dimmed') }),
  });
  if (folds.length === chart.lines.length) return chart;
  const styled = styles.size === 0 ? [] : folds.flatMap((fold): Item[] => {
    const style = fold.lines.length > 1 ? sharedStyle(fold.lines.map(styleOf)) : undefined;
    return style === undefined ? [] : [{ chart: chart.chart.id, subject: fold.id, kind: 'link', x: 0, y: 0, pinned: false, hidden: false, style }];
  });
  return { ...chart, lines: folds.map(drawnLine), items: styled.length === 0 ? chart.items : [...chart.items, ...styled] };
}
