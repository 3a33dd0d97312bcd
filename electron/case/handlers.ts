import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../shared/contract/caseService';
import type { EventPayload, Handlers, ResultOf } from '../../shared/contract/definition';
import { receiptDocument } from '../../shared/briefing/receiptDocument';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { Language } from '../../shared/values/kind';
import type { Known } from './across/known';
import type { Across } from './across/store';
import type { Actor } from './actor';
import { briefingsHandlers } from './answers/briefings';
import { acrossHandlers } from './answers/across';
import { blindingHandlers } from './answers/blinding';
import { bundlingHandlers } from './answers/bundling';
import { erasingHandlers } from './answers/erasing';
import { evaluatingHandlers } from './answers/evaluating';
import { judgingHandlers } from './answers/judging';
import { picturesHandlers } from './answers/pictures';
import { networkHandlers } from './answers/network';
import { presentingHandlers } from './answers/presenting';
import { trafficHandlers } from './answers/traffic';
import { qualityHandlers } from './answers/quality';
import { recordingHandlers } from './answers/recording';
import { releasingHandlers } from './answers/releasing';
import { arrangingHandlers } from './answers/arranging';
import { timeHandlers } from './answers/time';
import { watchingHandlers } from './answers/watching';
import type { Exchanges } from './blinding/exchanges';
import type { Bundles } from './bundles/bundles';
import type { Consultations } from './consultations';
import type { Document } from './importers/document';
import { SHIPPED_RECIPES } from './importers/shippedRecipes';
import type { Counts } from './counts';
import type { Identity } from './db/identity';
import type { Erasures } from './erasure/erasures';
import type { Exports } from './exports';
import type { Imports } from './importWorker';
import { journalHead, verifyJournal } from './journal';
import type { OpenCase } from './life';
import type { Matcher } from './matching/matcher';
import * as queries from './queries';
import { documentWords } from './queries/briefing';
import { formatting } from './queries/formatting';
import { newSince } from './queries/newSince';
import { saidOf } from './queries/saidOf';
import { shareFiles } from './queries/shareFiles';
import type { Quality } from './quality/quality';
import type { NetworkThread } from './network/networkThread';
import type { TrafficThread } from './traffic/trafficThread';
import type { ReadThread } from './readThread';
import { askingReason } from './reasons';
import { Pasted } from './pasted';
import { readSettings } from './settings';
import type { Shares } from './shares/shares';
import type { FileTokens } from './tokens';
import type { Comparisons } from './versions/comparisons';
import { versionsOf } from './versions/versionsOf';
import type { HeldLists } from './watching/lists';
import { whileViewing, type Viewing } from './viewing';

/** Who is at the keyboard; may change while the case is open. */
export interface Person {
  actor: Actor;
  language: Language;
}

/** How long a change by hand waits for a running import, in milliseconds; longer ones are refused with a sentence. */
const PATIENCE = 8000;

export type Progress = (payload: EventPayload<CaseService, 'case.progress'>) => void;

/** One open case with all that answers for it. */
export interface Served {
  readonly open: OpenCase;
  readonly person: Person;
  readonly tokens: FileTokens;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly bundles: Bundles;
  readonly exchanges: Exchanges;
  readonly erasures: Erasures;
  readonly counts: Counts;
  readonly reads: ReadThread;
  readonly network: NetworkThread;
  readonly traffic: TrafficThread;
  readonly consultations: Consultations;
  readonly shares: Shares;
  readonly comparisons: Comparisons;
  readonly progress: Progress;
  /** Looks in the background for who may be who, and for what is on lists. */
  readonly matcher: Matcher;
  /** Watch lists that the case is held against. */
  readonly lists: HeldLists;
  /** What this workstation keeps across its cases; null where it keeps nothing: headless, or its disk does not let it. */
  readonly across: Across | null;
  /** What other cases of it know of this one, and what this one may ask of them. */
  readonly known: Known;
  readonly quality: Quality;
  /** With whose eyes this port reads: `viewing.reading` is where every reading answers from. */
  readonly viewing: Viewing;
}

/** What all ports of a case share. */
export type Serving = Omit<Served, 'viewing'>;

