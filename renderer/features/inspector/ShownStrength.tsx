import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../../actions/chartView';
import { lineStyles, strengthSaid } from '../../case/drawn/strengthened';

/** How lines are shown on the chart in front where that is not as they are graded, and why. Nothing where all are. */
export function ShownStrength({ lines }: { lines: readonly string[] }): ReactElement | null {
  const { t } = useTranslation('marks');
  const view = useChartView((state) => state.view);
  if (view === null || view.items.length === 0) return null;
  const styles = lineStyles(view.items);
  const wanted = new Set(lines);
  const sentences = view.lines.flatMap((line) => {
    const said = wanted.has(line.id) ? strengthSaid(styles, line) : undefined;
    return said === undefined || said.as === line.strength ? [] : [t('strength.said', { derived: t(`canvas:strength.${line.strength}`), shown: t(`canvas:strength.${said.as}`), reason: said.reason })];
  });
  return sentences.length === 0 ? null : <div className="inspector__strength">{[...new Set(sentences)].map((sentence) => <p key={sentence}>{sentence}</p>)}</div>;
}
