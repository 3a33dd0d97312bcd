import i18next from 'i18next';
import { v7 as newId } from 'uuid';
import { placeAddition } from '../canvas/layouts/run';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { chartView, shownAs, shownOnChart } from './chartView';
import { attempt, execute, openCaseClient } from './execute';
import { select } from './selected';
import { changeSession, session } from './session';
import { endJob, startJob } from './work';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Most that is put on a chart at once; more would not be a picture any more. */
export const MOST_ADDED = 2000;

/** So many come in among what is looked at; more come beside the whole, and the chart is fitted. */
const AMONG = 12;
/** From so many on, adding takes long enough to say so. */
const NOTICEABLE = 200;

/** Lines among entities of the case, as far as placing needs them: asked from the case, a step from those to be added. */
async function linesAround(ids: readonly string[], placed: readonly string[]): Promise<{ from: string; to: string }[]> {
  const around = new Set([...ids, ...placed]);
  const { lines } = await openCaseClient()['case.expand']({ ids: ids.slice(0, 5000), limit: 20_000 });
  return lines.filter((line) => around.has(line.from) && around.has(line.to));
}

/**
 * Puts entities on the chart in front, near what they are linked to, and selects them; makes a first chart when there is none.
 * `at` is where things without a link to the chart come. Resolves to how many were added.
 */
export async function addToChart(ids: readonly string[], at?: Place): Promise<number> {
  const view = chartView();
  const there = new Set(view?.entities.flatMap((each) => each.members ?? [each.id]));
  const fresh = [...new Set(ids)].filter((id) => !there.has(id)).slice(0, MOST_ADDED);
  if (fresh.length === 0) {
    if (ids.length > 0) select([...new Set(ids.flatMap((id) => shownAs(id) ?? []))], []);
    return 0;
  }
  const job = newId();
  if (fresh.length > NOTICEABLE) startJob({ id: job, key: 'app:addingToChart', values: { count: fresh.length }, cancel: null });
  const added = await attempt(async () => {
    const placed = (view?.items ?? []).filter((item) => item.kind === 'entity').map((item) => ({ id: item.subject, x: item.x, y: item.y }));
    const lines = await linesAround(fresh, placed.map((item) => item.id));
    const where = at ?? (placed.length === 0 || fresh.length > AMONG ? undefined : session().canvas?.middle());
    const places = (await placeAddition({ placed, added: fresh, lines, ...(where ? { at: where } : {}) }).result) ?? [];
    const items = places.map(({ id, x, y }) => ({ subject: id, x, y }));
    const chart = session().chart;
    if (chart !== null && view) return (await execute('chart.addItems', { chart, items })) ? items.length : 0;
    return (await newChart(items)) === null ? 0 : items.length;
  }).finally(() => endJob(job));
  if (added) {
    notify('app:addedToChart', { count: added });
    const first = (view?.entities.length ?? 0) === 0;
    if (await shownOnChart(fresh)) {
      select([...new Set(fresh.flatMap((id) => shownAs(id) ?? []))], []);
      // A first picture is laid out as a whole: until it was there, its lines among each other were not known.
      if (first && fresh.length > 2) await session().canvas?.layout('standard');
      else if (fresh.length > AMONG) session().canvas?.fit();
    }
  }
  return added ?? 0;
}

/** Makes a chart, brings it to the front, and resolves to its id; null when it could not be made. */
export async function newChart(items: readonly { subject: string; x: number; y: number }[] = [], name?: string): Promise<string | null> {
  const id = newId();
  const charts = await attempt(() => openCaseClient()['case.charts']({}));
  const text = name ?? i18next.t('app:chartName', { number: (charts?.length ?? 0) + 1 });
  if (!(await execute('chart.create', { id, name: text, items: [...items] }))) return null;
  if (caseConnection()) changeSession({ chart: id });
  return id;
}
