import { create } from 'zustand';
import type { DrawnChart } from '../case/drawn/drawnChart';

/** The chart in front as the canvas draws it now; null while there is none. For what stands beside the canvas and tells of it. */
export const useOnCanvas = create<{ readonly drawn: DrawnChart | null }>(() => ({ drawn: null }));
