import { attempt, openCaseClient } from '../../actions/execute';
import { appClient } from '../../ipc/app';
import { notify } from '../../ui/notices';

/** Lets the user point at a folder and looks into it from now on. */
export async function addShare(watched: boolean): Promise<void> {
  await attempt(async () => {
    const folder = await appClient['app.chooseFolder']({ purpose: 'share' });
    if (folder === null) return;
    await openCaseClient()['case.addShare']({ folder: folder.token, name: folder.name, watched });
    notify(watched ? 'shares:added' : 'shares:addedUnwatched', { name: folder.name }, 'success');
  });
}
