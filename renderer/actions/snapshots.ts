import { v7 as newId } from 'uuid';
import type { CaseService, ResultOf } from '../../shared/contract';
import { askText, confirm } from '../ui/confirm';
import { notify } from '../ui/notices';
import { caseConnection } from '../ipc/caseConnection';
import { execute } from './execute';
import { changeSession } from './session';

type Requests = CaseService['requests'];
export type SnapshotView = ResultOf<Requests['case.snapshotsOf']>[number];
export type Comparison = ResultOf<Requests['case.compareSnapshots']>;

const LONGEST_NAME = 200;

/** Asks for a name and freezes the chart as it stands under it. */
export async function takeSnapshot(chart: string, proposed: string): Promise<void> {
  const name = await askText({ title: 'snapshots:take', action: 'snapshots:take', input: { label: 'snapshots:name', value: proposed } });
  if (name !== null) await execute('chart.snapshot', { id: newId(), chart, name: name.slice(0, LONGEST_NAME) });
}

export async function renameSnapshot({ id, name }: SnapshotView): Promise<void> {
  const next = await askText({ title: 'snapshots:rename', action: 'app:save', input: { label: 'snapshots:name', value: name } });
  if (next !== null && next !== name) await execute('chart.renameSnapshot', { id, name: next.slice(0, LONGEST_NAME) });
}

/** Writes the note of a snapshot. */
export async function noteSnapshot({ id, note }: SnapshotView, text: string): Promise<void> {
  if (text.trim() !== note) await execute('chart.renameSnapshot', { id, note: text.trim() });
}

/** Takes a snapshot away, after a question. One that a briefing or presentation shows is refused, with the reason. */
export async function deleteSnapshot({ id, name }: SnapshotView): Promise<void> {
  if (await confirm({ title: 'snapshots:deleteTitle', body: 'snapshots:deleteBody', action: 'snapshots:delete', values: { name }, danger: true })) await execute('chart.deleteSnapshot', { id });
}

/** Makes a chart of what a snapshot froze, and brings it to the front. */
export async function chartFromSnapshot({ id: snapshot, name }: Pick<SnapshotView, 'id' | 'name'>): Promise<void> {
  const id = newId();
  if (!(await execute('chart.fromSnapshot', { id, snapshot, name }))) return;
  if (caseConnection()) changeSession({ chart: id });
  notify('snapshots:chartMade', { name }, 'success');
}

/** Puts what moved since a snapshot back to where it stood then: one step, which undo takes back. */
export async function restorePlaces(chart: string, { moved }: Comparison): Promise<void> {
  if (moved.length === 0) return;
  const done = await execute('chart.moveItems', { chart, items: moved.map(({ id, x, y }) => ({ subject: id, x, y })) });
  if (done) notify('snapshots:restored', { count: moved.length }, 'success');
}
