import { create } from 'zustand';
import type { ChartPart } from './clipboard';
import { whenCaseChanges } from './session';

interface Point { readonly x: number; readonly y: number }

/** What the hand carries from one chart to another, and where in the window it began to, CSS pixels. Null while it carries nothing. */
export const useCarrying = create<{ readonly part: ChartPart | null; readonly at: Point }>(() => ({ part: null, at: { x: 0, y: 0 } }));

export const carry = (part: ChartPart, at: Point): void => useCarrying.setState({ part, at });
export const letGo = (): void => useCarrying.setState({ part: null });

whenCaseChanges(letGo);
