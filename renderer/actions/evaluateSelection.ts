import { mdiAccountTagOutline, mdiCalendarCheckOutline, mdiShieldEditOutline, mdiShieldKeyOutline } from '@mdi/js';
import { caseIsOpen, hasSelection, type Action } from './action';
import { startCategories, startEvaluate } from './evaluate';
import { attempt, openCaseClient } from './execute';
import { withMembers } from './identity';
import { selection } from './selected';
import { changeSession } from './session';

/** Links that a folded line stands for are looked up a page at a time. */
const PAGE = 5000;

/** Ids of the links behind a line: its own, or those that it folds. */
async function linksBehind(line: string): Promise<string[]> {
  if (!line.includes('|')) return [line];
  const ids: string[] = [];
  for (let total = 1; ids.length < total; ) {
    const page = await openCaseClient()['case.links']({ fold: line, limit: PAGE, offset: ids.length });
    total = page.links.length === 0 ? ids.length : page.total;
    ids.push(...page.links.map((link) => link.id));
  }
  return ids;
}

/** Grades and handles all that is said of what is selected on the chart, folded lines with every link behind them. */
export async function evaluateSelection(): Promise<void> {
  const { entities, lines } = selection();
  const links = await attempt(async () => (await Promise.all(lines.map(linksBehind))).flat());
  if (links) startEvaluate({ subjects: [...withMembers(entities), ...links] });
}

export const evaluationActions: readonly Action[] = [
  { id: 'evaluate.selection', labelKey: 'evaluation:action', icon: mdiShieldEditOutline, shortcuts: ['Ctrl+Shift+G'], enabled: hasSelection, run: evaluateSelection },
  { id: 'categories.open', labelKey: 'evaluation:categoriesTitle', icon: mdiAccountTagOutline, enabled: caseIsOpen, run: () => startCategories(null) },
  { id: 'schemes.open', labelKey: 'schemes:title', icon: mdiShieldKeyOutline, enabled: caseIsOpen, run: () => changeSession({ dialog: 'schemes' }) },
  { id: 'reviews.open', labelKey: 'reviews:title', icon: mdiCalendarCheckOutline, enabled: caseIsOpen, run: () => changeSession({ dialog: 'reviews' }) },
];
