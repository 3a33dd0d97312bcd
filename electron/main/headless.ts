import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { placeNew } from '../../shared/analysis/layout/placeNew';
import { defaultBriefing } from '../../shared/briefing/defaultBriefing';
import { Failure, type FailureCode, type ImportReport } from '../../shared/contract';
import { isRecordPlan } from '../../shared/mapping/recordPlan';
import { FAMILIES, type Family } from '../../shared/schema/types';
import type { Language } from '../../shared/values/kind';
import { exportBriefing } from './briefingExport';
import { readRecipe } from './recipes';
import { CaseProcess } from './caseProcess';
import { isDataFormat, type HeadlessArguments } from './headlessArguments';
import { logProblem } from './log';
import { documentWords, sentence, translate } from './words';

/** How a headless run ended, for scripts. */
export const EXIT = { done: 0, failed: 1, usage: 2, input: 3, output: 4 } as const;

const INPUT_FAILURES: ReadonlySet<FailureCode> = new Set(['fileNotFound', 'fileLocked', 'fileUnreadable', 'fileEmpty', 'fileTooLarge', 'fileNotThisFormat', 'fileEncrypted', 'fileChanged', 'noRows', 'noSheet', 'mappingInvalid', 'recipeInvalid', 'alreadyImported']);
const OUTPUT_FAILURES: ReadonlySet<FailureCode> = new Set(['exportFailed', 'tooManyRows', 'folderReadOnly', 'diskFull', 'withheldFound']);

/** Most linked items of each family that are looked at for the overview chart. People and what they act through come before what merely has many links, such as cells and terminals. */
const CANDIDATES: Readonly<Record<Family, number>> = { people: 40, organisations: 20, communication: 20, transport: 15, money: 15, goods: 12, events: 12, documents: 4, places: 3 };
/** What fits on a page and can still be read. */
const OVERVIEW_ITEMS = 60;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Imports files with their recipes into a case of its own, and draws the most linked items and writes the briefing as PDF, DOCX or PPTX, or writes all of it in another
 * tool's format; no window is shown and the case is removed again. Resolves to an exit code of EXIT; what went wrong is one sentence on the error stream.
 */
export async function runHeadless(parsed: HeadlessArguments, language: Language): Promise<number> {
  if (parsed.fault !== null) {
    complain(translate(language, `headless.fault.${parsed.fault.kind}`, { name: parsed.fault.name }));
    complain(translate(language, 'headless.usage'));
    return EXIT.usage;
  }
  const chosen = parsed.language ?? language;
  // Under a random passphrase that nobody keeps: what a crash leaves behind cannot be read.
  const folder = await mkdtemp(path.join(tmpdir(), 'knoop-'));
  let running: CaseProcess | null = null;
  try {
    const settings = { language: chosen, theme: 'light', actor: parsed.author, service: parsed.service, dock: null, sampleOffered: true } as const;
    running = await CaseProcess.start({ folder: path.join(folder, 'headless.knoop'), create: { name: parsed.title, reference: parsed.reference }, passphrase: randomBytes(24).toString('base64') }, settings, () => undefined);
    const reports: ImportReport[] = [];
    for (const each of parsed.imports) reports.push(await naming(each.file, importOne(running, each.file, each.recipe, chosen)));
    const out = path.resolve(parsed.out);
    // What is made here is for whoever runs it: nobody is stored whom it could be held back from, so nothing is. A name given for it is why it was made.
    const about = { recipient: null, purpose: 'internal', reason: parsed.recipient, basis: '', copyNumber: '', expires: null } as const;
    const { format } = parsed;
    if (isDataFormat(format)) {
      const file = uuid();
      running.grant(file, out);
      const { name, entities, links } = await running.client['case.exportData']({ job: uuid(), file, format, scope: { kind: 'case' }, title: parsed.title, about });
      say(translate(chosen, 'headless.exported', { file: name, entities, links }));
      return EXIT.done;
    }
    const chart = await drawOverview(running, chosen);
    const info = await running.client['case.info']({});
    const start = { id: uuid(), settings: info.settings, charts: [{ id: chart, name: translate(chosen, 'headless.chart') }], author: parsed.author, service: parsed.service, language: chosen, template: 'dossier', words: documentWords } as const;
    const briefing = { ...defaultBriefing(start), title: parsed.title, reference: parsed.reference, ...(parsed.marking ? { marking: parsed.marking } : {}) };
    const release = await exportBriefing(running.client, { briefing, format, about, certificate: null }, out, {});
    say(translate(chosen, 'headless.written', { file: path.basename(parsed.out), pages: release.pages }));
    return EXIT.done;
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('internal');
    if (!(error instanceof Failure) || failure.code === 'internal') logProblem(error, 'headless');
    complain(sentence(chosen, failure));
    return INPUT_FAILURES.has(failure.code) ? EXIT.input : OUTPUT_FAILURES.has(failure.code) ? EXIT.output : EXIT.failed;
  } finally {
    await running?.close().catch((error: unknown) => logProblem(error, 'headless'));
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same step, whose failure names the file: the case process does not know what the user calls it. */
async function naming<T>(file: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.code, { file: path.basename(file), ...error.details }, { cause: error }) : error;
  }
}

