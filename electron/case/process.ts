import type { Database } from 'better-sqlite3';
import { caseService } from '../../shared/contract/caseService';
import type { CaseService } from '../../shared/contract/caseService';
import { Failure, replyOf } from '../../shared/contract/failure';
import { lifecycleCommandSchema, type LifecycleCommand, type LifecycleReply } from '../../shared/contract/lifecycle';
import { serve, type Port } from '../../shared/contract/port';
import { Known } from './across/known';
import { openAcross, type Across } from './across/store';
import type { Actor } from './actor';
import { Exchanges } from './blinding/exchanges';
import { Bundles } from './bundles/bundles';
import { fillFromBundle } from './bundles/readCase';
import { Consultations } from './consultations';
import { handlersFor, type Serving } from './handlers';
import { Counts } from './counts';
import { Erasures } from './erasure/erasures';
import { Exports, UNHURRIED } from './exports';
import { Imports } from './importWorker';
import { closeCase, createCase, nameOf, openCase, type OpenCase } from './life';
import { journalHead } from './journal';
import { logLine } from './logLine';
import { Matcher } from './matching/matcher';
import { Proposals } from './matching/proposals';
import { Quality } from './quality/quality';
import { NetworkThread } from './network/networkThread';
import { TrafficThread } from './traffic/trafficThread';
import { ReadThread } from './readThread';
import type { ViewedCase, ViewRequest } from './releasable/view';
import { Shares } from './shares/shares';
import { FileTokens } from './tokens';
import { Threads, workerFile } from './threads';
import { Comparisons } from './versions/comparisons';
import { Viewing } from './viewing';
import { WatchSink } from './watching/hits';
import { HeldLists } from './watching/lists';

