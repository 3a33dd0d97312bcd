import type { CommandName } from './arguments';

/** Commands that stay done: what has left the house cannot be taken back by a key, and the record of it must not be either. */
const LASTING: readonly CommandName[] = ['release.record'];

/** True when undo passes a command over. */
export const isLasting = (command: string): boolean => LASTING.some((each) => each === command);
