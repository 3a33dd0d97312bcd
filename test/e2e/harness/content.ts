/** What a case holds, in a form that two moments can be compared by. */
import type { Knoop } from './knoop';

export interface Content {
  readonly counts: { readonly entities: number; readonly links: number; readonly statements: number; readonly sources: number };
  readonly charts: readonly unknown[];
  readonly subjects: readonly unknown[];
}

/** Everything on every chart with exact places, and every statement about what is drawn. */
export async function contentOf({ ask }: Knoop): Promise<Content> {
  const { counts } = await ask('case.info', {});
  const charts = await ask('case.charts', {});
  const views = await Promise.all(charts.map(({ id }) => ask('case.chart', { id })));
  const ids = [...new Set(views.flatMap((view) => [...view.entities.map((each) => each.id), ...view.lines.map((line) => line.id).filter((id) => !id.includes('|'))]))].toSorted();
  const subjects = [];
  for (const id of ids) {
    const { statements, caption, linkCounts } = await ask('case.subject', { id });
    subjects.push({ id, caption, statements: statements.map(({ id: statement, source, locator, values, gradingText }) => ({ statement, source, locator, values, gradingText })).toSorted((a, b) => a.statement.localeCompare(b.statement)), links: linkCounts.reduce((sum, each) => sum + each.count, 0) });
  }
  return {
    counts,
    charts: views.map((view) => ({
      name: view.chart.name,
      items: view.items.map(({ subject, x, y, pinned }) => ({ subject, x, y, pinned })).toSorted((a, b) => a.subject.localeCompare(b.subject)),
      lines: view.lines.map(({ id, count }) => ({ id, count })).toSorted((a, b) => a.id.localeCompare(b.id)),
    })),
    subjects,
  };
}
