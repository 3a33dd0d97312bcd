import { planAnnotationDelete, planAnnotationPut } from './annotation';
import { commandArguments, type CommandArguments, type CommandName } from './arguments';
import { planBriefingDelete, planBriefingPut, planRecipientPut, planReleaseRecord } from './briefing';
import { planCategorySet } from './categorySet';
import { planChartAddItems } from './chartAddItems';
import { planChartCreate } from './chartCreate';
import { planChartDelete } from './chartDelete';
import { planChartFromSnapshot } from './chartFromSnapshot';
import { planChartMoveItems } from './chartMoveItems';
import { planChartRedoMoves, planChartUndoMoves } from './chartMoves';
import { planChartPinItems } from './chartPinItems';
import { planChartRemoveItems } from './chartRemoveItems';
import { planChartRename } from './chartRename';
import { planChartShowLinks } from './chartShowLinks';
import { planChartDeleteSnapshot } from './chartDeleteSnapshot';
import { planChartRenameSnapshot } from './chartRenameSnapshot';
import { planChartSetOptions } from './chartSetOptions';
import { planChartStyleItems } from './chartStyleItems';
import { planChartSnapshot } from './chartSnapshot';
import type { Plan, PlanContext } from './context';
import { planEntityCreate } from './entityCreate';
import { planFormattingSet } from './formattingSet';
import { planGroupDelete, planGroupPut, planGroupPutMany } from './group';
import { planJudgementSet } from './judgementSet';
import { planJudgementWithdraw } from './judgementWithdraw';
import { planLinkCreate } from './linkCreate';
import { planMatchingSet } from './matchingSet';
import { planMentionsAccept, planMentionsDismiss } from './mentions';
import { planPatternDelete, planPatternPut } from './pattern';
import { planPresentationDelete, planPresentationPut } from './presentation';
import { planQualityDismiss } from './qualityDismiss';
import { planRecipeDelete, planRecipePut } from './recipe';
import { planReviewSet } from './reviewSet';
import { planSchemeDelete, planSchemePut } from './scheme';
import { planSelectionDelete, planSelectionPut } from './selection';
import { planSettingsPut } from './settings';
import { planSourceRetract } from './sourceRetract';
import { planStatementAdd } from './statementAdd';
import { planStatementCorrect } from './statementCorrect';
import { planStatementsEvaluate } from './statementsEvaluate';
import { planStatementRetract } from './statementRetract';
import { planSubjectDelete } from './subjectDelete';
import { planTypePutEntity, planTypePutLink } from './userType';
import { planValuesChange } from './valuesChange';
import { planWatchHitJudge, planWatchListPut, planWatchListRemove } from './watchList';

/** The plan of each command: a command without one does not compile. */
const plans: { readonly [N in CommandName]: (context: PlanContext, args: CommandArguments<N>) => Plan } = {
  'entity.create': planEntityCreate,
  'link.create': planLinkCreate,
  'statement.add': planStatementAdd,
  'statement.correct': planStatementCorrect,
  'statement.retract': planStatementRetract,
  'values.change': planValuesChange,
  'mentions.accept': planMentionsAccept,
  'mentions.dismiss': planMentionsDismiss,
  'subject.delete': planSubjectDelete,
  'source.retract': planSourceRetract,
  'statements.evaluate': planStatementsEvaluate,
  'review.set': planReviewSet,
  'category.set': planCategorySet,
  'judgement.set': planJudgementSet,
  'judgement.withdraw': planJudgementWithdraw,
  'matching.set': planMatchingSet,
  'watchList.put': planWatchListPut,
  'watchList.remove': planWatchListRemove,
  'watchHit.judge': planWatchHitJudge,
  'quality.dismiss': planQualityDismiss,
  'chart.create': planChartCreate,
  'chart.rename': planChartRename,
  'chart.delete': planChartDelete,
  'chart.addItems': planChartAddItems,
  'chart.moveItems': planChartMoveItems,
  'chart.undoMoves': planChartUndoMoves,
  'chart.redoMoves': planChartRedoMoves,
  'chart.pinItems': planChartPinItems,
  'chart.removeItems': planChartRemoveItems,
  'chart.showLinks': planChartShowLinks,
  'chart.fromSnapshot': planChartFromSnapshot,
  'chart.snapshot': planChartSnapshot,
  'chart.setOptions': planChartSetOptions,
  'chart.styleItems': planChartStyleItems,
  'group.put': planGroupPut,
  'group.putMany': planGroupPutMany,
  'group.delete': planGroupDelete,
  'formatting.set': planFormattingSet,
  'selection.put': planSelectionPut,
  'selection.delete': planSelectionDelete,
  'pattern.put': planPatternPut,
  'pattern.delete': planPatternDelete,
  'chart.renameSnapshot': planChartRenameSnapshot,
  'chart.deleteSnapshot': planChartDeleteSnapshot,
  'presentation.put': planPresentationPut,
  'presentation.delete': planPresentationDelete,
  'annotation.put': planAnnotationPut,
  'annotation.delete': planAnnotationDelete,
  'briefing.put': planBriefingPut,
  'briefing.delete': planBriefingDelete,
  'recipient.put': planRecipientPut,
  'release.record': planReleaseRecord,
  'recipe.put': planRecipePut,
  'recipe.delete': planRecipeDelete,
  'settings.put': planSettingsPut,
  'type.putEntity': planTypePutEntity,
  'type.putLink': planTypePutLink,
  'scheme.put': planSchemePut,
  'scheme.delete': planSchemeDelete,
};

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commandArguments, name);

/** Plans one command whose arguments were checked against commandArguments. Pure. Throws Refusal. */
export function planCommand<N extends CommandName>(context: PlanContext, command: N, args: CommandArguments<N>): Plan {
  return plans[command](context, args);
}
