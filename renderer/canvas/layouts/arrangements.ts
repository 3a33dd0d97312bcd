import { circle } from './circle';
import { cola } from './cola';
import { concentric } from './concentric';
import type { Arrange } from '../../../shared/analysis/layout/graph';
import { grid } from './grid';
import { hierarchy } from './hierarchy';
import type { LayoutId } from './offered';
import { standard } from '../../../shared/analysis/layout/standard';

/** What each offered layout does. */
export const ARRANGEMENTS: Readonly<Record<LayoutId, Arrange>> = { standard, cola, hierarchy, concentric, circle, grid };
