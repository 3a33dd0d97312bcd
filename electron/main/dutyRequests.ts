import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { Failure, type AppService, type Handlers } from '../../shared/contract';
import type { JournalRow } from '../../shared/contract/erasing';
import type { CaseProcess } from './caseProcess';
import { writeDurably } from './durableFile';
import type { Identity } from './identity';
import { journalText, releaseLogText, type Signer } from './releaseLog';
import type { Seals } from './seals';

/** Rows of the journal that are asked for at a time. */
const ROWS = 20_000;

/** What the window's workspace lends to these requests. */
export interface DutyDesk {
  readonly window: () => BrowserWindow;
  readonly say: (word: string) => string;
  readonly running: () => CaseProcess;
  readonly person: () => { readonly actor: string; readonly service: string };
  readonly identity: () => Identity;
  readonly seals: () => Seals;
  /** A name without what file systems refuse, and without ending. */
  readonly fileName: (title: string) => string;
}

type Answers = 'app.saveReleaseLog' | 'app.saveJournal' | 'app.checkSeal';

/** Main's answers about what was let out and how the journal stands: signed files for whoever checks them, and the seal kept outside of the case. */
export function dutyRequests(desk: DutyDesk): Pick<Handlers<AppService>, Answers> {
  const target = async (title: string, suggested: string): Promise<string | null> => {
    const answer = await dialog.showSaveDialog(desk.window(), { title: desk.say(title), defaultPath: `${desk.fileName(desk.say(suggested))}.json`, filters: [{ name: 'JSON', extensions: ['json'] }] });
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  };
  const signer = async (head: Signer['head']): Promise<Signer> => {
    const { actor, service } = desk.person();
    return { keys: await desk.identity().keys(), service, person: actor, caseId: desk.running().opened.id, head, at: new Date().toISOString() };
  };
  return {
    'app.saveReleaseLog': async ({ release }) => {
      const { client } = desk.running();
      const all = await client['case.releases']({});
      const releases = release === null ? all : all.filter((each) => each.id === release);
      if (release !== null && releases.length === 0) throw new Failure('releaseNotFound');
      const file = await target(release === null ? 'saveReleaseLog' : 'saveSlip', release === null ? 'releaseLogName' : 'slipName');
      if (file === null) return null;
      const { seq, head } = await client['case.info']({});
      await writeDurably(file, releaseLogText(releases, await signer({ seq, hash: head })));
      return { name: path.basename(file), releases: releases.length };
    },
    'app.saveJournal': async () => {
      const { client } = desk.running();
      const file = await target('saveJournal', 'journalName');
      if (file === null) return null;
      const rows: JournalRow[] = [];
      for (let more = true; more; ) {
        const page = await client['case.journalRows']({ after: rows.at(-1)?.seq ?? 0, limit: ROWS });
        rows.push(...page);
        more = page.length === ROWS;
      }
      await writeDurably(file, journalText(rows, await signer({ seq: rows.length, hash: rows.at(-1)?.hash ?? '' })));
      return { name: path.basename(file), entries: rows.length };
    },
    'app.checkSeal': async () => {
      const { client, opened } = desk.running();
      const seal = await desk.seals().of(opened.id);
      if (seal === null || opened.readOnly) return { state: 'none', sealed: 0, entries: 0, at: '' };
      const { state, entries } = await client['case.checkSeal']({ entries: seal.entries, head: seal.head });
      return { state: seal.forged && state === 'fits' ? 'forged' : state, sealed: seal.entries, entries, at: seal.at };
    },
  };
}
