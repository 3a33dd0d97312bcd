import firstChart from '../../resources/sample/chart.json';
import type { CaseService, Client } from '../../shared/contract';
import { appClient } from '../ipc/app';
import { nextCaseConnection } from '../ipc/caseConnection';
import i18next from 'i18next';
import { placeAddition } from '../canvas/layouts/run';
import { notifyFailure } from '../ui/notices';
import { attempt, execute } from './execute';
import { importFile } from './importFile';
import { newChart } from './addToChart';
import { changeSession, session, type OpenCase } from './session';
import { shownOnChart } from './chartView';
import { saveSettings } from './settings';

/** How long the port to a new case may take, in milliseconds. */
const PATIENCE = 10_000;

/** Makes the sample case, and fills it while the workbench is on show already. */
export async function createSampleCase(passphrase: string | null): Promise<OpenCase | undefined> {
  const made = await attempt(() => appClient['app.createCase']({ name: i18next.t('start:sampleName'), reference: i18next.t('start:sampleReference'), folder: null, passphrase }));
  if (made) void fillSample().catch(notifyFailure);
  return made;
}

/** Imports the sample's files one after another as they are proposed, then draws what their story is about. */
async function fillSample(): Promise<void> {
  const { client } = await nextCaseConnection(PATIENCE);
  await saveSettings({ sampleOffered: true });
  for (const file of await appClient['app.sampleFiles']({})) {
    const preview = await client['case.previewImport']({ file: file.token });
    const { recipe } = preview;
    await importFile(file, preview.proposal, recipe ? { id: recipe.id, name: recipe.name, version: recipe.version } : null);
  }
  const ids = await found(client, firstChart.find);
  if (ids.length === 0) return;
  const places = (await placeAddition({ placed: [], added: ids, lines: [] }).result) ?? [];
  const items = places.map(({ id, x, y }) => ({ subject: id, x, y }));
  const name = i18next.t('start:sampleChart');
  // A new case has one empty chart; it becomes the first picture instead of lying beside it.
  const empty = (await client['case.charts']({})).find((each) => each.items === 0);
  if (empty) {
    await execute('chart.addItems', { chart: empty.id, items });
    await execute('chart.rename', { id: empty.id, name });
    changeSession({ chart: empty.id });
  } else {
    await newChart(items, name);
  }
  if (await shownOnChart(ids)) await session().canvas?.layout('standard');
}

/** Ids of the best hit for each text, each once: the people, phones, containers and accounts that the sample's story is about. */
async function found(client: Client<CaseService>, texts: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(texts.map((text) => client['case.search']({ text, limit: 1 })));
  return [...new Set(answers.flatMap(({ hits }) => hits.map((hit) => hit.entity.id)))];
}
