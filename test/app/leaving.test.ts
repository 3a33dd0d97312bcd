import { act } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useBriefingPlace } from '../../renderer/actions/briefingPlace';
import { useBundlePreset } from '../../renderer/actions/bundles';
import { carry, useCarrying } from '../../renderer/actions/carrying';
import { putFilter, useChartFilter } from '../../renderer/actions/chartFilter';
import { useHeldPart } from '../../renderer/actions/clipboard';
import { startErasing, useErasing } from '../../renderer/actions/erasing';
import { useRuleDraft } from '../../renderer/actions/formatting';
import { ENTITY_DIMENSIONS } from '../../renderer/actions/histogram';
import { useMarks } from '../../renderer/actions/marks';
import { useNetwork } from '../../renderer/actions/network';
import { useSince } from '../../renderer/actions/news';
import { lookBack, usePast } from '../../renderer/actions/past';
import { usePattern } from '../../renderer/actions/pattern';
import { usePresenting } from '../../renderer/actions/presentations';
import { select } from '../../renderer/actions/selected';
import { changeSession } from '../../renderer/actions/session';
import { putTableColumn, useTableColumns } from '../../renderer/actions/tableColumns';
import { changeTime, useTimeWindow } from '../../renderer/actions/timeWindow';
import { useWatchDesk } from '../../renderer/actions/watch';
import { useSelection } from '../../renderer/case/selection';
import { fakeSession } from './fakeSession';

const ID = '01930000-0000-7000-8000-0000000000c1';
const PART = { from: ID, items: [{ subject: ID, x: 0, y: 0 }] };

/** What the window holds of a case, put there as panels and the chart do; each says what is left of it. */
const HELD: Readonly<Record<string, { readonly hold: () => void; readonly left: () => unknown }>> = {
  'the selection': { hold: () => select([ID], []), left: () => useSelection.getState().byChart[ID] },
  'what was copied': { hold: () => useHeldPart.setState({ part: PART }), left: () => useHeldPart.getState().part },
  'what is carried': { hold: () => carry(PART, { x: 1, y: 1 }), left: () => useCarrying.getState().part },
  'columns of the table': { hold: () => putTableColumn({ id: 'measure', label: 'Graad', value: () => 1, sortable: true }), left: () => useTableColumns.getState().columns[0] },
  'what is new': { hold: () => useSince.setState({ since: { of: 'snapshot' } }), left: () => useSince.getState().since },
  'a show': { hold: () => usePresenting.setState({ open: ID, show: { presentation: ID, at: 2 } }), left: () => usePresenting.getState().open ?? usePresenting.getState().show },
  'a selected note': { hold: () => useMarks.setState({ selected: ID }), left: () => useMarks.getState().selected },
  'a window of time': { hold: () => changeTime({ window: { from: 1, until: 2 } }), left: () => useTimeWindow.getState().window },
  'a filter': { hold: () => putFilter(ENTITY_DIMENSIONS[0]!, ['person']), left: () => useChartFilter.getState().stack[0] },
  'the past': { hold: () => lookBack({ kind: 'was', on: '2024-05-03' }), left: () => usePast.getState().past },
  'a pattern': { hold: () => usePattern.setState({ kept: { id: ID, name: 'Koerier' } }), left: () => usePattern.getState().kept },
  'a measure': { hold: () => useNetwork.setState({ shown: { measure: 'degree', as: 'badge', values: new Map(), texts: new Map() } }), left: () => useNetwork.getState().shown },
  'rules being edited': { hold: () => useRuleDraft.setState({ rules: [] }), left: () => useRuleDraft.getState().rules },
  'who is to be erased': { hold: () => startErasing({ kind: 'entity', id: ID } as never, 'Jan'), left: () => useErasing.getState().target },
  'a hit of a watch list': { hold: () => useWatchDesk.setState({ hit: ID, list: ID }), left: () => useWatchDesk.getState().hit ?? useWatchDesk.getState().list },
  'what a bundle is to hold': { hold: () => useBundlePreset.setState({ preset: { ids: [ID] } as never }), left: () => useBundlePreset.getState().preset },
  'an open briefing': { hold: () => useBriefingPlace.setState({ briefing: ID, exporting: true }), left: () => useBriefingPlace.getState().briefing },
};

describe('a case that somebody else looks at', () => {
  it.each(['columns of the table', 'a measure'] as const)('shows no %s that were reckoned with what is held back', (name) => {
    fakeSession();
    const { hold, left } = HELD[name]!;
    act(hold);
    act(() => changeSession({ viewingAs: { id: ID, name: 'Parket', purpose: 'prosecution' as never, entities: 1, links: 0, withheld: 3 } }));
    expect(left() ?? null).toBeNull();
  });
});

describe('a case that is closed', () => {
  beforeEach(() => { fakeSession({ app: { 'app.setFullScreen': () => null } as never }); });

  it.each(Object.entries(HELD))('takes %s along', (_name, { hold, left }) => {
    act(() => { changeSession({ chart: ID }); hold(); });
    expect(left() ?? null).not.toBeNull();
    act(() => changeSession({ open: null, chart: null }));
    expect(left() ?? null).toBeNull();
  });
});
