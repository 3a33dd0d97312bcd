import { Failure, type CaseService, type Client } from '../../shared/contract';
import { appClient } from '../ipc/app';
import { caseConnection } from '../ipc/caseConnection';
import i18next from 'i18next';
import { placeAddition } from '../canvas/layouts/run';
import { grouped } from '../ui/grouped';
import { notifyFailure } from '../ui/notices';
import { attempt, execute } from './execute';
import { importFile } from './importFile';
import { newChart } from './addToChart';
import { changeSession, session, type OpenCase } from './session';
import { shownOnChart } from './chartView';
import { saveSettings } from './settings';

/** The first chart of the sample: persons with many links, and two steps around them, a few of each type. */
const PERSONS = 8;
const FIRST_STEP = 5;
const SECOND_STEP = 3;

/** Makes the sample case, and fills it while the workbench is on show already. */
export async function createSampleCase(passphrase: string | null): Promise<OpenCase | undefined> {
  const made = await attempt(() => appClient['app.createCase']({ name: i18next.t('start:sampleName'), reference: i18next.t('start:sampleReference'), folder: null, passphrase }));
  if (made) void fillSample().catch(notifyFailure);
  return made;
}

/** Imports the sample's files one after another as they are proposed, then draws those with most links. */
async function fillSample(): Promise<void> {
  const client = await connected();
  await saveSettings({ sampleOffered: true });
  for (const file of await appClient['app.sampleFiles']({})) {
    const { proposal, recipe } = await client['case.previewImport']({ file: file.token });
    await importFile(file, proposal, recipe ? { id: recipe.id, name: recipe.name, version: recipe.version } : null);
  }
  const catalogue = await client['case.catalogue']({});
  const people = catalogue.entityTypes.filter((type) => type.family === 'people' && !type.abstract).map((type) => type.id);
  const seeds = (await client['case.browse']({ types: people, order: 'links', limit: PERSONS })).entities.map((entity) => entity.id);
  if (seeds.length === 0) return;
  const near = await fewOfEach(client, seeds, FIRST_STEP);
  const far = await fewOfEach(client, near.ids, SECOND_STEP);
  const ids = [...new Set([...seeds, ...near.ids, ...far.ids])];
  const lines = [...near.lines, ...far.lines];
  const places = (await placeAddition({ placed: [], added: ids, lines }).result) ?? [];
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
  if (await shownOnChart(ids)) session().canvas?.layout('standard');
}

/** The best linked neighbours of `ids`, at most `limit` of each type, with the lines that lead to them. */
async function fewOfEach(client: Client<CaseService>, ids: readonly string[], limit: number): Promise<{ ids: string[]; lines: { from: string; to: string }[] }> {
  const groups = grouped(await client['case.neighbours']({ ids: [...ids] }), (group) => group.entityType);
  const found = await Promise.all([...groups.values()].map((group) => client['case.expand']({ ids: [...ids], limit, only: group.map(({ linkType, direction, entityType }) => ({ linkType, direction, entityType })) })));
  return { ids: found.flatMap((each) => each.entities.map((entity) => entity.id)), lines: found.flatMap((each) => each.lines) };
}

/** Waits for the port to the new case, which follows the answer that it was made. */
async function connected(): Promise<Client<CaseService>> {
  for (let wait = 0; wait < 200; wait += 1) {
    const connection = caseConnection();
    if (connection) return connection.client;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Failure('connectionLost');
}
