import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { appService, Failure, printService, replyOf, type AppService, type Handlers, type PrintService, type Reply, type Service } from '../../shared/contract';
import { answer } from '../../shared/contract/port';
import { logProblem } from './log';
import { ORIGIN } from './scheme';

/** Who may ask what: found by the window's id, so that a page can only reach its own handlers. */
export interface Desk {
  readonly app: (contentsId: number) => (Handlers<AppService> & object) | undefined;
  readonly print: (contentsId: number) => (Handlers<PrintService> & object) | undefined;
  readonly grantFile: (contentsId: number, file: string) => Promise<unknown>;
}

/** A request counts only when it comes from the top frame of a live window that shows Knoop's own page. */
function trusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || event.sender.isDestroyed()) return false;
  try {
    const url = new URL(frame.url);
    return `${url.protocol}//${url.host}` === ORIGIN;
  } catch {
    return false;
  }
}

const refusal: Reply<never> = replyOf(new Failure('unknownRequest'));

/** Registers every request of the contract that main answers: the only place where ipcMain is used. */
export function serveRequests(desk: Desk): void {
  const register = <S extends Service>(service: S, find: (contentsId: number) => Handlers<S> | undefined): void => {
    for (const name of Object.keys(service.requests)) {
      ipcMain.handle(name, (event, args: unknown) => {
        const handlers = trusted(event) ? find(event.sender.id) : undefined;
        return handlers ? answer(service, handlers, name, args, logProblem) : refusal;
      });
    }
  };
  register<AppService>(appService, desk.app);
  register<PrintService>(printService, desk.print);
  ipcMain.handle('app.grantFile', async (event, file: unknown): Promise<Reply<unknown>> => {
    const parsed = z.string().min(1).max(4096).safeParse(file);
    if (!trusted(event) || !parsed.success) return refusal;
    try {
      return { ok: true, value: await desk.grantFile(event.sender.id, parsed.data) };
    } catch (error) {
      return replyOf(error);
    }
  });
}