/** Message ports as a utility process gets them; typed here because the case never imports electron. */
interface TransferredPort {
  on(event: 'message', receive: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', receive: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}
interface ParentPort {
  on(event: 'message', receive: (event: { readonly data: unknown; readonly ports: readonly TransferredPort[] }) => void): void;
  postMessage(message: unknown): void;
}

type Announce = ReturnType<typeof serve<CaseService>>;
type OpenCommand = Extract<LifecycleCommand, { kind: 'open' }>;

const report = (error: unknown, during: string): void => {
  process.stderr.write(`${logLine(error, during)}\n`);
};

/**
 * The process of one case: opens one folder, once, and serves it over as many ports as main hands in. After a failure to open it answers
 * nothing more; main starts another process for another try.
 */
class CaseProcess {
  private readonly parent: ParentPort;
  private readonly tokens = new FileTokens();
  private readonly announcers = new Set<Announce>();
  private readonly waiting: TransferredPort[] = [];
  private state: 'new' | 'opening' | 'open' | 'failed' | 'closed' = 'new';
  private served: Serving | null = null;

  constructor(parent: ParentPort) {
    this.parent = parent;
  }

  private reply(reply: LifecycleReply): void {
    this.parent.postMessage(reply);
  }

  async take(data: unknown, ports: readonly TransferredPort[]): Promise<void> {
    const checked = lifecycleCommandSchema.safeParse(data);
    if (!checked.success) return report(checked.error, 'lifecycle');
    const command = checked.data;
    if (command.kind === 'open') await this.start(command);
    else if (command.kind === 'grant') this.tokens.grant(command.token, command.path);
    else if (command.kind === 'person') this.setPerson(command);
    else if (command.kind === 'port') ports.forEach((port) => this.listen(port));
    else await this.close();
  }

  private async start(command: OpenCommand): Promise<void> {
    if (this.state !== 'new') return this.fail(new Failure('internal'));
    this.state = 'opening';
    const actor: Actor = { name: command.actor, service: command.service, workstation: command.workstation, version: command.version };
    let open: OpenCase;
    try {
      const { create, folder, passphrase, bundle, keys } = command;
      const fill = bundle === null || keys === null ? {} : { fill: (db: Database, place: string, key: Buffer | null) => fillFromBundle(db, place, key, bundle.file, { keys, passphrase: bundle.passphrase }, actor) };
      open = create ? await createCase(folder, { ...create, ...fill, secrets: { passphrase } }, actor) : await openCase(folder, passphrase, actor);
    } catch (error) {
      return this.fail(error);
    }
    const across = this.acrossOf(command);
    const lists = new HeldLists(open.store, across);
    this.served = { open, person: { actor, language: command.language }, tokens: this.tokens, imports: new Imports(open.store), exports: new Exports(open.store), bundles: new Bundles(open.store, command.keys), exchanges: new Exchanges(open.store, command.keys), erasures: new Erasures(open.store), counts: new Counts(open.store), reads: new ReadThread(open.store), network: new NetworkThread(open.store), traffic: new TrafficThread(open.store), consultations: new Consultations(open.store), shares: new Shares(open.store, (change) => this.announce('case.shareChanged', change)), comparisons: new Comparisons(open.store), progress: (payload) => this.announce('case.progress', payload), matcher: new Matcher(open.store, [new Proposals(open.store.db), new WatchSink(open.store, lists)], (matched) => this.announce('case.matched', matched), report), lists, across, known: new Known(open.store, open.id, across, report), quality: new Quality(open.store) };
    this.state = 'open';
    open.store.on('changed', (change) => this.announce('case.changed', change));
    this.reply({ kind: 'opened', id: open.id, name: nameOf(open), encrypted: open.encrypted, readOnly: open.store.readOnly });
    for (const port of this.waiting.splice(0)) this.listen(port);
    this.served.shares.start();
    this.expireSecrets(this.served);
    this.served.matcher.start();
    this.served.known.start();
  }

  /** A case opens whether or not what is over its time can be ended now: it is tried again when comparisons are looked at. */
  private expireSecrets({ exchanges, person }: Serving): void {
    try {
      exchanges.expire(person.actor);
    } catch (error) {
      report(error, 'expire');
    }
  }

  /** A case opens whether or not the workstation's own store does. */
  private acrossOf({ across, keys }: OpenCommand): Across | null {
    if (across === null || keys === null) return null;
    try {
      return openAcross(across, keys);
    } catch (error) {
      report(error, 'across');
      return null;
    }
  }

  private fail(error: unknown): void {
    this.state = 'failed';
    if (!(error instanceof Failure)) report(error, 'open');
    const failed = replyOf(error);
    if (!failed.ok) this.reply({ kind: 'failed', code: failed.code, message: failed.code, details: failed.details });
  }

  private setPerson({ actor, service, language }: Extract<LifecycleCommand, { kind: 'person' }>): void {
    if (!this.served) return;
    const { person } = this.served;
    person.actor = { ...person.actor, name: actor, service };
    person.language = language;
  }

  private announce: Announce = (event, payload) => {
    for (const announce of this.announcers) announce(event, payload);
  };

  private listen(port: TransferredPort): void {
    if (!this.served) {
      if (this.state !== 'failed') this.waiting.push(port);
      return;
    }
    const wrapped: Port = {
      post: (message) => port.postMessage(message),
      listen: (receive) => {
        port.on('message', (event) => receive(event.data));
        port.start();
      },
    };
    const { open } = this.served;
    const views = new Threads<ViewRequest, ViewedCase>(open.store, workerFile('view'), UNHURRIED, {});
    const viewing = new Viewing(open.store, open.id, (job, request, onProgress) => views.run(job, request, onProgress), (recipient) => announce('case.viewing', { recipient }), (mode) => announce('case.identity', { mode }));
    const announce: Announce = serve(wrapped, caseService, handlersFor({ ...this.served, viewing }), report);
    this.announcers.add(announce);
    port.on('close', () => {
      this.announcers.delete(announce);
      views.cancelAll();
      viewing.close();
    });
  }

  private async close(): Promise<void> {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.announcers.clear();
    let code = 0;
    let ended = true;
    let end: { entries: number; head: string } | null = null;
    try {
      ended = (await this.served?.shares.stop()) ?? true;
      this.served?.imports.cancelAll();
      this.served?.exports.cancelAll();
      this.served?.bundles.cancelAll();
      this.served?.exchanges.cancelAll();
      this.served?.counts.cancelAll();
      this.served?.comparisons.cancelAll();
      this.served?.quality.cancelAll();
      await this.served?.matcher.stop();
      await this.served?.reads.end();
      await this.served?.network.end();
      await this.served?.traffic.end();
      this.served?.consultations.end();
      await this.served?.known.stop();
      this.served?.across?.close();
      if (this.served) {
        const { seq, hash } = journalHead(this.served.open.store.db);
        end = { entries: seq, head: hash };
        closeCase(this.served.open);
      }
    } catch (error) {
      // All that was acknowledged is in the write-ahead log; only tidying up failed.
      report(error, 'close');
      code = 1;
    }
    this.reply({ kind: 'closed', ...end });
    // The answer must leave before the process does.
    setImmediate(() => {
      // An orderly exit waits for its threads, and one that hangs on a share never ends. All is closed by now.
      if (!ended) process.kill(process.pid, 'SIGKILL');
      process.exit(code);
    });
  }
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (!parentPort) throw new Error('the case process is started by main');
const running = new CaseProcess(parentPort);
const end = (during: string) => (error: unknown): void => {
  // What state the process is in is unknown: it ends, and what was committed is safe on disk.
  report(error, during);
  process.exit(1);
};
process.on('uncaughtException', end('uncaught'));
process.on('unhandledRejection', end('unhandled'));
parentPort.on('message', ({ data, ports }) => void running.take(data, ports).catch(end('lifecycle')));
