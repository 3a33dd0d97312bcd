import { create } from 'zustand';
import { changeSession } from './session';

/** What is to be graded and handled: statements, all that is said of subjects, or a whole source with its name. */
export interface EvaluateTask {
  readonly statements?: readonly string[];
  readonly subjects?: readonly string[];
  readonly source?: { readonly id: string; readonly title: string };
}

export const useEvaluateTask = create<{ readonly task: EvaluateTask }>(() => ({ task: {} }));

/** Brings up the dialog that changes grading, handling and basis of many statements. */
export function startEvaluate(task: EvaluateTask): void {
  useEvaluateTask.setState({ task });
  changeSession({ dialog: 'evaluate' });
}

export const useCategoriesTask = create<{ readonly persons: readonly string[] | null }>(() => ({ persons: null }));

/** Brings up the dialog that says what persons are in this case: these, or (null) all who have no category yet. */
export function startCategories(persons: readonly string[] | null): void {
  useCategoriesTask.setState({ persons });
  changeSession({ dialog: 'categories' });
}
