import path from 'node:path';
import { hostname } from 'node:os';
import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { caseService, Failure, type CaseService, type Client } from '../../shared/contract';
import { lifecycleReplySchema, type LifecycleCommand, type LifecycleReply, type WorkstationKeys } from '../../shared/contract/lifecycle';
import { connect, type Connection } from '../../shared/contract/port';
import type { AppSettings } from '../../shared/contract/appService';
import type { Head } from './seals';

/** What a case is opened with. The passphrase goes to the case process and is kept nowhere. */
export interface OpenRequest {
  readonly folder: string;
  readonly create: { readonly name: string; readonly reference: string } | null;
  readonly passphrase: string | null;
  /** Makes the case of a bundle, for reading only. */
  readonly bundle?: { readonly file: string; readonly passphrase: string | null };
}

export interface OpenedCase {
  readonly id: string;
  readonly name: string;
  readonly encrypted: boolean;
  readonly readOnly: boolean;
}

/** How long a case may take to close before its process is ended: longer than any checkpoint seen. */
const CLOSE_TIMEOUT = 20_000;

/** One running case process: started with a folder, ended by `close`. Its database is open in no other process. */
export class CaseProcess {
  readonly folder: string;
  readonly opened: OpenedCase;
  private readonly child: UtilityProcess;
  private readonly connection: Connection<CaseService>;

  private constructor(child: UtilityProcess, folder: string, opened: OpenedCase) {
    this.child = child;
    this.folder = folder;
    this.opened = opened;
    this.connection = connect(asPort(this.makePort()), caseService);
  }

  /** Starts the process and opens or creates the case in it. `keys` null: no bundles are exchanged. Rejects with the Failure that the process gives; it has ended then. */
  static async start(request: OpenRequest, settings: AppSettings, onEnd: (crashed: boolean) => void, keys: WorkstationKeys | null = null): Promise<CaseProcess> {
    const child = utilityProcess.fork(path.join(app.getAppPath(), 'out', 'case', 'process.cjs'), [], {
      serviceName: 'Knoop case',
      // Only what the process needs: no user's environment reaches it.
      env: environment(),
      stdio: app.isPackaged ? 'ignore' : 'inherit',
    });
    const reply = await new Promise<LifecycleReply>((resolve) => {
      const ended = (): void => resolve({ kind: 'failed', code: 'internal', message: 'The case process ended before the case was open', details: {} });
      child.once('exit', ended);
      child.once('message', (message: unknown) => {
        child.off('exit', ended);
        const parsed = lifecycleReplySchema.safeParse(message);
        resolve(parsed.success ? parsed.data : { kind: 'failed', code: 'internal', message: 'Unknown answer', details: {} });
      });
      send(child, {
        kind: 'open', folder: request.folder, create: request.create, passphrase: request.passphrase,
        actor: settings.actor, service: settings.service, workstation: hostname(), version: app.getVersion(), language: settings.language,
        keys, bundle: request.bundle ?? null, across: keys === null ? null : path.join(app.getPath('userData'), 'across'),
      });
    });
    if (reply.kind !== 'opened') {
      child.kill();
      throw reply.kind === 'failed' ? new Failure(reply.code, reply.details, { cause: reply.message }) : new Failure('internal');
    }
    const running = new CaseProcess(child, request.folder, reply);
    child.on('exit', (code) => {
      running.connection.drop();
      onEnd(code !== 0);
    });
    return running;
  }

  /** Main's own requests to the case. */
  get client(): Client<CaseService> {
    return this.connection.client;
  }

  get listen(): Connection<CaseService>['listen'] {
    return this.connection.listen;
  }

  /** A new port on which the case answers; give its other end to a page. */
  makePort(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.child.postMessage({ kind: 'port' } satisfies LifecycleCommand, [port1]);
    return port2;
  }

  /** Lets the case read one file that the user chose. */
  grant(token: string, file: string): void {
    send(this.child, { kind: 'grant', token, path: file });
  }

  setPerson(settings: AppSettings): void {
    send(this.child, { kind: 'person', actor: settings.actor, service: settings.service, language: settings.language });
  }

  /** Ends the process once all is written. Answers where the journal ends; null when the process did not say so. */
  async close(): Promise<Head | null> {
    let end: Head | null = null;
    this.child.on('message', (message: unknown) => {
      const parsed = lifecycleReplySchema.safeParse(message);
      if (parsed.success && parsed.data.kind === 'closed' && parsed.data.entries !== undefined && parsed.data.head !== undefined) end = { entries: parsed.data.entries, head: parsed.data.head };
    });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.child.kill(), CLOSE_TIMEOUT);
      this.child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      send(this.child, { kind: 'close' });
    });
    return end;
  }
}

function send(child: UtilityProcess, command: LifecycleCommand): void {
  child.postMessage(command);
}

function asPort(port: MessagePortMain): { post: (message: unknown) => void; listen: (receive: (message: unknown) => void) => void } {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.on('message', (event) => receive(event.data));
      port.start();
    },
  };
}

function environment(): Record<string, string> {
  const kept = ['KNOOP_SQLITE_BINDING', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TZ', 'LANG', 'USER', 'USERNAME'];
  const entries = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  // Whatever spills must not spill into a shared folder.
  return { ...Object.fromEntries(entries), TMPDIR: app.getPath('temp'), TEMP: app.getPath('temp') };
}
