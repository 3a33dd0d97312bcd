import type { LayoutGraph, Places } from '../../../shared/analysis/layout/graph';
import type { LayoutAnswer, LayoutQuestion } from './message';
import type { LayoutId } from './offered';
import workerUrl from './worker.ts?worker&url';
import { placeNew, type Addition, type PlacedItem } from '../../../shared/analysis/layout/placeNew';

/** A running layout. `cancel` ends its worker at once; the result is then null. */
export interface RunningLayout<T> {
  readonly result: Promise<T | null>;
  cancel(): void;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL };
}

/** The page may start scripts only from addresses that a named policy gives out; this one knows a single address. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('knoop-layout', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('not the layout worker');
    return url;
  },
});

/** So few items are placed at once, before a worker would have started. */
const AT_ONCE = 300;

function ask<T>(question: LayoutQuestion, read: (answer: LayoutAnswer) => T | null): RunningLayout<T> {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'layout' });
  let settle: (value: T | null) => void = () => undefined;
  const result = new Promise<T | null>((resolve, reject) => {
    settle = resolve;
    worker.onmessage = (event: MessageEvent<LayoutAnswer>) => resolve(read(event.data));
    worker.onerror = (event) => reject(new Error(event.message || 'layout worker'));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
  return {
    result,
    cancel: () => {
      worker.terminate();
      settle(null);
    },
  };
}

/** Lays a chart out in a worker. */
export const arrangeInWorker = (layout: LayoutId, graph: LayoutGraph): RunningLayout<Places> => ask({ kind: 'arrange', layout, graph }, (answer) => (answer.kind === 'arrange' ? answer.places : null));

/** Places for items that are about to be added to a chart, chart units; see placeNew. Null when cancelled. */
export function placeAddition(addition: Addition): RunningLayout<PlacedItem[]> {
  if (addition.added.length <= AT_ONCE) return { result: Promise.resolve(placeNew(addition)), cancel: () => undefined };
  return ask({ kind: 'place', addition }, (answer) => (answer.kind === 'place' ? answer.items : null));
}
