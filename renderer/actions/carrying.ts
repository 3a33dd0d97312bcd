import { create } from 'zustand';
import type { ChartPart } from './clipboard';

/** What the hand carries from one chart to another, and where the pointer is in the window. Null while it carries nothing. */
export const useCarrying = create<{ readonly part: ChartPart | null }>(() => ({ part: null }));

export const carry = (part: ChartPart): void => useCarrying.setState({ part });
export const letGo = (): void => useCarrying.setState({ part: null });
