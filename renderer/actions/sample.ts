import type { EntityType } from '../../shared/schema/types';
import { Failure, type CaseService, type Client } from '../../shared/contract';
import { appClient } from '../ipc/app';
import { caseConnection } from '../ipc/caseConnection';
import i18next from 'i18next';
import { placeAddition } from '../canvas/layouts/run';
import { notifyFailure } from '../ui/notices';
import { attempt } from './execute';
import { importFile } from './importFile';
import { newChart } from './addToChart';
import { changeSession, type OpenCase } from './session';
import { saveSettings } from './settings';

/** How many of each family the first chart of the sample shows. */
const FIRST_CHART: Partial<Record<EntityType['family'], number>> = { people: 16, organisations: 10, goods: 8, communication: 8 };

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
  const picked = await Promise.all(Object.entries(FIRST_CHART).map(async ([family, limit]) => {
    const types = catalogue.entityTypes.filter((type) => type.family === family && !type.abstract).map((type) => type.id);
    return (await client['case.browse']({ types, order: 'links', limit })).entities.filter((entity) => entity.links > 0);
  }));
  const ids = picked.flat().map((entity) => entity.id);
  if (ids.length === 0) return;
  const shown = new Set(ids);
  const { lines } = await client['case.expand']({ ids, limit: 20_000 });
  const places = (await placeAddition({ placed: [], added: ids, lines: lines.filter((line) => shown.has(line.from) && shown.has(line.to)) }).result) ?? [];
  const chart = await newChart(places.map(({ id, x, y }) => ({ subject: id, x, y })), i18next.t('start:sampleChart'));
  if (chart) changeSession({ chart });
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