async function importOne(running: CaseProcess, file: string, recipeFile: string | null, language: Language): Promise<ImportReport> {
  const token = uuid();
  const recipe = recipeFile === null ? null : await readRecipe(recipeFile);
  running.grant(token, path.resolve(file));
  const preview = await running.client['case.previewImport']({ file: token, ...(recipe === null ? {} : isRecordPlan(recipe.mapping) ? { records: recipe.mapping } : { reading: recipe.mapping.reading }) });
  const used = recipe ?? preview.recipe;
  const report = await running.client['case.runImport']({ job: uuid(), file: token, mapping: recipe?.mapping ?? preview.proposal, recipe: used ? { id: used.id, name: used.name, version: used.version } : null });
  say(translate(language, 'headless.imported', { file: path.basename(file), rows: report.rows, entities: report.entitiesAdded, links: report.linksAdded, rejected: report.rejected }));
  return report;
}

/** A chart of the most linked entities of each family, laid out; returns its id. */
async function drawOverview(running: CaseProcess, language: Language): Promise<string> {
  const catalogue = await running.client['case.catalogue']({});
  const found = await Promise.all(FAMILIES.map((family) => {
    const types = catalogue.entityTypes.filter((type) => type.family === family && !type.abstract).map((type) => type.id);
    return running.client['case.browse']({ types, order: 'links', limit: CANDIDATES[family] });
  }));
  const entities = found.flatMap((each) => each.entities);
  const id = uuid();
  await running.client['case.execute']({ command: 'chart.create', args: { id, name: translate(language, 'headless.chart'), items: entities.map((entity) => ({ subject: entity.id, x: 0, y: 0 })) } });
  const { lines } = await running.client['case.chart']({ id });
  const kept = bestConnected(entities.map((entity) => entity.id), lines);
  const dropped = entities.map((entity) => entity.id).filter((each) => !kept.has(each));
  if (dropped.length > 0) await running.client['case.execute']({ command: 'chart.removeItems', args: { chart: id, entities: dropped, links: [] } });
  const items = placeNew({ placed: [], added: [...kept], lines: lines.filter((line) => kept.has(line.from) && kept.has(line.to)) });
  if (items.length > 0) await running.client['case.execute']({ command: 'chart.moveItems', args: { chart: id, items: items.map(({ id: subject, x, y }) => ({ subject, x, y })), layout: 'standard' } });
  return id;
}

/** Those with most lines among themselves; what has none says nothing in a drawing and is left to the tables of the case. All, where nothing is linked. */
function bestConnected(ids: readonly string[], lines: readonly { readonly from: string; readonly to: string }[]): ReadonlySet<string> {
  const degree = new Map<string, number>();
  for (const { from, to } of lines) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const linked = ids.filter((id) => degree.has(id)).sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0));
  return new Set((linked.length > 0 ? linked : ids).slice(0, OVERVIEW_ITEMS));
}
