import type { LayoutGraph, Places } from '../../../shared/analysis/layout/graph';
import type { LayoutId } from './offered';
import type { Addition, PlacedItem } from '../../../shared/analysis/layout/placeNew';

/** What the page asks the worker, one question per worker: cancelling is ending the worker. */
export type LayoutQuestion = { readonly kind: 'arrange'; readonly layout: LayoutId; readonly graph: LayoutGraph } | { readonly kind: 'place'; readonly addition: Addition };
export type LayoutAnswer = { readonly kind: 'arrange'; readonly places: Places } | { readonly kind: 'place'; readonly items: PlacedItem[] };
