import { mdiAccountMultiplePlusOutline, mdiAccountQuestionOutline } from '@mdi/js';
import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract';
import type { JudgementView } from '../../shared/contract/judging';
import { currentTypes } from '../case/types';
import { askText } from '../ui/confirm';
import { notify, notifyFailure } from '../ui/notices';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { chartView } from './chartView';
import { execute, openCaseClient } from './execute';
import { changeSession, showPanel } from './session';

export type Verdict = JudgementView['verdict'];

/** Shows two entities side by side in the panel where people judge who is who, whether they were proposed or not. */
export function openPair(left: string, right: string): void {
  changeSession({ judging: { pair: [left, right], entity: null } });
  showPanel('judging');
}

/** Shows the pairs of one entity in the panel of judgements. */
export function openPairsOf(entity: string): void {
  changeSession({ judging: { pair: null, entity } });
  showPanel('judging');
}

/** What came of a judgement: the step that it is; or it was refused because it contradicts what was judged before, and the panel shows what. */
export type Judged = { readonly outcome: 'done'; readonly seq: number } | { readonly outcome: 'contradicts' | 'failed' };

/** Says of two entities whether they are the same. What fails otherwise than by contradicting is shown. */
export async function judge(left: string, right: string, verdict: Verdict, reason: string): Promise<Judged> {
  try {
    const { seq } = await openCaseClient()['case.execute']({ command: 'judgement.set', args: { id: newId(), left, right, verdict, reason } });
    return { outcome: 'done', seq };
  } catch (error) {
    if (error instanceof Failure && error.code === 'judgedOtherwise') return { outcome: 'contradicts' };
    notifyFailure(error);
    return { outcome: 'failed' };
  }
}

/** Asks why, and takes a judgement back: those that were one by it alone part again. True when it was done. */
export async function withdraw(judgement: JudgementView): Promise<boolean> {
  const values = { left: judgement.left.caption, right: judgement.right.caption };
  const reason = await askText({ title: 'judging:withdrawTitle', body: `judging:withdrawBody.${judgement.verdict}`, action: 'judging:withdraw', values, input: { label: 'judging:reason', value: '' } });
  if (reason === null) return false;
  const done = await execute('judgement.withdraw', { ids: [judgement.id], reason });
  if (done) notify('judging:withdrawn', values);
  return done;
}

/** As what an entity of the chart in front is compared with others; undefined where it is not on it or its type is not compared. */
function kindOf(id: string | undefined): string | undefined {
  const type = chartView()?.entities.find((each) => each.id === id)?.type;
  return type === undefined ? undefined : currentTypes().entity(type)?.matchAs;
}

/** Two things that can be one: of a kind that is compared, and of the same. */
function isPair(context: ActionContext): boolean {
  const { entities, lines } = context.selection;
  if (!chartIsOpen(context) || lines.length > 0 || entities.length !== 2) return false;
  const kind = kindOf(entities[0]);
  return kind !== undefined && kind === kindOf(entities[1]);
}

const isOne = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length === 1 && kindOf(context.selection.entities[0]) !== undefined;

export const judgingActions: readonly Action[] = [
  { id: 'judge.pair', labelKey: 'judging:judgePair', icon: mdiAccountQuestionOutline, shortcuts: ['Ctrl+J'], enabled: isPair, run: ({ selection: { entities: [left, right] } }) => { if (left !== undefined && right !== undefined) openPair(left, right); } },
  { id: 'judge.others', labelKey: 'judging:findOthers', icon: mdiAccountMultiplePlusOutline, enabled: isOne, run: ({ selection: { entities: [only] } }) => { if (only !== undefined) openPairsOf(only); } },
];
