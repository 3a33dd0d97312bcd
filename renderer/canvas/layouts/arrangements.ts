import { circle } from './circle';
import { cola } from './cola';
import { concentric } from './concentric';
import { byCommunity, grouped, ringsByCommunity, ringsByGroup } from '../../../shared/analysis/layout/grouped';
import type { Arrange } from '../../../shared/analysis/layout/graph';
import { grid } from './grid';
import { hierarchy } from './hierarchy';
import { hubs } from '../../../shared/analysis/layout/hubs';
import type { LayoutId } from './offered';
import { sequence } from '../../../shared/analysis/layout/sequence';
import { standard } from '../../../shared/analysis/layout/standard';

/** What each offered layout does. */
export const ARRANGEMENTS: Readonly<Record<LayoutId, Arrange>> = { standard, cola, hubs, hierarchy, sequence, byType: grouped, byCategory: grouped, byGrading: grouped, byCommunity, byProperty: grouped, concentric, circle, circleByType: ringsByGroup, circleByCommunity: ringsByCommunity, grid };
