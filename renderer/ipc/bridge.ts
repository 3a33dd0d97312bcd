import type { Reply } from '../../shared/contract';

/** What the preload exposes. This file and its neighbours are the only users of it. */
export interface Bridge {
  readonly requests: Readonly<Record<string, (args: unknown) => Promise<Reply<unknown>>>>;
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => void;
  readonly grantFile: (file: File) => Promise<Reply<unknown>>;
}

declare global {
  interface Window {
    readonly knoop?: Bridge;
  }
}

/** The bridge of this window. Throws where the page runs without Knoop's main process. */
export function bridge(): Bridge {
  if (!window.knoop) throw new Error('This page only works inside Knoop.');
  return window.knoop;
}
