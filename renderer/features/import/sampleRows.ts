import { createContext } from 'react';
import type { SampleRow } from './TryOut';

/** The first rows of the file that is on show, for trying out what is done to its cells. */
export const SampleRows = createContext<readonly SampleRow[]>([]);
