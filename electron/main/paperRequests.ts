import { readFile } from 'node:fs/promises';
import { dialog, type BrowserWindow } from 'electron';
import { Failure, type AppService, type ChosenFile, type EventPayload, type Handlers } from '../../shared/contract';
import type { DocumentFormat } from '../../shared/contract/appService';
import type { Language } from '../../shared/values/kind';
import { exportBriefing, previewBriefing } from './briefingExport';
import type { CaseProcess } from './caseProcess';
import { copyOut, exportImage } from './imageExport';
import { copyForOwnUse } from './ownUse';
import type { ExportWatch } from './printing';
import { htmlWith, type Pasteboard } from './pasteboard';
import { putOnClipboard } from './putOnClipboard';
import { exportReceipt } from './receiptExport';

/** What the window's workspace lends to these requests. */
export interface PaperDesk {
  readonly window: () => BrowserWindow;
  readonly say: (word: string) => string;
  readonly language: () => Language;
  readonly running: () => CaseProcess;
  /** Remembers a file under a token. */
  readonly choose: (file: string) => Promise<ChosenFile>;
  readonly pathOf: (token: string) => string;
  /** Lets the open case write to a path. */
  readonly grant: (file: string) => string;
  readonly pasteboard: Pasteboard;
  /** A name without what file systems refuse, and without ending. */
  readonly fileName: (title: string) => string;
  readonly progress: (payload: EventPayload<AppService, 'app.progress'>) => void;
}

type Answers = 'app.exportBriefing' | 'app.exportImage' | 'app.copy' | 'app.copyText' | 'app.pasted' | 'app.previewBriefing' | 'app.cancelExport' | 'app.chooseCertificate' | 'app.saveReceipt';

const NAMES: Readonly<Record<DocumentFormat | 'png' | 'svg', string>> = { pdf: 'PDF', docx: 'Word', pptx: 'PowerPoint', png: 'PNG', svg: 'SVG' };
/** A certificate is no larger than this; anything else was chosen by mistake. */
const LARGEST_CERTIFICATE = 1024 * 1024;

/** Main's answers about everything that becomes paper or a picture: dialogs, progress under a job, its end, and the clipboard. */
export function paperRequests(desk: PaperDesk): Pick<Handlers<AppService>, Answers> {
  const { window, say } = desk;
  const working = new Map<string, AbortController>();

  /** Runs with its progress announced under `job`, and lets app.cancelExport end it. */
  const watched = async <T>(job: string, run: (watch: ExportWatch) => Promise<T>): Promise<T> => {
    const ending = new AbortController();
    working.set(job, ending);
    try {
      return await run({ progress: (done, total) => desk.progress({ job, done, total }), signal: ending.signal });
    } finally {
      working.delete(job);
    }
  };

  const target = async (title: string, format: keyof typeof NAMES): Promise<string | null> => {
    const answer = await dialog.showSaveDialog(window(), { title: say(`save.${format}`), defaultPath: `${desk.fileName(title)}.${format}`, filters: [{ name: NAMES[format], extensions: [format] }] });
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  };

  const certificateIn = async ({ file, passphrase }: { file: string; passphrase: string }) => {
    const p12 = await readFile(desk.pathOf(file)).catch((error: unknown) => {
      throw new Failure('certificateInvalid', {}, { cause: error });
    });
    if (p12.byteLength > LARGEST_CERTIFICATE) throw new Failure('certificateInvalid');
    return { p12, passphrase };
  };

  return {
    'app.exportBriefing': async ({ briefing, job, format, about, certificate }) => {
      const { client } = desk.running();
      const file = await target(briefing.title, format);
      if (file === null) return null;
      const signing = certificate === null ? null : await certificateIn(certificate);
      return watched(job, (watch) => exportBriefing(client, { briefing, format, about, certificate: signing }, file, watch));
    },
    'app.exportImage': async ({ job, format, chart, title, places, identity, about }) => {
      const { client } = desk.running();
      const file = await target(title, format);
      return file === null ? null : watched(job, (watch) => exportImage(client, { format, chart, title, places, identity, about, language: desk.language() }, file, watch));
    },
    'app.copy': async ({ job, ids, chart, identity, about, across }) => {
      const { client } = desk.running();
      const bundle = across ? await desk.pasteboard.bundleOf(client, { job, ids, about, title: say('copyName') }, desk.grant) : null;
      return watched(job, (watch) => copyOut(client, { ids, chart, identity, about, title: say('copyName'), language: desk.language() }, (text, png) => putOnClipboard(text, png, bundle === null ? null : htmlWith(text, bundle)), watch));
    },
    'app.pasted': async ({ take }) => {
      const held = await desk.pasteboard.held();
      return { mark: held?.mark ?? null, file: held === null || !take ? null : await desk.choose(await desk.pasteboard.fileOf(held)), table: held === null ? await desk.pasteboard.table() : null };
    },
    'app.copyText': async ({ text }) => {
      await copyForOwnUse(desk.running().client, text, { title: say('copyName'), language: desk.language() }, putOnClipboard);
      return {};
    },
    'app.previewBriefing': async ({ briefing, job }) => watched(job, (watch) => previewBriefing(desk.running().client, briefing, watch)),
    'app.cancelExport': ({ job }) => {
      working.get(job)?.abort();
      return {};
    },
    'app.chooseCertificate': async () => {
      const answer = await dialog.showOpenDialog(window(), { title: say('chooseCertificate'), properties: ['openFile'], filters: [{ name: say('certificates'), extensions: ['p12', 'pfx'] }] });
      const file = answer.filePaths[0];
      return answer.canceled || file === undefined ? null : desk.choose(file);
    },
    'app.saveReceipt': async ({ source }) => {
      const { client } = desk.running();
      const { title } = await client['case.receipt']({ source });
      const answer = await dialog.showSaveDialog(window(), { title: say('saveReceipt'), defaultPath: `${desk.fileName(`${say('receiptName')} ${title}`)}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
      return answer.canceled || !answer.filePath ? null : exportReceipt(client, source, answer.filePath);
    },
  };
}