/** What a case answers over a port. Reads go straight to the database that `viewing` says, changes through the store; strangers' files are only read in threads of their own. */
export function handlersFor(served: Served): Handlers<CaseService> {
  const { open, person, tokens, imports, exports, counts, reads, consultations, shares, comparisons, progress, viewing } = served;
  const { store } = open;
  const { db } = store;
  const pasted = new Pasted(store);
  const documentOf = async (token: string): Promise<Document> => {
    const kept = pasted.document(token) ?? shares.document(token);
    if (kept !== null) return kept;
    const path = await tokens.path(token);
    return { path, name: basename(path) };
  };
  /** A reading that takes for one what the port does. */
  const asked = <A, R>(query: (db: Database, catalogue: Catalogue, identity: Identity, args: A) => R) => (args: A): R => {
    const { db: from, catalogue, identity } = viewing.reading;
    return query(from, catalogue, identity, args);
  };
  return whileViewing(askingReason({
    'case.info': () => ({ id: open.id, settings: readSettings(viewing.reading.db), encrypted: open.encrypted, readOnly: store.readOnly, seq: store.seq, head: journalHead(db).hash, counts: queries.caseInfo(viewing.reading.db), history: viewing.recipient === null ? store.history() : { undo: null, redo: null } }),
    'case.catalogue': () => viewing.reading.catalogueData as ResultOf<CaseService['requests']['case.catalogue']>,

    'case.execute': async (args) => {
      await imports.quiet(PATIENCE);
      return store.execute({ command: args.command, args: args.args }, person.actor, viewing.identity);
    },
    'case.undo': async () => {
      await imports.quiet(PATIENCE);
      return store.undo(person.actor);
    },
    'case.redo': async () => {
      await imports.quiet(PATIENCE);
      return store.redo(person.actor);
    },

    'case.search': (args) => {
      const found = asked(queries.search)(args);
      consultations.searched(args.text, found.hits.length + found.pages.length, person.actor);
      return found;
    },
    'case.entities': asked(queries.entities),
    'case.subject': (args) => {
      const subject = asked(queries.subjectView)(args);
      // Whoever looks at what stands for several has looked at each of them.
      for (const id of subject.entity?.members ?? [subject.id]) consultations.opened({ id, type: subject.type }, person.actor);
      return subject;
    },
    'case.links': asked(queries.linksOf),
    'case.lineMembers': asked(queries.lineMembers),
    'case.neighbours': asked(queries.neighbours),
    'case.expand': asked(queries.expand),
    'case.browse': asked(queries.browse),

    'case.charts': () => queries.charts(viewing.reading.db),
    'case.chart': asked(queries.chartView),
    'case.propertiesOnChart': asked(queries.propertiesOnChart),
    'case.propertyValues': asked(queries.propertyValues),
    'case.selections': asked(queries.selections),

    'case.sources': () => queries.sources(viewing.reading.db, viewing.reading.catalogue),
    'case.sourceRows': (args) => {
      consultations.read(args.id, person.actor);
      return reads.ask('sourceRows', args);
    },
    'case.pages': (args) => {
      consultations.read(args.source, person.actor);
      return queries.pages(viewing.reading.db, args);
    },
    'case.mentions': async (args) => {
      const found = viewing.recipient === null ? await reads.ask('mentions', args) : null;
      // Other eyes may have been borrowed meanwhile; what was built for them is only here.
      const { db: from, catalogue, identity } = viewing.reading;
      return found === null || viewing.recipient !== null ? queries.mentions(from, catalogue, identity, args) : queries.mentionViews(from, catalogue, identity, args.source, found);
    },
    'case.nearNames': async (args) => {
      const found = await reads.ask('nearNames', args);
      return viewing.recipient === null ? queries.nearMentions(viewing.reading, args.source, found) : { mentions: [], entities: [] };
    },
    'case.sourceRejects': (args) => queries.sourceRejects(viewing.reading.db, viewing.reading.catalogue, args),

    'case.journal': (args) => queries.journalEntries(viewing.reading.db, viewing.reading.catalogue, args),
    'case.verifyJournal': () => {
      const { ok, entries, brokenAt } = verifyJournal(db);
      return { ok, entries, brokenAt };
    },

    'case.previewImport': async ({ file, reading, records, table, recipes }) => reads.ask('preview', { document: await documentOf(file), reading, records: table === true ? null : records, recipes }),
    'case.dryRun': async ({ file, mapping, rows }) => reads.ask('dryRun', { document: await documentOf(file), mapping, rows, language: person.language }),
    'case.countImport': async ({ job, file, mapping, most }) => counts.run(job, { document: await documentOf(file), mapping, most }, (step) => progress({ job, ...step })),
    'case.runImport': async ({ job, file, mapping, title, recipe, again, version }) => imports.run(job, { document: await documentOf(file), mapping, title, recipe, again, version, actor: person.actor }, (step) => progress({ job, ...step })),
    'case.exportData': async ({ job, file, format, scope, title, about }) => exports.run(job, await tokens.path(file), { format, scope, title, language: person.language }, about, person.actor, (step) => progress({ job, ...step })),
    'case.cancel': ({ job }) => {
      imports.cancel(job);
      exports.cancel(job);
      served.bundles.cancel(job);
      served.exchanges.cancel(job);
      counts.cancel(job);
      served.network.cancel(job);
      served.traffic.cancel(job);
      comparisons.cancel(job);
      served.known.cancel(job);
      served.quality.cancel(job);
      return {};
    },
    'case.versionsOf': async ({ file, mapping }) => versionsOf(db, await documentOf(file), mapping),
    'case.compareVersion': async ({ job, file, source, mapping }) => comparisons.run(job, { document: await documentOf(file), source, mapping }, (step) => progress({ job, ...step })),
    'case.recipes': () => [...queries.recipes(viewing.reading.db), ...SHIPPED_RECIPES.map((recipe) => ({ ...recipe, shipped: true }))],
    'case.receipt': (args) => queries.receipt(viewing.reading.db, args),
    'case.receiptDocument': ({ source }) => receiptDocument(queries.receipt(db, { source }), { settings: readSettings(db), catalogue: store.catalogue, words: documentWords(person.language), language: person.language, head: journalHead(db), now: new Date().toISOString(), service: person.actor.service }),

    'case.shares': () => (viewing.recipient === null ? shares.list() : []),
    'case.addShare': async ({ folder, name, watched }) => {
      const place = await tokens.path(folder);
      await imports.quiet(PATIENCE);
      return { id: await shares.add(place, name === '' ? basename(place) : name, watched) };
    },
    'case.removeShare': async ({ id }) => {
      await imports.quiet(PATIENCE);
      shares.remove(id);
      return {};
    },
    'case.setShare': async ({ id, ...change }) => {
      await imports.quiet(PATIENCE);
      shares.change(id, change);
      return {};
    },
    'case.lookAtShare': ({ id }) => {
      shares.look(id);
      return {};
    },
    'case.shareFiles': (args) => (viewing.recipient === null ? shareFiles(db, args) : { files: [], total: 0 }),
    'case.fetchShareFile': async ({ share, path }) => {
      await imports.quiet(PATIENCE);
      shares.fetch(share, path);
      return {};
    },
    'case.dismissShareFile': async ({ share, path }) => {
      await imports.quiet(PATIENCE);
      shares.dismiss(share, path);
      return {};
    },
    'case.takeShareFile': ({ share, path }) => shares.take(share, path),
    ...briefingsHandlers(served),
    ...releasingHandlers(served),
    ...recordingHandlers(served),
    ...bundlingHandlers(served),
    ...evaluatingHandlers(served),
    ...erasingHandlers(served, pasted),
    ...acrossHandlers(served),
    ...blindingHandlers(served),
    'case.formatting': () => formatting(db),
    ...presentingHandlers(served),
    ...timeHandlers(served),
    'case.saidOf': asked(saidOf),
    'case.takePasted': (args) => pasted.take(args),
    ...arrangingHandlers(served),
    ...judgingHandlers(served),
    ...picturesHandlers(served),
    'case.newSince': asked(newSince),
    ...networkHandlers(served),
    ...trafficHandlers(served),
    ...qualityHandlers(served),
    ...watchingHandlers(served),
  }, consultations), viewing);
}
