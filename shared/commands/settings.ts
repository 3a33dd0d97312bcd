import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Key of the row that holds the settings of the case. */
export const CASE_SETTINGS = 'case';

/** Changes name, reference, marking or standard schemes of the case. */
export const planSettingsPut = ({ reader }: PlanContext, args: CommandArguments<'settings.put'>): Plan => ({
  patch: { add: {}, retract: {}, images: [put(reader, 'setting', [CASE_SETTINGS], { key: CASE_SETTINGS, content: args })] },
  label: {},
});
