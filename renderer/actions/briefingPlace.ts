import { create } from 'zustand';
import type { Language } from '../../shared/values/kind';
import { whenCaseChanges } from './session';

/** Where one is in the briefings of the case: view state only. */
export interface BriefingPlace {
  /** The briefing that is open in the editor; null: the list. */
  readonly briefing: string | null;
  /** Language that texts are written in; null: that of the briefing. */
  readonly writing: Language | null;
  /** The sentence or row that was last written in: where a citation from elsewhere goes. */
  readonly sentence: string | null;
  /** The pages are on show. */
  readonly preview: boolean;
  /** The export dialog is on show. */
  readonly exporting: boolean;
  /** What the open editor does with citations from elsewhere; null while no editor is open. */
  readonly cite: ((sentence: string, statements: readonly string[]) => void) | null;
}

export const NO_PLACE: BriefingPlace = { briefing: null, writing: null, sentence: null, preview: false, exporting: false, cite: null };

export const useBriefingPlace = create<BriefingPlace>(() => NO_PLACE);

/** `cite` is of the editor, which takes it away itself. */
whenCaseChanges(() => useBriefingPlace.setState(({ cite }) => ({ ...NO_PLACE, cite })));

export const briefingPlace = (): BriefingPlace => useBriefingPlace.getState();

export const changeBriefingPlace = (change: Partial<BriefingPlace>): void => useBriefingPlace.setState(change);

/** Opens a briefing in the editor. */
export const openBriefing = (briefing: string): void => changeBriefingPlace({ briefing, writing: null, sentence: null, exporting: false });
