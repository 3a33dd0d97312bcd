import { appService, Failure, valueOf, type AppService, type ChosenFile, type Listen } from '../../shared/contract';
import { chosenFileSchema } from '../../shared/contract/appService';
import { bridge } from './bridge';
import { mainClient } from './service';

/** Requests to the main process. Each rejects with a Failure. */
export const appClient = mainClient<AppService>(appService);

const listeners = new Map<string, Set<(payload: unknown) => void>>();
let subscribed = false;

/** Listens to what main announces; returns the function that stops listening. */
export const listenApp: Listen<AppService> = (event, listener) => {
  if (!subscribed) {
    subscribed = true;
    bridge().onEvent((name, payload) => {
      const schema = appService.events[name as keyof AppService['events']];
      const checked = schema?.safeParse(payload);
      if (checked?.success) for (const each of listeners.get(name) ?? []) each(checked.data);
    });
  }
  const set = listeners.get(event) ?? new Set();
  listeners.set(event, set);
  set.add(listener as (payload: unknown) => void);
  return () => set.delete(listener as (payload: unknown) => void);
};

/** A token for a file that the user dropped on the window. Throws Failure when it is not a file on a disk. */
export async function fileToken(file: File): Promise<ChosenFile> {
  const parsed = chosenFileSchema.safeParse(valueOf(await bridge().grantFile(file)));
  if (!parsed.success) throw new Failure('fileUnreadable', { file: file.name });
  return parsed.data;
}
