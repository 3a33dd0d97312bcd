import type { z } from 'zod';
import type { commandArguments, CommandName } from '../../shared/commands/arguments';
import { Failure, type Client, type CaseService } from '../../shared/contract';
import { caseConnection } from '../ipc/caseConnection';
import { notifyFailure } from '../ui/notices';
import { readingOnlyInThePast } from './past';

type Arguments<N extends CommandName> = z.input<(typeof commandArguments)[N]>;

/** The client of the open case, which changes nothing while an earlier state of the chart is looked at. Throws the failure "caseNotOpen" when there is none. */
export function openCaseClient(): Client<CaseService> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  return readingOnlyInThePast(connection.client);
}

/** Changes the case by one command. True when it was done; otherwise the reason has been shown. */
export async function execute<N extends CommandName>(command: N, args: Arguments<N>): Promise<boolean> {
  return (await attempt(() => openCaseClient()['case.execute']({ command, args }))) !== undefined;
}

/** Runs something that may fail; a failure is shown and gives undefined. A step that the user cancelled is not shown. */
export async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) notifyFailure(error);
    return undefined;
  }
}
