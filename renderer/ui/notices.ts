import { create } from 'zustand';

/** A passing message. `key` is a translation key with its namespace; `failure` an error whose sentence is shown instead. */
export interface Notice {
  readonly id: number;
  readonly intent: 'none' | 'success' | 'warning' | 'danger';
  readonly key?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly failure?: unknown;
  /** What can be done about it at once: a translation key and what it does. */
  readonly action?: { readonly key: string; readonly run: () => void };
}

interface Notices {
  readonly notices: readonly Notice[];
  readonly next: number;
  readonly add: (notice: Omit<Notice, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

export const useNotices = create<Notices>((set) => ({
  notices: [],
  next: 1,
  add: (notice) => set((state) => ({ notices: [...state.notices, { ...notice, id: state.next }].slice(-4), next: state.next + 1 })),
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((each) => each.id !== id) })),
}));

/** Says something that went right or deserves a look. */
export function notify(key: string, values: Readonly<Record<string, string | number>> = {}, intent: Notice['intent'] = 'none', action?: Notice['action']): void {
  useNotices.getState().add({ key, values, intent, ...(action === undefined ? {} : { action }) });
}

/** Says why something failed. */
export function notifyFailure(failure: unknown): void {
  useNotices.getState().add({ failure, intent: 'danger' });
}
