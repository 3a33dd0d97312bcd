import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import type { BriefingDocument } from '../../shared/briefing/document';
import { Failure, type CaseService, type Client } from '../../shared/contract';
import type { WrittenRelease } from '../../shared/contract/recording';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { BriefingRecord } from '../../shared/model/briefing';
import type { ReleaseRecord } from '../../shared/model/release';
import { writeDurably } from './durableFile';
import type { PdfText } from './opened/pdfText';
import { namesOfMachine, requireNothingWithheld } from './readBack';
import { wholeMarking, wordsOfMarking } from './writers/pageMarks';

/** Something that is to leave: what it was made from, for whom and why. */
export interface Leaving {
  readonly client: Client<CaseService>;
  /** As it was composed: for this recipient. */
  readonly briefing: BriefingRecord;
  readonly document: BriefingDocument;
  readonly about: ReleaseAbout;
  readonly written: Pick<WrittenRelease, 'kind' | 'format' | 'pages'>;
  /** Date that the file says, and the record too. */
  readonly at: Date;
  readonly signal?: AbortSignal | undefined;
}

/** The date that something gets which is made now: to the second, as files keep it. */
export const momentNow = (): Date => new Date(Math.floor(Date.now() / 1000) * 1000);

/** The briefing as it goes to whom it leaves for. Throws Failure "recipientNotFound" when it is to leave the service for nobody. */
export function addressed(briefing: BriefingRecord, { recipient, purpose, copyNumber }: ReleaseAbout): BriefingRecord {
  if (recipient === null && purpose !== 'internal') throw new Failure('recipientNotFound');
  return { ...briefing, recipient, copyNumber: copyNumber === '' ? briefing.copyNumber : copyNumber };
}

/** Searches what was made for everything that must not be in it. Resolves to the number of texts looked for; rejects with Failure "withheldFound". */
async function searched({ client, briefing, document, about }: Leaving, contents: readonly Uint8Array[], read: PdfText | null): Promise<number> {
  const withheld = await client['case.withheldTexts']({ briefing, purpose: about.purpose });
  const texts = [...withheld, ...namesOfMachine(JSON.stringify([document, briefing]))];
  let count = 0;
  for (const content of contents) count = await requireNothingWithheld(content, texts, read);
  return count;
}

async function record(leaving: Leaving, content: Uint8Array, count: number): Promise<ReleaseRecord> {
  const { client, briefing, document, about, written, at } = leaving;
  const { withheld, released, language, seq } = document;
  return client['case.recordRelease']({
    about: { ...about, copyNumber: briefing.copyNumber },
    written: {
      ...written, id: uuid(), briefing: written.kind === 'briefing' ? briefing.id : null, at: at.toISOString(), title: briefing.title, language, marking: wordsOfMarking(wholeMarking(document)).join(' · '),
      sha256: createHash('sha256').update(content).digest('hex'), bytes: content.byteLength, seq, check: { searched: count, withheld: withheld.reduce((sum, each) => sum + each.count, 0) }, permissions: released.permissions,
    },
    statements: released.statements,
  });
}

/**
 * Lets a file out: writes it beside, opens what was written again, has `check` look at it (a PDF it hands on as it read it), searches it, records the release in the case and renames: a file
 * without its release, or a release without its file, must not be. Rejects with the Failure of whichever step failed, "cancelled" when the signal ended it
 * before the release was recorded; an older file of that name is then untouched.
 */
export async function releaseFile(leaving: Leaving, file: string, content: Uint8Array, check: (written: Buffer) => Promise<PdfText | null>): Promise<ReleaseRecord & { name: string }> {
  let release: ReleaseRecord | null = null;
  await writeDurably(file, content, async (beside) => {
    const written = await readFile(beside);
    const read = await check(written);
    const count = await searched(leaving, [written], read);
    if (leaving.signal?.aborted) throw new Failure('cancelled');
    release = await record(leaving, written, count);
  });
  if (release === null) throw new Failure('internal');
  return { ...(release as ReleaseRecord), name: path.basename(file) };
}

/** Lets something out that is no file: searches all of it, records the release with the hash of the first, and then has `put` hand it over. Rejects as releaseFile. */
export async function releaseContents(leaving: Leaving, contents: readonly [Uint8Array, ...Uint8Array[]], put: () => Promise<void>): Promise<ReleaseRecord> {
  const count = await searched(leaving, contents, null);
  if (leaving.signal?.aborted) throw new Failure('cancelled');
  const release = await record(leaving, contents[0], count);
  await put();
  return release;
}
