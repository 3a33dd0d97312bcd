import type { Session } from './session';
import type { Selection } from '../case/selection';

/** What actions look at to know whether they make sense now. */
export interface ActionContext {
  readonly session: Session;
  readonly selection: Selection;
}

/** One thing that a user can do: the menu bar, palette, toolbar, context menu and keys all show and run the same object. */
export interface Action {
  readonly id: string;
  /** Translation key, without its namespace "actions". */
  readonly labelKey: string;
  /** Translation key of the group that its name is put behind: "Lay out: Circle". */
  readonly groupKey?: string;
  /** SVG path, 24 × 24. */
  readonly icon: string;
  /** The first is shown; the others work as well. */
  readonly shortcuts?: readonly string[];
  /** Works while the user types in a field too. */
  readonly whileTyping?: boolean;
  /** Not in the palette: it only makes sense from a menu or key. */
  readonly quiet?: boolean;
  /** For actions that switch something: whether it is on. */
  readonly checked?: (context: ActionContext) => boolean;
  readonly enabled: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void | Promise<void>;
}


export const always = (): boolean => true;
export const caseIsOpen = ({ session }: ActionContext): boolean => session.open !== null;
export const chartIsOpen = ({ session }: ActionContext): boolean => session.open !== null && session.chart !== null;
export const hasSelection = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length + context.selection.lines.length > 0;
export const hasEntities = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length > 0;
