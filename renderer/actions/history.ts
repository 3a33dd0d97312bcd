import { attempt, openCaseClient } from './execute';

/** Undoes the newest steps one after another until only those up to `seq` are done. Stops at the first that fails. */
export async function undoTo(seq: number): Promise<void> {
  await attempt(async () => {
    const client = openCaseClient();
    for (let next = (await client['case.info']({})).history.undo; next !== null && next.seq > seq;) {
      next = (await client['case.undo']({})).history.undo;
    }
  });
}
