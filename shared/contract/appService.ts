import { z } from 'zod';
import { briefingRecordSchema } from '../model/briefing';
import { releaseRecordSchema } from '../model/release';
import { recipeSchema } from '../mapping/recipe';
import { IDENTITY_MODES } from '../model/identity';
import { idSchema } from '../model/ids';
import { schemeSchema } from '../schema/check';
import { askSchema, exchangeSchema } from '../model/exchange';
import { askWishSchema, blindAnswerSchema, blindWishSchema } from './blinding';
import { bundleLockSchema } from './bundling';
import { request } from './definition';
import { releaseAboutSchema } from './releasing';
import { EXPORT_FORMATS, exportedSchema, exportScopeSchema } from './exporting';

const nothing = z.object({});

/** Formats that a briefing is written in. */
export const DOCUMENT_FORMATS = ['pdf', 'docx', 'pptx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What a service gives others, so that they can send it bundles and know those that come from it. */
export const cardSchema = z.object({ service: z.string().max(500), person: z.string().max(300), encryptionKey: z.string().max(5000), signingKey: z.string().max(100) });
export type Card = z.infer<typeof cardSchema>;

const languageSchema = z.enum(['nl', 'fr', 'de', 'en']);

/** Settings of this workstation's user; no case content. */
export const appSettingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  actor: z.string().max(200),
  service: z.string().max(200),
  /** Serialised docking layout of the workbench; null for the standard one. */
  dock: z.string().max(200_000).nullable(),
  sampleOffered: z.boolean(),
  /** What the wheel does on the chart; absent: a mouse's zooms, two fingers on a touchpad move it. */
  wheel: z.enum(['zoom', 'pan']).optional(),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const recentCaseSchema = z.object({ id: z.string(), name: z.string(), folder: z.string(), bytes: z.number().nullable(), lastOpened: z.string(), lastChanged: z.string().nullable(), encrypted: z.boolean(), state: z.enum(['ready', 'missing', 'inUse']) });
export type RecentCase = z.infer<typeof recentCaseSchema>;

export const openCaseSchema = z.object({ name: z.string(), encrypted: z.boolean() });

export const chosenFileSchema = z.object({ token: z.string(), name: z.string(), bytes: z.number() });
export type ChosenFile = z.infer<typeof chosenFileSchema>;

/** What main answers and announces: windows, dialogs and the life of case processes. Paths never cross: files are tokens. */
export const appService = {
  requests: {
    'app.state': request(nothing, z.object({ settings: appSettingsSchema, version: z.string(), electron: z.string(), recent: z.array(recentCaseSchema), open: openCaseSchema.nullable(), systemDark: z.boolean(), defaultFolder: z.string() })),
    'app.saveSettings': request(appSettingsSchema.partial(), appSettingsSchema),
    /** Shows a folder dialog; null when it was cancelled. */
    'app.chooseFolder': request(z.object({ purpose: z.enum(['newCase', 'openCase', 'share']) }), z.object({ token: z.string(), name: z.string() }).nullable()),
    'app.chooseFiles': request(z.object({ purpose: z.enum(['import']) }), z.array(chosenFileSchema)),
    /** The raw files of the sample case. */
    'app.sampleFiles': request(nothing, z.array(chosenFileSchema)),
    /** `folder` null: the standard folder for cases. `passphrase` null: not encrypted. The port to the new case follows as "knoop:port". */
    'app.createCase': request(z.object({ name: z.string().min(1).max(120), reference: z.string().max(200), folder: z.string().nullable(), passphrase: z.string().max(1000).nullable() }), openCaseSchema),
    'app.openCase': request(z.object({ recent: z.string().optional(), folder: z.string().optional(), passphrase: z.string().max(1000).nullable() }), openCaseSchema),
    /** Whether a passphrase must be asked for. */
    'app.inspectCase': request(z.object({ recent: z.string().optional(), folder: z.string().optional() }), z.object({ name: z.string(), encrypted: z.boolean() })),
    /** Has the window fill the screen, or gives it back its size. */
    'app.setFullScreen': request(z.object({ on: z.boolean() }), nothing),
    'app.closeCase': request(nothing, nothing),
    'app.forgetCase': request(z.object({ recent: z.string() }), nothing),
    /** Asks where, composes for the recipient, writes the format, checks, writes beside and renames. `certificate`: a chosen file to sign a PDF with. Null when the dialog was cancelled. */
    'app.exportBriefing': request(z.object({ briefing: briefingRecordSchema, job: z.string(), format: z.enum(DOCUMENT_FORMATS), about: releaseAboutSchema, certificate: z.object({ file: z.string(), passphrase: z.string().max(1000) }).nullable() }), releaseRecordSchema.extend({ name: z.string() }).nullable()),
    /** One chart as a picture, as the recipient may see it. */
    'app.exportImage': request(z.object({ job: z.string(), format: z.enum(['png', 'svg']), chart: idSchema, title: z.string().max(300), places: z.enum(['drawn', 'anew']), identity: z.enum(IDENTITY_MODES).default('judged'), about: releaseAboutSchema }), releaseRecordSchema.extend({ name: z.string() }).nullable()),
    /** Puts the entities and the links among them on the clipboard, as table text and, with a chart, as a picture of it; what may leave for the recipient and nothing else. */
    'app.copy': request(z.object({ job: z.string(), ids: z.array(idSchema).min(1).max(5000), chart: idSchema.nullable(), identity: z.enum(IDENTITY_MODES).default('judged'), about: releaseAboutSchema, /** Also as a sealed bundle, to be pasted into another case. */ across: z.boolean().default(false) }), releaseRecordSchema),
    /** What of a case the clipboard holds: `mark` tells one such thing from another, null where it holds none. `take`: as a file, to be taken in like any bundle. */
    'app.pasted': request(z.object({ take: z.boolean() }), z.object({ mark: z.string().nullable(), file: chosenFileSchema.nullable(), /** Text with cells or lines, and the page's table beside it: what spreadsheets put there. */ table: z.object({ text: z.string(), html: z.string() }).nullable() })),
    /** Puts text that was marked in the window on the clipboard, for the service's own use, and on record. */
    'app.copyText': request(z.object({ text: z.string().min(1).max(5_000_000) }), nothing),
    /** Asks where, and lets what may leave of the case go there in the format of another tool. Null when the dialog was cancelled. Progress comes from the case, under `job`. */
    'app.exportData': request(z.object({ job: z.string(), format: z.enum(EXPORT_FORMATS), scope: exportScopeSchema, title: z.string().max(300), about: releaseAboutSchema }), exportedSchema.nullable()),
    /** As case.writeBundle and case.writeNotice, asking where. Null when the dialog was cancelled. */
    'app.writeBundle': request(z.object({ job: z.string(), scope: exportScopeSchema, about: releaseAboutSchema, title: z.string().max(300), lock: bundleLockSchema, documents: z.boolean() }), releaseRecordSchema.extend({ name: z.string() }).nullable()),
    'app.writeNotice': request(z.object({ job: z.string(), release: idSchema, reason: z.string().max(2000), lock: bundleLockSchema }), releaseRecordSchema.extend({ name: z.string() }).nullable()),
    /** A token for a chosen bundle, which the open case then previews and takes in. */
    'app.chooseBundle': request(nothing, chosenFileSchema.nullable()),
    /** Makes a read-only case of a bundle, beside the user's other cases, and opens it. `file`: a token of chooseBundle; null asks. */
    'app.openBundle': request(z.object({ file: z.string().nullable(), passphrase: z.string().max(1000).nullable() }), openCaseSchema.nullable()),
    /** As case.beginBlind, case.answerBlind, case.concludeBlind and case.sendAsk, asking where; `title`: proposed as the file's name. Null when the dialog was cancelled. */
    'app.beginBlind': request(blindWishSchema.extend({ job: z.string(), title: z.string().max(300) }), z.object({ exchange: exchangeSchema, name: z.string() }).nullable()),
    'app.answerBlind': request(blindAnswerSchema.extend({ job: z.string(), title: z.string().max(300) }), z.object({ exchange: exchangeSchema, name: z.string() }).nullable()),
    /** `writes`: a file goes back, so that a place is asked for. */
    'app.concludeBlind': request(z.object({ job: z.string(), title: z.string().max(300), file: z.string(), writes: z.boolean() }), z.object({ exchange: exchangeSchema, name: z.string() }).nullable()),
    'app.sendAsk': request(askWishSchema.extend({ title: z.string().max(300) }), z.object({ ask: askSchema, name: z.string() }).nullable()),
    /** A token for a chosen file of a comparison, or a request. */
    'app.chooseExchanged': request(nothing, chosenFileSchema.nullable()),
    /** This workstation's card into a file; and a partner's card out of one: checked, not stored yet. */
    'app.saveCard': request(nothing, z.object({ name: z.string() }).nullable()),
    'app.chooseCard': request(nothing, cardSchema.nullable()),
    /** The log of releases, or the slip of one, signed, for the verifier. The journal's rows without content, for the same. */
    'app.saveReleaseLog': request(z.object({ release: idSchema.nullable() }), z.object({ name: z.string(), releases: z.number() }).nullable()),
    /** How the journal stands to the seal that this workstation keeps of it. forged: the seal itself is not as it was signed; none: there is none yet. */
    'app.checkSeal': request(nothing, z.object({ state: z.enum(['none', 'fits', 'shorter', 'different', 'forged']), sealed: z.number(), entries: z.number(), at: z.string() })),
    'app.saveJournal': request(nothing, z.object({ name: z.string(), entries: z.number() }).nullable()),
    /** A chosen file, to sign with. */
    'app.chooseCertificate': request(nothing, chosenFileSchema.nullable()),
    /** Ends the export or preview `job`; it then fails with "cancelled", and no file is written. */
    'app.cancelExport': request(z.object({ job: z.string() }), nothing),
    'app.previewBriefing': request(z.object({ briefing: briefingRecordSchema, job: z.string() }), z.object({ pdf: z.instanceof(Uint8Array), pages: z.number() })),
    /** The receipt of the import that brought a source, as PDF. Null when the dialog was cancelled. */
    'app.saveReceipt': request(z.object({ source: idSchema }), z.object({ name: z.string(), pages: z.number() }).nullable()),
    /** A recipe of the case, or a shipped one, into a file for colleagues; and out of one: checked, not stored yet. */
    'app.saveRecipe': request(z.object({ id: z.string() }), z.object({ name: z.string() }).nullable()),
    'app.chooseRecipe': request(nothing, recipeSchema.nullable()),
    /** A scheme into a file for colleagues; and out of one: checked, not stored yet. */
    'app.saveScheme': request(z.object({ id: z.string().max(64) }), z.object({ name: z.string() }).nullable()),
    'app.chooseScheme': request(nothing, schemeSchema.nullable()),
    'app.saveRejects': request(z.object({ source: idSchema }), z.object({ name: z.string() }).nullable()),
    'app.pathOfToken': request(z.object({ token: z.string() }), z.object({ shown: z.string() })),
  },
  events: {
    /** A menu entry or accelerator was used: the id of an action of the page. */
    'app.action': z.object({ id: z.string() }),
    'app.caseOpened': openCaseSchema,
    /** The case process ended: null reason when closed on purpose. */
    'app.caseClosed': z.object({ reason: z.enum(['crashed', 'closed']) }),
    'app.themeChanged': z.object({ systemDark: z.boolean() }),
    'app.progress': z.object({ job: z.string(), done: z.number(), total: z.number() }),
  },
} as const;
export type AppService = typeof appService;
