import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { journalHead } from '../../../electron/case/journal';
import type { OpenCase } from '../../../electron/case/life';
import { browse, chartView } from '../../../electron/case/queries';
import { composeBriefing, documentWords, withheldFromBriefing } from '../../../electron/case/queries/briefing';
import { readSettings } from '../../../electron/case/settings';
import { placeNew } from '../../../shared/analysis/layout/placeNew';
import { defaultBriefing } from '../../../shared/briefing/defaultBriefing';
import { briefingDocumentSchema, type BriefingDocument, type Figure } from '../../../shared/briefing/document';
import type { Rights } from '../../../shared/briefing/gate';
import type { ChartView } from '../../../shared/contract/views';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample');
const FILES = ['douane_containerbewegingen.csv', 'retro_telefonie.csv', 'politie_personenlijst.xlsx', 'bank_verrichtingen.csv'];
const AT = '2026-02-21T13:05:00.000Z';

async function withSample(): Promise<OpenCase> {
  const opened = await newCase();
  const { store } = opened;
  for (const file of FILES) {
    const document = { path: join(SAMPLE, file), name: file };
    const { proposal, recipe } = await previewTableImport(store.db, store.catalogue, document);
    await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, recipe, again: false, actor: ACTOR }, UNWATCHED);
    store.reload();
  }
  return opened;
}

/** A chart of the most linked entities, laid out. */
function drawChart({ store }: OpenCase, count: number): string {
  const { db, catalogue } = store;
  const id = newId();
  const { entities } = browse(db, catalogue, { order: 'links', limit: count, offset: 0 });
  store.execute({ command: 'chart.create', args: { id, name: 'Overzicht', items: entities.map((entity) => ({ subject: entity.id, x: 0, y: 0 })) } }, ACTOR);
  const { lines } = chartView(db, catalogue, { id });
  const items = placeNew({ placed: [], added: entities.map((entity) => entity.id), lines }).map(({ id: subject, x, y }) => ({ subject, x, y }));
  store.execute({ command: 'chart.moveItems', args: { chart: id, items } }, ACTOR);
  return id;
}

const briefingOn = ({ store }: OpenCase, charts: readonly string[]): BriefingRecord => ({ ...defaultBriefing({ id: newId(), settings: readSettings(store.db), charts, author: 'K. Peeters', service: 'FGP', language: 'nl' }), recipient: 'parket' });

function figures(document: BriefingDocument): Figure[] {
  return document.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : [])));
}

/** Lines in a form in which a figure's and a chart's can be compared. */
const linesOf = (lines: readonly { from: string; to: string; count: number; strength: string }[]): string[] => lines.map(({ from, to, count, strength }) => `${from} ${to} ${count} ${strength}`).sort();

const compose = ({ store }: OpenCase, briefing: BriefingRecord, rights?: Rights): BriefingDocument =>
  composeBriefing(store.db, store.catalogue, briefing, readSettings(store.db), journalHead(store.db), documentWords(briefing.language), AT, rights ? { rights, purpose: 'release' } : undefined);

function expectSameAsChart(figure: Figure | undefined, view: ChartView): void {
  expect(linesOf(figure?.lines ?? [])).toEqual(linesOf(view.lines));
  expect(figure?.nodes.map((node) => `${node.id} ${node.caption} ${node.x} ${node.y} ${node.grading} ${node.sources}`).sort())
    .toEqual(view.entities.map((entity) => { const item = view.items.find((each) => each.subject === entity.id); return `${entity.id} ${entity.caption} ${item?.x} ${item?.y} ${entity.grading} ${entity.sources}`; }).sort());
}

test('a briefing on the sample shows what its charts show, with every source numbered', async () => {
  const opened = await withSample();
  const { store } = opened;
  const chart = drawChart(opened, 60);
  const view = chartView(store.db, store.catalogue, { id: chart });
  const folded = view.lines.find((line) => line.count > 1);
  if (folded) store.execute({ command: 'chart.removeItems', args: { chart, entities: [], links: [folded.id] } }, ACTOR);
  const document = compose(opened, briefingOn(opened, [chart, newId()]));
  expect(briefingDocumentSchema.parse(document)).toEqual(document);
  expect(figures(document)).toHaveLength(1);
  expectSameAsChart(figures(document)[0], chartView(store.db, store.catalogue, { id: chart }));
  const tables = document.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  const listed = new Set(tables.filter((table) => table.cited).flatMap((table) => table.rows.map((row) => Number(row[0]?.[0]?.text))));
  const cited = new Set(tables.flatMap((table) => table.rows.flat(2).flatMap((text) => text.sources)));
  expect(cited.size).toBeGreaterThan(1);
  expect([...cited].filter((number) => !listed.has(number))).toEqual([]);
  expect(compose(opened, briefingOn(opened, [chart])).sections.map((section) => section.id)).toEqual(document.sections.map((section) => section.id));
  if (process.env['KNOOP_KEEP_BRIEFING']) (await import('node:fs')).writeFileSync(process.env['KNOOP_KEEP_BRIEFING'], JSON.stringify(document));
}, 60_000);

test('what a recipient may not see is in neither the document nor the list that the file is searched for by mistake', async () => {
  const opened = await newCase();
  const { store } = opened;
  const [known, secret, chart] = [newId(), newId(), newId()];
  const h3 = [{ scheme: 'europolHandling', code: 'H3' }];
  store.execute({ command: 'entity.create', args: { id: known, type: 'person', values: values({ name: 'Koen Verstraeten' }), ...SAID } }, ACTOR);
  store.execute({ command: 'entity.create', args: { id: secret, type: 'person', values: values({ name: 'Zwarte Zwaan' }), ...SAID, handling: h3 } }, ACTOR);
  store.execute({ command: 'link.create', args: { id: newId(), type: 'knows', from: secret, to: known, values: values({ note: 'verraad aan de kaai' }), ...SAID, handling: h3 } }, ACTOR);
  store.execute({ command: 'chart.create', args: { id: chart, name: 'Kern', items: [{ subject: known, x: 0, y: 0 }, { subject: secret, x: 100, y: 0 }] } }, ACTOR);
  const briefing = briefingOn(opened, [chart]);
  const rights: Rights = { allowedHandling: { europolHandling: ['H0'] }, maximumMarking: null };
  const document = compose(opened, briefing, rights);
  expect(figures(document)[0]?.nodes.map((node) => node.caption)).toEqual(['Koen Verstraeten']);
  expect(JSON.stringify(document)).not.toMatch(/Zwaan|verraad/);
  expect(document.withheld).toEqual([{ reason: 'handling', count: 2 }]);
  const forbidden = withheldFromBriefing(store.db, store.catalogue, briefing, readSettings(store.db), journalHead(store.db), { rights, purpose: 'release' });
  expect(forbidden).toEqual(expect.arrayContaining(['Zwarte Zwaan', 'verraad aan de kaai', secret]));
  expect(forbidden).not.toContain('Koen Verstraeten');
  expect(withheldFromBriefing(store.db, store.catalogue, briefing, readSettings(store.db), journalHead(store.db))).toEqual([]);
});
